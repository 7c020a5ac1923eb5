"""The county's counterparts of superior organs."""

import pytest

from editor.paths import templates
from editor.plan.counterparts import counterpart, counterparts
from editor.plan.roster import Roster, Unit
from editor.storage import load_roster

ROSTER = load_roster(templates() / "rosters" / "shifan.toml")


@pytest.mark.parametrize(
    ("organ", "expected"),
    [
        ("省人力资源和社会保障厅", "人社局"),
        ("省人力资源社会保障厅", "人社局"),
        ("省人社厅", "人社局"),
        ("示范省教育厅", "教体局"),
        ("省体育局", "教体局"),
        ("省发展改革委", "发改局"),
        ("省发展和改革委员会", "发改局"),
        ("省工业和信息化厅", "工信局"),
        ("省卫生健康委", "卫健局"),
        ("省住房城乡建设厅", "住建局"),
        ("省公安厅", "公安局"),
        ("省财政厅", "财政局"),
        ("省市场监管局", "市场监管局"),
        ("市市场监督管理局", "市场监管局"),
        ("省自然资源厅", "自然资源局"),
        ("省文化和旅游厅", "文旅局"),
        ("省交通运输厅", "交通运输局"),
        ("省政府办公厅", "政府办公室"),
        ("省委宣传部", "县委宣传部"),
        ("省税务局", "税务局"),
        ("省医保局", "医保局"),
        ("省数据局", "数据局"),
        ("省商务厅", "商务局"),
        ("省气象局", "气象局"),
        ("公安局", "公安局"),
        ("省高级人民法院", None),
        ("省航天局", None),
        ("各市人民政府", None),
        ("省有关部门", None),
        ("省人民政府办公厅", "政府办公室"),
        ("省人民政府", None),
        ("省", None),
    ],
)
def test_the_counterpart_of_an_organ(organ: str, expected: str | None) -> None:
    found = counterpart(organ, ROSTER)
    assert (found.printed if found else None) == expected


def test_what_two_units_could_do_is_not_guessed() -> None:
    two = Roster(units=(Unit(name="示范县教育局"), Unit(name="示范县教育和体育局", short="教体局")))
    assert counterpart("省教育厅", two) is None


def test_counterparts_of_a_list_keep_its_order() -> None:
    assert counterparts(("省财政厅", "省航天局", "省公安厅", "省财政厅"), ROSTER) == ("财政局", "公安局")
