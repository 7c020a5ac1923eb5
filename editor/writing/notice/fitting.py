"""The notice's first page: blank lines a little lower or higher, so that signature and text stand together.

GB/T 9704—2012 7.3.5.5: where the space left can't hold seal and date, line spacing is adjusted. A place is good only
where it is so in every program that prints; a program that sets it otherwise than the layout costs looks, never text.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile

from docx.oxml.ns import qn
from msgspec.structs import replace

from editor.writing.elements.element import Element
from editor.writing.ooxml.boxes import boxes
from editor.writing.ooxml.styles import Styles
from editor.writing.ooxml.wordml import Xml, paragraph
from editor.writing.pages.flow import FlowReader
from editor.writing.pages.paging import pages_of
from editor.writing.pages.row_making import RowMaker
from editor.writing.pages.rows import Row
from editor.writing.template.page import Page
from editor.writing.template.template import Template

_SHRUNK = (0.9, 0.8, 0.7, 0.6)
_GROWN = (1.2, 1.4, 1.6, 1.8, 2.0)
_SHARES = (*_SHRUNK, *_GROWN, 0.5, 0.4, 0.35, 2.2, 2.4, 2.6, 2.8, 3.0)
"""What a blank line may take, as shares of the body pitch, in the order in which it is tried."""
_SPARE = 0.5
"""Share of a line by which programs differ in borders and in large type: every place must be good with it, too."""
_TEXT = ("text", "measure", "heading")
_SIGNED = ("signature", "date", "attendance")


class Fitter:
    """Fits the first page of one notice; `spacer` is the id of a style that keeps off the grid."""

    def __init__(
        self, template: Template, styles: Styles, page: Page, origins: Mapping[Xml, Element], spacer: str
    ) -> None:
        kinds = {source: (each.kind, each.block) for source, each in origins.items()}
        self._programs = [
            (RowMaker(FlowReader(styles), template.latin_in(name), kinds, {}), program.keeps_whole)
            for name, program in template.programs.items()
        ]
        self._page = page
        self._spacer = spacer

    def fitted(self, flow: Sequence[Xml]) -> list[Xml]:
        """The paragraphs with blank lines as low or high as it takes; all as they were where that is good anyhow."""
        front = list(takewhile(_stays, flow))
        self._loosen(front)
        trials = [self._trial(front, *program) for program in self._programs]
        if not trials[0].is_signed or all(trial.is_good(1.0) for trial in trials):
            return list(flow)
        share = next((share for share in _SHARES if all(trial.is_good(share) for trial in trials)), 1.0)
        pitch, changed = int(share * self._page.line_pitch), trials[0].changed(share)
        return [*(self._reset(each, pitch) for each in flow[:changed]), *flow[changed:]]

    def _loosen(self, front: Sequence[Xml]) -> None:
        """Keep nothing with the signature that a page can't hold together with it: programs then keep nothing at all."""
        chain = [*takewhile(_is_kept, reversed(front[:-1]))][::-1]
        while chain and self.height([*chain, front[-1]]) > self._page.high:
            properties = chain.pop(0).find(qn("w:pPr"))
            properties.remove(properties.find(qn("w:keepNext")))

    def _trial(self, front: Sequence[Xml], maker: RowMaker, keeps_whole: bool) -> "_Trial":
        rows = [list(maker.rows([each], self._page.wide)) for each in front]
        blank = [_is_blank(each) for each in front]
        return _Trial(rows, blank, self._page, self._above(front), keeps_whole)

    def height(self, flow: Sequence[Xml]) -> float:
        """Twips that the paragraphs take in the program that needs most."""
        made = (maker.rows(flow, self._page.wide) for maker, _keeps_whole in self._programs)
        return self._above(flow) + max(sum(row.height for row in rows) for rows in made)

    def _above(self, flow: Sequence[Xml]) -> float:
        """Twips at the type area's head that boxes keep free."""
        pushing = (
            box for each in flow for box, _content in boxes(each) if box.pushes and box.top is not None
        )
        return max((box.top + box.high - self._page.top for box in pushing), default=0.0)  # type: ignore[operator]

    def _reset(self, each: Xml, pitch: int) -> Xml:
        if pitch == self._page.line_pitch or not _is_blank(each):
            return each
        return paragraph(self._spacer, keep_next=_is_kept(each), line=pitch)


class _Trial:
    """The first paragraphs' rows in one program, to be put on pages with other blank lines."""

    def __init__(
        self, rows: list[list[Row]], blank: list[bool], page: Page, above: float, keeps_whole: bool
    ) -> None:
        self._rows = rows
        self._blank = blank
        self._page = page
        self._above = above
        self._keeps_whole = keeps_whole
        self._texts = [place for place, each in enumerate(rows) if _stands(each, _TEXT)]
        self.is_signed = bool(self._texts) and any(_stands(each, _SIGNED) for each in rows)

    def changed(self, share: float) -> int:
        """Up to which paragraph blank lines change: those grown send text on, and what follows stays as it was."""
        return self._texts[-1] + 1 if share > 1 else len(self._rows)

    def is_good(self, share: float) -> bool:
        """Whether the first page shows text, and so does the one page with signature and date, or with who attended."""
        return all(self._is_good(share, spare * self._page.line_pitch) for spare in (0.0, _SPARE))

    def _is_good(self, share: float, spare: float) -> bool:
        pages = pages_of(self._trial_rows(share, spare), self._page.high, self._keeps_whole)
        signed = [page for page in pages if _stands(page, (*_SIGNED, "annotation"))]
        return len(signed) == 1 and all(_stands(page, _TEXT) for page in (pages[0], signed[0]))

    def _trial_rows(self, share: float, spare: float) -> Iterable[Row]:
        yield Row(height=self._above + spare)
        changed = self.changed(share)
        for place, rows in enumerate(self._rows):
            if self._blank[place] and place < changed:
                yield from (replace(row, height=row.height * share) for row in rows)
            else:
                yield from rows


def _stays(each: Xml) -> bool:
    """Whether a paragraph neither begins a page nor ends a section."""
    return each.find(f".//{qn('w:pageBreakBefore')}") is None and each.find(f".//{qn('w:sectPr')}") is None


def _is_kept(each: Xml) -> bool:
    return each.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None


def _stands(rows: Iterable[Row], kinds: Sequence[str]) -> bool:
    return any(line.kind in kinds for row in rows for line in row.lines)


def _is_blank(each: Xml) -> bool:
    return (
        each.tag == qn("w:p")
        and each.find(f"{qn('w:pPr')}/{qn('w:pStyle')}") is None
        and not len(each.findall(qn("w:r")))
    )
