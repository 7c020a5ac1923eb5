"""The commands that repair what the checks found."""

from collections.abc import Callable

from editor.drafting.commands import (
    Command,
    Many,
    Renumber,
    SetDeadline,
    SetDetail,
    SetHeading,
    SetNotice,
    SetSectionHeading,
    SetText,
    SetUnits,
)
from editor.drafting.commands.details import DETAILS
from editor.plan.issues import Issue, Place
from editor.plan.measures import ROLES, Measure, Paragraph, Section
from editor.plan.near_names import nearest_name
from editor.plan.project import Project
from editor.plan.superior_words import replace_word, words_of
from editor.wording import _


def command_for(issue: Issue, project: Project) -> Command | None:
    """The command that repairs an issue of this project; None where there is none, or where it no longer applies."""
    make = _FIXES.get(issue.code) if issue.fix else None
    return make(issue, project) if make else None


def _renumber(issue: Issue, project: Project) -> Command | None:
    return Renumber()


def _name_year(issue: Issue, project: Project) -> Command | None:
    measure = _measure(issue.place, project)
    if measure is None or measure.deadline is None or project.year is None:
        return None
    return SetDeadline(measure.id, measure.deadline.text)


def _name_known_unit(issue: Issue, project: Project) -> Command | None:
    measure, name = _measure(issue.place, project), issue.subject or ""
    instead = nearest_name(project.roster, name)
    role = next((role for role in ROLES if role == issue.place.field), None)
    if measure is None or instead is None or role is None:
        return None
    units = tuple(instead if unit == name else unit for unit in measure.units(role))
    return SetUnits(measure.id, role, units)


def _say_it_locally(issue: Issue, project: Project) -> Command | None:
    """Replaces a word of the upper level everywhere in one field, as one step with a name of its own."""
    word, words = issue.subject or "", words_of(project.locality)
    instead = words.get(word)
    command = _rewrite(issue.place, project, lambda text: replace_word(text, word, words))
    if not instead or command is None:
        return None
    label = _("Replace “{word}” by “{instead}”").format(word=word, instead=instead)
    return Many(label, (command,))


def _rewrite(place: Place, project: Project, change: Callable[[str], str]) -> Command | None:
    """The command that changes the text at a place; None where there is no such text."""
    if place.block is None:
        return _rewrite_frame(place, project, change)
    block = next((b for b in project.local.body if b.id == place.block), None)
    if isinstance(block, Section):
        return SetSectionHeading(block.id, change(block.heading))
    if isinstance(block, Measure) and place.field == "heading":
        return SetHeading(block.id, change(block.heading))
    return SetText(block.id, change(block.text)) if isinstance(block, Measure | Paragraph) else None


def _rewrite_frame(place: Place, project: Project, change: Callable[[str], str]) -> Command | None:
    """The same for a detail of the notice or of the local plan."""
    if place.plan == "notice":
        text = getattr(project.notice, place.field or "", None)
        return SetNotice(place.field or "", change(text)) if isinstance(text, str) else None
    detail = next((field for field in DETAILS if field == place.field), None)
    return SetDetail(detail, change(getattr(project.local, detail))) if detail else None


def _measure(place: Place, project: Project) -> Measure | None:
    return next((m for m in project.local.measures if m.id == place.block), None)


_FIXES: dict[str, Callable[[Issue, Project], Command | None]] = {
    "duplicate_number": _renumber,
    "missing_number": _renumber,
    "falling_number": _renumber,
    "yearless_deadline": _name_year,
    "unknown_unit": _name_known_unit,
    "superior_word": _say_it_locally,
}
