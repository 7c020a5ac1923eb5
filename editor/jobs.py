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
from editor.files import read_file
from editor.paths import templates
from editor.plan.issues import Issue
from editor.plan.locality import Locality
from editor.plan.plans import Plan
from editor.plan.project import Project, Reading
from editor.plan.roster import Roster
from editor.reading import read_content, read_plan
from editor.storage import (
    is_project,
    load_locality,
    load_project,
    load_roster,
    read_project,
    roster_beside,
    save_project,
)
from editor.writing import (
    Written,
    write_assignment_table,
    write_comparison_table,
    write_extracts,
    write_notice,
    write_pdf,
    write_redline,
    write_website_text,
)


def open_any(path: Path) -> Project | Reading:
    """What a file holds, told by its content: a project, or a plan that was read."""
    content = read_file(path, LARGEST_CONTENT)
    return read_project(content, path.name) if is_project(content) else read_content(content, path.name)


def read_parents(paths: Sequence[Path]) -> tuple[Reading, ...]:
    """The superior plans, read as parent1, parent2, …"""
    return tuple(read_plan(path, f"parent{place}") for place, path in enumerate(paths, 1))


def load_profile(path: Path) -> tuple[Locality, Roster]:
    """A locality and its roster: the file of the same name in the folder rosters beside the locality's, if any."""
    roster = roster_beside(path)
    return load_locality(path), load_roster(roster) if roster.is_file() else Roster()


def example_locality() -> Path:
    """The profile of the made-up county that comes with the program."""
    return templates() / "localities" / "shifan.toml"


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
    names = project.roster.unit_names
    new = find_snapshot(project, later).plan if later else project.local
    return changes_between(find_snapshot(project, snapshot).plan, new, names)


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
    """Whether any finding is at error level."""
    return any(issue.severity == "error" for issue in issues)


def export(
    project: Project,
    notice: Path,
    *,
    layout: Literal["A", "B"] = "A",
    pdf: Path | None = None,
    today: date | None = None,
    **companions: Path | None,
) -> tuple[Written, ...]:
    """Write the notice (.docx), what goes with it by its names in COMPANIONS, and the notice as .pdf.

    `today` is the day that a redline's changes bear.
    """
    written = [write_notice(project, notice, layout)]
    for name, path in companions.items():
        if path:
            written += COMPANIONS[name](project, path, today or date.today())
    if pdf:
        maker = write_pdf(notice, pdf)
        written.append(msgspec.structs.replace(written[0], path=str(pdf), made_by=maker))
    return tuple(written)


COMPANIONS: dict[str, Callable[[Project, Path, date], Iterable[Written]]] = {
    "ledger": lambda project, path, _today: [write_assignment_table(project, path)],
    "table": lambda project, path, _today: [write_comparison_table(project, path)],
    "redline": lambda project, path, today: [write_redline(project, path, on=today)],
    "per_unit": lambda project, path, _today: write_extracts(project, path),
    "website": lambda project, path, _today: [write_website_text(project, path)],
}
"""What can go with a notice, by the names of the command line's options."""


def export_comparison(
    parent: Path, local: Path, *, today: date, **companions: Path | None
) -> tuple[Written, ...]:
    """Write the comparison of two plans as the companions asked for: redline, table."""
    wanted = {name: path for name, path in companions.items() if path}
    if not wanted:
        return ()
    project = draft([parent], local=local, today=today)
    return tuple(file for name, path in wanted.items() for file in COMPANIONS[name](project, path, today))


__all__ = ["check_project", "coverage", "load_project", "read_plan", "save_project"]
