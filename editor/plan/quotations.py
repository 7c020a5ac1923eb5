"""Titles in 《》 and quotations in “”: words that are somebody else's, which no rule and no replacement may change."""

_MARKS = {"《": "》", "〈": "〉", "“": "”", "‘": "’"}


def quoted_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where titles and quotations stand, their marks included, the outermost only; none where a mark is left open."""
    closers: list[str] = []
    spans = []
    start = 0
    for place, character in enumerate(text):
        if closers and character == closers[-1]:
            closers.pop()
            if not closers:
                spans.append((start, place + 1))
        elif character in _MARKS and _MARKS[character] in text:
            start = start if closers else place
            closers.append(_MARKS[character])
    return () if closers else tuple(spans)


def unquoted(text: str) -> str:
    """The text with everything in title marks and quotation marks blanked out, its length kept."""
    for start, end in quoted_spans(text):
        text = text[:start] + " " * (end - 1 - start) + text[end - 1 :]
    return text
