"""Localities and rosters from .toml files."""

from pathlib import Path

import pytest

from editor.errors import FileProblem
from editor.paths import templates
from editor.plan.locality import Locality
from editor.plan.roster import Roster, Unit
from editor.storage import load_locality, load_roster, roster_beside, save_locality, save_roster


def test_a_locality(tmp_path: Path) -> None:
    path = tmp_path / "县.toml"
    path.write_text('name = "示范县"\nsuperior_words = [["全省", "全县"], ["各市", ""]]\n', encoding="utf-8")
    assert load_locality(path) == Locality(name="示范县", superior_words=(("全省", "全县"), ("各市", "")))


def test_a_roster(tmp_path: Path) -> None:
    path = tmp_path / "县.toml"
    path.write_text('name = "名录"\n[[units]]\nname = "某局"\nkind = "office"\n', encoding="utf-8")
    assert load_roster(path) == Roster(name="名录", units=(Unit(name="某局", kind="office"),))


@pytest.mark.parametrize("path", sorted(templates().glob("localities/*.toml")), ids=lambda path: path.name)
def test_what_is_saved_is_what_is_loaded(path: Path, tmp_path: Path) -> None:
    saved = tmp_path / "localities" / "新.toml"
    save_locality(load_locality(path), saved)
    assert load_locality(saved) == load_locality(path)
    save_roster(load_roster(roster_beside(path)), roster_beside(saved))
    assert load_roster(tmp_path / "rosters" / "新.toml") == load_roster(roster_beside(path))


@pytest.mark.parametrize("path", sorted(templates().glob("localities/*.toml")), ids=lambda path: path.name)
def test_the_localities_that_come_with_the_program(path: Path) -> None:
    assert load_locality(path).name


@pytest.mark.parametrize("path", sorted(templates().glob("rosters/*.toml")), ids=lambda path: path.name)
def test_the_rosters_that_come_with_the_program(path: Path) -> None:
    assert load_roster(path).units


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('name = "甲', "Unterminated string"),
        ("name = 1", r"\$\.name"),
        ('colour = "红"', "colour"),
        ('[[units]]\nshort = "局"', r"name.*\$\.units\[0\]"),
        ('[[units]]\nname = "局"\nkind = "shop"', r"\$\.units\[0\]\.kind"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "县.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FileProblem, match=reason) as raised:
        load_roster(path)
    assert "县.toml" in str(raised.value)


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "县.toml"
    path.write_bytes('name = "示范县"'.encode("gb18030"))
    with pytest.raises(FileProblem, match=r"县\.toml"):
        load_locality(path)
