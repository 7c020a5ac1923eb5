"""The made-up examples: well formed, consistent with one another, and nobody's real text."""

import re
from collections import Counter
from pathlib import Path

import msgspec
import pytest

from editor.paths import resources, templates
from editor.plan.locality import Locality
from editor.plan.roster import Roster

EXAMPLES = resources() / "examples"
PLANS = ("province.txt", "city.txt", "county.txt")
NUMBERED_ITEM = re.compile(r"^(\d+)\.([^。]+)。(.+)$", re.MULTILINE)
UNIT_LIST = re.compile(r"(?:牵头|责任|配合)单位：([^；）\n]+)")
HAN = re.compile(r"[㐀-䶿一-鿿]")
SHARED_RUN = 24
"""Han characters in a row, punctuation left out, that no example may share with a real plan."""


def text(name: str) -> str:
    return (EXAMPLES / name).read_text("utf-8")


def roster() -> Roster:
    return msgspec.toml.decode((templates() / "rosters" / "shifan.toml").read_bytes(), type=Roster)


def locality() -> Locality:
    return msgspec.toml.decode((templates() / "localities" / "shifan.toml").read_bytes(), type=Locality)


def runs(words: str) -> set[str]:
    """Every run of Han characters as long as must not be shared."""
    characters = "".join(HAN.findall(words))
    return {characters[start : start + SHARED_RUN] for start in range(len(characters) - SHARED_RUN + 1)}


def test_the_roster_has_forty_units_with_printed_names() -> None:
    units = roster().units
    assert len(units) == 40
    assert all(unit.short and unit.name and unit.aliases for unit in units)
    kinds = Counter(unit.kind for unit in units)
    assert kinds["town"] + kinds["subdistrict"] == 10
    assert {"department", "office", "vertical", "enterprise", "court"} <= set(kinds)


def test_no_name_belongs_to_two_units() -> None:
    owners = Counter(name for unit in roster().units for name in unit.names)
    assert [name for name, count in owners.items() if count > 1] == []


def test_the_locality_is_filled_in() -> None:
    profile = locality()
    assert all(value for value in msgspec.structs.asdict(profile).values())
    upper = [word for word, _ in profile.superior_words]
    assert len(upper) == len(set(upper))
    hidden = [(a, b) for i, a in enumerate(upper) for b in upper[i + 1 :] if a in b]
    assert hidden == [], "a longer word stands after a shorter one that it contains"


def test_the_province_plan_has_35_measures_numbered_through() -> None:
    items = NUMBERED_ITEM.findall(text("province.txt"))
    assert [int(number) for number, _, _ in items] == list(range(1, 36))
    assert all(100 <= len(heading + body) <= 270 for _, heading, body in items)
    assert len({heading for _, heading, _ in items}) == 35


def test_every_unit_of_the_county_plan_is_in_the_roster() -> None:
    named = [unit for units in UNIT_LIST.findall(text("county.txt")) for unit in units.split("、")]
    assert len(named) > 60
    assert [name for name in named if roster().find(name) is None] == []


def test_the_county_plan_takes_measures_over_word_for_word_and_adapts_others() -> None:
    parent = {heading: body for _, heading, body in NUMBERED_ITEM.findall(text("province.txt"))}
    local = {
        heading: body.partition("（责任单位")[0]
        for _, heading, body in NUMBERED_ITEM.findall(text("county.txt"))
    }
    verbatim = [heading for heading in local if parent.get(heading) == local[heading]]
    assert len(local) == 28
    assert verbatim == ["优化社会保障服务", "优化办税缴费服务", "推行惠农补贴直达到户"]
    assert len(local.keys() & parent.keys()) == 21


@pytest.mark.parametrize("name", PLANS)
def test_no_example_shares_a_sentence_with_a_real_plan(name: str, corpus: Path) -> None:
    real = [path for path in corpus.iterdir() if path.suffix in {".txt", ".html"}]
    assert real
    mine = runs(text(name))
    shared = {path.name: mine & runs(path.read_text("utf-8", errors="replace")) for path in real}
    assert {file: found for file, found in shared.items() if found} == {}
