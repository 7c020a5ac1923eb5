"""Every link of three real pairs, read by hand, however the plans are spoilt: no numbers, headings, order, sections."""

from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace

from editor.comparing import align
from editor.plan.measures import Measure, Section
from editor.plan.plans import Plan
from editor.reading import read_plan

PAIRS = {
    "shandong": ("shandong_2025_province.txt", "rongcheng_2025_county.txt"),
    "yingtan": ("yingtan_2024_city.txt", "yujiang_2024_district.txt"),
    "yiyang": ("yiyang_2022_city.txt", "anhua_2022_county.txt"),
}
LINKS = {
    "shandong": {**{place: place for place in range(1, 30)}, 30: 35, 31: 35},
    "yingtan": {1: 1, 2: 1, 3: 2, 4: 2, **{place: place - 2 for place in range(5, 36)}},
    "yiyang": {place: place for place in range(1, 14)},
}
"""By the place of every local measure, from 1, that of the parent measure it carries out."""


def bare(plan: Plan, **gone: object) -> Plan:
    """The plan with these fields of its measures otherwise."""
    return replace(plan, body=tuple(replace(b, **gone) if isinstance(b, Measure) else b for b in plan.body))


def loose(plan: Plan) -> Plan:
    """The plan's measures without the sections around them."""
    return replace(plan, body=plan.measures)


def shuffled(plan: Plan, seed: int) -> Plan:
    """The plan's measures in another order, numbered anew, without sections."""
    body = list(plan.measures)
    Random(seed).shuffle(body)
    return replace(plan, body=tuple(replace(m, number=str(n)) for n, m in enumerate(body, 1)))


def cut_anew(plan: Plan) -> Plan:
    """The plan with its sections gone and every fifth measure opening a section of another name."""
    body = []
    for place, block in enumerate(loose(plan).body):
        if place % 5 == 0:
            body.append(Section(id=f"cut{place}", level=1, number=None, heading="另立一章"))
        body.append(block)
    return replace(plan, body=tuple(body))


SPOILT = {
    "as it stands": lambda plan, seed: plan,
    "without numbers": lambda plan, seed: bare(plan, number=None),
    "without headings": lambda plan, seed: bare(plan, heading=""),
    "without either": lambda plan, seed: bare(plan, number=None, heading=""),
    "sections cut anew": lambda plan, seed: cut_anew(plan),
    "in another order": shuffled,
    "in another order, without headings": lambda plan, seed: bare(shuffled(plan, seed), heading=""),
    "in another order, without either": lambda plan, seed: bare(
        shuffled(plan, seed), heading="", number=None
    ),
}


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("how", SPOILT)
def test_every_link_is_right(corpus: Path, pair: str, how: str) -> None:
    parent, local = (read_plan(corpus / name, id).plan for name, id in zip(PAIRS[pair], "pl", strict=True))
    expected = {(local.measures[j - 1].id, parent.measures[i - 1].id) for j, i in LINKS[pair].items()}
    above = parent if "order" in how else SPOILT[how](parent, 0)
    for seed in (7, 8, 9):
        pairs = align([above], SPOILT[how](local, seed))
        found = {(each.local, id) for each in pairs for id in each.parents}
        right = len(found & expected)
        assert 2 * right / (len(found) + len(expected)) == 1.0, (found - expected, expected - found)
