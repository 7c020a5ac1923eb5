"""The letters underlined in menus: each wording keeps its own where that is free, and is given another where not."""

import re
from collections.abc import Sequence
from string import ascii_uppercase, digits

_MARKED = re.compile(r"&(\w)")
_IN_BRACKETS = re.compile(r"\(&\w\)")


def mnemonic(wording: str) -> str | None:
    """The letter or digit that a wording underlines, as a capital."""
    marked = _MARKED.search(wording)
    return marked[1].upper() if marked else None


def with_mnemonics(wordings: Sequence[str]) -> tuple[str, ...]:
    """The wordings of one menu, each with a letter of its own, whatever the translation says; the first comes first.

    Chinese wordings carry theirs in brackets behind, before the dots of those that open a dialog.
    """
    kept: dict[str, int] = {}
    for place, wording in enumerate(wordings):
        kept.setdefault(mnemonic(wording) or f"none {place}", place)
    taken = {letter for letter in kept if len(letter) == 1}
    return tuple(
        wording if kept.get(mnemonic(wording) or "") == place else _marked(wording, taken)
        for place, wording in enumerate(wordings)
    )


def _marked(wording: str, taken: set[str]) -> str:
    """The wording with a mark at a letter that is free, which is taken from now on."""
    bare = _IN_BRACKETS.sub("", wording).replace("&", "")
    for place, letter in enumerate(bare.upper() if bare.rstrip("…").isascii() else ""):
        if letter in ascii_uppercase and letter not in taken:
            taken.add(letter)
            return f"{bare[:place]}&{bare[place:]}"
    free = next((letter for letter in ascii_uppercase + digits if letter not in taken), None)
    if free is None:
        return bare
    taken.add(free)
    words = bare.rstrip("….")
    return f"{words}(&{free}){bare[len(words) :]}"
