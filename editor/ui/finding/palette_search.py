"""What the command palette offers, and how it is found; without Qt."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple, TypeAlias

from editor.plan.measures import Measure, Paragraph
from editor.plan.plans import Plan
from editor.plan.searching import folded
from editor.ui.base.outline_rows import caption
from editor.ui.base.pinyin_search import NO_FIT, rank

MOST_SHOWN = 60
_BY_TEXT = 8
"""The rank of a measure in whose text the words stand."""
_SNIPPET = 24
_FIRST = {"action": 0, "block": 1}
Kind: TypeAlias = Literal["action", "block"]


class Entry(NamedTuple):
    """An action, or a block to go to: what it is called, where it belongs, its key, and its text to search in."""

    kind: Kind
    id: str
    title: str
    place: str = ""
    key: str = ""
    number: str = ""
    text: str = ""
    plan: str = ""


def block_entries(plan: Plan, name: str) -> tuple[Entry, ...]:
    """The sections and measures of a plan as entries; `name` is what the plan is called."""
    return tuple(
        Entry(
            "block",
            block.id,
            block.heading or caption(block),
            f"{name} {caption(block)}".strip() if block.heading else name,
            number=block.number or "",
            text=block.text if isinstance(block, Measure) else "",
            plan=plan.id,
        )
        for block in plan.body
        if not isinstance(block, Paragraph)
    )


def find_entries(entries: Sequence[Entry], typed: str) -> tuple[Entry, ...]:
    """The entries that fit what was typed, best first, at most MOST_SHOWN; with nothing typed the actions."""
    if not typed.strip():
        return tuple(entry for entry in entries if entry.kind == "action")[:MOST_SHOWN]
    ranked = ((_rank(entry, typed), place) for place, entry in enumerate(entries))
    best = sorted((fit, _FIRST[entries[place].kind], place) for fit, place in ranked if fit < NO_FIT)
    return tuple(_shown(entries[place], typed, fit) for fit, _kind, place in best[:MOST_SHOWN])


def _rank(entry: Entry, typed: str) -> int:
    wanted = folded(typed.strip()).rstrip(".、")
    if entry.number and wanted == entry.number:
        return 0
    fit = rank(typed, (entry.title,))
    if fit == NO_FIT and entry.text and wanted in folded(entry.text):
        return _BY_TEXT
    return fit


def _shown(entry: Entry, typed: str, fit: int) -> Entry:
    """The entry, with the words around those that were found in its text."""
    if fit != _BY_TEXT:
        return entry
    place = folded(entry.text).find(folded(typed.strip()).rstrip(".、"))
    start = max(place - _SNIPPET // 2, 0)
    snippet = " ".join(entry.text[start : start + 2 * _SNIPPET].split())
    return entry._replace(place=f"{entry.place} …{snippet}…")


def load_sounds(titles: Iterable[str]) -> None:
    """Have the sounds of these titles at hand; takes a while the first time, so it is done off the UI thread."""
    for title in titles:
        rank("a", (title,))
