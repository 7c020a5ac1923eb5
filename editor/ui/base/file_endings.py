"""Endings of file names as they are typed with a Chinese input method on."""

import re

from editor.plan.searching import folded

_ENDING = re.compile("[.．。][A-Za-zＡ-Ｚａ-ｚ]{2,8}$")


def in_half_width_ending(name: str) -> str:
    """The name of a file with its ending in half width: 通知．ｄｏｃｘ and 通知。docx are 通知.docx."""
    return _ENDING.sub(lambda match: "." + folded(match[0][1:]), name)
