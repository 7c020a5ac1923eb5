"""The made-up examples: well formed, consistent with one another, and nobody's real text."""

import re
import tomllib
from collections import Counter
from pathlib import Path

import msgspec
import pytest

from editor.paths import resources, templates
from editor.plan.locality import Locality
from editor.plan.measures import ROLES
from editor.plan.roster import Roster
from editor.reading import read_plan
from editor.storage import load_locality, load_roster

EXAMPLES = resources() / "examples"
PLANS = ("province.txt", "city.txt", "county.txt")
NUMBERED_ITEM = re.compile(r"^(\d+)\.([^。]+)。(.+)$", re.MULTILINE)
UNIT_LIST = re.compile(r"(?:牵头|责任|配合)单位：([^；）\n]+)")
UNIT_BRACKET = re.compile(r"（(?:牵头|责任)单位：[^）]+）$")
HAN = re.compile(r"[㐀-䶿一-鿿]")
SHARED_RUN = 24
"""Han characters in a row, punctuation left out, that no example may share with a real plan."""


def text(name: str) -> str:
    return (EXAMPLES / name).read_text("utf-8")


def roster() -> Roster:
    return load_roster(templates() / "rosters" / "shifan.toml")


def locality() -> Locality:
    return load_locality(templates() / "localities" / "shifan.toml")


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
    assert all(value or value is False for value in msgspec.structs.asdict(profile).values())
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
        heading: UNIT_BRACKET.sub("", body) for _, heading, body in NUMBERED_ITEM.findall(text("county.txt"))
    }
    verbatim = [heading for heading in local if parent.get(heading) == local[heading]]
    assert len(local) == 28
    assert verbatim == ["优化社会保障服务", "优化办税缴费服务", "推行惠农补贴直达到户"]
    assert len(local.keys() & parent.keys()) == 21


@pytest.mark.parametrize(
    ("name", "number", "issuer", "date", "levels", "measures"),
    [
        ("province.txt", "示政办发〔2026〕3号", "示范省人民政府办公厅", "2026-01-16", {1: 3, 2: 3}, 35),
        ("city.txt", "示市政办发〔2026〕8号", "示范市人民政府办公室", "2026-03-20", {1: 3, 2: 4}, 22),
        ("county.txt", "示县政办发〔2026〕11号", "示范县人民政府办公室", "2026-04-24", {1: 3, 2: 3}, 28),
    ],
)
def test_every_example_is_read_without_a_doubt(
    name: str, number: str, issuer: str, date: str, levels: dict[int, int], measures: int
) -> None:
    reading = read_plan(EXAMPLES / name)
    plan = reading.plan
    assert reading.issues == ()
    assert (plan.document_number, plan.issuers, plan.date) == (number, (issuer,), date)
    assert "“数字惠农·便民到村”行动" in plan.title
    assert plan.annotation == "此件公开发布"
    assert len(plan.addressees) == 5
    assert Counter(section.level for section in plan.sections) == levels
    assert len(plan.measures) == measures
    assert plan.characters is not None
    assert plan.characters.read == plan.characters.placed == len("".join(text(name).split()))


def test_the_drafter_decides_on_every_measure_by_a_heading_that_exists() -> None:
    headings = {name: {m.heading for m in read_plan(EXAMPLES / name).plan.measures} for name in PLANS}
    decisions = tomllib.loads(text("decisions.toml"))
    carried = decisions["measure"]
    province = [h for each in carried for h in each.get("province", ())]
    province += [h for each in decisions["declined"] for h in each["headings"]]
    assert {each["county"] for each in carried} == headings["county.txt"]
    assert sorted(province) == sorted(headings["province.txt"])
    assert {h for each in carried for h in each.get("city", ())} <= headings["city.txt"]


def test_the_city_plan_assigns_units_and_deadlines_in_many_forms() -> None:
    plan = read_plan(EXAMPLES / "city.txt").plan
    assigned = [measure for measure in plan.measures if measure.assignments]
    assert len(assigned) == 20
    assert Counter(m.deadline.kind for m in assigned if m.deadline) == {
        "dated": 16,
        "ongoing": 2,
        "long_term": 1,
        "as_arranged": 1,
    }
    assert {role for measure in assigned for role in ROLES if measure.units(role)} == set(ROLES)
    assert sum(section.leader is not None for section in plan.sections) == 4


@pytest.mark.parametrize("name", PLANS)
def test_no_example_shares_a_sentence_with_a_real_plan(name: str, corpus: Path) -> None:
    real = [path for path in corpus.iterdir() if path.suffix in {".txt", ".html"}]
    assert real
    mine = runs(text(name))
    shared = {path.name: mine & runs(path.read_text("utf-8", errors="replace")) for path in real}
    assert {file: found for file, found in shared.items() if found} == {}
