"""What panes ask of the rooms, away from the UI thread: one measure's difference, and the whole project's state."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from editor.plan.issues import Issue
from editor.plan.measures import ROLES, Measure
from editor.plan.plans import Plan
from editor.plan.project import Project
from editor.ui.covered import Covered, covered
from editor.ui.outline_rows import caption
from editor.ui.places import source_plans

if TYPE_CHECKING:  # these rooms load libraries that the first window does not need
    from editor.drafting.coverage import Coverage


class Passage(NamedTuple):
    """A stretch of a diff: = kept, - only the parent's, + only ours, < moved away, > moved here."""

    op: str
    text: str
    is_figure: bool = False


class Difference(NamedTuple):
    """One local measure beside the wording it comes from in one parent plan, `plan`; `plans` are all it comes from."""

    measure: str
    wording: str
    parents: tuple[str, ...]
    passages: tuple[Passage, ...]
    lost_figures: tuple[str, ...] = ()
    new_figures: tuple[str, ...] = ()
    plan: str = ""
    plans: tuple[str, ...] = ()

    @property
    def inserted(self) -> int:
        """Characters that only the local text has."""
        return sum(len(passage.text) for passage in self.passages if passage.op == "+")

    @property
    def deleted(self) -> int:
        """Characters that only the parent has."""
        return sum(len(passage.text) for passage in self.passages if passage.op == "-")


class Survey(NamedTuple):
    """The project's findings and coverage at one moment."""

    project: Project
    issues: tuple[Issue, ...]
    coverage: "Coverage"
    covered: tuple[Covered, ...]
    suspects: frozenset[str]
    characters: int
    without_unit: int


def parent_wording(project: Project, measure: Measure, plan: str) -> tuple[tuple[str, ...], str]:
    """Captions and joined wording of what a measure comes from in one plan; as recorded where that is gone."""
    captions: list[str] = []
    texts: list[str] = []
    present = {m.id: m for parent in project.parents if parent.id == plan for m in parent.measures}
    for origin in (origin for origin in measure.origins if origin.parent == plan):
        found = [present.get(id) for id in origin.measures]
        captions += [caption(m) for m in found if m]
        texts += [m.wording for m in found if m] if all(found) else [origin.text]
    return tuple(captions), "".join(texts)


def difference(project: Project, id: str, preferred: str = "") -> Difference:
    """How one local measure differs from its wording in the preferred parent plan, else in the first it comes from."""
    from editor.comparing import diff, figure_changes

    measure = project.local.measure(id)
    plans = source_plans(measure)
    if not plans:
        return Difference(id, measure.wording, (), (Passage("+", measure.wording),))
    plan = preferred if preferred in plans else plans[0]
    captions, parent = parent_wording(project, measure, plan)
    names = tuple(name for unit in project.roster.units for name in unit.names)
    changes = figure_changes(parent, measure.wording)
    lost = tuple(f"{c.text} → {c.becomes}" if c.becomes else c.text for c in changes if c.change != "added")
    new = tuple(c.text for c in changes if c.change == "added")
    passages = tuple(
        p for span in diff(parent, measure.wording, names) for p in _passages(span.op, span.text)
    )
    return Difference(id, measure.wording, captions, passages, lost, new, plan, plans)


def _passages(op: str, text: str) -> list[Passage]:
    """A span cut at its figures."""
    from editor.comparing import figures

    passages: list[Passage] = []
    place = 0
    for figure in figures(text):
        start = text.find(figure, place)
        if start > place:
            passages.append(Passage(op, text[place:start]))
        passages.append(Passage(op, figure, is_figure=True))
        place = start + len(figure)
    return [*passages, Passage(op, text[place:])] if place < len(text) else passages


def survey(project: Project, today: date) -> Survey:
    """Findings, coverage and suspect links of a project."""
    from editor.checking import check_project
    from editor.drafting import coverage, suspects

    found = coverage(project)
    without_unit = sum(not any(m.units(role) for role in ROLES) for m in project.local.measures)
    return Survey(
        project=project,
        issues=check_project(project, today),
        coverage=found,
        covered=covered(project, found),
        suspects=frozenset(suspects(project)),
        characters=count_characters(project.local),
        without_unit=without_unit,
    )


def count_characters(plan: Plan) -> int:
    """Non-blank characters of the plan's opening, headings, texts and closing."""
    texts = [plan.opening, plan.closing]
    for block in plan.body:
        texts += [getattr(block, "heading", ""), getattr(block, "text", "")]
    return sum(len("".join(text.split())) for text in texts)
