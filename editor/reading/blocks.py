"""Items become the blocks of a plan: sections, measures and paragraphs."""

from collections.abc import Sequence

from editor.plan.characters import official
from editor.plan.measures import Assignment, Block, Deadline, Lines, Measure, Paragraph, Section
from editor.plan.value import Value
from editor.reading.annotations import (
    Annotation,
    find_annotations,
    join_label_lines,
    parse_annotation,
    without,
)
from editor.reading.drafts import Draft, Entry
from editor.reading.headings import first_sentence, heading_words, is_heading, split_heading
from editor.reading.lines import Passage
from editor.reading.table_rows import row_words

_LONGEST_SECTION_HEADING = 60


class _Said(Value, frozen=True, kw_only=True):
    """What an item's annotations say together."""

    assignments: tuple[Assignment, ...] = ()
    deadline: Deadline | None = None
    leader: str | None = None


_NOTHING_SAID = _Said()


def build_blocks(parts: Sequence[Sequence[Entry]]) -> tuple[tuple[Block, ...], ...]:
    """The blocks that the entries of each part are, with ids s1, m1, p1 … through all parts."""
    builder = _Builder()
    return tuple(_build(builder, entries) for entries in parts)


def _build(builder: "_Builder", entries: Sequence[Entry]) -> tuple[Block, ...]:
    before = len(builder.blocks)
    for entry, item_below in zip(entries, _next_items(entries), strict=True):
        if isinstance(entry, Passage):
            builder.add_paragraph(entry.text, entry.lines)
        elif _is_section(entry, item_below):
            builder.add_section(entry)
        elif entry.passage.row:
            builder.add_row(entry)
        else:
            builder.add_measure(entry)
    return tuple(builder.blocks[before:])


def _next_items(entries: Sequence[Entry]) -> list[Draft | None]:
    """For every entry the next item after it."""
    following: list[Draft | None] = []
    item: Draft | None = None
    for entry in reversed(entries):
        following.append(item)
        item = entry if isinstance(entry, Draft) else item
    return following[::-1]


def _is_section(draft: Draft, following: Draft | None) -> bool:
    """Whether items stand below a heading, or only plain text below a heading of the first level."""
    if following and draft.holds(following):
        return True
    is_sentence = not draft.more and draft.words.rstrip().endswith("。")
    return (
        draft.level == 1
        and draft.marker is not None
        and draft.is_bare
        and not (draft.is_annotated or is_sentence)
    )


class _Builder:
    """The blocks so far, each kind numbered from 1."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._counts = {"s": 0, "m": 0, "p": 0}

    def _id(self, kind: str) -> str:
        self._counts[kind] += 1
        return f"{kind}{self._counts[kind]}"

    def add_paragraph(self, text: str, lines: Lines) -> None:
        """Unnumbered text."""
        if text.strip():
            words = official(text.strip())
            self.blocks.append(Paragraph(id=self._id("p"), text=words, lines=lines, original=text.strip()))

    def add_section(self, draft: Draft) -> None:
        """A heading with its leader and units, then the text that stands between it and its first item."""
        end = _section_heading_end(draft.words)
        heading, rest = draft.words[:end], draft.words[end:]
        spans = find_annotations(heading)
        said = _say([span.annotation for span in spans] + _notes(draft.notes))
        original = draft.passage.text.removesuffix(rest) if rest else draft.passage.text
        self.blocks.append(
            Section(
                id=self._id("s"),
                level=draft.level,
                number=draft.marker.number if draft.marker else None,
                heading=official(heading_words(without(heading, spans))).rstrip("。：；"),
                leader=said.leader,
                assignments=said.assignments,
                lines=_lines([draft.passage, *draft.notes]),
                original="\n".join([original, *(note.text for note in draft.notes)]),
            )
        )
        self.add_paragraph(rest, draft.passage.lines)
        for passage in draft.more:
            self._add_text(draft, passage)

    def _add_text(self, section: Draft, passage: Passage) -> None:
        if find_annotations(passage.text):
            self.add_measure(Draft(level=section.level, passage=passage))
        else:
            self.add_paragraph(passage.text, passage.lines)

    def add_row(self, draft: Draft) -> None:
        """A row of a responsibility table, and the text that stands below it."""
        said = row_words(draft.passage)
        notes = _say([said.annotation, *_notes(draft.notes)])
        self.blocks.append(
            Measure(
                id=self._id("m"),
                level=draft.level,
                number=draft.marker.number if draft.marker else None,
                heading=official(said.heading),
                text="\n".join([*said.texts, *(official(passage.text) for passage in draft.more)]),
                assignments=notes.assignments,
                deadline=notes.deadline,
                leader=notes.leader,
                lines=_lines(draft.passages),
                original="\n".join(passage.text for passage in draft.passages),
            )
        )

    def add_measure(self, draft: Draft) -> None:
        """An item with text of its own, what its annotations say taken out of the text."""
        texts = [draft.words, *(passage.text for passage in draft.more)]
        spans = [find_annotations(text) for text in texts]
        first, *others = (without(text, found).strip() for text, found in zip(texts, spans, strict=True))
        heading, text = _heading_and_text(first, bool(others))
        said = _say([span.annotation for found in spans for span in found] + _notes(draft.notes))
        self.blocks.append(
            Measure(
                id=self._id("m"),
                level=draft.level,
                number=draft.marker.number if draft.marker else None,
                heading=official(heading),
                text="\n".join(official(part) for part in (text, *others) if part),
                assignments=said.assignments,
                deadline=said.deadline,
                leader=said.leader,
                lines=_lines(draft.passages),
                original="\n".join(passage.text for passage in draft.passages),
            )
        )


def _lines(passages: Sequence[Passage]) -> Lines:
    if len(passages) == 1:
        return passages[0].lines
    return min(p.lines[0] for p in passages), max(p.lines[1] for p in passages)


def _notes(notes: Sequence[Passage]) -> list[Annotation]:
    """The annotations in lines of their own, in brackets or not."""
    found: list[Annotation] = []
    if not notes:
        return found
    for text in join_label_lines([note.text for note in notes]):
        spans = find_annotations(text)
        found += [span.annotation for span in spans] if spans else [parse_annotation(text)]
    return found


def _say(annotations: Sequence[Annotation]) -> _Said:
    if not annotations:
        return _NOTHING_SAID
    return _Said(
        assignments=tuple(a.assignment for a in annotations if a.assignment),
        deadline=next((a.deadline for a in annotations if a.deadline), None),
        leader=next((a.leader for a in annotations if a.leader), None),
    )


def _section_heading_end(words: str) -> int:
    """Where a section's heading ends: after its run-in heading, or where it is short at its end, else at once."""
    short = len(without(words, find_annotations(words)).strip()) <= _LONGEST_SECTION_HEADING
    return split_heading(words) or (len(words) if short else 0)


def _heading_and_text(words: str, has_more: bool) -> tuple[str, str]:
    """A measure's heading and the text in the same passage; a lone sentence is heading only where it has no 。 or text follows."""
    cut = split_heading(words)
    if cut:
        return heading_words(words[:cut]), words[cut:].strip()
    unended = words[-1:] not in tuple("。；，：")
    if is_heading(first_sentence(words)) and (has_more or unended):
        return words.rstrip("。"), ""
    return "", words
