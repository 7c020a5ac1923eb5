"""Plans as rows of an outline: what the panes show, without Qt."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TypeAlias

from msgspec.structs import replace

from editor.plan.measures import Block, Measure, Paragraph, Role, Section
from editor.plan.numbering import format_number
from editor.plan.plans import Plan
from editor.ui.base.rows import Row
from editor.wording import N_, _

DETAILS_KEY = "details"
"""The key of the local outline's first row: the plan's title, opening and closing."""

COVERAGE_MARKS = {"undecided": "○", "not_adopted": "✗", "verbatim": "✓"}
ADAPTED_MARK = "◐"
STATE_NAMES = {
    "undecided": N_("open"),
    "drafting": N_("drafting"),
    "done": N_("done"),
    "reviewed": N_("reviewed"),
}
Captions: TypeAlias = Mapping[tuple[str | None, str | None], str]
"""What blocks are called, by plan and id."""
_SHOWN_TEXT = 40
_Opened = tuple[int, Row, list[Row]]


def nest(body: Iterable[Block], make: Callable[[Block], Row | None]) -> tuple[Row, ...]:
    """The blocks as rows below their sections; blocks that `make` gives no row for are left out."""
    top: list[Row] = []
    opened: list[_Opened] = []
    for block in body:
        row = make(block)
        if not isinstance(block, Paragraph):
            _close(opened, top, block.level)
        if row is None:
            continue
        if isinstance(block, Section):
            opened.append((block.level, row, []))
        else:
            (opened[-1][2] if opened else top).append(row)
    _close(opened, top, 0)
    return tuple(top)


def _close(opened: list[_Opened], top: list[Row], level: int) -> None:
    while opened and opened[-1][0] >= level:
        _level, row, children = opened.pop()
        (opened[-1][2] if opened else top).append(replace(row, children=tuple(children)))


def edited(before: Plan, after: Plan) -> tuple[Block, ...] | None:
    """The blocks that say something else now, where every row stays in its place; None where rows may come, go or move."""
    if before.title != after.title or len(before.body) != len(after.body):
        return None
    changed = [(old, new) for old, new in zip(before.body, after.body, strict=True) if old is not new]
    if any(_place(old) != _place(new) for old, new in changed):
        return None
    return tuple(new for _old, new in changed)


def _place(block: Block) -> tuple[str, type, int]:
    """What the place of a block's row depends on, besides the blocks around it."""
    return block.id, type(block), 0 if isinstance(block, Paragraph) else block.level


def caption(block: Block) -> str:
    """A block's number and heading, or the start of its text, on one line."""
    if isinstance(block, Paragraph):
        return _shortened(block.text)
    number = format_number(block.number, block.level)
    heading = block.heading or (_shortened(block.text) if isinstance(block, Measure) else "")
    return f"{number} {heading}" if number.endswith(".") or block.level == 5 else f"{number}{heading}"


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN_TEXT else f"{line[:_SHOWN_TEXT]}…"


def coverage_mark(disposition: str) -> str:
    """The shape that stands for a disposition: ✓ taken, ◐ adapted, ○ undecided, ✗ not adopted."""
    return COVERAGE_MARKS.get(disposition, ADAPTED_MARK)


def parent_rows(
    plan: Plan, dispositions: Mapping[str, str], reasons: Mapping[str, str], only_undecided: bool = False
) -> tuple[Row, ...]:
    """A parent plan's sections and measures, each measure with its coverage mark and why it was declined."""

    def make(block: Block) -> Row | None:
        if isinstance(block, Paragraph):
            return (
                None if only_undecided else Row(block.id, (caption(block),), hint=block.text, value=block.id)
            )
        if isinstance(block, Section):
            return Row(block.id, (caption(block),), value=block.id, emphasis=True)
        disposition = dispositions.get(block.id, "undecided")
        if only_undecided and disposition != "undecided":
            return None
        reason = _(" ({reason})").format(reason=reasons[block.id]) if reasons.get(block.id) else ""
        text = f"{coverage_mark(disposition)} {caption(block)}{reason}"
        return Row(block.id, (text,), hint=block.wording, value=block.id)

    rows = nest(plan.body, make)
    return tuple(filter(None, map(_with_measures, rows))) if only_undecided else rows


def _with_measures(row: Row) -> Row | None:
    """A section's row without the sections that hold no measure, None where nothing is left."""
    if not row.emphasis:
        return row
    children = tuple(filter(None, map(_with_measures, row.children)))
    return replace(row, children=children) if children else None


class LocalRows:
    """Makes the local plan's rows; those of blocks that are the same as last time are not made again."""

    def __init__(self) -> None:
        self._made: dict[str, tuple[Block, bool, Row]] = {}

    def rows(self, plan: Plan, suspects: frozenset[str] = frozenset()) -> tuple[Row, ...]:
        """The plan's details, sections, measures and paragraphs: caption, units, deadline, state."""
        cells = (plan.title or _("(title, opening and closing)"), "", "", "")
        details = Row(DETAILS_KEY, cells, value=DETAILS_KEY)
        known, self._made = self._made, {}

        def make(block: Block) -> Row:
            is_suspect = block.id in suspects
            made = known.get(block.id)
            if made is None or made[0] is not block or made[1] is not is_suspect:
                return self.row(block, suspects)
            self._made[block.id] = made
            return made[2]

        return (details, *nest(plan.body, make))

    def row(self, block: Block, suspects: frozenset[str] = frozenset()) -> Row:
        """The row of one block, without those below it."""
        is_suspect = block.id in suspects
        row = _local_row(block, is_suspect)
        self._made[block.id] = (block, is_suspect, row)
        return row


def only(rows: Iterable[Row], keys: Collection[str]) -> tuple[Row, ...]:
    """The rows with these keys, and those around them."""
    kept = []
    for row in rows:
        children = only(row.children, keys)
        if children or row.key in keys:
            kept.append(replace(row, children=children))
    return tuple(kept)


def _local_row(block: Block, is_suspect: bool) -> Row:
    if not isinstance(block, Measure):
        cells = (caption(block), "", "", "")
        return Row(block.id, cells, value=block.id, emphasis=isinstance(block, Section))
    state = _(STATE_NAMES[block.state])
    if is_suspect:
        state = _("to review")
    deadline = block.deadline.text if block.deadline else ""
    return Row(
        block.id, (caption(block), units_line(block), deadline, state), hint=block.wording, value=block.id
    )


def units_line(measure: Measure) -> str:
    """All units of a measure on one line, lead units first and marked."""
    lead, others = measure.units("lead_units"), ("responsible_units", "supporting_units")
    names = [name for role in others for name in measure.units(_role(role)) if name not in lead]
    parts = ["、".join(lead) + "▸"] if lead else []
    return "".join([*parts, "、".join(dict.fromkeys(names))])


def _role(name: str) -> Role:
    return name  # type: ignore[return-value]
