"""A notice that an office made in Word, its parts told apart: mark, number, title, text, headings, sign-off, imprint."""

import re
from collections import defaultdict
from collections.abc import Iterator

from docx.oxml.ns import qn

from editor.plan.locality import Locality
from editor.writing.base.characters import one_line
from editor.writing.elements.element import Kind
from editor.writing.ooxml.wordml import Xml
from editor.writing.samples.sample_faces import SampleFaces, runs_of

_NUMBER = re.compile(r"^(.{0,40}?)[〔\[［【（(]\s*(?:19|20)\d\d\s*[〕\]］】）)]\s*\d*\s*号")
_DATE = re.compile(r"\s*\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*")
_PRINTED = re.compile(r"^(.*?)\s*\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*印发\s*$")
_ORDINALS = (
    re.compile(r"^[一二三四五六七八九十]+、"),
    re.compile(r"^（[一二三四五六七八九十]+）"),
    re.compile(r"^\d+[.．](?!\d)"),
    re.compile(r"^（\d+）"),
)
_LABELS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("copied_to", re.compile(r"^抄\s*送\s*[:：]")),
    ("printed", _PRINTED),
    ("attachment_note", re.compile(r"^附\s*件\s*[:：]")),
    ("attachment_label", re.compile(r"^附\s*件\s*\d*$")),
    ("annotation", re.compile(r"^（[^（）]*）$")),
    ("date", re.compile(f"^{_DATE.pattern}$")),
)
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SMALLEST_MARK = 20.0
"""Points; what is smaller above the number is no mark."""


class SampleNotice:
    """The paragraphs of each kind; those of a heading's level are `levels`."""

    def __init__(self, body: Xml, faces: SampleFaces) -> None:
        self._faces = faces
        self.parts: defaultdict[Kind, list[Xml]] = defaultdict(list)
        self.levels: defaultdict[int, list[Xml]] = defaultdict(list)
        self.flow = [each for each in body.iter(qn("w:p")) if any(runs_of(each)) and not _is_copy(each)]
        self._sort()

    def _sort(self) -> None:
        texts = [text_of(each) for each in self.flow]
        number = next((place for place, text in enumerate(texts) if _NUMBER.match(text)), None)
        self._letterhead(number)
        start = 0 if number is None else number + 1
        front = self._title(start, texts)
        for place in range(front, len(self.flow)):
            self._below_title(place, texts[place], front)

    def _letterhead(self, number: int | None) -> None:
        """Number and mark: the largest of what stands above the number."""
        if number is None:
            return
        self.parts["document_number"].append(self.flow[number])
        above = self.flow[:number]
        mark = max(above, key=self._size, default=None)
        if mark is not None and self._size(mark) >= _SMALLEST_MARK:
            self.parts["issuer_mark"].append(mark)

    def _size(self, paragraph: Xml) -> float:
        return self._faces.first_face(paragraph).size

    def _title(self, start: int, texts: list[str]) -> int:
        """The paragraphs between number and addressees; gives back where they end."""
        ends = (place for place in range(start, len(texts)) if texts[place].endswith(("：", ":")))
        end = next((place for place in ends if not texts[place].startswith("签发人")), start)
        self.parts["title"] = [
            each
            for each, text in zip(self.flow[start:end], texts[start:end], strict=True)
            if "签发人" not in text
        ][:4]
        if self.parts["title"]:
            self.parts["addressees"].append(self.flow[end])
            return end + 1
        return start

    def _below_title(self, place: int, text: str, front: int) -> None:
        paragraph = self.flow[place]
        kind = next((kind for kind, pattern in _LABELS if pattern.match(text)), None)
        if kind == "date" and place > front:
            self.parts["signature"] = [self.flow[place - 1]]
            self.parts["text"] = [each for each in self.parts["text"] if each is not self.flow[place - 1]]
        if kind is not None:
            self.parts[kind].append(paragraph)
            return
        level = next((n for n, pattern in enumerate(_ORDINALS, 1) if pattern.match(text)), None)
        if level is None:
            self.parts["text"].append(paragraph)
        else:
            self.levels[level].append(paragraph)

    def said(self, kind: Kind) -> str:
        """What the first paragraph of a kind says; empty where there is none."""
        return text_of(self.parts[kind][0]) if self.parts.get(kind) else ""

    def locality(self) -> Locality:
        """What the sample tells about its office: mark, number prefix, addressees, imprint."""
        number, printed = _NUMBER.match(self.said("document_number")), _PRINTED.match(self.said("printed"))
        addressees = self.said("addressees").rstrip("：:")
        return Locality(
            issuer=self.said("signature"),
            issuer_mark=self.said("issuer_mark"),
            number_prefix=number[1].strip() if number else "",
            addressees=tuple(re.split("[，,]", addressees)) if addressees else (),
            annotation=self.said("annotation").strip("（）"),
            copied_to=re.sub(r"^抄\s*送\s*[:：]", "", self.said("copied_to")).rstrip("。"),
            printed_by=printed[1].strip() if printed else "",
        )


def text_of(paragraph: Xml) -> str:
    """A paragraph's own text on one line, without blanks at its ends."""
    return one_line("".join(text for _run, text in runs_of(paragraph))).strip()


def _is_copy(paragraph: Xml) -> bool:
    """Whether a paragraph stands in what older programs are shown in a drawing's place."""
    return any(each.tag == _FALLBACK for each in paragraph.iterancestors())


def table_rules(paragraph: Xml) -> Iterator[int]:
    """The weights of the rules that a paragraph's table draws across, in eighths of a point."""
    table = next(paragraph.iterancestors(qn("w:tbl")), None)
    if table is None:
        return
    for side in ("top", "bottom", "insideH"):
        for each in table.iter(qn(f"w:{side}")):
            if (
                each.get(qn("w:val")) not in (None, "nil", "none")
                and (each.get(qn("w:sz")) or "").isdecimal()
            ):
                yield int(each.get(qn("w:sz")))
