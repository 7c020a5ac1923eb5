"""Character widths and blanks as official Chinese documents write them (GB/T 15834—2011)."""

import re

_HALF_TO_FULL = str.maketrans(",;:?!()", "，；：？！（）")
_FULL_ALNUM = re.compile("[０-９Ａ-Ｚａ-ｚ]")
_DOT = re.compile("[.．]")
_BEFORE_STOP = re.compile("[一-鿿”》）)]\\s*$")
_AFTER_STOP = re.compile("\\s*(?:[一-鿿“《（(]|$)")
_FAR = 40
"""The most blanks that may stand between a full stop and the word before it."""
_UNOFFICIAL = re.compile("[,;:?!()<>０-９Ａ-Ｚａ-ｚ]")
_CJK = re.compile("[⺀-〿㄀-鿿豈-﫿︰-﹏！-｠￠-￦“”‘’—…·\U00020000-\U0003ffff]")
_BLANKS = re.compile(r"\s+")
_HALF = ",;:?!()"
_OPENERS = "(（"
_CLOSERS = ")）"


def is_cjk(character: str) -> bool:
    """Whether this is a Han character or Chinese punctuation."""
    return bool(_CJK.match(character))


def official_widths(text: str) -> str:
    """The text with half-width , ; : ? ! ( ) beside Chinese made full-width, and full-width letters and digits half-width.

    A . between Chinese words is 。. Numbers, decimals, times and web addresses stay; <…> inside 《…》 becomes 〈…〉.
    Exactly one character stands for one.
    """
    if "." in text or "．" in text:
        text = _DOT.sub(lambda dot: "。" if is_full_stop(text, dot.start()) else dot[0], text)
    if not _UNOFFICIAL.search(text):
        return text
    characters = list(_FULL_ALNUM.sub(lambda match: chr(ord(match[0]) - 0xFEE0), text))
    _turn_angles(characters)
    _widen(characters)
    return "".join(characters)


def is_full_stop(text: str, place: int) -> bool:
    """Whether the . or ． at a place stands for 。: between Chinese words, or after one at the end."""
    before = text[max(place - _FAR, 0) : place]
    return bool(_BEFORE_STOP.search(before) and _AFTER_STOP.match(text, place + 1))


def tidy_blanks(text: str) -> str:
    """The text without the blanks that type-setting leaves beside Chinese; one blank stays between two Han words."""

    if text.split(maxsplit=1) == [text]:
        return text

    def replacement(match: re.Match[str]) -> str:
        before, after = text[: match.start()][-1:], text[match.end() :][:1]
        if not before or not after:
            return ""
        both = is_han(before) and is_han(after)
        return " " if both or not (is_cjk(before) or is_cjk(after)) else ""

    return _BLANKS.sub(replacement, text)


def official(text: str) -> str:
    """The text in official widths and without stray blanks."""
    return tidy_blanks(official_widths(text))


def is_han(character: str) -> bool:
    """Whether this is a Han character, not punctuation."""
    return (
        "㐀" <= character <= "鿿"
        or "豈" <= character <= "\ufaff"
        or "\U00020000" <= character <= "\U0003ffff"
    )


def count_characters(text: str) -> int:
    """The number of non-blank characters."""
    return len("".join(text.split()))


def _widen(characters: list[str]) -> None:
    """Make marks full-width that stand beside Chinese, beside a mark made full-width, or in a pair with one."""
    before, after = _nearest(characters)
    partners = _partners(characters)
    waiting = [place for place, character in enumerate(characters) if is_cjk(character)]
    while waiting:
        place = waiting.pop()
        for other in (before[place], after[place], partners.get(place)):
            if other is not None and characters[other] in _HALF:
                characters[other] = characters[other].translate(_HALF_TO_FULL)
                waiting.append(other)


def _nearest(characters: list[str]) -> tuple[list[int | None], list[int | None]]:
    """For every place the nearest non-blank one before it and after it."""

    def sweep(places: range) -> list[int | None]:
        found: list[int | None] = [None] * len(characters)
        last: int | None = None
        for place in places:
            found[place] = last
            last = place if not characters[place].isspace() else last
        return found

    places = range(len(characters))
    return sweep(places), sweep(places[::-1])


def _partners(characters: list[str]) -> dict[int, int]:
    """For every round bracket the place of the one that closes or opens it, of whatever width."""
    partners: dict[int, int] = {}
    open_places: list[int] = []
    for place, character in enumerate(characters):
        if character in _OPENERS:
            open_places.append(place)
        elif character in _CLOSERS and open_places:
            partners[place] = open_places.pop()
            partners[partners[place]] = place
    return partners


def _turn_angles(characters: list[str]) -> None:
    """Make <…> inside 《…》 into 〈…〉."""
    depth = 0
    open_places: list[int] = []
    for place, character in enumerate(characters):
        if character in "《》":
            depth = depth + 1 if character == "《" else max(0, depth - 1)
            open_places.clear()
        elif character == "<" and depth:
            open_places.append(place)
        elif character == ">" and open_places:
            characters[open_places.pop()], characters[place] = "〈", "〉"
