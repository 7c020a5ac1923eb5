"""Dropped sentences of real plans put back in one step: each stands in the draft, and nothing else has changed."""

from datetime import date
from pathlib import Path

import pytest

from editor.drafting import coverage, new_project, take_in
from editor.drafting.commands import Many, TakeSentence
from editor.plan.locality import Locality
from editor.plan.roster import Roster
from editor.reading import read_plan

PAIRS = [
    ("shandong_2025_province", "rongcheng_2025_county"),
    ("yingtan_2024_city", "yujiang_2024_district"),
]


@pytest.mark.parametrize(("parent", "local"), PAIRS)
def test_every_dropped_sentence_comes_back(corpus: Path, parent: str, local: str) -> None:
    readings = [read_plan(corpus / f"{parent}.txt", "parent1")]
    draft = new_project(readings, Roster(), Locality(), "none", date(2026, 3, 1))
    draft = take_in(draft, read_plan(corpus / f"{local}.txt", "local"))
    carried = {entry.parent for entry in coverage(draft).measures if entry.locals}
    commands: list[TakeSentence] = []
    places: dict[str, int] = {}
    for fate in coverage(draft).sentences:
        place = places.get(fate.parent, 0)
        places[fate.parent] = place + len(fate.text)
        if fate.status == "dropped" and fate.parent in carried and place:
            commands.append(TakeSentence("parent1", fate.parent, place, fate.text))
    assert len(commands) > 10
    restored = Many("", tuple(commands)).apply(draft)
    wording = "".join(measure.text for measure in restored.local.measures)
    missing = [c.text for c in commands if c.text.rstrip("，。；：、") not in wording]
    assert not missing
    for before, after in zip(draft.local.measures, restored.local.measures, strict=True):
        assert is_within(words(before.text), words(after.text))


def words(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def is_within(part: str, whole: str) -> bool:
    """Whether all characters of one text are in the other, in order."""
    rest = iter(whole)
    return all(character in rest for character in part)
