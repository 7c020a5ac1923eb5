"""Automatic numbers of a .docx: what Word shows before a paragraph but does not store in it (ISO/IEC 29500-1, 17.9)."""

from collections import defaultdict
from dataclasses import dataclass, field

from lxml import etree

from editor.plan.numbering import format_numeral

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HAN_FORMATS = {
    "chineseCounting",
    "chineseCountingThousand",
    "chineseLegalSimplified",
    "ideographDigital",
    "japaneseCounting",
    "taiwaneseCounting",
    "taiwaneseCountingThousand",
}
_CIRCLED_FORMATS = {"decimalEnclosedCircle", "decimalEnclosedCircleChinese"}
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LEVELS = range(9)
_GREATEST = 9999


@dataclass(frozen=True)
class Level:
    """How one level of a list is numbered."""

    format: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None


@dataclass
class NumberedList:
    """One w:num: its levels, the abstract list whose counters it shares, and the starts it overrides."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts through a document's automatic lists and gives each paragraph's number as shown."""

    def __init__(self, root: etree._Element | None) -> None:
        abstracts = (
            {}
            if root is None
            else {_value(a, "abstractNumId"): _levels(a) for a in root.iter(W + "abstractNum")}
        )
        lists = () if root is None else root.iter(W + "num")
        self._lists = {_value(num, "numId"): _list(num, abstracts) for num in lists}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()

    @classmethod
    def of(cls, lists: dict[str, NumberedList]) -> "Numbering":
        """The numbering of lists read from elsewhere, by the names that paragraphs give them."""
        numbering = cls(None)
        numbering._lists = lists
        return numbering

    def next(self, list_id: str, level: int) -> str:
        """The number of the next paragraph in this list at this level (from 0); empty for bullets and unknown lists."""
        numbered = self._lists.get(list_id)
        if numbered is None or level not in numbered.levels:
            return ""
        counts = self._counts[numbered.abstract]
        self._count(counts, numbered, list_id, level)
        return _show(numbered.levels, counts, level)

    def _count(self, counts: dict[int, int], numbered: NumberedList, list_id: str, level: int) -> None:
        if level in numbered.starts and (list_id, level) not in self._begun:
            counts[level] = numbered.starts[level]
        elif level in counts:
            counts[level] += 1
        else:
            counts[level] = numbered.levels[level].start
        self._begun.add((list_id, level))
        for lower in [other for other in counts if other > level]:
            restart = numbered.levels.get(lower, Level()).restart
            if restart is None or 0 < restart >= level + 1:
                del counts[lower]


def _levels(abstract: etree._Element) -> dict[int, Level]:
    return {_number(level, "ilvl", 0): _level(level) for level in abstract.iterfind(W + "lvl")}


def _level(level: etree._Element) -> Level:
    return Level(
        format=_child(level, "numFmt") or "decimal",
        text=_child(level, "lvlText") or "",
        start=_integer(_child(level, "start"), 1),
        restart=_integer(_child(level, "lvlRestart"), -1) if _child(level, "lvlRestart") else None,
    )


def _list(num: etree._Element, abstracts: dict[str, dict[int, Level]]) -> NumberedList:
    abstract = _child(num, "abstractNumId") or ""
    numbered = NumberedList(abstract=abstract, levels=dict(abstracts.get(abstract, {})))
    for override in num.iterfind(W + "lvlOverride"):
        level = _number(override, "ilvl", 0)
        replaced = override.find(W + "lvl")
        if replaced is not None:
            numbered.levels[level] = _level(replaced)
        start = _child(override, "startOverride")
        if start is not None:
            numbered.starts[level] = _integer(start, 1)
    return numbered


def _show(levels: dict[int, Level], counts: dict[int, int], level: int) -> str:
    if levels[level].format in ("bullet", "none"):
        return ""
    text = levels[level].text
    for other in _LEVELS:
        shown = levels.get(other, Level())
        text = text.replace(f"%{other + 1}", format_count(counts.get(other, shown.start), shown.format))
    return text


def format_count(value: int, form: str) -> str:
    """A count as the number format `form` (ST_NumberFormat) writes it; unknown formats write plain digits."""
    if form in _HAN_FORMATS and 0 < value < 1000:
        return format_numeral(value, 1)
    if form in _CIRCLED_FORMATS and 0 < value <= 20:
        return format_numeral(value, 5)
    if form in ("ideographTraditional", "ideographZodiac") and value > 0:
        cycle = _STEMS if form == "ideographTraditional" else _BRANCHES
        return cycle[(value - 1) % len(cycle)]
    if form in ("lowerLetter", "upperLetter") and value > 0:
        letters = chr(ord("a") + (value - 1) % 26) * min((value - 1) // 26 + 1, 9)
        return letters.upper() if form == "upperLetter" else letters
    if form in ("lowerRoman", "upperRoman") and 0 < value < 400:
        return _roman(value).upper() if form == "upperRoman" else _roman(value)
    return f"{value:02}" if form == "decimalZero" else str(value)


def _roman(value: int) -> str:
    words = ""
    for size, letters in _ROMAN:
        words += letters * (value // size)
        value %= size
    return words


def _value(element: etree._Element, attribute: str) -> str:
    return element.get(W + attribute) or ""


def _number(element: etree._Element, attribute: str, default: int) -> int:
    return _integer(element.get(W + attribute), default)


def _integer(text: str | None, default: int) -> int:
    """A small integer; the default where the file holds something else."""
    if text is None or not text.lstrip("-").isdecimal():
        return default
    return max(-_GREATEST, min(_GREATEST, int(text[:9])))


def _child(element: etree._Element, tag: str) -> str | None:
    child = element.find(W + tag)
    return None if child is None else child.get(W + "val")
