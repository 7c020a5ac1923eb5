import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.plan.assignments import format_assignment, parse_units
from editor.plan.measures import Assignment

UNITS = st.lists(st.text(alphabet="甲乙丙丁局委办镇", min_size=2, max_size=6), unique=True, max_size=6).map(
    tuple
)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("甲局、乙局", ("甲局", "乙局")),
        ("甲局,各镇人民政府、管委会", ("甲局", "各镇人民政府", "管委会")),
        ("甲局；乙局;丙局", ("甲局", "乙局", "丙局")),
        ("甲局（乙局、丙局）、丁局", ("甲局（乙局、丙局）", "丁局")),
        ("甲局(应急局)", ("甲局（应急局）",)),
        ("甲局、乙局等", ("甲局", "乙局")),
        ("甲局等有关部门", ("甲局",)),
        ("甲局等市直有关部门", ("甲局",)),
        ("甲局 、乙局", ("甲局", "乙局")),
        ("甲局、甲局", ("甲局",)),
        ("“双随机、一公开”联席会议成员单位", ("“双随机、一公开”联席会议成员单位",)),
        ("甲局牵头做好数据对接,具体由各部门负责", ("甲局",)),
        ("甲局）、乙局", ("甲局）", "乙局")),
        ("", ()),
    ],
)
def test_units_of_a_list(text: str, units: tuple[str, ...]) -> None:
    assert parse_units(text) == units


def test_an_assignment_in_official_wording() -> None:
    assignment = Assignment(
        lead_units=("甲局",), responsible_units=("乙局", "丙局"), supporting_units=("各镇",)
    )
    assert format_assignment(assignment) == "牵头单位：甲局；责任单位：乙局、丙局；配合单位：各镇"
    assert format_assignment(Assignment(responsible_units=("乙局",))) == "责任单位：乙局"
    assert format_assignment(Assignment()) == ""


@given(UNITS)
def test_a_list_written_is_read_back(units: tuple[str, ...]) -> None:
    assert parse_units(format_assignment(Assignment(lead_units=units)).removeprefix("牵头单位：")) == units
