"""From lines to passages: page numbers set aside, broken paragraphs joined, glued items parted.

Cleaning only cuts, joins and reorders; no character is lost or changed.
"""

import re
from collections.abc import Iterable, Sequence

from editor.plan.characters import is_han
from editor.plan.deadlines import parse_date
from editor.plan.issues import Issue
from editor.plan.repairs import NotANumber
from editor.plan.value import Value
from editor.reading.annotations import (
    find_annotations,
    has_open_annotation,
    is_annotation_line,
    starts_annotation,
)
from editor.reading.bare_numbers import mark_bare_numbers
from editor.reading.doubts import doubt
from editor.reading.glued import part_glued
from editor.reading.headings import first_sentence, is_heading
from editor.reading.lines import Line, Passage, join, passage_of
from editor.reading.markers import parse_marker
from editor.reading.strays import set_strays_aside
from editor.reading.tables import part_tables
from editor.reading.unrolling import unroll
from editor.reading.wrapping import (
    BARE_PAGE_NUMBER,
    PAGE_NUMBER,
    begins_inside,
    column_width,
    join_laid_out,
    join_wrapped,
    put_pages_right,
)
from editor.wording import _

_ENDS = "。！？；：!?;:…”’）)〕]】》.、"
_LONGEST_BROKEN = 5000
_TAIL = 2000
"""Characters before a break that tell whether the sentence goes on."""
_GOES_ON = "，,、"
_SIGNATURE = re.compile("[^，。；：、]{2,30}(?:办公室|办公厅|人民政府|委员会|厅|局|部|院)")
_SIGNATURE_AND_DATE = re.compile(rf"({_SIGNATURE.pattern})\s+(\S{{4}}年\S{{1,3}}月\S{{1,4}}日)")
_STANDING_ALONE = re.compile(
    "\\s*[（(](?:此件|本文|此文)|\\s*附件|\\s*[^。，]{2,20}[〔\\[]\\d{4}[〕\\]]\\d+号$"
)


class Cleaned(Value, frozen=True, kw_only=True):
    """The passages of a source, set-aside ones among them, and what was doubted."""

    passages: tuple[Passage, ...]
    issues: tuple[Issue, ...]


def clean(lines: Iterable[Line]) -> Cleaned:
    """The source's lines as paragraphs and items, each where it was meant to be."""
    content, rows = part_tables([line for line in lines if line.text.strip()])
    content = mark_bare_numbers(content)
    aside = [passage_of(line) for line in content if line.aside]
    passages, issues = _paragraphs([line for line in content if not line.aside])
    passages, falsely_numbered = _join_false_numbers(unroll(passages))
    passages = _join_broken(_part_signatures(passages))
    passages, glued = part_glued(passages)
    passages, strays = set_strays_aside(passages)
    everything = _in_order([*passages, *aside, *rows])
    return Cleaned(passages=tuple(everything), issues=(*issues, *falsely_numbered, *glued, *strays))


def _in_order(passages: list[Passage]) -> list[Passage]:
    """Set-aside passages and rows of tables back among the others, which keep the order they were put in."""
    aside = sorted((p for p in passages if p.aside or p.row), key=lambda p: p.lines[0])
    ordered: list[Passage] = []
    for passage in (p for p in passages if not (p.aside or p.row)):
        while aside and aside[0].lines < passage.lines:
            ordered.append(aside.pop(0))
        ordered.append(passage)
    return ordered + aside


def _paragraphs(lines: Sequence[Line]) -> tuple[list[Passage], list[Issue]]:
    laid_out = any(line.continues is not None for line in lines)
    column = None if laid_out else column_width(lines)
    numbers = [passage_of(line).set_aside("page_number") for line in lines if _is_page_number(line, column)]
    text = [line for line in lines if not _is_page_number(line, column)]
    if laid_out:
        return [*join_laid_out(text), *numbers], []
    if column is None:
        return [*join_laid_out(text), *numbers], []
    ordered, issues = put_pages_right(text)
    return [*join_wrapped(ordered, column), *numbers], issues


def _is_page_number(line: Line, column: float | None) -> bool:
    if line.kept:
        return False
    if PAGE_NUMBER.fullmatch(line.text):
        return True
    return column is not None and BARE_PAGE_NUMBER.fullmatch(line.text) is not None


def _is_unfinished(text: str) -> bool:
    """Whether a paragraph stops in the middle of a sentence or of a responsibility bracket."""
    if text[-1] in _GOES_ON or has_open_annotation(text):
        return True
    return text[-1] not in _ENDS and "。" in text


def _join_false_numbers(passages: Sequence[Passage]) -> tuple[list[Passage], list[Issue]]:
    """A page break may leave digits that look like an item number in the middle of a sentence."""
    joined: list[Passage] = []
    issues: list[Issue] = []
    for passage in passages:
        marker = parse_marker(passage.text)
        if (
            marker
            and joined
            and not _is_certain(passage)
            and _breaks_sentence(joined[-1], passage.text[marker.end :])
        ):
            number, rest = passage.cut([marker.end])
            whole = join([joined[-1], rest])
            message = _(
                "“{number}” looks like an item number but stands inside a sentence; it was set aside."
            )
            words = message.format(number=number.text.strip())
            repair = NotANumber(line=passage.first.number)
            issues.append(doubt("false_number", "warning", words, whole.lines, repair=repair))
            joined[-1:] = [number.set_aside("false_number"), whole]
        else:
            joined.append(passage)
    return joined, issues


def _is_certain(passage: Passage) -> bool:
    """Whether a repair says that the passage begins where it does."""
    first = passage.first
    return first.joined is False or first.kept or first.as_printed or first.numeral is not None


def _breaks_sentence(before: Passage, words: str) -> bool:
    if (
        before.aside
        or not words
        or len(before.text) > _LONGEST_BROKEN
        or not is_han(before.text[-1])
        or not parse_marker(before.text)
    ):
        return False
    return (
        _is_unfinished(before.text)
        and not find_annotations(before.text)
        and not is_heading(first_sentence(words))
    )


def _join_broken(passages: Sequence[Passage]) -> list[Passage]:
    """Paragraphs that a page end broke made whole; what is set aside between the halves stays where it is."""
    groups: list[list[Passage]] = []
    last: list[Passage] = []
    tail = ""
    for passage in passages:
        if not passage.aside and last and not _is_certain(passage) and _goes_on(tail, passage.text):
            last.append(passage)
            tail = tail[-_TAIL:] + passage.text
            continue
        groups.append([passage])
        if not passage.aside:
            last, tail = groups[-1], passage.text
    return [join(group) if len(group) > 1 else group[0] for group in groups]


def _part_signatures(passages: Sequence[Passage]) -> list[Passage]:
    """An issuer and the date in one line are two elements."""
    parted: list[Passage] = []
    for passage in passages:
        match = None if passage.aside else _SIGNATURE_AND_DATE.fullmatch(passage.text)
        parted += passage.cut([match.end(1)]) if match and parse_date(match[2]) else [passage]
    return parted


def _goes_on(before: str, text: str) -> bool:
    if parse_marker(text) or starts_annotation(text):
        return False
    if begins_inside(text):
        return True
    if not _is_unfinished(before):
        return False
    return not (
        parse_date(text)
        or _SIGNATURE.fullmatch(text)
        or _STANDING_ALONE.match(text)
        or is_annotation_line(before)
    )
