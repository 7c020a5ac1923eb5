"""The steps of a redline as paragraphs with native tracked changes: w:ins, w:del, w:moveFrom and w:moveTo.

Both texts are lines joined by line ends. A line end that only one of them has is a paragraph mark that was inserted
or deleted: refusing or accepting it joins the paragraph with the next one.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

from editor.comparing import Op, Span, diff
from editor.comparing.edits import edits, partners
from editor.writing.elements.element import Element
from editor.writing.ooxml.styles import Styles
from editor.writing.ooxml.wordml import Xml, element, run
from editor.writing.redline.redline_order import Step
from editor.writing.template.template import StyleNames

_Change: TypeAlias = Literal["w:ins", "w:del", "w:moveFrom", "w:moveTo"]
_CHANGES: dict[str, _Change] = {"-": "w:del", "+": "w:ins", "<": "w:moveFrom", ">": "w:moveTo"}
_IN_PLACE: dict[str, Op] = {"<": "-", ">": "+"}
_OF_OLD, _OF_NEW = "=-<", "=+>"


class _Side:
    """Where one of the two texts has been written up to: its elements and the place in the current one."""

    def __init__(self, elements: Sequence[Element]) -> None:
        self._elements = elements
        self._at = self._place = 0

    @property
    def element(self) -> Element:
        return self._elements[min(self._at, len(self._elements) - 1)]

    def take(self, text: str) -> Iterator[tuple[str, bool]]:
        """The text of one line as pieces in the heading's face or not, and go on behind it."""
        lead = max(0, len(self.element.lead) - self._place)
        self._place += len(text)
        for piece, in_lead in ((text[:lead], True), (text[lead:], False)):
            if piece:
                yield piece, in_lead

    def pass_over(self, text: str) -> None:
        self._place += len(text)

    def end_line(self) -> None:
        self._at, self._place = self._at + 1, 0


class RedlineBody:
    """Writes steps for one template; every change bears the author and the day."""

    def __init__(self, names: StyleNames, styles: Styles, author: str, moment: str) -> None:
        self._names = names
        self._styles = styles
        self._by = {"w:author": author, "w:date": moment}
        self._serial = self._passages = 0

    def paragraphs(self, step: Step, names: Collection[str] = ()) -> Iterator[Xml]:
        """The paragraphs of one step; `names` of units are compared as whole words."""
        olds = [each for piece in step.olds for each in piece.elements]
        news = [each for piece in step.news for each in piece.elements]
        spans = _spans(olds, news, step.moved is not None, names)
        made = list(
            self._lines(spans, {} if step.moved is not None else self._passage_names(spans), olds, news)
        )
        if step.moved is not None:
            start, end = self._range(f"move{step.moved}", "moveTo" if news else "moveFrom")
            made[0].insert(1, start)
            made[-1].append(end)
        return iter(made)

    def _passage_names(self, spans: Sequence[Span]) -> dict[int, str]:
        """By place of a span that was moved inside the step a name that it shares with its other end."""
        found = edits(spans)
        names: dict[int, str] = {}
        for here, there in partners(found).items():
            if here < there:
                self._passages += 1
                for number in (here, there):
                    names[found[number].spans.start] = f"passage{self._passages}"
        return names

    def _range(self, name: str, kind: str) -> tuple[Xml, Xml]:
        """The marks that tie both ends of a move together by its name."""
        self._serial += 1
        given = {"w:id": self._serial, "w:name": name, **self._by}
        return element(f"w:{kind}RangeStart", given), element(f"w:{kind}RangeEnd", {"w:id": self._serial})

    def _lines(
        self,
        spans: Sequence[Span],
        moved: Mapping[int, str],
        olds: Sequence[Element],
        news: Sequence[Element],
    ) -> Iterator[Xml]:
        """The paragraphs of spans, of which some are passages `moved` inside them, by their names."""
        old, new = _Side(olds), _Side(news)
        runs: list[Xml] = []
        for number, (op, text) in enumerate(spans):
            for place, line in enumerate(text.split("\n")):
                if place:
                    yield self._paragraph(op, old, new, runs)
                    runs = []
                    for side, ops in ((old, _OF_OLD), (new, _OF_NEW)):
                        if op in ops:
                            side.end_line()
                if line:
                    made = self._runs(op, line, old, new)
                    runs += self._tied(op, moved[number], made) if number in moved else made

    def _tied(self, op: str, name: str, made: Sequence[Xml]) -> tuple[Xml, ...]:
        """One end of a moved passage between the marks that name it."""
        start, end = self._range(name, "moveFrom" if op == "<" else "moveTo")
        return start, *made, end

    def _paragraph(self, op: str, old: _Side, new: _Side, runs: list[Xml]) -> Xml:
        """A paragraph whose mark is in both texts, or in one of them alone."""
        own = (new if op in _OF_NEW else old).element
        properties = [element("w:pStyle", {"w:val": self._style(own)})]
        if op in _CHANGES:
            properties.append(element("w:rPr", None, [self._changed(_CHANGES[op], [])]))
        elif (before := self._style(old.element)) != self._style(own):
            former = element("w:pPr", None, [element("w:pStyle", {"w:val": before})])
            properties.append(self._changed("w:pPrChange", [former]))
        return element("w:p", None, [element("w:pPr", None, properties), *runs])

    def _runs(self, op: str, text: str, old: _Side, new: _Side) -> list[Xml]:
        side, other = (new, old) if op in _OF_NEW else (old, new)
        made = [self._run(piece, op, side.element, lead) for piece, lead in side.take(text)]
        if op == "=":
            other.pass_over(text)
            return made
        return [self._changed(_CHANGES[op], made)]

    def _run(self, text: str, op: str, own: Element, lead: bool) -> Xml:
        level = min(max(own.level, 1), len(self._names.item_headings)) - 1
        faced = lead and own.kind == "measure"
        made = run(text, style=self._styles.id(self._names.item_headings[level]) if faced else None)
        if op == "-":
            words = made[-1]
            words.tag = words.tag[:-1] + "delText"
        return made

    def _changed(self, tag: str, content: Sequence[Xml]) -> Xml:
        self._serial += 1
        return element(tag, {"w:id": self._serial, **self._by}, content)

    def _style(self, each: Element) -> str:
        if each.kind in ("heading", "measure"):
            named = self._names.headings if each.kind == "heading" else self._names.items
            return self._styles.id(named[min(each.level, len(named)) - 1])
        name = self._names.title if each.kind == "plan_title" else getattr(self._names, each.kind)
        return self._styles.id(str(name))


def _spans(
    olds: Sequence[Element], news: Sequence[Element], moved: bool, names: Collection[str]
) -> tuple[Span, ...]:
    """The difference of the lines; every line is closed by a line end, the last one by one of both texts.

    Of what moved, the old place shows all as moved away; the new one what was kept as moved here and what was added.
    A passage that moved inside is shown so where it lies within a paragraph and both its ends are found, else as
    taken out and put in.
    """
    old, new = ("\n".join(each.printed for each in elements) for elements in (olds, news))
    if not news:
        return (Span("<" if moved else "-", f"{old}\n"),)
    if not olds:
        return (Span("+", f"{new}\n"),)
    spans = (*diff(old, new, names), Span("=", "\n"))
    tied = frozenset() if moved else _tied(spans)
    spans = tuple(
        span if place in tied else Span(_IN_PLACE.get(span.op, span.op), span.text)
        for place, span in enumerate(spans)
    )
    if not moved:
        return spans
    return tuple(Span(">", text) if op == "=" else Span(op, text) for op, text in spans if op != "-")


def _tied(spans: Sequence[Span]) -> frozenset[int]:
    """The places of the spans that are an end of a move between or inside paragraphs, none of them more than one."""
    found = edits(spans)
    return frozenset(
        found[number].spans.start
        for pair in partners(found).items()
        if not any("\n" in found[end].old + found[end].new for end in pair)
        for number in pair
    )
