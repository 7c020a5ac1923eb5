"""The list of reviewers' marks (审稿标注: 序号 / 条目 / 上级原文 / 本级文字 / 说明), what is to ask first."""

from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

from msgspec.structs import replace

from editor.comparing import Op, figure_pieces
from editor.plan.project import Marked, Project
from editor.writing.base.characters import one_line
from editor.writing.base.table import MARKS, Cell, Row, Stretch, Table
from editor.writing.base.written import Written
from editor.writing.tables.change_words import short_name
from editor.writing.tables.marking import LEGEND
from editor.writing.tables.table_file import write_table
from editor.writing.template.template import notice_template

HEADS = ("序号", "条目", "上级原文", "本级文字", "说明")
VERDICTS = {"to_ask": "需请示", "doubtful": "存疑", "checked": "已核"}
"""What the marks are called, in the order of the list."""
_GONE = "此处已无差异"


def write_marks(
    project: Project, marked: Sequence[Marked], path: Path, template: Path | None = None
) -> Written:
    """The reviewers' marks as .docx or .xlsx; what was written is read again and compared.

    Its `measures` are the marks listed. SaveProblem where it can't be written.
    """
    look = notice_template(template)
    table = marks_table(project, marked)
    return replace(write_table(project, table, look.changes_table, path, look), measures=len(marked))


def marks_table(project: Project, marked: Sequence[Marked]) -> Table:
    """The whole list: the marks by what was found, each with the sentences that it is on."""
    counts = {verdict: sum(each.mark.verdict == verdict for each in marked) for verdict in VERDICTS}
    told = "，".join(f"{name}{counts[verdict]}处" for verdict, name in VERDICTS.items() if counts[verdict])
    return Table(
        name=MARKS,
        title=f"{one_line(project.local.title)}{MARKS}",
        opening=f"共标注{len(marked)}处，其中：{told}。" if marked else "没有标注。",
        heads=HEADS,
        rows=tuple(_rows(project, marked)),
    )


def _rows(project: Project, marked: Sequence[Marked]) -> Iterator[Row]:
    names = {measure.id: short_name(measure) for measure in project.local.measures}
    serials = count(1)
    for verdict, name in VERDICTS.items():
        found = [each for each in marked if each.mark.verdict == verdict]
        if found:
            yield Row(cells=(name,))
        for each in found:
            mark = each.mark
            yield Row(
                cells=(
                    str(next(serials)),
                    names[mark.measure] + _above(project, mark.parent),
                    _cell(mark.old, "-", each.old_around),
                    _cell(mark.new, "+", each.new_around),
                    "；".join(filter(None, (one_line(mark.note), "" if each.is_there else _GONE))),
                )
            )
    if marked:
        yield Row(cells=(LEGEND,), is_remark=True)


def _above(project: Project, plan: str) -> str:
    """Which superior plan a mark is about, where there are several."""
    titles = {parent.id: one_line(parent.title) for parent in project.parents}
    return f"（对照《{titles[plan]}》）" if len(titles) > 1 and titles.get(plan) else ""


def _cell(words: str, op: Op, around: tuple[str, str]) -> Cell:
    """The words marked amid their sentence."""
    before, behind = around
    pieces = figure_pieces(words) if words else ()
    marked = (Stretch(text=text, op=op, is_figure=is_figure) for text, is_figure in pieces)
    return tuple(each for each in (Stretch(text=before), *marked, Stretch(text=behind)) if each.text)
