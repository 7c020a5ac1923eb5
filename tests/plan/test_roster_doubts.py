"""What is doubtful in a roster."""

import pytest

from editor.paths import templates
from editor.plan.roster import Roster, Unit
from editor.plan.roster_doubts import roster_doubts
from editor.storage import load_roster


def doubts(*units: Unit) -> list[tuple[int, str]]:
    return [(doubt.unit, doubt.message) for doubt in roster_doubts(Roster(units=units))]


def test_a_name_that_two_units_have() -> None:
    found = doubts(Unit(name="甲县民政局"), Unit(name="甲县救助局", former_names=("甲县民政局",)))
    assert found == [(1, "“甲县民政局” is a name of 甲县民政局 too.")]


def test_a_unit_without_name() -> None:
    assert doubts(Unit(name=" ", short="民政局")) == [(0, "This unit has no full name.")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("示范县教育和体育局", "示范县教育体育局"),
        ("示范县市场监督管理局", "示范县市场监督管里局"),
        ("示范县税务局", "国家税务总局示范县税务局"),
    ],
)
def test_names_that_hardly_differ(first: str, second: str) -> None:
    assert doubts(Unit(name=first), Unit(name=second)) == [
        (1, f"Its name hardly differs from that of {first}.")
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (Unit(name="示范县民政局"), Unit(name="示范县财政局")),
        (
            Unit(name="示范县青石镇人民政府", kind="town"),
            Unit(name="示范县青山镇人民政府", kind="town"),
        ),
    ],
)
def test_names_that_differ_in_what_matters(first: Unit, second: Unit) -> None:
    assert doubts(first, second) == []


def test_the_roster_that_comes_with_the_program_is_free_of_doubts() -> None:
    assert roster_doubts(load_roster(templates() / "rosters" / "shifan.toml")) == ()
