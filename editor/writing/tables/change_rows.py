"""The list of changes (改动说明: 序号 / 条目 / 原文 / 现文 / 说明) from one version of the draft to a later one, as rows."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from typing import NamedTuple

from editor.comparing import changes_between
from editor.plan.measures import Block, Measure, Paragraph, Section
from editor.plan.notice import Notice
from editor.plan.numbering import format_number
from editor.plan.project import Snapshot
from editor.writing.base.characters import one_line, paragraphs
from editor.writing.base.table import CHANGES, Cell, Row, Table
from editor.writing.tables.change_words import (
    Transfers,
    short_name,
    told_deadline,
    told_figures,
    told_leader,
    told_place,
    told_units,
)
from editor.writing.tables.marking import LEGEND, joined, marked, printed_measure

HEADS = ("序号", "条目", "原文", "现文", "说明")
DRAFT = "现稿"
"""What the draft is called as long as no snapshot was taken of it."""
_FRAME = {"title": "方案标题", "opening": "方案引言", "closing": "方案结尾"}
_NOTICE = {
    "title": "通知标题",
    "document_number": "发文字号",
    "addressees": "主送机关",
    "text": "通知正文",
    "issuers": "发文机关署名",
    "date": "成文日期",
    "annotation": "附注",
    "copied_to": "抄送机关",
}
_COUNTED = {
    "added": "新增举措{count}条",
    "removed": "删去举措{count}条",
    "moved": "移动位置{count}条",
    "reworded": "修改文字{count}条",
    "units": "调整责任单位{count}条",
    "deadline": "调整完成时限{count}条",
    "other": "其他改动{count}处",
}
"""What the summary counts, in its order."""


class _Entry(NamedTuple):
    """One change: the headings it stands below, what it is about, both wordings, what is said of it, what it counts as."""

    around: str
    name: str
    old: Cell
    new: Cell
    said: tuple[str, ...]
    kinds: tuple[str, ...]


def changes_table(old: Snapshot, new: Snapshot, names: Collection[str] = ()) -> Table:
    """The whole list; `names` of units are compared as whole words."""
    entries = list(_Entries(old, new, names).entries())
    title = f"{one_line(new.plan.title or old.plan.title)}{CHANGES}"
    rows = tuple(_rows(entries))
    return Table(name=CHANGES, title=title, opening=_summary(old, new, entries), heads=HEADS, rows=rows)


def _summary(old: Snapshot, new: Snapshot, entries: list[_Entry]) -> str:
    compared = f"与{_named(old)}相比，{_named(new)}"
    if not entries:
        return f"{compared}没有改动。"
    counts = Counter(kind for entry in entries for kind in entry.kinds)
    told = "，".join(form.format(count=counts[kind]) for kind, form in _COUNTED.items() if counts[kind])
    return f"{compared}共改动{len(entries)}处，其中：{told}。"


def _named(version: Snapshot) -> str:
    year, month, day = [*version.date.split("-"), "", "", ""][:3]
    date = f"（{year}年{int(month)}月{int(day)}日）" if month.isdecimal() and day.isdecimal() else ""
    return one_line(version.name) + date


def _rows(entries: list[_Entry]) -> Iterator[Row]:
    around = ""
    for serial, entry in enumerate(entries, start=1):
        if entry.around != around and entry.around:
            yield Row(cells=(entry.around,))
        around = entry.around
        yield Row(cells=(str(serial), entry.name, entry.old, entry.new, "；".join(entry.said)))
    if any(not isinstance(cell, str) for entry in entries for cell in (entry.old, entry.new)):
        yield Row(cells=(LEGEND,), is_remark=True)


class _Entries:
    """Goes through both versions in the later one's order; what is gone stands where it stood."""

    def __init__(self, old: Snapshot, new: Snapshot, names: Collection[str]) -> None:
        self._old, self._new, self._names = old.plan, new.plan, names
        self._notices = old.notice, new.notice
        changes = changes_between(self._old, self._new, names)
        self._reworded, self._moved = set(changes.reworded), set(changes.moved)
        self._transfers = Transfers(changes.comparison, self._old.measures, self._new.measures)
        self._before = {block.id: block for block in self._old.body}

    def entries(self) -> Iterator[_Entry]:
        """The notice's details, the plan's title and opening, its blocks, its closing."""
        yield from self._details()
        yield from self._frame("title", "opening")
        gone = self._gone_after()
        yield from gone[None]
        for around, block in self._new.nested():
            yield from self._block(_path(around), block)
            yield from gone[block.id]
        yield from self._frame("closing")

    def _details(self) -> Iterator[_Entry]:
        old, new = self._notices
        for field, name in _NOTICE.items():
            yield from self._texts("", name, _detail(old, field), _detail(new, field))

    def _frame(self, *fields: str) -> Iterator[_Entry]:
        for field in fields:
            yield from self._texts("", _FRAME[field], getattr(self._old, field), getattr(self._new, field))

    def _texts(self, around: str, name: str, old: str, new: str) -> Iterator[_Entry]:
        """The entry of something that is all text."""
        before, after = ("\n".join(paragraphs(text)) for text in (old, new))
        if before == after:
            return
        said = "修改" if before and after else "新增" if after else "删去"
        one, other = marked(before, after, self._names) if said == "修改" else (before, after)
        yield _Entry(around, name, one, other, (said, *told_figures(before, after)), ("other",))

    def _gone_after(self) -> defaultdict[str | None, list[_Entry]]:
        """What is gone, by the block of the later version that it stood behind."""
        present = {block.id for block in self._new.body}
        gone: defaultdict[str | None, list[_Entry]] = defaultdict(list)
        behind: str | None = None
        for around, block in self._old.nested():
            if block.id in present:
                behind = block.id
            elif isinstance(block, Measure):
                said = (self._transfers.told_gone(block.id),)
                whole = printed_measure(block).whole
                entry = _Entry(_path(around), short_name(block), whole, "", said, ("removed",))
                gone[behind].append(entry)
            else:
                gone[behind] += self._texts(_path(around), _kind_of(block), _text_of(block), "")
        return gone

    def _block(self, around: str, block: Block) -> Iterator[_Entry]:
        before = self._before.get(block.id)
        if not isinstance(block, Measure):
            yield from self._texts(around, _kind_of(block), _text_of(before), _text_of(block))
        elif isinstance(before, Measure):
            yield from self._measure(around, before, block)
        else:
            said = (self._transfers.told_new(block.id),)
            yield _Entry(around, short_name(block), "", printed_measure(block).whole, said, ("added",))

    def _measure(self, around: str, old: Measure, new: Measure) -> Iterator[_Entry]:
        """The entry of a measure that both versions have; only its parts that changed are shown."""
        reworded = new.id in self._reworded
        moved = (told_place(new, self._old.measures),) if new.id in self._moved else ()
        wording = ("修改文字", *told_figures(old.wording, new.wording)) if reworded else ()
        bracket = {
            "units": tuple(told_units(old, new)),
            "deadline": tuple(told_deadline(old, new)),
            "other": tuple(told_leader(old, new)),
        }
        found = {"moved": moved, "reworded": wording, **bracket}
        kinds = tuple(kind for kind, said in found.items() if said)
        if kinds:
            said = tuple(each for told in found.values() for each in told)
            one, other = self._both(old, new, reworded, any(bracket.values()))
            yield _Entry(around, short_name(new), one, other, said, kinds)

    def _both(self, old: Measure, new: Measure, reworded: bool, is_bracketed: bool) -> tuple[Cell, Cell]:
        """What changed of the wording and of the bracket of units and deadline, side by side."""
        one, other = printed_measure(old), printed_measure(new)
        pairs = [(one.wording, other.wording)] if reworded else []
        pairs += [(one.bracket, other.bracket)] if is_bracketed else []
        sides = [marked(*pair, self._names) for pair in pairs]
        before, after = (joined([side[column] for side in sides]) for column in (0, 1))
        return (before, after) if pairs else ("文字未改", "文字未改")


def _path(around: tuple[Section, ...]) -> str:
    return " ".join(format_number(each.number, each.level) + one_line(each.heading) for each in around)


def _kind_of(block: Block) -> str:
    return "章节标题" if isinstance(block, Section) else "段落"


def _text_of(block: Block | None) -> str:
    if isinstance(block, Section):
        return block.heading
    return block.text if isinstance(block, Paragraph) else ""


def _detail(notice: Notice, field: str) -> str:
    value = getattr(notice, field)
    return value if isinstance(value, str) else "、".join(value)
