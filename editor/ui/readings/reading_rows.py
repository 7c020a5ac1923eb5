"""What was recognised in a file as rows: the plan's frame, its blocks, and what was set aside."""

from editor.plan.issues import Issue
from editor.plan.measures import Block, Lines, Measure, Section
from editor.plan.plans import Plan, SetAside
from editor.ui.base.outline_rows import caption, nest, units_line
from editor.ui.base.rows import Row
from editor.wording import N_, _

SET_ASIDE_KEY = "set aside"
_REASONS = {
    "page_number": N_("page number"),
    "running_head": N_("running head"),
    "page_chrome": N_("web page around the text"),
    "news_lead": N_("news lead"),
    "false_number": N_("no number"),
    "annex": N_("annex"),
    "annex_title": N_("title of an annex"),
    "attachment_mark": N_("attachment mark"),
    "explanation": N_("explanation"),
    "other_document": N_("another document"),
    "footnote": N_("footnote"),
    "stray_character": N_("stray character"),
    "imprint": N_("imprint"),
    "table_head": N_("head of a table"),
    "margin_note": N_("remark on the page"),
    "no_text_layer": N_("page that is a picture"),
    "text_box": N_("text box"),
    "turned_text": N_("text turned sideways"),
    "watermark": N_("watermark"),
    "by_hand": N_("set aside by hand"),
}
_SHOWN = 60


def reading_rows(plan: Plan) -> tuple[Row, ...]:
    """Title, opening, the body with units, closing, and everything that was set aside with the reason why."""

    def make(block: Block) -> Row:
        units = units_line(block) if isinstance(block, Measure) else ""
        is_section = isinstance(block, Section)
        return Row(
            block.id, (caption(block), units), hint=block.original, value=block.lines, emphasis=is_section
        )

    frame = [
        _frame("title", _("Title: {text}"), plan.title),
        _frame("opening", _("Opening: {text}"), plan.opening),
    ]
    rows = [row for row in frame if row] + list(nest(plan.body, make))
    if closing := _frame("closing", _("Closing: {text}"), plan.closing):
        rows.append(closing)
    if plan.set_aside:
        children = tuple(_aside(place, part) for place, part in enumerate(plan.set_aside))
        name = _("Set aside ({count})").format(count=len(children))
        rows.append(Row(SET_ASIDE_KEY, (name, ""), children, emphasis=True))
    return tuple(rows)


def _frame(key: str, form: str, text: str) -> Row | None:
    return Row(key, (form.format(text=_shortened(text)), ""), hint=text) if text else None


def _aside(place: int, part: SetAside) -> Row:
    reason = _(_REASONS[part.reason]) if part.reason in _REASONS else part.reason
    cells = (_shortened(part.text), reason)
    return Row(f"{SET_ASIDE_KEY}/{place}", cells, hint=part.text, value=part.lines)


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


def row_at_line(plan: Plan, line: int) -> str | None:
    """The key of the row that a line of the source went into; of several blocks the last that begins there or before."""
    for place, part in enumerate(plan.set_aside):
        if _holds(part.lines, line):
            return f"{SET_ASIDE_KEY}/{place}"
    blocks = [block for block in plan.body if block.lines and _holds(block.lines, line)]
    return blocks[-1].id if blocks else None


def _holds(lines: Lines, line: int) -> bool:
    return lines[0] <= line <= lines[1]


def lines_of(row: Row | None) -> Lines | None:
    """The lines of the source that a row stands for, None where it stands for none."""
    value = row.value if row else None
    return (value[0], value[1]) if isinstance(value, tuple) and len(value) == 2 else None


def key_of(issue: Issue, plan: Plan) -> str | None:
    """The row that a doubt is about, None where it is about the file as a whole."""
    if issue.place.block:
        return issue.place.block
    return row_at_line(plan, issue.place.lines[0]) if issue.place.lines else None
