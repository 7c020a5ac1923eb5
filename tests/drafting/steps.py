"""Every kind of command, drawn by chance for a project: what the random walks are made of.

Most steps fit the project, some don't on purpose. A test fails where a command is missing here.
"""

from collections.abc import Callable, Sequence
from hashlib import sha256
from random import Random
from typing import TypeVar

from msgspec.structs import replace

from editor.drafting import commands
from editor.drafting.commands import Command, Many, prepare
from editor.drafting.replacing import found_in
from editor.plan.issues import Issue, Place
from editor.plan.locality import Locality
from editor.plan.measures import ROLES, Assignment, Deadline, Measure, Paragraph, Role, Section
from editor.plan.plans import Plan
from editor.plan.project import Mark, Project, Reading, Source
from editor.plan.roster import Roster, Unit

PARENT = Plan(
    id="parent1",
    title="示范省便民方案",
    body=(
        Section(id="s1", level=1, number="一", heading="甲"),
        Paragraph(id="p1", text="引言。"),
        Section(id="s2", level=2, number="一", heading="甲一"),
        Measure(id="m1", level=3, number="1", heading="一", text="第一件事。全省推行。"),
        Measure(
            id="m2",
            level=3,
            number="2",
            heading="二",
            text="第二件事。",
            assignments=(Assignment(lead_units=("省民政厅",), responsible_units=("省公安厅",)),),
            deadline=Deadline(text="2026年9月底", date="2026-09-30"),
        ),
        Section(id="s3", level=2, number="二", heading="甲二"),
        Measure(id="m3", level=3, number="1", heading="三", text="第三件事。办结20件。"),
        Section(id="s4", level=1, number="二", heading="乙"),
        Measure(id="m4", level=3, number="1", heading="四", text="第四件事。"),
        Measure(id="m5", level=1, number="三", heading="五", text="第五件事。"),
    ),
)
EDITION = replace(
    PARENT,
    body=(
        *(replace(b, text=b.text + "另加一句。") if b.id in ("m1", "m3") else b for b in PARENT.body[:-1]),
        Measure(id="m6", level=1, number="三", heading="六", text="新增的事。"),
    ),
)
EXISTING = Plan(
    id="local",
    title="示范县便民方案",
    body=(
        Section(id="s1", level=1, number="一", heading="甲"),
        Measure(id="m1", level=2, number="一", heading="一", text="第一件事。全县推行。"),
        Measure(id="m2", level=2, number="二", heading="三", text="第三件事。办结30件。"),
    ),
)
UNITS = ("民政局", "示范县教育局", "公安局", "省数据局")
MOST_PARENTS = 3
_T = TypeVar("_T")


def reading(plan: Plan, name: str) -> Reading:
    """What reading a file with this plan gives."""
    content = name.encode()
    doubt = Issue(code="glued_item", severity="warning", message="…", place=Place(lines=(2, 2)))
    source = Source(
        plan=plan.id, name=name, sha256=sha256(content).hexdigest(), issues=(doubt,), content=content
    )
    return Reading(plan=plan, source=source)


class Chance:
    """What chance picks of one project."""

    def __init__(self, random: Random, project: Project) -> None:
        self.random, self.project = random, project

    def one(self, of: Sequence[_T]) -> _T:
        """One of these."""
        return self.random.choice(of)

    def some(self, of: Sequence[_T], most: int = 3) -> tuple[_T, ...]:
        """One or more of these, each once."""
        return tuple(self.random.sample(list(of), min(len(of), self.random.randint(1, most))))

    def block(self) -> str:
        """A block; one that isn't there where the plan is empty."""
        return self.one([block.id for block in self.project.local.body] or ["none"])

    def blocks(self) -> tuple[str, ...]:
        """Some blocks."""
        return self.some([block.id for block in self.project.local.body] or ["none"])

    def measure(self) -> str:
        """A measure, or a block that is none."""
        return self.one([m.id for m in self.project.local.measures] or [self.block()])

    def measures(self) -> tuple[str, ...]:
        """Some measures."""
        return self.some([m.id for m in self.project.local.measures] or ["none"])

    def whole(self) -> Measure:
        """A measure itself; an empty one where there is none."""
        return self.one(self.project.local.measures or [Measure(id="none", level=1, number=None)])

    def section(self) -> str:
        """A section, or a block that is none."""
        return self.one([s.id for s in self.project.local.sections] or [self.block()])

    def parent(self) -> Plan:
        """A superior plan."""
        return self.one(self.project.parents)

    def text(self) -> str:
        """A few words."""
        return "".join(self.random.choices("事办好。20县", k=self.random.randint(0, 6)))

    def role(self) -> Role:
        """A role."""
        return self.one(ROLES)

    def unit(self) -> str:
        """The name of a unit."""
        return self.one([*UNITS, *(unit.name for unit in self.project.roster.units)])

    def snapshot(self) -> str:
        """The name of a snapshot."""
        return self.one([s.name for s in self.project.snapshots] or ["初稿"])

    def mark(self) -> Mark:
        """A mark on a measure."""
        verdict = self.one(("checked", "doubtful", "to_ask"))
        return Mark(
            measure=self.measure(),
            parent="parent1",
            old=self.one(("全省", "20件")),
            new="全县",
            verdict=verdict,
            note=self.text(),
        )

    def issues(self) -> tuple[Issue, ...]:
        """Findings on measures."""
        return tuple(
            Issue(code=code, severity="hint", message="…", place=Place(plan="local", block=self.measure()))
            for code in self.some(("no_units", "no_deadline"))
        )


def _of_parent(make: Callable[[Chance, str, tuple[str, ...]], Command]) -> Callable[[Chance], Command]:
    """A step about some measures of a superior plan."""

    def draw(chance: Chance) -> Command:
        parent = chance.parent()
        return make(chance, parent.id, chance.some([m.id for m in parent.measures]))

    return draw


def _words_of_parent(chance: Chance) -> Command:
    parent = chance.parent()
    measure = chance.one(parent.measures)
    start = chance.random.randrange(len(measure.wording))
    end = chance.random.randint(start + 1, len(measure.wording))
    return commands.TakeSentence(parent.id, measure.id, start, measure.wording[start:end])


def _difference(kind: type[commands.TakeDifference]) -> Callable[[Chance], Command]:
    def draw(chance: Chance) -> Command:
        measure = chance.whole()
        return kind(measure.id, measure.wording, chance.one((measure.heading, "一")) + "。" + chance.text())

    return draw


def _joining(chance: Chance) -> Command:
    number = len(chance.project.parents) + 1
    plans = (reading(PARENT, f"{number}.txt"),) if number <= MOST_PARENTS else ()
    return commands.AddParents(plans)


def _replacing(chance: Chance) -> Command:
    found = tuple(found_in(chance.project.local, chance.one(("事", "全省", "第")), "办"))
    return commands.Replace("Replace", chance.some(found) if found else ())


def _edition(kind: type[commands.ReplaceParent]) -> Callable[[Chance], Command]:
    def draw(chance: Chance) -> Command:
        edition = reading(chance.one((EDITION, PARENT)), "edition.txt")
        return kind(chance.parent().id, edition.plan, edition.source)

    return draw


def _changed(chance: Chance) -> Command:
    chosen = chance.one(("state", "deadline", "units"))
    return commands.ChangeMeasures(
        "Change measures",
        chance.measures(),
        state="drafting" if chosen == "state" else None,
        deadline="2026年底" if chosen == "deadline" else None,
        units=(chance.unit(),) if chosen == "units" else None,
        role=chance.role(),
        how=chance.one(("add", "replace", "remove")),
    )


def _prepared(chance: Chance) -> Command:
    return prepare(commands.AdoptAll(chance.parent().id), chance.project)


def _notice(chance: Chance) -> Command:
    field, value = chance.one(
        (
            ("issuers", ("示范县人民政府",)),
            ("date", "2026-03-01"),
            ("date", ""),
            ("sealed", False),
            ("date", 3.0),
        )
    )
    return commands.SetNotice(field, value)


STEPS: dict[type[Command], Callable[[Chance], Command]] = {
    commands.AddAlias: lambda c: commands.AddAlias(c.unit(), c.one(("局", "大数据局"))),
    commands.AddMeasure: lambda c: commands.AddMeasure(
        c.block() if c.project.local.body else None, c.random.randint(1, 5), "自选"
    ),
    commands.AddParents: _joining,
    commands.AddSection: lambda c: commands.AddSection(c.block(), c.random.randint(1, 4), "新节"),
    commands.AddUnit: lambda c: commands.AddUnit(Unit(name=c.one((*UNITS, "示范县财政局")))),
    commands.Adopt: _of_parent(lambda c, plan, ids: commands.Adopt(plan, ids, c.one((None, c.block())))),
    commands.AdoptAll: lambda c: commands.AdoptAll(c.parent().id),
    commands.AdoptInto: _of_parent(lambda c, plan, ids: commands.AdoptInto(c.measure(), plan, ids)),
    commands.AssignUnit: lambda c: commands.AssignUnit(c.measure(), c.unit(), c.one((None, *ROLES))),
    commands.CallUnits: lambda c: commands.CallUnits(((c.unit(), c.unit()),)),
    commands.ChangeMeasures: _changed,
    commands.Decline: _of_parent(
        lambda c, plan, ids: commands.Decline(plan, ids, "不适用", c.one((None, None, 0, 1)))
    ),
    commands.Dismiss: lambda c: commands.Dismiss(c.issues(), c.one(("已核实", ""))),
    commands.Dissolve: lambda c: commands.Dissolve(c.section()),
    commands.Link: _of_parent(lambda c, plan, ids: commands.Link(c.measure(), plan, ids)),
    commands.LinkMore: _of_parent(lambda c, plan, ids: commands.LinkMore(c.measure(), plan, ids)),
    commands.Many: lambda c: Many("Many", (commands.SetNote(c.measure(), c.text()), commands.Renumber())),
    commands.MarkDifference: lambda c: commands.MarkDifference(c.mark()),
    commands.Merge: lambda c: commands.Merge(c.measures()),
    commands.MergeUnits: lambda c: commands.MergeUnits(c.unit(), c.unit()),
    commands.Move: lambda c: commands.Move(c.blocks(), c.one((None, c.block()))),
    commands.Prepared: _prepared,
    commands.Reconsider: _of_parent(lambda c, plan, ids: commands.Reconsider(plan, ids, c.one((None, 0)))),
    commands.Remove: lambda c: commands.Remove(c.blocks()),
    commands.RemoveSnapshot: lambda c: commands.RemoveSnapshot(c.snapshot()),
    commands.RenameUnit: lambda c: commands.RenameUnit(c.unit(), c.one(("民政办", "教体局"))),
    commands.Renumber: lambda _: commands.Renumber(),
    commands.Replace: _replacing,
    commands.ReplaceParent: _edition(commands.ReplaceParent),
    commands.RestoreFile: lambda c: commands.RestoreFile(
        Project(parents=(PARENT,), local=EXISTING, next_id=3)
    ),
    commands.RestoreSnapshot: lambda c: commands.RestoreSnapshot(c.snapshot()),
    commands.Retake: lambda c: commands.Retake(
        EXISTING, reading(replace(EXISTING, body=EXISTING.body[:2]), "county.txt")
    ),
    commands.Review: lambda c: commands.Review(c.measure(), c.text()),
    commands.SetDeadline: lambda c: commands.SetDeadline(
        c.measure(), c.one(("", "9月底前", "2026年底", "长期坚持"))
    ),
    commands.SetDeadlineYear: lambda c: commands.SetDeadlineYear(c.measure(), 2027),
    commands.SetDetail: lambda c: commands.SetDetail(c.one(("title", "opening", "closing")), c.text()),
    commands.SetForm: lambda c: commands.SetForm(
        c.one(("document", "letter", "minutes")), c.one(("issue", "forward"))
    ),
    commands.SetHeading: lambda c: commands.SetHeading(c.measure(), c.text()),
    commands.SetLocality: lambda c: commands.SetLocality(Locality(name=c.one(("示范县", "示例县")))),
    commands.SetNote: lambda c: commands.SetNote(c.measure(), c.text()),
    commands.SetNotice: _notice,
    commands.SetRoster: lambda c: commands.SetRoster(
        Roster(units=tuple(Unit(name=name) for name in c.some(UNITS)))
    ),
    commands.SetRunningLevels: lambda c: commands.SetRunningLevels(c.some((1, 2, 3, 4, 5), 2)),
    commands.SetSectionHeading: lambda c: commands.SetSectionHeading(c.section(), c.text()),
    commands.SetState: lambda c: commands.SetState(c.measure(), c.one(("drafting", "done", "reviewed"))),
    commands.SetText: lambda c: commands.SetText(c.block(), c.text()),
    commands.SetTitleLines: lambda c: commands.SetTitleLines((c.text(), c.text())),
    commands.SetUnits: lambda c: commands.SetUnits(c.measure(), c.role(), c.some(UNITS)),
    commands.SetWording: lambda c: commands.SetWording(c.measure(), f"一。{c.text()}"),
    commands.SortUnits: lambda c: commands.SortUnits(c.measures()),
    commands.Split: lambda c: commands.Split(c.measure(), c.random.randint(0, 12)),
    commands.TakeDifference: _difference(commands.TakeDifference),
    commands.TakeEdition: _edition(commands.TakeEdition),
    commands.TakeIn: lambda _: commands.TakeIn(reading(EXISTING, "county.txt")),
    commands.TakeRevision: lambda c: commands.TakeRevision(c.measure()),
    commands.TakeSentence: _words_of_parent,
    commands.TakeSnapshot: lambda c: commands.TakeSnapshot(c.one(("初稿", "送审稿", "印发稿")), "2026-03-01"),
    commands.TakeUnits: lambda c: commands.TakeUnits(c.measures()),
    commands.TakeUp: lambda c: commands.TakeUp(c.issues()),
    commands.TakeWording: lambda c: commands.TakeWording(c.measure()),
    commands.UndoInsertion: _difference(commands.UndoInsertion),
    commands.Unlink: _of_parent(lambda c, plan, ids: commands.Unlink(c.measure(), plan, ids)),
    commands.Unmark: lambda c: commands.Unmark(c.some(c.project.marks or (c.mark(),))),
}
"""How a step of each kind is drawn."""


def commands_there_are() -> set[type[Command]]:
    """Every command that a caller can give, without what commands are derived from."""
    named = (getattr(commands, name) for name in commands.__all__)
    kinds = {kind for kind in named if isinstance(kind, type) and issubclass(kind, Command)}
    return kinds - {commands.Command, commands.Typing}
