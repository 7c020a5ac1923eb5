"""Texts of 100,000 characters that no plan has: every answer comes, whole and in bounded time."""

import time
from collections.abc import Callable

import pytest

from editor.comparing import concerns, diff, figure_fates, sentence_fates
from editor.comparing.atoms import WHOLE

SECONDS = 30
TEXTS = {
    "figures without a mark": ("3个" * 50_000, "4个" * 50_000),
    "Han numbers": ("一二三" * 33_000, "百千万" * 33_000),
    "titles that never end": ("《" * 100_000, "《a》" * 33_000),
    "quotes that never end": ("“" * 100_000, "”“" * 50_000),
    "lone surrogates": ("\ud800甲" * 50_000, "甲\udfff" * 50_000),
    "one number": ("1" * 100_000, "2" * 100_000),
    "combining and private use": ("e\u0301\ue000\n" * 25_000, "\ue000e\u0301 " * 25_000),
    "one side empty": ("推进改革，" * 20_000, ""),
}


@pytest.mark.parametrize("work", [diff, sentence_fates, figure_fates, concerns])
@pytest.mark.parametrize("what", TEXTS)
def test_an_answer_comes(what: str, work: Callable[[str, str], tuple[object, ...]]) -> None:
    old, new = TEXTS[what]
    started = time.process_time()
    told = work(old, new)
    assert time.process_time() - started < SECONDS
    if work is diff:
        assert "".join(span.text for span in told if span.op in "=-<") == old
        assert "".join(span.text for span in told if span.op in "=+>") == new
    if work is sentence_fates:
        assert "".join(fate.text for fate in told) == old


def test_atoms_are_the_only_group_that_texts_are_split_by() -> None:
    assert WHOLE.groups == 1
