"""Text made fit for a file, and its width on paper."""

import re

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 can't hold."""
_LINE_ENDS = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_NARROW_DIGIT = 0.5


def paragraphs(text: str) -> tuple[str, ...]:
    """The text's lines that hold anything, each fit for XML, tabs and runs of blanks as one blank."""
    lines = (" ".join(clean(line).split()) for line in _LINE_ENDS.split(text))
    return tuple(line for line in lines if line)


def one_line(text: str) -> str:
    """The text on one line, fit for XML."""
    return "".join(paragraphs(text))


def clean(text: str) -> str:
    """The text without the characters that XML forbids."""
    return _FORBIDDEN.sub("", text)


def forbidden_characters(text: str) -> int:
    """How many characters `paragraphs` drops: those that XML forbids, line ends not counted."""
    return len(_FORBIDDEN.findall(_LINE_ENDS.sub("", text)))


def visible(text: str) -> str:
    """The text without blanks, as the guard compares it."""
    return "".join(text.split())


def width(text: str) -> float:
    """Width in 字: an ASCII character counts one half, any other one."""
    return sum(_NARROW_DIGIT if character.isascii() else 1.0 for character in text)
