"""The verbs as functions: files in, values through the rooms, files out; the command line and the window call these alike."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Literal

import msgspec

from editor.archives import LARGEST_CONTENT
from editor.checking import check_plan, check_project
from editor.comparing import Changes, Comparison, changes_between, compare_plans
from editor.drafting import Rebased, coverage, find_edition, new_project, take_in
from editor.drafting import rebase as rebase_project
from editor.drafting.commands.snapshots import find_snapshot
from editor.drafting.marks import marked
from editor.errors import CommandProblem
from editor.files import read_file, require_closed
from editor.plan.issues import Issue, open_issues
from editor.plan.locality import Locality
from editor.plan.plans import Plan
from editor.plan.project import Project, Reading, Snapshot
from editor.plan.roster import Roster
from editor.plan.value import Value
from editor.reading import read_content, read_parents, read_plan
from editor.storage import is_project, load_profile, load_project, read_project, save_project, template_folder
from editor.wording import _
from editor.writing import (
    AUTHOR,
    DRAFT,
    Table,
    Written,
    changes_table,
    marks_table,
    printed_in,
    write_assignment_table,
    write_changes,
    write_comparison_table,
    write_extracts,
    write_marks,
    write_notice,
    write_pdf,
    write_redline,
    write_website_text,
)


def open_any(path: Path) -> Project | Reading:
    """What a file holds, told by its content: a project, or a plan that was read."""
    content = read_file(path, LARGEST_CONTENT)
    return read_project(content, path.name) if is_project(content) else read_content(content, path.name)


def draft(
    parents: Sequence[Path],
    *,
    locality: Path | None = None,
    local: Path | None = None,
    adopt: Literal["all", "none"] = "none",
    today: date,
) -> Project:
    """A new project from superior plans; an existing local plan is taken in and aligned with them."""
    profile, roster = load_profile(locality) if locality else (Locality(), Roster())
    project = new_project(
        read_parents(parents), roster=roster, locality=profile, adopt="none" if local else adopt, today=today
    )
    return take_in(project, read_plan(local, "local")) if local else project


def rebase(project: Project, new_parent: Path) -> Rebased:
    """The project with the new edition of a superior plan, told which one by its measures; and what is to review."""
    reading = read_plan(new_parent)
    return rebase_project(project, reading, find_edition(project, reading.plan))


def compare(parents: Sequence[Path], local: Path) -> Comparison:
    """How a local plan's measures, sentences and figures relate to those of its parents."""
    return compare_plans([reading.plan for reading in read_parents(parents)], read_plan(local, "local").plan)


def compare_project(project: Project) -> Comparison:
    """The comparison of a project's local plan with its parents, unit names kept whole."""
    names = project.roster.unit_names
    return compare_plans(project.parents, project.local, names)


def changes_since(project: Project, snapshot: str, later: str | None = None) -> Changes:
    """What changed since a snapshot, by name, up to a later one, else up to the draft as it is now."""
    old, new = versions(project, snapshot, later)
    return changes_between(old.plan, new.plan, project.roster.unit_names)


def versions(
    project: Project, snapshot: str, later: str | None = None, today: date | None = None
) -> tuple[Snapshot, Snapshot]:
    """A snapshot by its name, and a later one, else the draft as it is today; CommandProblem where there is none."""
    if later:
        return find_snapshot(project, snapshot), find_snapshot(project, later)
    day = (today or date.today()).isoformat()
    now = Snapshot(name=DRAFT, date=day, plan=project.local, notice=project.notice)
    return find_snapshot(project, snapshot), now


def list_changes(project: Project, old: Snapshot, new: Snapshot) -> Table:
    """What changed between two versions as the rows that leaders read."""
    return changes_table(old, new, project.roster.unit_names)


def export_changes(
    project: Project, path: Path, snapshot: str, later: str | None = None, *, today: date | None = None
) -> Written:
    """Write what changed since a snapshot, up to a later one or the draft, as .docx or .xlsx."""
    require_closed(path)
    return write_changes(project, *versions(project, snapshot, later, today), path, _look(project))


def list_marks(project: Project) -> Table:
    """The reviewers' marks as the rows of their list."""
    return marks_table(project, marked(project))


def export_marks(project: Project, path: Path) -> Written:
    """Write the reviewers' marks as .docx or .xlsx."""
    require_closed(path)
    return write_marks(project, marked(project), path, _look(project))


def check(
    path: Path, parents: Sequence[Path] = (), *, today: date
) -> tuple[tuple[Issue, ...], tuple[Plan, ...]]:
    """The findings over a project, or over a plan or finished notice with the doubts of its reading; and the plans."""
    found = open_any(path)
    if isinstance(found, Project):
        return check_project(found, today), (found.local, *found.parents)
    plans = [reading.plan for reading in read_parents(parents)]
    doubts = {(issue.code, issue.place.lines) for issue in found.issues}
    checked = check_plan(found.plan, today, plans)
    new = [issue for issue in checked if (issue.code, issue.place.lines) not in doubts]
    return (*found.issues, *new), (found.plan, *plans)


def has_errors(issues: Iterable[Issue]) -> bool:
    """Whether any finding is at error level and nobody has put it aside."""
    return any(issue.severity == "error" for issue in open_issues(issues))


class Choices(Value, frozen=True, kw_only=True):
    """What files that compare are held against, and who made the changes on which day.

    `since` is the name of a snapshot, `against` a superior plan by id, title or file name. A redline is held against
    the latter where both are given, and where neither is against the superior plan that most measures come from.
    """

    today: date = msgspec.field(default_factory=date.today)
    since: str = ""
    against: str = ""
    author: str = AUTHOR


def export(
    project: Project,
    notice: Path,
    *,
    layout: Literal["A", "B"] | None = None,
    pdf: Path | None = None,
    choices: Choices | None = None,
    **companions: Path | None,
) -> tuple[Written, ...]:
    """Write the notice (.docx), what goes with it by its names in COMPANIONS, and the notice as .pdf.

    All in the project's own template, and its layout where no other is given.
    CommandProblem where the choices name what the project has not, SaveProblem where one of the files is open in
    another program: nothing is written then.
    """
    choices = choices or Choices()
    require_closed(notice, pdf, *companions.values())
    _require(project, choices, needs_since=bool(companions.get("changes")))
    written = [write_notice(project, notice, layout, _look(project))]
    for name, path in companions.items():
        if path:
            written += COMPANIONS[name](project, path, choices)
    if pdf:
        maker = write_pdf(notice, pdf)
        told = (*written[0].left_out, printed_in(pdf))
        written.append(msgspec.structs.replace(written[0], path=str(pdf), made_by=maker, left_out=told))
    return tuple(written)


def _require(project: Project, choices: Choices, *, needs_since: bool) -> None:
    """Nothing where the project has what was chosen, else CommandProblem."""
    if choices.since or needs_since:
        find_snapshot(project, choices.since)
    if choices.against:
        find_superior(project, choices.against)


def _look(project: Project) -> Path | None:
    """The folder of the project's own template, None for the program's; FileProblem where it isn't here."""
    return template_folder(project.notice.template)


def _redline(project: Project, path: Path, choices: Choices) -> Iterable[Written]:
    old: Plan | Snapshot | None = None
    if choices.against:
        old = find_superior(project, choices.against)
    elif choices.since:
        old = find_snapshot(project, choices.since)
    return [
        write_redline(project, path, old, template=_look(project), author=choices.author, on=choices.today)
    ]


def _changes(project: Project, path: Path, choices: Choices) -> Iterable[Written]:
    return [export_changes(project, path, choices.since, today=choices.today)]


def find_superior(project: Project, name: str) -> Plan:
    """The superior plan with this id, title or file name; CommandProblem with those there are where none has it."""
    files = {source.plan: source.name for source in project.sources}
    for plan in project.parents:
        if name in (plan.id, plan.title, files.get(plan.id)):
            return plan
    message = _("No superior plan is called “{name}”; there are: {names}.")
    names = "；".join(f"{plan.id} {plan.title}".strip() for plan in project.parents)
    raise CommandProblem(message.format(name=name, names=names or "–"))


COMPANIONS: dict[str, Callable[[Project, Path, Choices], Iterable[Written]]] = {
    "ledger": lambda project, path, _choices: [write_assignment_table(project, path, _look(project))],
    "table": lambda project, path, _choices: [write_comparison_table(project, path, _look(project))],
    "redline": _redline,
    "changes": _changes,
    "per_unit": lambda project, path, _choices: write_extracts(project, path, _look(project)),
    "website": lambda project, path, _choices: [write_website_text(project, path)],
}
"""What can go with a notice, by the names of the command line's options."""


def export_comparison(
    parent: Path, local: Path, *, today: date, **companions: Path | None
) -> tuple[Written, ...]:
    """Write the comparison of two plans as the companions asked for: redline, table."""
    wanted = {name: path for name, path in companions.items() if path}
    if not wanted:
        return ()
    require_closed(*wanted.values())
    project, choices = draft([parent], local=local, today=today), Choices(today=today)
    return tuple(file for name, path in wanted.items() for file in COMPANIONS[name](project, path, choices))


__all__ = ["check_project", "coverage", "load_project", "marked", "read_plan", "save_project"]
