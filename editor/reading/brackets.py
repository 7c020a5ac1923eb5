"""Brackets of every kind and width, and where each is closed."""

import re

OPENERS = "（(〔[【［"
CLOSERS = "）)〕]】］"
ANY_OPENING = re.compile("[（(〔\\[【［]")
ANY_BRACKET = re.compile("[（(〔\\[【［）)〕\\]】］]")


def closing_place(text: str, opening: int) -> int | None:
    """The place just after the bracket that closes the one at `opening`, of either width; None where there is none."""
    depth = 0
    for bracket in ANY_BRACKET.finditer(text, opening):
        depth += 1 if bracket[0] in OPENERS else -1
        if not depth:
            return bracket.end()
    return None
