"""Cutting wordings into sentences."""

import re

_SENTENCE = re.compile("[^。；！？\n]*(?:[。；！？\n]+[”』）】》’]*|$)")


def split_sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, each with the mark that ends it; joined they are the text."""
    return tuple(sentence for sentence in _SENTENCE.findall(text) if sentence)
