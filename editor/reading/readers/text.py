"""Plain text: its encoding, its lines."""

import codecs
import re

from charset_normalizer import from_bytes

from editor.errors import FileProblem
from editor.reading.lines import Extract, Line
from editor.reading.readers.tabbed import part_tabbed
from editor.reading.spaced import close_up
from editor.reading.stacked import part_stacked
from editor.wording import _

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_LINE_END = re.compile("\r\n|[\r\n\v\x85\u2028\u2029]")
_MOST_CONTROLS = 0.01
_MOST_DAMAGED = 0.002
_SAMPLE = 65536
MOST_LINES = 500_000


def decode_text(content: bytes, name: str) -> str:
    """The text in `content`: by its byte order mark, as UTF-8, UTF-16, GB18030, then as what it resembles.

    Bytes that are damaged, if there are few, become the mark \ufffd. FileProblem where no encoding gives readable text.
    """
    for encoding in _candidates(content):
        text = content.decode(encoding, errors="replace")
        if _is_readable(text):
            return text
    guess = from_bytes(content[:_SAMPLE]).best()
    if guess is not None and _is_readable(str(guess)):
        return content.decode(guess.encoding, errors="replace")
    raise FileProblem(_("“{name}” is not a text; choose the document itself.").format(name=name))


def read_text(content: bytes, name: str) -> Extract:
    """The lines of a text; FileProblem where there are more of them than any plan has."""
    text = decode_text(content, name)
    if len(_LINE_END.findall(text)) >= MOST_LINES:
        message = _("“{name}” holds more than {limit} lines; choose the plan itself.")
        raise FileProblem(message.format(name=name, limit=MOST_LINES))
    return Extract(lines=text_lines(text))


def text_lines(text: str) -> tuple[Line, ...]:
    """The lines of a text, numbered from 1; a form feed or a single blank in front may mark a page's start."""
    return part_stacked(
        part_tabbed(
            Line(number=number, text=close_up(line.replace("\f", " ")), page_start=_starts_page(line))
            for number, line in enumerate(_LINE_END.split(text), 1)
        )
    )


def _starts_page(line: str) -> bool:
    """PDF text has a form feed, or a blank in its place, before a page's first line; an indent is two blanks or more."""
    return line.startswith("\f") or (line[:1] == " " and line[1:2].strip() != "")


def _candidates(content: bytes) -> list[str]:
    marked = [encoding for mark, encoding in _BYTE_ORDER_MARKS if content.startswith(mark)]
    if marked:
        return marked
    sample = content[:_SAMPLE]
    if b"\0" in sample:
        little = sample[0::2].count(0) <= sample[1::2].count(0)
        return ["utf-16-le" if little else "utf-16-be"]
    return ["utf-8", "gb18030"]


def _is_readable(text: str) -> bool:
    """Whether hardly any character is damaged or a control character; a short text may have one cut at its end."""
    damaged = text.count("\ufffd") - text.endswith("\ufffd")
    controls = len(_CONTROLS.findall(text[:_SAMPLE]))
    return damaged <= len(text) * _MOST_DAMAGED and controls <= min(len(text), _SAMPLE) * _MOST_CONTROLS
