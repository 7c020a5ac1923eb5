"""What became of every superior measure and sentence, as the board of coverage lists it; without Qt."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from editor.plan.measures import Measure
from editor.plan.numbering import format_number
from editor.plan.project import Project
from editor.plan.value import Value
from editor.ui.base.outline_rows import caption

if TYPE_CHECKING:  # loads libraries that the first window does not need
    from editor.drafting.coverage import Coverage, MeasureCoverage, SentenceCoverage
    from editor.drafting.suggestions import Suggestion


class CoveredSentence(Value, frozen=True):
    """One superior sentence, or the part of it that fares alike.

    `number` counts the sentences of the measure's wording from 0, `place` is where this one begins in it. `state`
    is kept, reworded or dropped; not_adopted where it was refused with a reason, undecided where its measure is.
    """

    number: int
    place: int
    text: str
    state: str
    reason: str = ""
    is_refused: bool = False
    local: str = ""
    suggestion: str = ""
    ground: str = ""
    moved_to: str = ""
    """The number of the local measure that took it up, where that comes from another superior measure."""


class Covered(Value, frozen=True):
    """One superior measure and what became of it; `local_ids` are of the measures whose numbers `locals` shows."""

    plan: str
    measure: str
    caption: str
    disposition: str
    reason: str
    locals: str
    wording: str = ""
    local_ids: tuple[str, ...] = ()
    is_merged: bool = False
    sentences: tuple[CoveredSentence, ...] = ()
    suggestion: str = ""
    ground: str = ""

    @property
    def dropped(self) -> int:
        """How many of its sentences were dropped without a reason."""
        return sum(sentence.state == "dropped" for sentence in self.sentences)


class Elsewhere(NamedTuple):
    """A sentence of a superior measure, by its place in the wording, and the local measure that took it up instead."""

    start: int
    end: int
    local: str
    number: str


def elsewhere(items: Iterable[Covered]) -> dict[tuple[str, str], tuple[Elsewhere, ...]]:
    """By plan and superior measure the sentences that local measures took up which come from other ones."""
    return {
        (item.plan, item.measure): found
        for item in items
        if (
            found := tuple(
                Elsewhere(each.place, each.place + len(each.text), each.local, each.moved_to)
                for each in item.sentences
                if each.moved_to
            )
        )
    }


def covered(project: Project, coverage: "Coverage") -> tuple[Covered, ...]:
    """Every superior measure with what became of it and of its sentences, in order."""
    from editor.drafting.suggestions import suggestions  # loads the room of comparing, off the UI thread

    ids = ((m.plan, m.parent) for m in coverage.measures)
    sentences: dict[tuple[str, str], list[SentenceCoverage]] = {id: [] for id in ids}
    for fate in coverage.sentences:
        sentences[fate.plan, fate.parent].append(fate)
    suggested = {(s.plan, s.parent, s.sentence): s.suggestion for s in suggestions(project)}
    refused = {(d.parent, d.measure, d.sentence) for d in project.decisions}
    shared = Counter((entry.plan, id) for entry in coverage.measures for id in entry.locals)
    measures = {(plan.id, m.id): m for plan in project.parents for m in plan.measures}
    numbers = {m.id: format_number(m.number, m.level) for m in project.local.measures}
    return tuple(
        _measure(
            entry,
            measures[entry.plan, entry.parent],
            numbers,
            any(shared[entry.plan, id] > 1 for id in entry.locals),
            _sentences(entry, sentences[entry.plan, entry.parent], suggested, refused, numbers),
        )
        for entry in coverage.measures
    )


def _measure(
    entry: "MeasureCoverage",
    measure: Measure,
    numbers: Mapping[str, str],
    is_merged: bool,
    sentences: tuple[CoveredSentence, ...],
) -> Covered:
    suggestion, ground = _prevailing(sentences)
    return Covered(
        entry.plan,
        entry.parent,
        caption(measure),
        entry.disposition,
        entry.reason or "",
        " ".join(filter(None, (numbers.get(id, "") for id in entry.locals))),
        measure.wording,
        entry.locals,
        is_merged,
        sentences,
        suggestion,
        ground,
    )


def _sentences(
    entry: "MeasureCoverage",
    fates: Sequence["SentenceCoverage"],
    suggested: Mapping[tuple[str, str, int], "Suggestion"],
    refused: set[tuple[str, str, int | None]],
    numbers: Mapping[str, str],
) -> tuple[CoveredSentence, ...]:
    place = 0
    made: list[CoveredSentence] = []
    for fate in fates:
        key = (entry.plan, entry.parent, fate.sentence)
        state = fate.status if entry.locals else entry.disposition
        if key in refused and state in ("dropped", "undecided"):
            state = "not_adopted"
        hint = suggested.get(key)
        made.append(
            CoveredSentence(
                fate.sentence,
                place,
                fate.text,
                state,
                fate.reason or "",
                key in refused,
                fate.local or "",
                hint.reason if hint else "",
                hint.ground if hint else "",
                numbers.get(fate.local or "", "") if fate.moved else "",
            )
        )
        place += len(fate.text)
    return tuple(made)


def _prevailing(sentences: Iterable[CoveredSentence]) -> tuple[str, str]:
    """The reason that more than half of a measure's words suggest, and the grounds; empty where there is none."""
    weights: Counter[str] = Counter()
    for sentence in sentences:
        weights[sentence.suggestion] += len(sentence.text)
    reason, weight = max(weights.items(), key=lambda item: item[1], default=("", 0))
    if not reason or 2 * weight <= weights.total():
        return "", ""
    grounds = dict.fromkeys(s.ground for s in sentences if s.suggestion == reason)
    return reason, "、".join(grounds)
