"""The notice's first page: blank lines a little lower or higher, so that signature and text stand together.

GB/T 9704—2012 7.3.5.5: where the space left can't hold seal and date, line spacing is adjusted. Line counts are
estimated from character widths; a wrong estimate costs looks, never text.
"""

from collections.abc import Sequence
from itertools import takewhile
from math import ceil

from docx.oxml.ns import qn

from editor.writing.characters import width
from editor.writing.page import Page
from editor.writing.styles import Styles
from editor.writing.wordml import Xml, paragraph

_RANGES = ((0.6, 2.0), (0.35, 3.0))
"""How far a blank line may shrink or grow, as shares of the body pitch; the second where the first is not enough."""
_SPARE = 0.5
"""Share of a line kept free at the page's foot: programs differ by so much in borders and in large type."""


def fit_first_page(
    flow: Sequence[Xml], styles: Styles, page: Page, text_style: str, spacer: str
) -> list[Xml]:
    """The paragraphs with the first page's blank lines fitted; all as they were where everything fits anyhow.

    `text_style` is the id of the body text's style, `spacer` of one that keeps off the grid.
    """
    front = list(takewhile(lambda each: each.find(f".//{qn('w:pageBreakBefore')}") is None, flow))
    texts = [place for place, each in enumerate(front) if _style(each) == text_style]
    if not texts:
        return list(flow)
    before, after = front[: texts[-1] + 1], front[texts[-1] + 1 :]
    pitch = _blank_pitch(before, after, styles, page, single=len(texts) == 1)
    if pitch is None:
        return list(flow)
    sends_text_on = pitch > page.line_pitch  # then what follows stands on the next page, and as it was
    changed = len(before) if sends_text_on else len(front)
    return [*(_reset(each, spacer, pitch) for each in flow[:changed]), *flow[changed:]]


def _blank_pitch(before: list[Xml], after: list[Xml], styles: Styles, page: Page, single: bool) -> int | None:
    """What one blank line may take: less where signature and date then fit, more where they would stand alone."""
    usual, room = page.line_pitch, page.high - page.line_pitch * _SPARE
    blanks_before, blanks_after = sum(map(_is_blank, before)), sum(map(_is_blank, after))
    text = sum(height_of(each, styles, page) for each in before if not _is_blank(each))
    rest = sum(height_of(each, styles, page) for each in after if not _is_blank(each))
    if not blanks_before or text + rest + (blanks_before + blanks_after) * usual <= room:
        return None
    fitting = int((room - text - rest) / (blanks_before + blanks_after))
    pushing = ceil((page.high - text + usual * _SPARE) / blanks_before)
    for least, most in _RANGES:
        if fitting >= usual * least:
            return fitting
        if single and usual < pushing <= usual * most:
            return pushing
    return None


def _style(each: Xml) -> str | None:
    style = each.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return None if style is None else str(style.get(qn("w:val")))


def _is_blank(each: Xml) -> bool:
    return each.tag == qn("w:p") and _style(each) is None and each.find(qn("w:r")) is None


def height_of(each: Xml, styles: Styles, page: Page) -> int:
    """Twips that a paragraph takes, estimated, its border included; of a table those of its highest cell."""
    if each.tag == qn("w:tbl"):
        cells = each.iter(qn("w:tc"))
        return max(sum(height_of(line, styles, page) for line in cell.iter(qn("w:p"))) for cell in cells)
    own = each.find(f"{qn('w:pPr')}/{qn('w:spacing')}")
    pitch = styles.pitch(_style(each)) if own is None else int(own.get(qn("w:line")))
    text = "".join(words.text or "" for words in each.iter(qn("w:t")))
    broken = sum(1 for _each in each.iter(qn("w:br")))
    lines = broken + 1 if broken else ceil((width(text) + 2) / page.characters) or 1
    return lines * pitch + styles.border(_style(each))


def _reset(each: Xml, spacer: str, pitch: int) -> Xml:
    if not _is_blank(each):
        return each
    return paragraph(spacer, keep_next=each.find(f".//{qn('w:keepNext')}") is not None, line=pitch)
