"""The matter behind a plan's last item: closing, attachments, signature, imprint, annexes, web page."""

from collections.abc import Sequence

from editor.plan.value import Value
from editor.reading import cover
from editor.reading.annotations import find_annotations
from editor.reading.attachment_notes import attachment_names, attachments_start
from editor.reading.lines import Passage
from editor.reading.table_rows import has_units


class Back(Value, frozen=True, kw_only=True):
    """What was recognised behind the body, and the body's passages before it."""

    body: tuple[Passage, ...]
    table: tuple[Passage, ...] = ()
    """An annex's table of tasks, where the body itself assigns none."""
    attachment_note: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    date: str | None = None
    annotation: str | None = None
    aside: tuple[Passage, ...] = ()


def read_back(passages: Sequence[Passage], signed: bool = False) -> Back:
    """The body and what follows it; every passage is in one of the parts or in `aside`.

    Where the notice around the plan is `signed`, a signature at its end is that of a document passed on, and set aside.
    """
    end = len(passages)
    while end and _residue(passages[end - 1]):
        end -= 1
    residue = [p.set_aside(_residue(p) or "page_chrome") for p in passages[end:]]
    inner = cover.find_signature(passages[:end], 1) if signed else None
    if inner and inner.end == end:
        residue += [p.set_aside("second_signature") for p in passages[inner.start : end]]
        end = inner.start
    signature = None if signed else cover.find_signature(passages[:end], 1)
    body_end = signature.start if signature else _annex_start(passages[:end])
    annex = passages[signature.end if signature else body_end : end]
    body = passages[:body_end]
    table = _table_start(body, annex)
    attachments = attachments_start(body)
    return Back(
        body=tuple(body[:attachments]),
        attachment_note=attachment_names(body[attachments:]),
        issuers=signature.issuers if signature else (),
        date=signature.date if signature else None,
        annotation=signature.annotation if signature else None,
        table=tuple(annex[table:]),
        aside=(*(p.set_aside(_reason(p, bool(annex[table:]))) for p in annex[:table]), *residue),
    )


def _annex_start(passages: Sequence[Passage]) -> int:
    """The place of the bare mark 附件 that begins an annex, their number where there is none."""
    marks = (place for place, passage in enumerate(passages) if cover.is_attachment_mark(passage.text))
    return next(marks, len(passages))


def _table_start(body: Sequence[Passage], annex: Sequence[Passage]) -> int:
    """The place of the annex's first row of tasks with units, the annex's end where the body assigns its own."""
    rows = next((place for place, passage in enumerate(annex) if passage.row), len(annex))
    assigns = any(find_annotations(passage.text) for passage in body)
    return len(annex) if assigns or not any(map(has_units, annex)) else rows


def _reason(passage: Passage, before_table: bool) -> str:
    """Why a passage of the annex is set aside: the page's, the mark or title above a table, or the annex's text."""
    if before_table:
        return "attachment_mark" if cover.is_attachment_mark(passage.text) else "annex_title"
    return _residue(passage) or "annex"


def _residue(passage: Passage) -> str | None:
    if cover.is_page_residue(passage.text):
        return "page_chrome"
    return "imprint" if cover.is_imprint(passage.text) else None
