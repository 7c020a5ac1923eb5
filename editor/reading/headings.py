"""Run-in headings: the words before the first 。 of an item, where they are short enough to be a heading."""

import re

from editor.plan.characters import is_full_stop

_LONGEST = 40
_LONGEST_WITH_COMMA = 26
_OPENERS = "（(〔[【“《‘〈"
_CLOSERS = "）)〕]】”》’〉"
_SIGN = re.compile("\\s*【(?P<words>[^【】：:]{2,30})】[。：:]?")
_COMMA = re.compile("[，,；;：:]")


def first_sentence(text: str) -> str:
    """The text up to its first 。 (or a . between Chinese words) outside brackets and quotes, without it; all of it where there is none."""
    depth = 0
    for place, character in enumerate(text):
        if character in _OPENERS:
            depth += 1
        elif character in _CLOSERS:
            depth = max(0, depth - 1)
        elif not depth and (character == "。" or (character in ".．" and is_full_stop(text, place))):
            return text[:place]
    return text


def is_heading(sentence: str) -> bool:
    """Whether a first sentence is short enough to be a heading; commas make it likelier to be text."""
    words = sentence.strip()
    if not words:
        return False
    return len(words) <= (_LONGEST_WITH_COMMA if _COMMA.search(words) else _LONGEST)


def split_heading(text: str) -> int:
    """The place where the text after a run-in heading begins, its 。 or 【】 before it; 0 where the text has no heading."""
    sign = _SIGN.match(text)
    if sign and is_heading(sign["words"]):
        return sign.end() if text[sign.end() :].strip() else 0
    sentence = first_sentence(text)
    followed = bool(text[len(sentence) + 1 :].strip())
    return len(sentence) + 1 if followed and is_heading(sentence) else 0


def heading_words(text: str) -> str:
    """A heading without the 。 that ends it or the 【】 around it."""
    words = text.strip()
    sign = _SIGN.fullmatch(words) if words.startswith("【") else None
    return sign["words"] if sign else words.rstrip("。.").strip()
