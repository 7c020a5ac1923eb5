"""The demonstration: the whole job on the made-up example, done step by step with the commands the window uses."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest
from pathlib import Path

import msgspec

from editor import jobs
from editor.drafting import Session
from editor.drafting.commands import (
    AddMeasure,
    AdoptAll,
    Command,
    Decline,
    Link,
    Merge,
    Remove,
    SetDeadline,
    SetDetail,
    SetHeading,
    SetNotice,
    SetState,
    SetText,
    SetUnits,
)
from editor.drafting.origins import locals_of
from editor.files import make_folder
from editor.paths import resources
from editor.plan.issues import Issue
from editor.plan.measures import ROLES, Measure, Paragraph
from editor.plan.plans import Plan
from editor.plan.project import Project
from editor.plan.value import Value
from editor.storage import example_locality
from editor.writing import Written

PROVINCE, CITY = "parent1", "parent2"


class Demonstration(Value, frozen=True, kw_only=True):
    """What the demonstration made: files, the plans, the local measures by relation, what is undecided and found."""

    project_path: str
    plans: tuple[Plan, ...]
    files: tuple[Written, ...]
    relations: dict[str, int]
    undecided: int
    issues: tuple[Issue, ...]


class _Carried(Value, frozen=True, kw_only=True):
    """A measure of the county, by its heading, and those of the superior plans that it carries out."""

    county: str
    province: tuple[str, ...] = ()
    city: tuple[str, ...] = ()


class _Declined(Value, frozen=True, kw_only=True):
    headings: tuple[str, ...]
    reason: str


class _Decisions(Value, frozen=True, kw_only=True):
    """What the example's drafter decides."""

    measure: tuple[_Carried, ...]
    declined: tuple[_Declined, ...]


def demonstrate(folder: Path, today: date) -> Demonstration:
    """Draft the example county's plan into `folder`: project, notice and assignment table; SaveProblem where it can't."""
    make_folder(folder)
    project = draft_example(today)
    path = folder / "示范县实施方案.chengqi"
    jobs.save_project(project, path)
    files = jobs.export(project, folder / "示范县印发通知.docx", ledger=folder / "示范县任务分工表.xlsx")
    return Demonstration(
        project_path=str(path),
        plans=(project.local, *project.parents),
        files=files,
        relations=dict(Counter(pair.relation for pair in jobs.compare_project(project).pairs)),
        undecided=jobs.coverage(project).undecided,
        issues=jobs.check_project(project, today),
    )


def draft_example(today: date) -> Project:
    """The example county's project after all steps of its drafter."""
    examples = resources() / "examples"
    drafted = jobs.read_plan(examples / "county.txt").plan
    decisions = msgspec.toml.decode((examples / "decisions.toml").read_bytes(), type=_Decisions)
    parents = [examples / "province.txt", examples / "city.txt"]
    session = Session(jobs.draft(parents, locality=example_locality(), today=today))
    session.do(AdoptAll(parent=PROVINCE))
    _decline(session, decisions.declined)
    _carry_out(session, decisions.measure, drafted)
    for command in (*_frame(session.project, drafted), *_notice(drafted)):
        session.do(command)
    return session.project


def _decline(session: Session, declined: Sequence[_Declined]) -> None:
    for each in declined:
        ids = _ids(session.project.parent(PROVINCE), each.headings)
        session.do(Decline(parent=PROVINCE, measures=ids, reason=each.reason))


def _ids(plan: Plan, headings: Sequence[str]) -> tuple[str, ...]:
    return tuple(measure.id for measure in plan.measures if measure.heading in headings)


def _carry_out(session: Session, measures: Sequence[_Carried], drafted: Plan) -> None:
    """Merge, add and adapt until the local plan says what the county's drafter wants, in this order."""
    wordings = {measure.heading: measure for measure in drafted.measures}
    last: str | None = None
    for carried in measures:
        last = _local_measure(session, carried, last)
        for command in _adapt(last, wordings[carried.county]):
            session.do(command)
        city = _ids(session.project.parent(CITY), carried.city)
        session.do(Link(measure=last, parent=CITY, measures=city))


def _local_measure(session: Session, carried: _Carried, last: str | None) -> str:
    """The local measure that carries these out: the one adopted, several merged into one, or a new one behind `last`."""
    ids = _ids(session.project.parent(PROVINCE), carried.province)
    copies = [copy.id for id in ids for copy in locals_of(session.project, PROVINCE, id)]
    if len(copies) > 1:
        session.do(Merge(measures=tuple(copies)))
        return next(copy.id for copy in locals_of(session.project, PROVINCE, ids[0]))
    if copies:
        return copies[0]
    before = {block.id for block in session.project.local.body}
    session.do(AddMeasure(after=last, level=3))
    return next(block.id for block in session.project.local.body if block.id not in before)


def _adapt(measure: str, wanted: Measure) -> Iterator[Command]:
    yield SetHeading(measure=measure, heading=wanted.heading)
    yield SetText(measure=measure, text=wanted.text)
    for role in ROLES:
        yield SetUnits(measure=measure, role=role, units=wanted.units(role))
    yield SetDeadline(measure=measure, words=wanted.deadline.text if wanted.deadline else "")
    yield SetState(measure=measure, state="done")


def _frame(project: Project, drafted: Plan) -> Iterator[Command]:
    """The plan's title, opening and plain paragraphs as the county's drafter wrote them."""
    yield SetDetail(field="title", value=drafted.title)
    yield SetDetail(field="opening", value=drafted.opening)
    for old, new in zip_longest(_paragraphs(project.local), _paragraphs(drafted)):
        if old and new:
            yield SetText(measure=old.id, text=new.text)
        elif old:
            yield Remove(blocks=(old.id,))


def _paragraphs(plan: Plan) -> list[Paragraph]:
    return [block for block in plan.body if isinstance(block, Paragraph)]


def _notice(drafted: Plan) -> Iterator[Command]:
    """The notice's details as the county's notice has them."""
    yield SetNotice(field="document_number", value=drafted.document_number or "")
    yield SetNotice(field="text", value=drafted.cover.text if drafted.cover else "")
    yield SetNotice(field="date", value=drafted.date or "")
    yield SetNotice(field="printed_on", value=drafted.date or "")
