"""Notice elements become the paragraphs of the .docx: styles by name, places by the template."""

from collections.abc import Iterator, Sequence

from editor.writing.characters import width
from editor.writing.elements import IMPRINT, Element, Kind
from editor.writing.fitting import fit_first_page
from editor.writing.imprint import Imprint
from editor.writing.page import Page
from editor.writing.styles import Styles
from editor.writing.template import Template
from editor.writing.wordml import Xml, line_break, paragraph, run

_TWIPS_PER_HALF_POINT = 10
_SIGN_OFF: tuple[Kind, ...] = ("signature", "date")
_KEPT_TOGETHER: tuple[Kind, ...] = (*_SIGN_OFF, "annotation")
"""What must not begin a page; the paragraph before it is kept with it, unless it is all the text of the first page."""


class NoticeBody:
    """Writes one sequence of elements as paragraphs for one template and page."""

    def __init__(self, template: Template, styles: Styles, page: Page, sealed: bool) -> None:
        self._template = template
        self._names = template.styles
        self._styles = styles
        self._page = page
        self._sealed = sealed
        self.origins: dict[Xml, Element] = {}
        """The element that each written paragraph comes from."""

    def paragraphs(self, elements: Sequence[Element], imprint_lift: int) -> Iterator[Xml]:
        """The paragraphs in order, the first page fitted, the imprint's anchor last."""
        flow = list(self._flow([each for each in elements if each.kind not in IMPRINT]))
        text, spacer = (self._styles.id(name) for name in (self._names.text, self._names.spacer))
        yield from fit_first_page(flow, self._styles, self._page, text, spacer)
        if imprint := [each for each in elements if each.kind in IMPRINT]:
            yield self._imprint(imprint, imprint_lift)

    def _flow(self, elements: Sequence[Element]) -> Iterator[Xml]:
        kinds: list[Kind | None] = [None, *(each.kind for each in elements), None]
        for place, each in enumerate(elements):
            before, after = kinds[place], kinds[place + 2]
            yield from self._blanks_before(each, before)
            for made in self._written(each, elements, after in _KEPT_TOGETHER and before != "addressees"):
                self.origins[made] = each
                yield made
            yield from self._blanks_after(each)

    def _blanks(self, count: int, keep_next: bool = False) -> Iterator[Xml]:
        return (paragraph(keep_next=keep_next) for _place in range(count))

    def _blanks_before(self, each: Element, before: Kind | None) -> Iterator[Xml]:
        lines = self._template.blank_lines
        if each.kind == "attachment_note" and before != "attachment_note":
            yield from self._blanks(lines.before_attachment_note)
        if each.kind in _SIGN_OFF and before is not None and before not in _SIGN_OFF:
            count = lines.before_sealed_signature if self._sealed else lines.before_signature
            yield from self._blanks(count, keep_next=True)

    def _blanks_after(self, each: Element) -> Iterator[Xml]:
        lines = self._template.blank_lines
        counts = {
            "issuer_mark": lines.after_mark,
            "document_number": lines.after_rule,
            "title": lines.after_title,
            "plan_title": lines.after_title,
        }
        return self._blanks(counts.get(each.kind, 0))

    def _written(self, each: Element, flow: Sequence[Element], keep_next: bool) -> Iterator[Xml]:
        if each.kind == "issuer_mark":
            yield from self._mark(each)
        elif each.kind in ("title", "plan_title"):
            yield self._title(each)
        elif each.kind in _SIGN_OFF:
            yield self._sign_off(each, flow, keep_next)
        elif each.kind == "attachment_note":
            yield self._attachment(each)
        elif each.kind in ("heading", "measure"):
            yield self._numbered(each)
        else:
            style = self._styles.id(getattr(self._names, each.kind))
            yield paragraph(style, [run(each.printed)], keep_next=keep_next, new_page=each.new_page)

    def _mark(self, each: Element) -> Iterator[Xml]:
        """The mark on one line, its ink's upper edge where the template says, smaller than the style where it is long."""
        place, style = self._template.mark, self._names.issuer_mark
        room = self._page.wide * place.fill / _TWIPS_PER_HALF_POINT
        half_points = min(
            self._styles.half_points(self._styles.id(style)), int(room / max(width(each.text), 1))
        )
        pitch = half_points * _TWIPS_PER_HALF_POINT
        spacer = round(place.top - self._page.top + place.ink * pitch)
        yield paragraph(self._styles.id(self._names.spacer), line=spacer)
        yield paragraph(self._styles.id(style), [run(each.text, half_points=half_points)], line=pitch)

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

    def _attachment(self, each: Element) -> Xml:
        """附件：名称, later names below the first one's beginning (7.3.4)."""
        label = self._twips(3)
        indent = {"left": self._twips(5)} | ({"hanging": label} if each.lead else {"firstLine": 0})
        return paragraph(self._styles.id(self._names.attachment_note), [run(each.printed)], indent=indent)

    def _sign_off(self, each: Element, flow: Sequence[Element], keep_next: bool) -> Xml:
        dates = [width(other.text) for other in flow if other.kind == "date"]
        signatures = [width(other.text) for other in flow if other.kind == "signature"]
        date, longest = max(dates, default=0.0), max(signatures, default=0.0)
        if self._sealed:
            indent, justify = self._sealed_place(each, date, longest)
        else:
            indent, justify = self._unsealed_place(each, date, longest), "left"
        style = self._styles.id(getattr(self._names, each.kind))
        return paragraph(style, [run(each.text)], keep_next=keep_next, indent=indent, justify=justify)

    def _sealed_place(self, each: Element, date: float, longest: float) -> tuple[dict[str, int], str]:
        """The date 4 字 from the right, every signature centred on it (7.3.5.1)."""
        right = max(self._template.signature.sealed_date_right, (longest - date) / 2 if date else 0.0)
        if each.kind == "signature" and date:
            right += (date - width(each.text)) / 2
        return {"right": self._twips(max(right, 0.0))}, "right"

    def _unsealed_place(self, each: Element, date: float, longest: float) -> dict[str, int]:
        """The signature 2 字 from the right, the date beginning 2 字 to the right of it (7.3.5.2)."""
        place, line = self._template.signature, self._template.page.characters_per_line
        if date > longest:
            begin = line - place.right - date - place.date_shift
        else:
            begin = line - place.right - longest
        shift = place.date_shift if each.kind == "date" and longest else 0.0
        return {"left": self._twips(max(begin + shift, 0.0))}

    def _twips(self, characters: float) -> int:
        return round(characters * self._template.page.character)

    def _imprint(self, parts: Sequence[Element], lift: int) -> Xml:
        names = self._names
        styles = {"copied_to": names.copied_to, "printed": names.printed, "anchor": names.imprint_anchor}
        ids = {kind: self._styles.id(name) for kind, name in styles.items()}
        return Imprint(self._template.imprint, ids).anchored(parts, self._page.wide, lift)
