"""A drafter who does anything in any order: what must hold after every step."""

from collections.abc import Iterable

import msgspec
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from editor.drafting import Session
from editor.drafting.commands import (
    AddMeasure,
    AddSection,
    Adopt,
    AdoptAll,
    Command,
    Decline,
    Dissolve,
    Link,
    Merge,
    Move,
    Reconsider,
    Remove,
    SetDeadline,
    SetRunningLevels,
    SetText,
    SetUnits,
    Split,
)
from editor.errors import CommandProblem
from editor.plan.measures import Measure, Paragraph, Section
from editor.plan.numbering import renumber
from editor.plan.plans import Plan
from editor.plan.project import Project

PARENT = Plan(
    id="parent1",
    body=(
        Section(id="s1", level=1, number="一", heading="甲"),
        Paragraph(id="p1", text="引言。"),
        Section(id="s2", level=2, number="一", heading="甲一"),
        Measure(id="m1", level=3, number="1", heading="一", text="第一件事。"),
        Measure(id="m2", level=3, number="2", heading="二", text="第二件事。"),
        Section(id="s3", level=2, number="二", heading="甲二"),
        Measure(id="m3", level=3, number="1", heading="三", text="第三件事。"),
        Section(id="s4", level=1, number="二", heading="乙"),
        Measure(id="m4", level=3, number="1", heading="四", text="第四件事。"),
        Measure(id="m5", level=1, number="三", heading="五", text="第五件事。"),
    ),
)
PLACES = st.integers(0, 30)
PARENT_MEASURES = st.lists(st.sampled_from([m.id for m in PARENT.measures]), min_size=1, max_size=3).map(
    tuple
)


class Drafter(RuleBasedStateMachine):
    """Does commands, undoes and redoes them, and remembers every project it went through."""

    def __init__(self) -> None:
        super().__init__()
        self.session = Session(Project(parents=(PARENT,)))
        self.past: list[Project] = []
        self.future: list[Project] = []
        self.frozen: list[tuple[Project, bytes]] = []

    def do(self, command: Command) -> None:
        before = self.session.project
        self.frozen.append((before, msgspec.json.encode(before)))
        try:
            self.session.break_typing()
            self.session.do(command)
        except CommandProblem:
            assert self.session.project is before
            return
        if self.session.project is not before:
            self.past.append(before)
            self.future.clear()

    def block(self, place: int) -> str:
        """The id of some block; of none where the plan is empty."""
        body = self.session.project.local.body
        return body[place % len(body)].id if body else "none"

    def measure(self, place: int) -> str:
        """The id of some measure; of none where there is none."""
        measures = self.session.project.local.measures
        return measures[place % len(measures)].id if measures else "none"

    def some(self, places: Iterable[int]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.block(place) for place in places))

    @rule(ids=PARENT_MEASURES, before=st.none() | PLACES)
    def adopt(self, ids: tuple[str, ...], before: int | None) -> None:
        self.do(Adopt("parent1", ids, None if before is None else self.block(before)))

    @rule()
    def adopt_all(self) -> None:
        self.do(AdoptAll("parent1"))

    @rule(ids=PARENT_MEASURES)
    def decline(self, ids: tuple[str, ...]) -> None:
        self.do(Decline("parent1", ids, "不适用"))

    @rule(ids=PARENT_MEASURES)
    def reconsider(self, ids: tuple[str, ...]) -> None:
        self.do(Reconsider("parent1", ids))

    @rule(place=PLACES, ids=PARENT_MEASURES)
    def link(self, place: int, ids: tuple[str, ...]) -> None:
        self.do(Link(self.measure(place), "parent1", ids))

    @rule(place=PLACES, level=st.integers(1, 5))
    def add_measure(self, place: int, level: int) -> None:
        self.do(AddMeasure(self.block(place) if self.session.project.local.body else None, level, "自选"))

    @rule(place=PLACES, level=st.integers(1, 4))
    def add_section(self, place: int, level: int) -> None:
        self.do(AddSection(self.block(place), level, "新节"))

    @rule(places=st.lists(PLACES, min_size=1, max_size=3))
    def remove(self, places: list[int]) -> None:
        self.do(Remove(self.some(places)))

    @rule(place=PLACES)
    def dissolve(self, place: int) -> None:
        self.do(Dissolve(self.block(place)))

    @rule(places=st.lists(PLACES, min_size=1, max_size=3), before=st.none() | PLACES)
    def move(self, places: list[int], before: int | None) -> None:
        self.do(Move(self.some(places), None if before is None else self.block(before)))

    @rule(first=PLACES, second=PLACES)
    def merge(self, first: int, second: int) -> None:
        self.do(Merge((self.measure(first), self.measure(second))))

    @rule(place=PLACES, offset=st.integers(0, 12))
    def split(self, place: int, offset: int) -> None:
        self.do(Split(self.measure(place), offset))

    @rule(place=PLACES, text=st.text("事办好。", max_size=6))
    def edit(self, place: int, text: str) -> None:
        self.do(SetText(self.block(place), text))

    @rule(place=PLACES, words=st.sampled_from(["", "9月底前", "2026年底", "长期坚持"]))
    def assign(self, place: int, words: str) -> None:
        self.do(SetDeadline(self.measure(place), words))
        self.do(SetUnits(self.measure(place), "lead_units", ("民政局",)))

    @rule(levels=st.lists(st.integers(1, 5), max_size=2))
    def number(self, levels: list[int]) -> None:
        self.do(SetRunningLevels(tuple(levels)))

    @rule()
    def undo(self) -> None:
        if self.past:
            self.future.append(self.session.project)
            self.session.undo()
            assert self.session.project is self.past.pop()

    @rule()
    def redo(self) -> None:
        if self.future:
            self.past.append(self.session.project)
            self.session.redo()
            assert self.session.project is self.future.pop()

    @invariant()
    def ids_are_unique(self) -> None:
        project = self.session.project
        ids = [block.id for block in project.local.body]
        assert len(set(ids)) == len(ids)
        assert all(int(id[1:]) < project.next_id for id in ids)

    @invariant()
    def numbers_are_in_order(self) -> None:
        assert renumber(self.session.project.local) == self.session.project.local

    @invariant()
    def every_parent_measure_is_decided_once_or_undecided(self) -> None:
        project = self.session.project
        adopted = {id for m in project.local.measures for o in m.origins for id in o.measures}
        refused = [decision.measure for decision in project.decisions]
        undecided = [measure.id for _plan, measure in project.undecided]
        assert sorted([*adopted, *refused, *undecided]) == [measure.id for measure in PARENT.measures]

    def teardown(self) -> None:
        for project, content in self.frozen:
            assert msgspec.json.encode(project) == content


Drafter.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
TestDrafter = Drafter.TestCase
