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


LARGER = Roster(
    units=tuple(
        Unit(name=f"示范县{name}", short=short)
        for name, short in (
            ("市场监督管理局", "市监局"),
            ("城市管理局", "城管局"),
            ("科学技术局", "科技局"),
            ("粮食和物资储备中心", "粮储中心"),
            ("林业和草原局", "林草局"),
            ("国有资产监督管理局", "国资局"),
            ("人民防空办公室", "人防办"),
            ("住房公积金管理中心", "公积金中心"),
            ("残疾人联合会", "残联"),
            ("供销合作社联合社", "供销社"),
        )
    )
)


@pytest.mark.parametrize(
    ("organ", "expected"),
    [
        ("省市场监管局", "市监局"),
        ("市城市管理综合行政执法局", "城管局"),
        ("市城管执法局", "城管局"),
        ("省科技厅", "科技局"),
        ("省林草局", "林草局"),
        ("省国资委", "国资局"),
        ("省人民政府国有资产监督管理委员会", "国资局"),
        ("市人防办", "人防办"),
        ("市住房公积金中心", "公积金中心"),
        ("省残疾人联合会", "残联"),
        ("市供销合作社", "供销社"),
        ("省海洋局", None),
    ],
)
def test_short_names_are_those_that_offices_use(organ: str, expected: str | None) -> None:
    found = counterpart(organ, LARGER)
    assert (found.printed if found else None) == expected


def test_what_two_units_could_do_is_not_guessed() -> None:
    two = Roster(units=(Unit(name="示范县教育局"), Unit(name="示范县教育和体育局", short="教体局")))
    assert counterpart("省教育厅", two) is None


def test_counterparts_of_a_list_keep_its_order() -> None:
    assert counterparts(("省财政厅", "省航天局", "省公安厅", "省财政厅"), ROSTER) == ("财政局", "公安局")
