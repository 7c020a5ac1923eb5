"""What stands above the addressees: copy number, urgency, the issuers' mark, document number, title."""

import re
from collections.abc import Sequence
from itertools import pairwise

from editor.plan.characters import official
from editor.plan.plans import Cover
from editor.plan.value import Value
from editor.reading import cover
from editor.reading.lines import Passage

_LETTERHEAD = re.compile(
    "[^，。：；]{2,40}文\\s*件\\s*(?:[^，。：；于的]{2,30}(?:办公[厅室]|委员会|人民政府|[委厅局部院署])\\s*)?"
)
_TELEGRAM = re.compile("发电单位|签批盖章|抄报[：:]|等级\\s*(?:特提|特急|加急|平急)")
_DOCUMENTS = re.compile("\\s*文\\s*件\\s*")
_NEXT_NAME = re.compile("\\s*文\\s*件\\s*|\n")
_COPY_NUMBER = re.compile("\\s*\\d{6}(?=\\s)")
_NOTES = re.compile(
    "(?P<copy_number>\\d{6})|(?P<classification>(?:绝密|机密|秘密)(?:★.{0,8})?)|(?P<urgency>特提|特急|加急|平急)"
)


class Head(Value, frozen=True, kw_only=True):
    """What the passages above a title's addressees hold; `notes` are copy number, classification and urgency."""

    notes: tuple[Passage, ...] = ()
    letterhead: tuple[Passage, ...] = ()
    number: Passage | None = None
    title: tuple[Passage, ...] = ()

    @property
    def cover(self) -> Cover:
        """What the head says about the notice that a plan came in."""
        return Cover(
            copy_number=self._noted("copy_number"),
            classification=self._noted("classification"),
            urgency=self._noted("urgency"),
            letterhead=_mark(self.letterhead),
            title=cover.title_of(self.title),
        )

    def _noted(self, name: str) -> str:
        words = (_NOTES.fullmatch(word) for passage in self.notes for word in passage.text.split())
        return next((match[name] for match in words if match and match[name]), "")


def read_head(passages: Sequence[Passage]) -> Head:
    """Notes, letterhead, number and title lines among the passages above the addressees."""
    parts = [part for passage in passages for part in _without_copy_number(passage)]
    notes = [p for p in parts if _is_note(p.text)]
    lines = [p for p in parts if p not in notes]
    number = next((p for p in lines if cover.document_number(p.text)), None)
    mark = _joint_mark(lines) or _letter_mark(lines)
    letterhead = [p for place, p in enumerate(lines) if place in mark or _is_letterhead(p.text)]
    title = [p for p in lines if p is not number and p not in letterhead]
    return Head(notes=tuple(notes), letterhead=tuple(letterhead), number=number, title=tuple(title))


def _without_copy_number(passage: Passage) -> list[Passage]:
    """The passage, its copy number apart where the document number stands on the same line, as in a letter."""
    copy_number = _COPY_NUMBER.match(passage.text)
    is_both = copy_number and cover.document_number(passage.text[copy_number.end() :])
    return passage.cut([copy_number.end()]) if copy_number and is_both else [passage]


def _is_letterhead(text: str) -> bool:
    """Whether a passage is a letterhead, the issuers' names and 文件, or the form of a telegram."""
    return bool(_LETTERHEAD.fullmatch(text) or _TELEGRAM.search(text))


def _is_note(text: str) -> bool:
    """Whether a passage is copy number, classification or urgency, one beside the other or alone."""
    words = text.split()
    return bool(words) and all(_NOTES.fullmatch(word) for word in words)


def _joint_mark(passages: Sequence[Passage]) -> range:
    """The places of several issuers' names, one below the other, with 文件 among them or behind one of them.

    Names below 文件 are the mark's only where the document number follows: else a title may begin with one.
    """
    mark = [
        place for place, p in enumerate(passages) if _DOCUMENTS.fullmatch(p.text) or _is_letterhead(p.text)
    ]
    if not mark:
        return range(0)
    start = end = mark[0]
    while start and cover.is_organ(passages[start - 1].text):
        start -= 1
    while end + 1 < len(passages) and cover.is_organ(passages[end + 1].text):
        end += 1
    is_numbered = end + 1 < len(passages) and cover.document_number(passages[end + 1].text)
    return range(start, (end if is_numbered else mark[0]) + 1)


def _letter_mark(passages: Sequence[Passage]) -> range:
    """The places of names that alone stand above the number, as in a letter, whose mark lacks 文件; the title is below.

    Where the mark floats beside the text, it is a name that the title then begins with.
    """
    number = next((place for place, p in enumerate(passages) if cover.document_number(p.text)), 0)
    if number + 1 < len(passages) and number and all(cover.is_organ(p.text) for p in passages[:number]):
        return range(number)
    for place, (name, title) in enumerate(pairwise(passages)):
        if cover.is_organ(name.text) and title.text.strip().startswith(name.text.strip()):
            return range(place, place + 1)
    return range(0)


def _mark(passages: Sequence[Passage]) -> str:
    """The letterhead as printed; of a joint one the names line by line, 文件 behind the last."""
    text = "\n".join(official(passage.text.strip()) for passage in passages)
    names = [name.strip() for name in _NEXT_NAME.split(text) if name.strip()]
    return "\n".join(names) + "文件" if "文件" in text and len(names) > 1 else text
