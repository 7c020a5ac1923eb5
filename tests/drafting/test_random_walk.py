"""A drafter who does anything in any order: what must hold after every step."""

from random import Random

import msgspec
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from editor.drafting import Session
from editor.drafting.commands import Command, Renumber
from editor.errors import CommandProblem
from editor.plan.numbering import renumber
from editor.plan.project import Project
from editor.storage import pack_project, read_project
from tests.drafting.steps import PARENT, STEPS, Chance, commands_there_are

WALKS, STEPS_OF_A_WALK = 40, 50

KINDS = st.sampled_from(sorted(STEPS, key=lambda kind: kind.__name__))
CHANCES = st.randoms(use_true_random=False)


class Drafter(RuleBasedStateMachine):
    """Does commands, undoes and redoes them, and remembers every project it went through."""

    def __init__(self) -> None:
        super().__init__()
        self.session = Session(Project(parents=(PARENT,)))
        self.past: list[Project] = []
        self.future: list[Project] = []
        self.frozen: list[tuple[Project, bytes]] = []

    @rule(kind=KINDS, random=CHANCES)
    def step(self, kind: type[Command], random: Random) -> None:
        before = self.session.project
        self.frozen.append((before, msgspec.json.encode(before)))
        try:
            command = STEPS[kind](Chance(random, before))
            self.session.break_typing()
            self.session.do(command)
        except CommandProblem:
            assert self.session.project is before
            return
        if self.session.project is not before:
            assert self.session.undo_label == command.label
            self.past.append(before)
            self.future.clear()

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

    @rule()
    def save_and_open(self) -> None:
        before = self.session.project
        self.session = Session(read_project(pack_project(before), "draft"))
        assert self.session.project == before
        self.past, self.future = [], []

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
    def every_parent_measure_is_adopted_refused_or_undecided(self) -> None:
        project = self.session.project
        adopted = {(o.parent, id) for m in project.local.measures for o in m.origins for id in o.measures}
        refused = {(d.parent, d.measure) for d in project.decisions if d.sentence is None}
        undecided = {(plan, measure.id) for plan, measure in project.undecided}
        there_are = {(plan.id, measure.id) for plan in project.parents for measure in plan.measures}
        assert not undecided & (adopted | refused)
        assert not refused & adopted
        assert (undecided | refused) <= there_are
        assert undecided | refused | (adopted & there_are) == there_are

    @invariant()
    def names_are_unique(self) -> None:
        project = self.session.project
        for names in (
            [plan.id for plan in project.parents],
            [snapshot.name for snapshot in project.snapshots],
            [name for unit in project.roster.units for name in unit.names],
            [(d.parent, d.measure, d.sentence) for d in project.decisions],
        ):
            assert len(set(names)) == len(names)

    def teardown(self) -> None:
        for project, content in self.frozen:
            assert msgspec.json.encode(project) == content


def test_whatever_is_done_the_project_stays_sound() -> None:
    walking = settings(
        max_examples=WALKS,
        stateful_step_count=STEPS_OF_A_WALK,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    run_state_machine_as_test(Drafter, settings=walking)


def test_every_command_can_be_drawn() -> None:
    assert set(STEPS) == commands_there_are()


def test_every_command_names_its_step() -> None:
    """The undo menu shows it, in the interface's language; some are given their names by who makes them."""
    given = {kind for kind in STEPS if "label" in vars(kind)}
    assert {kind.__name__ for kind in given} == {"ChangeMeasures", "Many", "Prepared", "Replace"}
    assert [kind for kind in STEPS.keys() - given if kind.name == Command.name] == [Renumber]


@pytest.mark.parametrize(
    "kind", [kind for kind in STEPS if kind is not Renumber], ids=lambda kind: kind.__name__
)
def test_every_command_is_drawn_so_that_it_does_something(kind: type[Command]) -> None:
    """Within a few walks each kind changes something, so that none is only ever refused; numbers are always in order."""
    for seed in range(400):
        random = Random(seed)
        session = Session(Project(parents=(PARENT,)))
        for _step in range(40):
            before = session.project
            chosen = random.choice((kind, *STEPS))
            try:
                session.do(STEPS[chosen](Chance(random, session.project)))
            except CommandProblem:
                continue
            if chosen is kind and session.project is not before:
                return
    pytest.fail("it was never done")
