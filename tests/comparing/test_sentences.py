from hypothesis import given

from editor.comparing import SentenceFate, sentence_fates, split_sentences
from tests.comparing.made_up import texts


def told(fates: tuple[SentenceFate, ...]) -> list[tuple[str, str]]:
    return [(fate.text, fate.status) for fate in fates]


@given(texts)
def test_sentences_rejoin(text: str) -> None:
    assert "".join(split_sentences(text)) == text


@given(texts, texts)
def test_fates_rejoin_to_the_parent(parent: str, local: str) -> None:
    fates = sentence_fates(parent, local)
    assert "".join(fate.text for fate in fates) == parent
    assert all((fate.local_text is None) for fate in fates if fate.status == "dropped")


@given(texts)
def test_a_text_keeps_all_its_own_sentences(text: str) -> None:
    assert {fate.status for fate in sentence_fates(text, text)} <= {"kept"}


def test_sentences_end_after_closing_quotes() -> None:
    assert split_sentences("做到“马上办。”推进改革；落实责任") == ("做到“马上办。”", "推进改革；", "落实责任")


def test_nothing_is_left_of_a_parent_without_counterpart() -> None:
    assert told(sentence_fates("开展垃圾分类。清理河道。", "")) == [
        ("开展垃圾分类。", "dropped"),
        ("清理河道。", "dropped"),
    ]


def test_kept_reworded_and_dropped_sentences() -> None:
    parent = "推行检查结果互认共享。改善农村急救车辆调度。为老年患者开设挂号窗口。"
    local = "推行检查结果互认共享，接入影像平台。在各镇卫生院为老年患者设置挂号专用窗口。"
    fates = sentence_fates(parent, local)
    assert [fate.status for fate in fates] == ["kept", "dropped", "reworded"]
    assert fates[0].local_text == "推行检查结果互认共享，接入影像平台。"
    assert fates[2].local_text == "在各镇卫生院为老年患者设置挂号专用窗口。"


def test_a_sentence_is_cut_where_its_halves_fare_differently() -> None:
    parent = "推广节水示范村建设，引导农户安装滴灌设备。"
    fates = sentence_fates(parent, "推广节水示范村建设，定期公布用水情况。")
    assert told(fates) == [("推广节水示范村建设，", "kept"), ("引导农户安装滴灌设备。", "dropped")]


def test_stock_words_alone_are_no_counterpart() -> None:
    parent = "深化退休手续改革，提升服务水平。"
    assert {fate.status for fate in sentence_fates(parent, "深化婚育登记改革，提升审批服务水平。")} != {
        "kept"
    }
    assert told(sentence_fates("推行个人身后事项改革。", "推行婚育登记改革。")) == [
        ("推行个人身后事项改革。", "dropped")
    ]


def test_widths_do_not_reword() -> None:
    assert told(sentence_fates("推行互认(试行),简化流程。", "推行互认（试行），简化流程。"))[0][1] == "kept"
