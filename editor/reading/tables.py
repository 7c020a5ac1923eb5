"""Responsibility tables: rows with a task and its units, told by the words at the head of the columns."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

from msgspec.structs import replace

from editor.plan.value import Value
from editor.reading.lines import Column, Line, Passage, TableCell, join, passage_of
from editor.reading.wrapping import join_laid_out

_WORDS: tuple[tuple[Column, str], ...] = (
    ("number", "序号|编号|项次|排序"),
    ("lead_units", "(?:牵头|主办|主责|主要负责)(?:责任)?(?:单位|部门)"),
    ("supporting_units", "(?:配合|协办|协同|参与|参加|支持)(?:单位|部门)"),
    ("responsible_units", "(?:责任|落实|实施|承办|指导|负责|承担)(?:单位|部门|主体)|责任分工"),
    ("leader", "(?:责任|牵头|分管|包保|挂牌)领导|责任人"),
    ("deadline", "(?:完成|办理|推进|实施|办结)?(?:时限|时间(?:节点|要求|安排|进度)?|期限)"),
    ("group", "(?:任务|事项|工作|重点)?(?:类别|分类|领域|板块)|重点领域|一级指标"),
    ("text", ".{0,6}(?:内容|要求|具体(?:措施|任务|举措)|目标|标准|成果|工作举措|实施措施)"),
    ("heading", ".{0,8}(?:任务|举措|事项|措施|项目|工作|名称|指标)"),
)
_HEADS = tuple((kind, re.compile(f"(?:{words})(?:[（(].*[）)])?")) for kind, words in _WORDS)
_UNITS: tuple[Column, ...] = ("lead_units", "responsible_units", "supporting_units")
_TASKS: tuple[Column, ...] = ("heading", "text")
_SENTENCE_ENDS = tuple("。！？；")
_BLANKS = re.compile(r"\s+")
_Cells: TypeAlias = dict[int, list[Line]]
"""The lines of one row by column."""


class _Head(Value, frozen=True, kw_only=True):
    """What the columns of a table hold, and the words at their heads."""

    columns: dict[int, Column]
    words: dict[int, str]


def part_tables(lines: Sequence[Line]) -> tuple[list[Line], list[Passage]]:
    """The lines outside responsibility tables, and the rows of those tables, their heads set aside."""
    rows: list[Passage] = []
    outside = [line for line in lines if line.aside]
    for table, group in groupby(
        (line for line in lines if not line.aside), key=lambda line: line.cell and line.cell.table
    ):
        members = list(group)
        found = list(_rows(members)) if table else []
        rows += found
        outside += [] if found else members
    return outside, rows


def _rows(lines: Sequence[Line]) -> Iterator[Passage]:
    """The rows of one table from its first line to its last; nothing where it assigns no tasks."""
    head: _Head | None = None
    above: list[Passage] = []
    latest: _Cells = {}
    for cells in _cells(lines):
        found = _head(cells)
        if found or head is None:
            above.append(_joined(cells).set_aside("table_head"))
        if found:
            head = found
            yield from above
            above.clear()
        elif head and _is_rest(latest, cells, head):
            latest = _with_rest(latest, cells)
        elif head:
            yield from _row(latest, head)
            latest = cells
    if head:
        yield from _row(latest, head)


def _is_rest(before: _Cells, cells: _Cells, head: _Head) -> bool:
    """Whether a page's first row is the rest of the one that the page before ended with: one number serves both."""
    pages = [next(iter(row.values()))[-1].page for row in (before, cells) if row]
    numbers = [column for column, kind in head.columns.items() if kind == "number"]
    if len(numbers) != 1 or len(set(pages)) != 2 or None in pages:
        return False
    between = any(list(row) == [0] for row in (before, cells))
    return not between and not (numbers[0] in before and numbers[0] in cells)


def _with_rest(before: _Cells, rest: _Cells) -> _Cells:
    """The row with what the next page holds of it; a sentence that had no end goes on there."""
    whole = {column: list(lines) for column, lines in before.items()}
    for column, (first, *others) in rest.items():
        lines = whole.setdefault(column, [])
        goes_on = bool(lines) and not lines[-1].text.endswith(_SENTENCE_ENDS)
        lines += [replace(first, continues=goes_on), *others]
    return dict(sorted(whole.items()))


def _cells(lines: Sequence[Line]) -> Iterator[_Cells]:
    """Row by row the lines in each column."""
    for _number, group in groupby(lines, key=lambda line: line.cell and line.cell.row):
        cells: _Cells = {}
        for line in group:
            cells.setdefault(line.cell.column if line.cell else 0, []).append(line)
        yield cells


def _joined(cells: _Cells) -> Passage:
    return join([passage_of(line) for members in cells.values() for line in members])


def _head(cells: _Cells) -> _Head | None:
    """The heads of the columns, None where these head no responsibility table."""
    words = {column: _plain("".join(line.text for line in members)) for column, members in cells.items()}
    if not heads_tasks(list(words.values())):
        return None
    return _Head(columns={column: _kind(head) for column, head in words.items()}, words=words)


def heads_tasks(heads: Sequence[str]) -> bool:
    """Whether the words at the heads of columns are those of a responsibility table: a task and its units."""
    kinds = {_kind(_plain(head)) for head in heads}
    return len(heads) > 1 and not (kinds.isdisjoint(_UNITS) or kinds.isdisjoint(_TASKS))


def is_number_head(words: str) -> bool:
    """Whether words at the head of a column say that its cells are the rows' numbers."""
    return dict(_HEADS)["number"].fullmatch(_plain(words)) is not None


def _kind(words: str) -> Column:
    return next((kind for kind, pattern in _HEADS if pattern.fullmatch(words)), "other")


def _plain(words: str) -> str:
    return _BLANKS.sub("", words)


def _row(cells: _Cells, head: _Head) -> Iterator[Passage]:
    """The row; a cell that heads several rows is a heading between rows, as is a row of one cell."""
    if not cells:
        return
    if len(cells) == 1:
        yield _passage(cells, head, "group")
        return
    group = {column: members for column, members in cells.items() if head.columns.get(column) == "group"}
    if group:
        yield _passage(group, head, "group")
    rest = {column: members for column, members in cells.items() if column not in group}
    if rest:
        yield _passage(rest, head)


def _passage(cells: _Cells, head: _Head, column: Column | None = None) -> Passage:
    row = tuple(
        TableCell(
            column=column or head.columns.get(place, "other"),
            head=head.words.get(place, ""),
            text="\n".join(passage.text for passage in join_laid_out(members)),
        )
        for place, members in cells.items()
    )
    return Passage(fragments=_joined(cells).fragments, row=row)
