"""Signature and date as paragraphs: sealed, unsealed, joint, or with a signature stamp (GB/T 9704—2012 7.3.5)."""

from collections.abc import Iterator, Sequence
from math import ceil

from editor.writing.base.characters import width
from editor.writing.elements.element import Element
from editor.writing.elements.setting import Setting
from editor.writing.ooxml.styles import Styles
from editor.writing.ooxml.wordml import Xml, paragraph, run, tab
from editor.writing.template.page import Page
from editor.writing.template.template import Template

_TWIPS_PER_MM = 1440 / 25.4


class SignOff:
    """Writes signatures and date of one notice; all paragraphs but the last are kept with the next."""

    def __init__(self, template: Template, styles: Styles, page: Page, setting: Setting) -> None:
        self._template = template
        self._place = template.signature
        self._styles = styles
        self._pitch = page.line_pitch
        self._stamped = setting.stamped
        self._sealed = setting.sealed
        self._seal = setting.seal_diameter * _TWIPS_PER_MM

    @property
    def blank_lines_before(self) -> int:
        """How many blank lines stand between the text and the first signature."""
        lines = self._template.blank_lines
        if self._stamped:
            return lines.before_stamp
        if not self._sealed:
            return lines.before_signature
        highest = int((self._seal / 2) / self._pitch)  # the seal begins within one line of the text (7.3.5.1)
        return max(1, min(lines.before_sealed_signature, highest))

    def paragraphs(self, parts: Sequence[Element], keep_last: bool) -> Iterator[Xml]:
        """The paragraphs in order; `keep_last` whether the last one is kept with what follows, too."""
        signatures = [each.text for each in parts if each.kind == "signature"]
        dates = [each.text for each in parts if each.kind == "date"]
        if self._stamped:
            yield from self._beside_stamps(signatures, bool(dates) or keep_last)
        elif self._sealed and len(signatures) > 1:
            yield from self._joint(signatures, dates, bool(dates) or keep_last)
        else:
            for place, text in enumerate(signatures, start=1):
                keep = keep_last or bool(dates) or place < len(signatures)
                yield self._line("signature", text, signatures, dates, keep)
        for text in dates:
            yield self._line("date", text, signatures, dates, keep_last)

    def _line(self, kind: str, text: str, signatures: Sequence[str], dates: Sequence[str], keep: bool) -> Xml:
        date, longest = max(map(width, dates), default=0.0), max(map(width, signatures), default=0.0)
        if self._stamped:
            indent, justify = {"right": self._twips(self._place.sealed_date_right)}, "right"
        elif self._sealed:
            alone = 0.0 if len(signatures) > 1 else longest
            indent, justify = self._sealed_place(kind, text, date, alone), "right"
        else:
            indent, justify = self._unsealed_place(kind, date, longest), "left"
        return paragraph(self._style(kind), [run(text)], keep_next=keep, indent=indent, justify=justify)

    def _sealed_place(self, kind: str, text: str, date: float, longest: float) -> dict[str, int]:
        """The date 4 字 from the right, the signature centred on it (7.3.5.1)."""
        longest = min(longest, self._template.page.characters_per_line)
        right = max(self._place.sealed_date_right, (longest - date) / 2 if date else 0.0)
        if kind == "signature" and date:
            right += (date - width(text)) / 2
        return {"right": self._twips(max(right, 0.0))}

    def _unsealed_place(self, kind: str, date: float, longest: float) -> dict[str, int]:
        """The signature 2 字 from the right, the date beginning 2 字 to the right of it (7.3.5.2)."""
        place, line = self._place, self._template.page.characters_per_line
        if date > longest:
            begin = line - place.right - date - place.date_shift
        else:
            begin = line - place.right - longest
        shift = place.date_shift if kind == "date" and longest else 0.0
        return {"left": self._twips(max(begin + shift, 0.0))}

    def _joint(self, signatures: Sequence[str], dates: Sequence[str], keep: bool) -> Iterator[Xml]:
        """Rows of offices, each with room for its own seal; the last one stands above the date (7.3.5.1)."""
        middles = self._middles(signatures, dates)
        columns = len(middles)
        rows = [signatures[start : start + columns] for start in range(0, len(signatures), columns)]
        for place, row in enumerate(rows):
            runs = [each for name in row for each in (tab(), run(name))]
            tabs = {self._twips(middle): "center" for middle in middles[columns - len(row) :]}
            last = place == len(rows) - 1
            yield paragraph(self._style("signature"), runs, keep_next=keep or not last, tabs=tabs)
            if not last:
                yield from (paragraph(keep_next=True) for _line in range(self._lines_between_seals))

    @property
    def _lines_between_seals(self) -> int:
        return ceil(sum(self._seal_and_gap) / self._pitch) - 1

    @property
    def _seal_and_gap(self) -> tuple[float, float]:
        return self._seal, self._place.seal_gap * _TWIPS_PER_MM

    def _middles(self, signatures: Sequence[str], dates: Sequence[str]) -> list[float]:
        """Where the columns' middles are in 字: as many columns as seals and names leave room for."""
        line = self._template.page.characters_per_line
        date, longest = max(map(width, dates), default=0.0), min(max(map(width, signatures)), line)
        last = min(line - self._place.sealed_date_right - date / 2, line - longest / 2)
        seal, gap = (twips / self._template.page.character for twips in self._seal_and_gap)
        apart = max(longest + 1, seal + gap)
        count = 1
        while count < len(signatures) and last - count * apart >= max(longest, seal) / 2:
            count += 1
        return [last - place * apart for place in range(count)][::-1]

    def _beside_stamps(self, titles: Sequence[str], keep: bool) -> Iterator[Xml]:
        """The office of who signs, 2 字 to the left of the stamp's place; below each a blank line (7.3.5.3)."""
        place = self._place
        right = self._twips(place.sealed_date_right + place.stamp_wide + place.before_stamp)
        for title in titles:
            yield paragraph(
                self._style("signature"),
                [run(title)],
                keep_next=keep,
                indent={"right": right},
                justify="right",
            )
            yield paragraph(keep_next=keep)

    def _style(self, kind: str) -> str:
        return self._styles.id(getattr(self._template.styles, kind))

    def _twips(self, characters: float) -> int:
        return round(characters * self._template.page.character)
