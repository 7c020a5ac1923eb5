"""What panes ask of the rooms about the whole project, away from the UI thread."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from editor.plan.issues import Issue, open_issues
from editor.plan.measures import ROLES
from editor.plan.plans import Plan
from editor.plan.project import Marked, Project
from editor.ui.base.outline_rows import Captions, caption
from editor.ui.coverage.covered import Covered, covered

if TYPE_CHECKING:  # these rooms load libraries that the first window does not need
    from editor.drafting.coverage import Coverage


class Survey(NamedTuple):
    """The project's findings and coverage at one moment."""

    project: Project
    issues: tuple[Issue, ...]
    coverage: "Coverage"
    covered: tuple[Covered, ...]
    marked: tuple[Marked, ...]
    captions: Captions
    """Of the blocks that issues and marks are about."""
    suspects: frozenset[str]
    characters: int
    copied: float
    """The share of the characters that stand in sentences taken from above as they are."""
    without_unit: int

    @property
    def found(self) -> frozenset[str]:
        """The blocks of the local plan that have findings."""
        local = self.project.local.id
        return frozenset(
            i.place.block for i in open_issues(self.issues) if i.place.plan == local and i.place.block
        )


def survey(project: Project, today: date) -> Survey:
    """Findings, coverage and suspect links of a project."""
    from editor.checking import check_project
    from editor.drafting import coverage, suspects
    from editor.drafting.marks import marked

    found, issues = coverage(project), check_project(project, today)
    marks = marked(project)
    characters = count_characters(project.local)
    without_unit = sum(not any(m.units(role) for role in ROLES) for m in project.local.measures)
    return Survey(
        project=project,
        issues=issues,
        coverage=found,
        covered=covered(project, found),
        marked=marks,
        captions=captions(project, issues, (each.mark.measure for each in marks)),
        suspects=frozenset(suspects(project)),
        characters=characters,
        copied=copied_share(found, characters),
        without_unit=without_unit,
    )


def captions(project: Project, issues: Iterable[Issue], measures: Iterable[str] = ()) -> Captions:
    """The captions of the blocks that issues are about, and of these local measures, by plan and id."""
    plans = {plan.id: plan for plan in (*project.parents, project.local)}
    places = {(issue.place.plan, issue.place.block) for issue in issues if issue.place.block}
    places |= {(project.local.id, measure) for measure in measures}
    found = ((plan, id, plans[plan].block(id)) for plan, id in places if plan in plans)
    return {(plan, id): caption(block) for plan, id, block in found if block is not None}


def copied_share(found: "Coverage", characters: int) -> float:
    """The share of so many characters that stand in superior sentences kept, each counted once in a local measure."""
    kept = {(s.local, s.text) for s in found.sentences if s.status == "kept" and s.local}
    copied = sum(len("".join(text.split())) for _local, text in kept)
    return min(copied / characters, 1.0) if characters else 0.0


def count_characters(plan: Plan) -> int:
    """Non-blank characters of the plan's opening, headings, texts and closing."""
    texts = [plan.opening, plan.closing]
    for block in plan.body:
        texts += [getattr(block, "heading", ""), getattr(block, "text", "")]
    return sum(len("".join(text.split())) for text in texts)
