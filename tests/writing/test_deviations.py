"""What is said of an office's own template."""

import shutil
from pathlib import Path

import pytest

from editor.paths import templates
from editor.writing.template.deviations import deviations, missing_fonts, requested_fonts, substitutes
from tests.writing.test_template import edit


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return Path(shutil.copytree(templates() / "notice", tmp_path / "本办样式"))


def test_the_programs_own_template_departs_in_nothing() -> None:
    assert deviations(templates() / "notice") == ()


@pytest.mark.parametrize(
    ("part", "before", "after", "clause", "message"),
    [
        ("word/document.xml", 'w:top="2098"', 'w:top="1440"', "5.2.1", "The top margin is 25 mm, not 37 mm."),
        ("word/document.xml", 'w:linePitch="579"', 'w:linePitch="660"', "5.2.3", "33.0 pt does not give 22"),
        (
            "word/styles.xml",
            'w:val="44"',
            'w:val="36"',
            "7.3.1",
            "“Title” is set in 18.0 pt, not in 22.0 pt.",
        ),
        ("word/styles.xml", "方正小标宋简体", "华文中宋", "7.3.1", "asks for the font 华文中宋, usual is"),
    ],
)
def test_a_departure_is_named_with_its_clause(
    office: Path, part: str, before: str, after: str, clause: str, message: str
) -> None:
    edit(office, part, before, after)
    found = deviations(office)
    assert any(message in each.message and each.clause.endswith(clause) for each in found), found


def test_places_are_compared_too(office: Path) -> None:
    settings = office / "notice.toml"
    settings.write_text("[mark]\ntop = 3000\n[imprint]\nouter_rule = 4\n", encoding="utf-8")
    assert [each.clause.rsplit(" ", 1)[1] for each in deviations(office)] == ["7.2.4", "7.4.1"]


def test_fonts_that_are_missing_are_listed() -> None:
    asked = requested_fonts()
    assert {"仿宋_GB2312", "楷体_GB2312", "黑体", "Times New Roman"} <= set(asked)
    assert missing_fonts(asked) == ()
    assert missing_fonts([font.upper() for font in asked if font != "黑体"]) == ("黑体",)


def test_what_prints_in_a_missing_fonts_place_is_told() -> None:
    found = dict(substitutes(["FangSong", "SimSun", "simhei", "Times New Roman"]))
    assert (found["仿宋_GB2312"], found["宋体"], found["黑体"]) == ("FangSong", "SimSun", "simhei")
    assert found["楷体_GB2312"] == ""
    assert "Times New Roman" not in found
