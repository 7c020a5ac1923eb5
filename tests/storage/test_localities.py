"""The user's own localities beside those that come with the program."""

from pathlib import Path

import pytest

from editor.errors import SaveProblem
from editor.plan.locality import Locality
from editor.plan.locality_fields import locality_problems
from editor.plan.roster import Roster, Unit
from editor.storage import (
    add_locality,
    give_locality,
    is_own,
    is_sent_along,
    load_locality,
    load_profile,
    locality_files,
    remove_locality,
    roster_of,
)
from editor.storage.own_templates import (
    check_template_name,
    copy_template,
    own_templates,
    remove_template,
    template_folder,
)

ROSTER = Roster(units=(Unit(name="示范县公安局"),))


def test_at_first_there_are_those_of_the_program() -> None:
    assert [path.name for path in locality_files()] == ["shifan.toml"]
    assert not is_own(locality_files()[0])


def test_own_ones_are_added_and_removed() -> None:
    path = add_locality(Locality(name="示范县"), ROSTER)
    again = add_locality(Locality(name="示范县"), Roster())
    assert [path.name, again.name] == ["示范县.toml", "示范县-2.toml"]
    assert load_locality(path) == Locality(name="示范县")
    assert roster_of(path) == ROSTER
    assert roster_of(again) == Roster()
    assert locality_files()[:2] == tuple(sorted((path, again)))
    remove_locality(path)
    assert not path.exists()
    assert roster_of(path) == Roster()


@pytest.mark.parametrize("name", ["../x", 'a:b*"', "", " .", "字" * 300])
def test_any_name_makes_a_file(name: str) -> None:
    path = add_locality(Locality(name=name), Roster())
    assert is_own(path)
    assert path.is_file()


def test_what_is_wrong_is_told_by_field() -> None:
    right = Locality(name="示范县", number_prefix="示政办发", superior_words=(("我省", "我县"), ("各市", "")))
    assert locality_problems(right) == {}
    wrong = Locality(number_prefix="示政办发〔2026〕", seal_diameter=4, superior_words=(("", "我县"),))
    assert set(locality_problems(wrong)) == {"name", "number_prefix", "seal_diameter", "superior_words"}
    twice = Locality(name="示范县", superior_words=(("我省", "我县"), ("我省", "本县")))
    assert "我省" in locality_problems(twice)["superior_words"]


def test_templates_are_copied_and_found_by_name() -> None:
    folder = copy_template("", "本办样式")
    assert own_templates() == ("本办样式",)
    assert template_folder("本办样式") == folder
    assert (folder / "notice.docx").is_file()
    assert template_folder("") is None
    remove_template("本办样式")
    assert own_templates() == ()
    with pytest.raises(Exception, match="本办样式"):
        template_folder("本办样式")


@pytest.mark.parametrize("name", ["", "a/b", "..", "x ", "有"])
def test_a_template_needs_a_name_of_its_own(name: str) -> None:
    copy_template("", "有")
    with pytest.raises(SaveProblem):
        check_template_name(name)


def test_a_locality_goes_to_a_colleague_with_its_roster(tmp_path: Path) -> None:
    given = give_locality(Locality(name="某县"), ROSTER, tmp_path / "给同事.toml")
    assert [path.name for path in given] == ["给同事.toml", "给同事-单位名录.toml"]
    assert [is_sent_along(path) for path in given] == [False, True]
    assert load_profile(given[0]) == (Locality(name="某县"), ROSTER)


def test_a_locality_without_roster_goes_alone(tmp_path: Path) -> None:
    assert give_locality(Locality(name="某县"), Roster(), tmp_path / "a.toml") == (tmp_path / "a.toml",)
    assert load_profile(tmp_path / "a.toml") == (Locality(name="某县"), Roster())
