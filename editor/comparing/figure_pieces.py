"""A wording cut at its figures."""

from collections.abc import Iterator

from editor.comparing.figures import figures


def figure_pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The pieces of a text, each with whether it is a figure; joined they are the text."""
    place = 0
    for figure in figures(text):
        start = text.find(figure, place)
        if start > place:
            yield text[place:start], False
        yield figure, True
        place = start + len(figure)
    if place < len(text):
        yield text[place:], False
