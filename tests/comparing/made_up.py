"""Made-up plans and texts for the tests of comparing."""

from hypothesis import strategies as st

from editor.plan.measures import Measure
from editor.plan.plans import Plan

HEALTH = (
    "完善就医服务",
    "推行检查结果互认，建设影像云平台。试点夜间门诊，改善急救调度。为老人开设专用窗口。",
)
SCHOOL = (
    "完善教育服务",
    "推行幼儿园线上报名。建设课后托管教室，招募大学生志愿辅导员。2025年年底前新增托位300个。",
)
TRADE = ("便利外贸企业通关", "培育外贸综合服务商，新建20个海外仓。推行船舶进出港网上申报。")
TAX = ("提升纳税便利度", "将发票申领时间缩短到3个工作日内。推广电子发票，简化注销流程。")
WASTE = ("改善人居环境", "开展垃圾分类积分兑换，修建乡村公厕，清理河道漂浮物。")


def plan(id: str, *items: tuple[str, str], numbers: bool = True) -> Plan:
    """A plan of measures numbered from 1, each of a heading and a text."""
    return Plan(
        id=id,
        body=tuple(
            Measure(
                id=f"{id}-m{place}",
                level=3,
                number=str(place) if numbers else None,
                heading=heading,
                text=text,
            )
            for place, (heading, text) in enumerate(items, 1)
        ),
    )


_WORDS = [
    *("推进", "改革", "服务", "示范县", "民政局", "应当", "可以", "的", "一", "二"),
    *(
        "“一件事”",
        "“掌上办”",
        "《示范办法》",
        "〔2024〕5号",
        "3个工作日",
        "30个工作日",
        "2025年年底前",
        "90%",
    ),
    *("，", "。", "；", "、", "（", "）", "《", "〈", ",", ";", "(", ")", ">", "｡", "１００", "Ａ+", "APP"),
    *("e\u0301", "𠮷", "\ue000", "¼", "㎡", "\x1a", "\u3000", "\u00a0", "\n", "\r\n", "\t", " "),
]
texts = st.lists(st.sampled_from(_WORDS) | st.text(max_size=3), max_size=40).map("".join)
"""Texts like official prose, with every nuisance that characters can be."""
