import pytest
from hypothesis import example, given

from editor.comparing import figure_changes, figure_fates, figures
from tests.comparing.made_up import texts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("压缩至3个工作日内", ["3个工作日"]),
        ("2025年8月1日起至2026年年底前", ["2025年8月1日", "2026年年底前"]),
        ("达到90%以上，提高2个百分点", ["90%", "2个百分点"]),
        ("投资1,000万元，补助 500 元", ["1,000万元", "500 元"]),
        ("新增3—5个，按3：7分担", ["3—5个", "3：7"]),
        ("三年内减少百分之八十", ["三年", "百分之八十"]),
        ("建设5G基站6000个、4K频道2个", ["6000个", "2个"]),
        ("打造１５分钟服务圈", ["１５分钟"]),
        ("推行“1530”模式和“一件事”改革，按《示范办法（2024）》和〔2024〕3号文件", []),
        ("满足条件：1.有住房；2.有社保。（3）有居住证", []),
        ("进一步统一标准，千方百计落实", []),
        ("提高三成以上，降低两个百分点，翻一番", ["三成", "两个百分点", "翻一番"]),
        ("“十四五”期间，百分之五、四分之三、1/3", ["“十四五”", "百分之五", "四分之三", "1/3"]),
        ("五十人以上、十二个、二十余项、三至五个", ["五十人", "十二个", "二十余项", "三至五个"]),
        ("约300家、不少于20场、1万余户、近百家", ["300家", "20场", "1万余户", "近百家"]),
        ("7×24小时，300元/平方米，1500—2000元/人", ["7×24小时", "300元/平方米", "1500—2000元/人"]),
        ("半年内完成一半以上，两年内打8折", ["半年", "一半", "两年", "8折"]),
        ("第一批、第十三条、第二套、第三方、5A级", []),
        ("一个平台一窗受理一次办好，三级甲等，三张清单，建成验收，千家万户", []),
    ],
)
def test_figures_are_found_as_printed(text: str, expected: list[str]) -> None:
    assert list(figures(text)) == expected


@given(texts)
def test_figures_stand_in_the_text_in_order(text: str) -> None:
    place = 0
    for figure in figures(text):
        place = text.index(figure, place) + len(figure)


@pytest.mark.parametrize(
    ("parent", "local", "expected"),
    [
        ("压缩至3个工作日内。", "压缩至30个工作日内。", [("3个工作日内", "changed", "30个工作日内")]),
        ("2025年年底前完成改造。", "2026年年底前完成改造。", [("2025年年底前", "changed", "2026年年底前")]),
        ("新建20个海外仓。", "引导企业用好海外仓。", [("20个海外仓", "dropped", None)]),
        ("优化网点布局。", "新增2处网点，优化布局。", [("2处网点", "added", None)]),
        ("贷款80万提高至100万。", "贷款80万元提高至100万元。", []),
        (
            "每年组织1次排查，各开展1次演练。",
            "每年开展1次演练。",
            [("1次排查", "dropped", None)],
        ),
        (
            "开通报修热线，一般故障24小时内修复。",
            "开通24小时报修热线，一般故障12小时内修复。",
            [("24小时内", "changed", "12小时内"), ("24小时", "added", None)],
        ),
        (
            "完成1200个台区改造。",
            "完成5个镇42个台区改造。",
            [("1200个台区改造", "changed", "42个台区改造"), ("5个", "added", None)],
        ),
        ("检测4.5万批次。", "检测900批次。", [("4.5万批次", "changed", "900批次")]),
        ("投资1,000万元。", "投资2,000万元。", [("1,000万元", "changed", "2,000万元")]),
        ("新增托位300个。打造15分钟服务圈。", "打造15分钟服务圈。新增托位300个。", []),
    ],
)
def test_what_became_of_figures(parent: str, local: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert [(fate.text, fate.change, fate.becomes) for fate in figure_changes(parent, local)] == expected


@given(texts, texts)
@example("《3个工作日，>", "")
def test_every_figure_of_the_parent_has_a_fate(parent: str, local: str) -> None:
    fates = figure_fates(parent, local)
    assert sum(fate.change != "added" for fate in fates) == len(figures(parent))
    assert sum(fate.change != "dropped" for fate in fates) == len(figures(local))
