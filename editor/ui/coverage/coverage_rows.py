"""The rows of the board of coverage: plans, their measures, their sentences; filtered and in order; without Qt."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from itertools import groupby
from typing import NamedTuple

from editor.plan.value import Value
from editor.plan.words import WORDS
from editor.ui.base.outline_rows import coverage_mark
from editor.ui.base.rows import Row
from editor.ui.coverage.covered import Covered, CoveredSentence
from editor.wording import N_, _

SENTENCE_MARKS = {
    "kept": "✓",
    "reworded": "◐",
    "dropped": "▽",
    "not_adopted": "✗",
    "undecided": "○",
    "added": "＋",
}
_URGENCY = {"undecided": 0, "not_adopted": 2}


class SentenceOf(Value, frozen=True):
    """A sentence with the measure that it stands in."""

    measure: Covered
    sentence: CoveredSentence


class Filter(NamedTuple):
    """What the board can be narrowed to; a measure stays for its own sake or for that of a sentence."""

    name: str
    measure: Callable[[Covered], bool]
    sentence: Callable[[CoveredSentence], bool] | None = None
    """Where given, measures are opened, and show only these sentences."""


def _with_disposition(disposition: str) -> Callable[[Covered], bool]:
    return lambda item: item.disposition == disposition


FILTERS = (
    Filter(N_("everything"), lambda item: True),
    Filter(N_("undecided"), _with_disposition("undecided")),
    Filter(N_("not adopted"), _with_disposition("not_adopted"), lambda s: s.state == "not_adopted"),
    Filter(N_("dropped sentences"), lambda item: False, lambda s: s.state == "dropped"),
    Filter(
        N_("with a suggestion"),
        lambda item: bool(item.suggestion) and item.disposition == "undecided",
        lambda s: bool(s.suggestion) and s.state in ("dropped", "undecided"),
    ),
    *(Filter(WORDS[name], _with_disposition(name)) for name in ("verbatim", "localized", "adapted")),
)


def coverage_rows(
    items: Iterable[Covered],
    names: Mapping[str, str],
    chosen: Filter,
    is_urgent_first: bool,
    reason: str = "",
) -> tuple[Row, ...]:
    """A row for every plan with those of its measures that the filter lets through, undecided first if wanted.

    With a `reason` only what was refused for it.
    """
    rows = []
    for plan, group in groupby(items, key=lambda item: item.plan):
        members = list(group)
        ordered = sorted(members, key=_urgency) if is_urgent_first else members
        shown = tuple(row for item in ordered if (row := _measure_row(item, chosen, reason)))
        if shown:
            cells = (names.get(plan, plan), _decided(members), "", "", "")
            rows.append(Row(f"plan {plan}", cells, shown, emphasis=True))
    return tuple(rows)


def stands_for_itself(item: Covered, chosen: Filter, reason: str = "") -> bool:
    """Whether a measure is shown for its own sake, and not only for that of its sentences."""
    return chosen.measure(item) and reason in ("", item.reason)


def _urgency(item: Covered) -> int:
    """Undecided measures come first, then those that lost sentences, then those refused, then the rest."""
    return _URGENCY.get(item.disposition, 1 if item.dropped else 3)


def reasons(items: Iterable[Covered]) -> tuple[str, ...]:
    """The reasons that measures and sentences were refused for, each once, the most frequent first."""
    counts: Counter[str] = Counter()
    for item in items:
        counts.update(reason for reason in {item.reason, *(s.reason for s in item.sentences)} if reason)
    return tuple(reason for reason, _count in counts.most_common())


def _measure_row(item: Covered, chosen: Filter, reason: str) -> Row | None:
    wanted = [s for s in item.sentences if chosen.sentence is None or chosen.sentence(s)]
    if reason:
        wanted = [s for s in wanted if s.reason == reason]
        if not wanted and item.reason != reason:
            return None
    if not chosen.measure(item) and not (chosen.sentence and wanted):
        return None
    name = _(WORDS[item.disposition])
    if item.is_merged:
        name = _("{disposition}, merged").format(disposition=name)
    if len(item.local_ids) > 1:
        name = _("{disposition}, split").format(disposition=name)
    if item.dropped:
        name = _("{disposition}, {count} dropped").format(disposition=name, count=item.dropped)
    decision = f"{coverage_mark(item.disposition)} {name}"
    cells = (item.caption, decision, item.reason, item.locals, _suggestion(item.suggestion, item.ground))
    children = tuple(_sentence_row(item, sentence) for sentence in wanted)
    return Row(f"{item.plan}/{item.measure}", cells, children, hint=item.wording, value=item)


def _sentence_row(item: Covered, sentence: CoveredSentence) -> Row:
    decision = f"{SENTENCE_MARKS.get(sentence.state, '')} {_(WORDS[sentence.state])}"
    text = " ".join(sentence.text.split())
    hint = _suggestion(sentence.suggestion, sentence.ground)
    moved = f"⇄ {sentence.moved_to}" if sentence.moved_to else ""
    cells = (text, decision, sentence.reason, moved, hint)
    key = f"{item.plan}/{item.measure}/{sentence.place}"
    return Row(key, cells, hint=sentence.text, value=SentenceOf(item, sentence))


def _suggestion(reason: str, ground: str) -> str:
    return _("{reason}? says “{ground}”").format(reason=reason, ground=ground) if reason else ""


def _decided(items: list[Covered]) -> str:
    undecided = sum(item.disposition == "undecided" for item in items)
    return _("{decided} of {all} decided").format(decided=len(items) - undecided, all=len(items))


def counts_line(items: Iterable[Covered]) -> str:
    """How many measures are decided, which way, and how many sentences were dropped without a reason."""
    entries = list(items)
    count = Counter(item.disposition for item in entries)
    return _(
        "{decided} of {all} decided, {undecided} undecided, {declined} not adopted,"
        " {dropped} of {sentences} sentences dropped without a reason"
    ).format(
        decided=len(entries) - count["undecided"],
        all=len(entries),
        undecided=count["undecided"],
        declined=count["not_adopted"],
        dropped=sum(item.dropped for item in entries),
        sentences=sum(len(item.sentences) for item in entries),
    )
