"""Passages of a plan's body gathered into items: each with the paragraphs and annotations that belong to it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from msgspec.structs import replace

from editor.plan.numbering import LEVELS, parse_numeral
from editor.reading.annotations import (
    find_annotations,
    is_annotation_line,
    is_label_line,
    is_leader_line,
    is_unit_line,
)
from editor.reading.coded_lists import coded_lists
from editor.reading.headings import first_sentence, is_heading
from editor.reading.lines import Passage, begins_its_line
from editor.reading.markers import Marker, parse_bare_marker, parse_marker
from editor.reading.table_rows import has_more, has_units, row_level, row_marker

_LONGEST_SUBHEAD = 25
_ITEM_LEVEL = 3
_POINTS = "。，；：、？！,;:?!（）()"


@dataclass
class Draft:
    """An item in the making; `level` is its own, or for an item without number that of the section it stands in."""

    level: int
    passage: Passage
    marker: Marker | None = None
    more: list[Passage] = field(default_factory=list)
    notes: list[Passage] = field(default_factory=list)
    _order: list[Passage] = field(default_factory=list)

    @property
    def words(self) -> str:
        """The first passage's words after the number."""
        return self.passage.text[self.marker.end if self.marker else 0 :]

    @property
    def passages(self) -> list[Passage]:
        """Everything the item is made of, in order."""
        return [self.passage, *self._order]

    def add_text(self, passages: Sequence[Passage]) -> None:
        """Take more paragraphs."""
        self.more += passages
        self._order += passages

    def add_note(self, passage: Passage) -> None:
        """Take a line of annotations."""
        self.notes.append(passage)
        self._order.append(passage)

    @property
    def is_annotated(self) -> bool:
        """Whether the item carries an assignment or deadline of its own."""
        if self.passage.row:
            return has_units(self.passage)
        return any(find_annotations(p.text) or is_annotation_line(p.text) for p in self.passages)

    @property
    def is_listing_units(self) -> bool:
        """Whether a line that begins with a label, or one more unit below it, is what was taken last."""
        if not self.notes or self._order[-1] is not self.notes[-1]:
            return False
        return is_label_line(self.notes[-1].text) or is_unit_line(self.notes[-1].text)

    @property
    def is_bare(self) -> bool:
        """Whether the first passage is a heading and nothing else."""
        if has_more(self.passage):
            return False
        words = self.words.strip()
        sentence = first_sentence(words)
        return len(sentence) >= len(words) - 1 and is_heading(sentence) and not find_annotations(words)

    def holds(self, other: "Draft") -> bool:
        """Whether `other`, the next item, stands below this one."""
        if other.level == self.level:
            return self.marker is not None and other.marker is None
        return other.level > self.level


Entry: TypeAlias = Draft | Passage
"""An item, or a paragraph that belongs to none."""


def _is_chapter(text: str) -> bool:
    marker = parse_marker(text)
    return marker is not None and marker.form == "chapter"


def gather(passages: Sequence[Passage]) -> list[Entry]:
    """The body's items and loose paragraphs, in order."""
    has_chapters = any(_is_chapter(passage.text) for passage in passages)
    gathered = _Gathering(has_chapters, listed=coded_lists(passages))
    place = 0
    while place < len(passages):
        place = gathered.take(passages, place)
    return gathered.entries


class _Gathering:
    """The entries so far, and where the next passages go."""

    def __init__(self, has_chapters: bool, listed: frozenset[int]) -> None:
        self._has_chapters = has_chapters
        self._listed = listed
        self.entries: list[Entry] = []
        self.open: list[Draft] = []
        """The last item and those it stands in, outermost first."""

    def take(self, passages: Sequence[Passage], place: int) -> int:
        """Take the passage at `place`, or a run of plain ones; gives back the place after them."""
        passage = passages[place]
        if place in self._listed:
            return self._take_run(passages, place)
        if passage.row:
            self._add_row(passage)
        elif marker := self._marker(passage):
            self._add(Draft(level=marker.level, passage=passage, marker=marker))
        elif is_annotation_line(passage.text):
            self._take_annotation(passage, passages[place + 1 : place + 2])
        elif (last := self._last()) and last.is_listing_units and is_unit_line(passage.text):
            last.add_note(passage)
        elif self._is_subhead(passage, passages[place + 1 : place + 2]):
            self._add(Draft(level=self._subhead_level(passages[place + 1]), passage=passage))
        else:
            return self._take_run(passages, place)
        return place + 1

    def _add(self, draft: Draft) -> None:
        while self.open and not self.open[-1].holds(draft):
            self.open.pop()
        self.open.append(draft)
        self.entries.append(draft)

    def _marker(self, passage: Passage) -> Marker | None:
        """The passage's number; where a repair gives it one, that, at the level printed or else of the item before."""
        marker = self._at_its_level(parse_marker(passage.text))
        value = parse_numeral(passage.first.numeral or "")
        if value is None or not begins_its_line(passage):
            return marker
        level = self.open[-1].level if self.open else _ITEM_LEVEL
        printed = marker or parse_bare_marker(passage.text)
        printed = printed or Marker(level=level, number="", value=value, end=0)
        return replace(printed, number=passage.first.numeral or "", value=value)

    def _at_its_level(self, marker: Marker | None) -> Marker | None:
        """The number of what stands in a chapter one level lower: an article, and an item within it."""
        if marker is None or not self._has_chapters or marker.form == "chapter":
            return marker
        return replace(marker, level=min(marker.level + 1, LEVELS[-1]))

    def _add_row(self, passage: Passage) -> None:
        marker = row_marker(passage)
        self._add(Draft(level=marker.level if marker else row_level(passage), passage=passage, marker=marker))

    def _take_annotation(self, passage: Passage, following: Sequence[Passage]) -> None:
        owner = self._section_above() if self._is_of_section(passage, following) else self._last()
        if owner:
            owner.add_note(passage)
        else:
            self._add(Draft(level=1, passage=passage))

    def _is_of_section(self, passage: Passage, following: Sequence[Passage]) -> bool:
        """Whether a line names the leader of a whole section; one above an item's own line of units is the item's."""
        if not is_leader_line(passage.text):
            return False
        last = self._last()
        units_follow = any(is_label_line(p.text) and not is_leader_line(p.text) for p in following)
        return not (units_follow and last and not last.is_bare and not last.is_annotated)

    def _last(self) -> Draft | None:
        return self.open[-1] if self.open else None

    def _section_above(self) -> Draft | None:
        """The item that a line about a whole section belongs to: the last one if it is bare, else the one around it."""
        if len(self.open) > 1 and not self.open[-1].is_bare:
            return self.open[-2]
        return self._last()

    def _level_here(self) -> int:
        """The level of the section in which an item without number would stand."""
        section = self._section_above()
        return section.level if section else 1

    def _is_subhead(self, passage: Passage, following: Sequence[Passage]) -> bool:
        """Whether a short line without number heads what follows: items that start again at 1, or a text with units."""
        text = passage.text
        if not self.open or not following or len(text) > _LONGEST_SUBHEAD or any(c in _POINTS for c in text):
            return False
        marker = parse_marker(following[0].text)
        if marker is None:
            return bool(find_annotations(following[0].text)) and not is_annotation_line(following[0].text)
        return marker.value == 1 and marker.level > 1

    def _subhead_level(self, following: Passage) -> int:
        marker = parse_marker(following.text)
        return marker.level - 1 if marker else self._level_here()

    def _take_run(self, passages: Sequence[Passage], place: int) -> int:
        end = place + 1
        while end < len(passages) and self._is_plain(passages, end):
            end += 1
        self._share_out(passages[place:end])
        return end

    def _is_plain(self, passages: Sequence[Passage], place: int) -> bool:
        text = passages[place].text
        if place in self._listed:
            return True
        if (
            passages[place].row
            or passages[place].first.numeral
            or parse_marker(text)
            or is_annotation_line(text)
        ):
            return False
        return not self._is_subhead(passages[place], passages[place + 1 : place + 2])

    def _share_out(self, run: Sequence[Passage]) -> None:
        """Plain paragraphs: the text of a bare item, the rest of an item whose units come last, or loose ones."""
        annotated = [place for place, passage in enumerate(run) if find_annotations(passage.text)]
        last = self._last()
        own = 0
        if last and len(annotated) <= 1 and not last.is_annotated:
            own = annotated[0] + 1 if annotated else len(run) if last.is_bare else 0
            last.add_text(run[:own])
        for place, passage in enumerate(run[own:], own):
            if place in annotated:
                self._add(Draft(level=self._level_here(), passage=passage))
            else:
                self.entries.append(passage)
