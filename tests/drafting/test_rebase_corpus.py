"""New editions of real superior plans: exactly the measures whose source was changed are to review."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from editor.comparing import split_sentences
from editor.drafting import find_edition, new_project, rebase, suspects, take_in
from editor.drafting.commands import Many, TakeRevision
from editor.plan.locality import Locality
from editor.plan.plans import Plan
from editor.plan.project import Project
from editor.plan.roster import Roster
from editor.reading import read_content, read_plan

MOST = 9
PAIRS = [
    ("shandong_2025_province", "rongcheng_2025_county"),
    ("yingtan_2024_city", "yujiang_2024_district"),
    ("yiyang_2022_city", "anhua_2022_county"),
]


def county(corpus: Path, parent: str, local: str) -> Project:
    draft = new_project([read_plan(corpus / f"{parent}.txt")], Roster(), Locality(), "none", date(2026, 3, 1))
    return take_in(draft, read_plan(corpus / f"{local}.txt", "local"))


def put_otherwise(sentence: str, chance: Random) -> str:
    """The sentence reworded, with another figure, dropped, misspelt, or with another one behind it."""
    number = re.sub(r"\d+", lambda found: str(int(found[0]) + 3), sentence, count=1)
    ways = [
        f"{sentence[:4]}切实{sentence[4:]}",
        f"{sentence[:5]}{sentence[6:]}",
        f"{sentence}组织专项行动，按月通报进展{sentence[-1]}",
        "",
    ]
    return number if number != sentence else chance.choice(ways)


def changes(plan: Plan, text: str, chance: Random) -> Iterator[tuple[str, str, str]]:
    """Measures in any order, each with a sentence of it that stands once in the file and what it gives way to."""
    for measure in chance.sample(list(plan.measures), len(plan.measures)):
        sentences = [each for each in split_sentences(measure.text) if len(each) > 10]
        single = [each for each in sentences if text.count(each) == 1]
        if len(sentences) > 1 and single:
            chosen = chance.choice(single)
            yield measure.id, chosen, put_otherwise(chosen, chance)


@pytest.mark.parametrize(("parent", "local"), PAIRS)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_exactly_the_affected_measures_are_to_review(
    corpus: Path, parent: str, local: str, seed: int
) -> None:
    project = county(corpus, parent, local)
    (plan,) = project.parents
    text = (corpus / f"{parent}.txt").read_text("utf-8")
    done = list(islice(changes(plan, text, Random(seed)), MOST))
    for _measure, old, new in done:
        text = text.replace(old, new)
    edition = read_content(text.encode(), f"{parent}.txt", "edition")
    rebased = rebase(project, edition, find_edition(project, edition.plan))
    touched = {measure for measure, _old, _new in done}
    carriers = [m.id for m in project.local.measures for o in m.origins if touched & {*o.measures}]
    assert touched
    assert [revision.local for revision in rebased.suspects] == list(dict.fromkeys(carriers))
    assert rebased.new_parents == rebased.removed_parents == ()
    clean = [revision.local for revision in rebased.suspects if revision.clean]
    taken = Many("", tuple(map(TakeRevision, clean))).apply(rebased.project)
    assert set(suspects(taken)) == {revision.local for revision in rebased.suspects if not revision.clean}
