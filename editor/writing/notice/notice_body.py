"""Notice elements become the paragraphs of the .docx: styles by name, places by the template."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from docx.oxml.ns import qn

from editor.writing.base.characters import width
from editor.writing.elements.element import IMPRINT, Element, Kind
from editor.writing.elements.setting import ImprintBreak, Setting
from editor.writing.notice.fitting import Fitter
from editor.writing.notice.imprint import MOST_MOVED, Imprint, addressees_moved
from editor.writing.notice.letterhead import Letterhead
from editor.writing.notice.sign_off import SignOff
from editor.writing.ooxml.styles import Styles
from editor.writing.ooxml.wordml import Xml, element, line_break, paragraph, run, tab
from editor.writing.tables.table_docx import table_xml
from editor.writing.template.landscape import Sections
from editor.writing.template.page import Page
from editor.writing.template.template import Template

_HEAD: tuple[Kind, ...] = (
    "copy_number",
    "urgency",
    "issuer_mark",
    "signatories",
    "document_number",
    "minutes_head",
)
_SIGN_OFF: tuple[Kind, ...] = ("signature", "date")
_GROUPED = {**dict.fromkeys(_HEAD, "head"), **dict.fromkeys(_SIGN_OFF, "sign_off")}
"""Kinds that are written together."""
_KEPT_TOGETHER: tuple[Kind, ...] = ("attachment_note", *_SIGN_OFF, "annotation", "attendance")
"""What must not begin a page; the paragraph before it is kept with it, unless it is all the text of the first page."""
_TITLES: tuple[Kind, ...] = ("title", "plan_title", "attachment_title")
_LABEL = 3
"""字 of 附件： ."""
_ROOM_FOR_TEXT = 1.5
"""Lines: one of text, and what programs differ by in borders and in large type."""
_TOLD_BY = 8
"""Characters."""


class NoticeBody:
    """Writes one sequence of elements as paragraphs for one template and page."""

    def __init__(self, template: Template, styles: Styles, page: Page, setting: Setting) -> None:
        self._template = template
        self._names = template.styles
        self._styles = styles
        self._page = page
        self._form = setting.form
        self._head = Letterhead(template, styles, page, setting.form)
        self._sign_off = SignOff(template, styles, page, setting)
        self.origins: dict[Xml, Element] = {}
        """By paragraph the element that it was written for."""
        self.elements: tuple[Element, ...] = ()
        """What was written: the elements given, addressees moved where the first page had no room for them."""

    def paragraphs(
        self, elements: Sequence[Element], imprint_lift: int, sections: Sections, imprint_break: ImprintBreak
    ) -> Iterator[Xml]:
        """The paragraphs in order, the first page fitted, the imprint's anchor last."""
        self.elements = tuple(elements if self._first_page_has_text(elements) else addressees_moved(elements))
        before = [each for each in self.elements if each.kind not in IMPRINT]
        imprint = [each for each in self.elements if each.kind in IMPRINT]
        flow = list(self._flow(before, sections.ended))
        flow = self._fitter().fitted(flow)
        if imprint and imprint_break == "unnumbered":
            if not _ends_section(flow[-1:]):
                flow.append(self._section_end(sections.ended(False)))
            sections.without_last_numbers()
            flow.append(paragraph())
        yield from _without_empty_ends(flow)
        if imprint:
            yield self._imprint(imprint, imprint_lift, new_page=bool(imprint_break))

    def _first_page_has_text(self, elements: Sequence[Element]) -> bool:
        """Whether a line of text fits below the addressees, or nothing could be done about it."""
        end = next((place for place, each in enumerate(elements, 1) if each.kind == "addressees"), 0)
        if not end or width(elements[end - 1].text) > MOST_MOVED:
            return True
        front = self._flow(elements[:end], lambda _landscape: None)
        room = _ROOM_FOR_TEXT * self._page.line_pitch
        return self._fitter().height(list(front)) + room <= self._page.high

    def _fitter(self) -> Fitter:
        spacer = self._styles.id(self._names.spacer)
        return Fitter(self._template, self._styles, self._page, self.origins, spacer)

    def _flow(self, elements: Sequence[Element], section: Callable[[bool], Xml]) -> Iterator[Xml]:
        before: Kind | None = None
        groups = [(key, list(group)) for key, group in groupby(elements, _group)]
        for place, (key, group) in enumerate(groups):
            after = groups[place + 1][1][0].kind if place + 1 < len(groups) else None
            if key == "head":
                yield from self._told(self._head.paragraphs(group), group)
            elif key == "sign_off":
                blanks = self._sign_off.blank_lines_before if before is not None else 0
                yield from self._blanks(blanks, keep_next=True)
                yield from self._told(self._sign_off.paragraphs(group, after in _KEPT_TOGETHER), group)
            else:
                yield from self._others(group, before, after, section)
            before = group[-1].kind

    def _others(
        self,
        group: Sequence[Element],
        before: Kind | None,
        after: Kind | None,
        section: Callable[[bool], Xml],
    ) -> Iterator[Xml]:
        followers = [*(each.kind for each in group[1:]), after]
        for each, follower in zip(group, followers, strict=True):
            if each.turned and before is not None:
                yield self._section_end(section(False))
            keep = follower in _KEPT_TOGETHER and not (each.kind == "text" != before)
            blanks = self._blank_lines_before(each, before)
            yield from self._blanks(blanks, keep_next=each.kind in _KEPT_TOGETHER)
            yield from self._told(self._written(each, keep), [each])
            before = each.kind
            yield from self._blanks(self._blank_lines_after(each))
            if each.table is not None:
                yield self._section_end(section(True))

    def _told(self, made: Iterable[Xml], elements: Sequence[Element]) -> Iterator[Xml]:
        """The paragraphs, with a note of the element whose wording each one begins with."""
        for each in made:
            words = "".join(text.text or "" for text in each.iter(qn("w:t")))
            own = (
                one for one in elements if words and (one.text or one.printed).startswith(words[:_TOLD_BY])
            )
            self.origins[each] = next(own, elements[-1])
            yield each

    def _section_end(self, properties: Xml) -> Xml:
        return paragraph(self._styles.id(self._names.imprint_anchor), section=properties)

    def _blanks(self, count: int, keep_next: bool = False) -> Iterator[Xml]:
        return (paragraph(keep_next=keep_next) for _place in range(count))

    def _blank_lines_before(self, each: Element, before: Kind | None) -> int:
        lines = self._template.blank_lines
        counts = {"attachment_note": lines.before_attachment_note, "attendance": lines.before_attendance}
        return counts.get(each.kind, 0) if before != each.kind else 0

    def _blank_lines_after(self, each: Element) -> int:
        lines = self._template.blank_lines
        if each.kind in _TITLES:
            return lines.after_title
        return 1 if each.kind == "attachment_label" else 0

    def _written(self, each: Element, keep_next: bool) -> Iterator[Xml]:
        if each.kind in _TITLES:
            yield self._title(each)
        elif each.kind == "attachment_note":
            yield self._attachment(each, keep_next)
        elif each.kind == "attendance":
            yield self._attendance(each, keep_next)
        elif each.table is not None:
            yield table_xml(each.table, self._template.look_of(each.table), self._template, self._styles)
        elif each.kind in ("heading", "measure"):
            yield self._numbered(each)
        else:
            style = self._styles.id(getattr(self._names, each.kind))
            new_page = each.new_page and not each.turned
            yield paragraph(style, [run(each.printed)], keep_next=keep_next, new_page=new_page)

    def _title(self, each: Element) -> Xml:
        runs = [run(each.lines[0])]
        for line in each.lines[1:]:
            runs += [line_break(), run(line)]
        return paragraph(self._styles.id(self._names.title), runs, new_page=each.new_page)

    def _numbered(self, each: Element) -> Xml:
        level = min(each.level, len(self._names.headings)) - 1
        if each.kind == "heading":
            style = self._styles.id(self._names.headings[level])
            return paragraph(style, [run(each.lead)], keep_next=True, new_page=each.new_page)
        face = self._styles.id(self._names.item_headings[level])
        runs = [run(each.lead, style=face)] if each.lead else []
        runs += [run(each.text)] if each.text else []
        return paragraph(self._styles.id(self._names.items[level]), runs, new_page=each.new_page)

    def _attachment(self, each: Element, keep_next: bool) -> Xml:
        """附件：1.名称, later numbers below the first one, wrapped lines below the name's beginning (7.3.4)."""
        number, name = each.lines
        wide = self._twips(width(number)) if number else 0
        label = self._twips(_LABEL) if each.lead else 0
        left = self._twips(2 + _LABEL) + wide
        runs = [run(each.lead)] if each.lead else []
        runs += [run(number), tab()] if number else []
        indent = {"left": left, "hanging": label + wide} if label + wide else {"left": left, "firstLine": 0}
        return paragraph(
            self._styles.id(self._names.attachment_note),
            [*runs, run(name)],
            keep_next=keep_next,
            tabs={left: "left"} if number else None,
            indent=indent,
        )

    def _attendance(self, each: Element, keep_next: bool) -> Xml:
        label = run(each.lead[:-1], style=self._styles.id(self._names.attendance_label))
        return paragraph(
            self._styles.id(self._names.attendance),
            [label, run(each.lead[-1] + each.text)],
            keep_next=keep_next,
        )

    def _twips(self, characters: float) -> int:
        return round(characters * self._template.page.character)

    def _imprint(self, parts: Sequence[Element], lift: int, *, new_page: bool) -> Xml:
        imprint = Imprint(self._template, self._styles, is_ruled=self._form != "letter")
        return imprint.anchored(parts, self._page.wide, lift, new_page=new_page)


def _ends_section(flow: Sequence[Xml]) -> bool:
    return any(each.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None for each in flow)


def _without_empty_ends(flow: Sequence[Xml]) -> list[Xml]:
    """The flow, sections ended by the paragraph before: one of their own could begin a page."""
    merged: list[Xml] = []
    for each in flow:
        before = merged[-1] if merged and merged[-1].tag == qn("w:p") else None
        if not _ends_section([each]) or before is None or _ends_section([before]):
            merged.append(each)
        else:
            if before.find(qn("w:pPr")) is None:
                before.insert(0, element("w:pPr"))
            before.find(qn("w:pPr")).append(each.find(f"{qn('w:pPr')}/{qn('w:sectPr')}"))
    return merged


def _group(each: Element) -> str:
    return _GROUPED.get(each.kind, "others")
