"""Character widths and blanks as official Chinese documents write them (GB/T 15834—2011)."""

import re

_HALF_TO_FULL = str.maketrans(",;:?!()", "，；：？！（）")
_FULL_ALNUM = re.compile("[０-９Ａ-Ｚａ-ｚ]")
_CJK = re.compile("[⺀-〿㄀-鿿豈-﫿︰-﹏！-｠￠-￦“”‘’—…·\U00020000-\U0003ffff]")
_BLANKS = re.compile(r"\s+")
_OPENERS = "(（"
_CLOSERS = ")）"


def is_cjk(character: str) -> bool:
    """Whether this is a Han character or Chinese punctuation."""
    return bool(_CJK.match(character))


def official_widths(text: str) -> str:
    """The text with half-width , ; : ? ! ( ) beside Chinese made full-width, and full-width letters and digits half-width.

    Numbers, decimals, times and web addresses stay; <…> inside 《…》 becomes 〈…〉. Exactly one character stands for one.
    """
    characters = list(_FULL_ALNUM.sub(lambda match: chr(ord(match[0]) - 0xFEE0), text))
    _widen_brackets(characters)
    _widen_points(characters)
    _turn_angles(characters)
    return "".join(characters)


def tidy_blanks(text: str) -> str:
    """The text without the blanks that type-setting leaves beside Chinese; one blank stays between two Han words."""

    def replacement(match: re.Match[str]) -> str:
        before, after = text[: match.start()][-1:], text[match.end() :][:1]
        if not before or not after:
            return ""
        both = is_han(before) and is_han(after)
        return " " if both or not (is_cjk(before) or is_cjk(after)) else ""

    return _BLANKS.sub(replacement, text)


def official(text: str) -> str:
    """The text in official widths and without stray blanks."""
    return official_widths(tidy_blanks(text))


def is_han(character: str) -> bool:
    """Whether this is a Han character, not punctuation."""
    return (
        "㐀" <= character <= "鿿"
        or "豈" <= character <= "\ufaff"
        or "\U00020000" <= character <= "\U0003ffff"
    )


def count_characters(text: str) -> int:
    """The number of non-blank characters."""
    return sum(1 for character in text if not character.isspace())


def _neighbours(characters: list[str]) -> tuple[list[str], list[str]]:
    """For every place the nearest non-blank character before it and after it, empty at the ends."""

    def nearest(order: range) -> list[str]:
        found, last = [""] * len(characters), ""
        for place in order:
            found[place] = last
            if not characters[place].isspace():
                last = characters[place]
        return found

    size = len(characters)
    return nearest(range(size)), nearest(range(size - 1, -1, -1))


def _widen_brackets(characters: list[str]) -> None:
    before, after = _neighbours(characters)
    open_places: list[int] = []
    for place, character in enumerate(characters):
        if character in _OPENERS:
            open_places.append(place)
        elif character in _CLOSERS:
            places = (open_places.pop(), place) if open_places else (place,)
            _widen_together(characters, places, before, after)
    for place in open_places:
        _widen_together(characters, (place,), before, after)


def _widen_together(
    characters: list[str], places: tuple[int, ...], before: list[str], after: list[str]
) -> None:
    around = [side[place] for place in places for side in (before, after)]
    if any(
        is_cjk(character) for character in [*around, *(characters[place] for place in places)] if character
    ):
        for place in places:
            characters[place] = characters[place].translate(_HALF_TO_FULL)


def _widen_points(characters: list[str]) -> None:
    before, after = _neighbours(characters)
    for place, character in enumerate(characters):
        beside = before[place] + after[place]
        if character in ",;:?!" and any(is_cjk(other) for other in beside):
            characters[place] = character.translate(_HALF_TO_FULL)


def _turn_angles(characters: list[str]) -> None:
    depth, opened = 0, 0
    for place, character in enumerate(characters):
        if character == "《":
            depth += 1
        elif character == "》":
            depth, opened = max(0, depth - 1), 0
        elif depth and character == "<" and ">" in characters[place : place + 200]:
            characters[place], opened = "〈", opened + 1
        elif depth and opened and character == ">":
            characters[place], opened = "〉", opened - 1
