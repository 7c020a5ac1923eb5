"""What stands around the notice's text: letterhead, title, addressees, sign-off, imprint (GB/T 9704—2012 7.2 to 7.4).

The special forms of clause 10 leave out what they have no place for: a letter the joint mark, an order title and
addressees, minutes addressees and signature; minutes are not copied but distributed (分送).
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from editor.plan.notice import Notice
from editor.writing.base.characters import one_line, paragraphs
from editor.writing.elements.element import Element, Kind
from editor.writing.elements.setting import is_stamped
from editor.writing.elements.titles import break_title


def letterhead(notice: Notice, longest_line: int) -> Iterator[Element]:
    """All that stands above the text."""
    yield from _some("copy_number", notice.copy_number)
    yield from _some("urgency", notice.urgency)
    yield from _mark(notice)
    yield from _number(notice)
    if notice.form != "order":
        yield from _title(notice, longest_line)
    if notice.form in ("document", "letter"):
        yield from _addressees(notice)


def _title(notice: Notice, longest_line: int) -> Iterator[Element]:
    """The title in the lines somebody gave it, as long as they are the title; else broken by sense."""
    lines = tuple(line for each in notice.title_lines if (line := one_line(each)))
    if lines and "".join(lines) == one_line(notice.title):
        yield Element(kind="title", lines=lines)
    else:
        yield from title_element("title", notice.title, longest_line)


def _mark(notice: Notice) -> Iterator[Element]:
    """The issuer's mark; of several offices the names that are stacked and what stands to their right."""
    names = [name for each in notice.mark_names if (name := one_line(each))]
    if len(names) > 1 and notice.form == "document":
        yield Element(kind="issuer_mark", lines=(*names, "文件"))
    else:
        yield from _some("issuer_mark", notice.issuer_mark)


def _number(notice: Notice) -> Iterator[Element]:
    """The number; before it, where the document goes to a superior office, those who sign it."""
    names = [name for each in notice.signatories if (name := one_line(each))]
    if names and notice.form == "document":
        yield Element(kind="signatories", lead="签发人：", lines=tuple(names))
    yield from _some("document_number", notice.document_number)
    if notice.form == "minutes":
        yield from _minutes_head(notice)


def _minutes_head(notice: Notice) -> Iterator[Element]:
    """Who issues minutes and of which day they are, above the red rule, as is customary (10.3 leaves it open)."""
    ends = (" ".join(map(one_line, notice.issuers)), format_date(notice.date))
    if any(ends):
        yield Element(kind="minutes_head", lines=ends)


def _addressees(notice: Notice) -> Iterator[Element]:
    if groups := [group for raw in notice.addressees if (group := one_line(raw).rstrip("，,：:"))]:
        yield Element(kind="addressees", text="，".join(groups) + "：")


def sign_off(notice: Notice) -> Iterator[Element]:
    """All that stands below the text: attachment note, signature and date, annotation, attendance."""
    yield from attachment_note([title for title, _text in attachment_titles(notice)])
    if notice.form == "minutes":
        yield from _attendance(notice)
        return
    for name in paragraphs(notice.signer_title) if is_stamped(notice) else notice.issuers:
        yield from _some("signature", name)
    yield from _some("date", format_date(notice.date))
    if annotation := one_line(notice.annotation).strip("（）()"):
        yield Element(kind="annotation", text=f"（{annotation}）")


def _attendance(notice: Notice) -> Iterator[Element]:
    """出席, 请假, 列席: the label in one face, the names in another (10.3)."""
    for each in notice.attendance:
        label, colon, names = one_line(each).replace(":", "：", 1).partition("：")
        if names:
            yield Element(kind="attendance", lead=label + colon, text=names)


def attachment_titles(notice: Notice) -> tuple[tuple[str, str], ...]:
    """Title and text of every attachment of the notice."""
    parted = (each.strip().partition("\n") for each in notice.attachments)
    return tuple((title.strip(), text) for title, _end, text in parted if title.strip())


def attachment_note(names: Sequence[str]) -> Iterator[Element]:
    """附件： and the names, numbered where there are several (7.3.4)."""
    lines = [line for name in names if (line := one_line(name))]
    for place, line in enumerate(lines):
        number = f"{place + 1}." if len(lines) > 1 and not re.match(r"\d", line) else ""
        label = "附件：" if place == 0 else ""
        yield Element(kind="attachment_note", lead=label, lines=(number, line))


def imprint(notice: Notice) -> Iterator[Element]:
    """Who gets copies; who printed when, which a letter does not say (10.1)."""
    label = "分送：" if notice.form == "minutes" else "抄送："
    if copied_to := re.sub("^[抄分]送[：:]", "", one_line(notice.copied_to)).rstrip("。"):
        yield Element(kind="copied_to", lead=label, text=copied_to + "。")
    printed_on = format_date(notice.printed_on)
    if (notice.printed_by or printed_on) and notice.form != "letter":
        ends = (one_line(notice.printed_by), printed_on and printed_on.removesuffix("印发") + "印发")
        yield Element(kind="printed", lines=ends)


def title_element(kind: Kind, title: str, longest_line: int) -> Iterator[Element]:
    """A title broken into lines."""
    if line := one_line(title):
        yield Element(kind=kind, lines=break_title(line, longest_line))


def text_elements(text: str, block: str | None = None) -> Iterator[Element]:
    """A text's paragraphs."""
    for line in paragraphs(text):
        yield Element(kind="text", text=line, block=block)


def _some(kind: Kind, text: str) -> Iterator[Element]:
    if line := one_line(text):
        yield Element(kind=kind, text=line)


def format_date(iso: str) -> str:
    """2026-03-05 as 2026年3月5日 (GB/T 9704—2012 7.3.5.4); what is no ISO date stays as it is."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return one_line(iso)
    return f"{day.year}年{day.month}月{day.day}日"
