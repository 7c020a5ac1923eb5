"""Commands that take single differences and sentences from the parents' wording."""

from collections.abc import Iterable
from typing import ClassVar

from msgspec.structs import replace

from editor.drafting.body import find_measure, with_block
from editor.drafting.commands.base import Command, Typing
from editor.drafting.origins import comes_from, find_parent, find_parent_measure, locals_of
from editor.errors import CommandProblem
from editor.plan.measures import Measure
from editor.plan.project import Project
from editor.wording import N_, _

_JOINT = "。"
"""What stands between heading and text in a measure's wording."""


class SetWording(Typing, frozen=True):
    """Changes heading and text of a measure, typed as one wording."""

    name: ClassVar[str] = N_("Edit wording")
    measure: str
    wording: str

    @property
    def place(self) -> tuple[str, ...]:
        """The measure."""
        return (self.measure,)

    def change(self, project: Project) -> Project:
        """The project with the wording."""
        return _worded(project, find_measure(project, self.measure), self.wording)


class TakeDifference(Command, frozen=True):
    """Gives a measure a wording in which a difference is as in the parent: `wording` as it was, `becomes` as it will be."""

    name: ClassVar[str] = N_("Take a difference from the superior plan")
    measure: str
    wording: str
    becomes: str

    def change(self, project: Project) -> Project:
        """The project with the wording; CommandProblem where the measure reads otherwise by now."""
        measure = find_measure(project, self.measure)
        if measure.wording != self.wording:
            raise CommandProblem(_("The measure has changed meanwhile; choose the difference again."))
        return _worded(project, measure, self.becomes)


class UndoInsertion(TakeDifference, frozen=True):
    """The same for words that only the local wording has."""

    name: ClassVar[str] = N_("Undo an insertion")


class TakeSentence(Command, frozen=True):
    """Puts words of a parent measure that were dropped back in where they belong; words that are there stay as they are.

    `place` is where they begin in the parent measure's wording, `local` the measure that takes them; where none is
    named, and the parent's was split, it is the one that holds the words before them.
    """

    name: ClassVar[str] = N_("Take a sentence back")
    parent: str
    measure: str
    place: int
    text: str
    local: str = ""

    def change(self, project: Project) -> Project:
        """The project with the words; CommandProblem where they are not the parent's or no measure holds them."""
        source = find_parent_measure(find_parent(project, self.parent), self.measure)
        end = self.place + len(self.text)
        if not self.text or source.wording[self.place : end] != self.text:
            raise CommandProblem(_("The superior measure has no such sentence; choose another one."))
        locals_ = locals_of(project, self.parent, self.measure)
        if not locals_:
            raise CommandProblem(_("The superior measure is not in the local plan; adopt it first."))
        named = [measure for measure in locals_ if measure.id == self.local]
        target = named[0] if named else _holder(source, locals_, self.place)
        if self.place < len(source.heading):
            return with_block(project, replace(target, heading=source.heading))
        return with_block(project, self._restored(project, source, target, end))

    def _restored(self, project: Project, source: Measure, target: Measure, end: int) -> Measure:
        from editor.comparing.restoring import restoration  # loaded when needed: the window starts without it

        names = project.roster.unit_names
        parent = find_parent(project, self.parent)
        merged = [m for m in parent.measures if comes_from(target, self.parent, m.id)]
        before = sum(len(m.wording) for m in merged[: merged.index(source)])
        wording = "".join(m.wording for m in merged)
        found = restoration(wording, target.wording, before + self.place, before + end, names)
        if found is None:  # as when two parents say the same, and both sentences are taken back at once
            return target
        text_place = found.place - (len(target.wording) - len(target.text))
        return replace(target, text=found._replace(place=max(text_place, 0)).into(target.text))


def _worded(project: Project, measure: Measure, wording: str) -> Project:
    heading, text = split_wording(wording, measure, _parent_headings(project, measure))
    return with_block(project, replace(measure, heading=heading, text=text))


def split_wording(wording: str, former: Measure, headings: Iterable[str] = ()) -> tuple[str, str]:
    """Heading and text of the wording that a measure is given; its own heading or one of `headings`, where it begins so.

    Else a heading changed in part stands before the text as it was, and a measure without heading stays without.
    """
    known = [heading for heading in (former.heading, *headings) if heading]
    for heading in known:
        if wording == heading:
            return heading, ""
        if wording.startswith(heading + _JOINT):
            return heading, wording[len(heading) + len(_JOINT) :]
    if not former.heading or wording == former.text:
        return "", wording
    changed = wording.removesuffix(_JOINT + former.text)
    if former.text and changed != wording and _JOINT not in changed:
        return changed, former.text
    heading, _joint, text = wording.partition(_JOINT)
    return heading, text


def _parent_headings(project: Project, measure: Measure) -> list[str]:
    plans = {plan.id: {m.id: m.heading for m in plan.measures} for plan in project.parents}
    return [plans.get(parent, {}).get(id, "") for parent, id in measure.sources]


def _holder(source: Measure, locals_: tuple[Measure, ...], place: int) -> Measure:
    """Of the measures that a parent measure was split into the one with the words before the place, or behind it."""
    from editor.comparing.sentences import fates_among  # loaded when needed: the window starts without it

    before: str | None = None
    start = 0
    for fate in fates_among(source.wording, {m.id: m.wording for m in locals_}):
        if fate.local is not None and (start < place or before is None):
            before = fate.local
        start += len(fate.text)
    return next((m for m in locals_ if m.id == before), locals_[-1])
