"""Details of fifteen real plans, each looked up in its source: units, headings, first and last words, sections."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from editor.plan.measures import Measure
from editor.plan.plans import Plan
from editor.reading import read_plan

RONGCHENG, SHANDONG, WEIHAI = (
    "rongcheng_2025_county.txt",
    "shandong_2025_province.txt",
    "weihai_2020_city.txt",
)
JINGKAI, QIXIA = "weihai_jingkai_2022_zone.txt", "qixia_2020_county.txt"
YINGTAN, YUJIANG = "yingtan_2024_city.txt", "yujiang_2024_district.txt"
YIYANG, ANHUA, LUOHE = "yiyang_2022_city.txt", "anhua_2022_county.txt", "luohe_2023_city.txt"
FANGXUN, NONGJI = "shandong_2020_fangxun_fengong_ocr.txt", "guowuyuan_2018_42_nongji.html"
TABLE, HAINAN, GOVDOC = "guobanfa_2018_126_chuangxin_jucuo_table.html", "hainan_2024_nongji.pdf", "govdoc_cn_397_ndrc_2019.pdf"  # fmt: skip


REFORM, LAND, HOUSING = "市发展和改革委员会", "市自然资源和规划局", "市住房和城乡建设管理局"
DISTRICTS = ("赫山", "资阳")
TOWARDS_THE_END = (
    "市税务局",
    "市住房城乡建设局",
    *(f"{name}区人民政府" for name in DISTRICTS),
    "益阳高新区管委会",
)


@cache
def plan_of(corpus: Path, file: str) -> Plan:
    return read_plan(corpus / file).plan


def measure_at(plan: Plan, path: str) -> Measure:
    """The measure under the sections with these numbers, such as 一/二/1."""
    for around, block in plan.nested():
        if isinstance(block, Measure):
            numbers = [*(section.number for section in around), block.number]
            if "/".join(number or "" for number in numbers) == path:
                return block
    raise AssertionError(path)


HEADINGS = [
    (RONGCHENG, "一/2", "完善教育服务"), (RONGCHENG, "二/15", "提升金融服务水平"), (RONGCHENG, "三/29", "推进信用体系建设与应用"),
    (SHANDONG, "二/一/1", "完善婚育户服务"), (SHANDONG, "二/二/13", "提升企业人才服务便利度"), (SHANDONG, "二/三/21", "推进“无证明之省”建设"),
    (SHANDONG, "三/34", "优化“鲁惠通”政策兑现服务平台"), (SHANDONG, "三/35", ""),
    (WEIHAI, "三/一/3", "加强企业登记信息化建设"), (WEIHAI, "三/十三/3", "严格合同管理"), (WEIHAI, "三/十八/11", "扩充优质教育资源"),
    (JINGKAI, "二/一/1/1", "提升设立登记便利度"), (JINGKAI, "二/一/11/4", "加强办理破产“府院联动”"), (JINGKAI, "二/三/1", "规范企业诉求处置流程"),
    (QIXIA, "一/三", "规范行业协会商会收费"), (QIXIA, "二/八", "打造标准样板流程"), (QIXIA, "四/三十一", "复制推广典型经验做法"),
    (YINGTAN, "一/一", "实行阶段性购房补贴"), (YINGTAN, "一/六", "落实交易税费优惠政策"), (YINGTAN, "一/十", "优化调整学位准入政策"),
    (YINGTAN, "二/十五", "提高住房建设品质"), (YINGTAN, "三/二十六", "稳步推进现房销售"),
    (YUJIANG, "一/三", "强化人才购房政策支持"), (YUJIANG, "二/十五", "提高住房建设品质"), (YUJIANG, "三/二十六", "稳步推进现房销售"),
    (YIYANG, "一", "实行契税补贴"), (YIYANG, "八", "调整拆迁安置方式"), (YIYANG, "十", "加大金融支持力度"),
    (ANHUA, "一", "实行契税补贴"), (ANHUA, "八", "调整拆迁安置方式"), (ANHUA, "十", "加大金融支持力度"),
    (LUOHE, "一/三", "优化预售资金监管"), (LUOHE, "五/十八", "完善配套设施建设"), (LUOHE, "八/三十", "强化工作统筹"),
    (FANGXUN, "一/1", ""), (FANGXUN, "四/3", ""),
    (NONGJI, "三/八", "协同构建高效机械化生产体系"), (NONGJI, "八/十九", "强化地方政府责任"), (NONGJI, "四/十", "推动智慧农业示范应用"),
    (TABLE, "一/4", "知识产权案件审判中引入技术调查官制度"), (TABLE, "一/3", "以降低侵权损失为核心的专利保险机制"),
    (TABLE, "三/10", "区域性股权市场设置科技创新专板"),
    (HAINAN, "三/一", "常规机具"), (HAINAN, "三/二/2", "农机新产品"), (HAINAN, "六/四", "自主购机"), (HAINAN, "七/一", "加强领导，明确分工"),
    (GOVDOC, "二/一", "全面实施个人所得税申报信用承诺制"), (GOVDOC, "三/一", "对个人所得税守信纳税人提供更多便利和机会"),
    (GOVDOC, "二/三", "建立自然人失信行为认定机制"), (GOVDOC, "四/一", "强化信息安全和隐私保护"), (GOVDOC, "五/二", "加强纳税人诚信教育"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "path", "heading"), HEADINGS)
def test_headings(corpus: Path, file: str, path: str, heading: str) -> None:
    assert measure_at(plan_of(corpus, file), path).heading == heading


UNITS = [
    (RONGCHENG, "二/10", "responsible_units", ("发改局", "市场监管局", "行政审批服务局")),
    (RONGCHENG, "二/20", "responsible_units", ("行政审批服务局", "法院")),
    (RONGCHENG, "三/29", "responsible_units", ("社会信用中心", "法院", "工信局")),
    (WEIHAI, "三/一/3", "responsible_units", ("各区市政府", "开发区管委")),
    (WEIHAI, "三/五/5", "responsible_units", ("市解决城建领域矛盾纠纷问题领导小组各成员单位",)),
    (WEIHAI, "三/九/4", "lead_units", ("市财政局", "市工信发展中心")),
    (WEIHAI, "三/十三/3", "responsible_units", ("各区市政府", "开发区管委", "市直有关部门")),
    (JINGKAI, "二/一/1/1", "responsible_units", ("市场监管局", "科技创新局", "税务局", "公安分局")),
    (JINGKAI, "二/一/4/1", "lead_units", ("不动产登记经区分中心",)),
    (JINGKAI, "二/一/14/8", "lead_units", ("行政审批局",)),
    (JINGKAI, "二/一/14/8", "responsible_units", ("区直各相关部门", "各镇街", "驻区各相关单位")),
    (JINGKAI, "二/一/14/12", "responsible_units", ("经济发展局（应急局）",)),
    (QIXIA, "一/三", "responsible_units", (REFORM, "市市场监督管理局", "市民政局")),
    (QIXIA, "三/十六", "responsible_units", (HOUSING, REFORM, LAND)),
    (QIXIA, "三/二十六", "responsible_units", ("市市场监督管理局", "市司法局", "市法院")),
    (YIYANG, "一", "responsible_units", ("市财政局", *TOWARDS_THE_END)),
    (YIYANG, "二", "responsible_units", ("市公积金中心",)),
    (YIYANG, "十", "responsible_units", ("市政府金融办", "人民银行市中心支行", "银保监分局")),
    (ANHUA, "一", "responsible_units", ("县财政局", "县税务局", "县住建局")),
    (ANHUA, "八", "responsible_units", ("县征拆办", "县住保中心", "县自然资源局")),
    (ANHUA, "十", "responsible_units", ("县政府金融办", "人民银行安化县支行")),
    (YINGTAN, "一/六", "responsible_units", ("市税务局",)),
    (YINGTAN, "一/七/1", "responsible_units", ("市公积金管理中心", "人民银行鹰潭市分行", "市自然资源局")),
    (YUJIANG, "一/七/2", "responsible_units", ("鹰潭市公积金管理中心余江办事处", "区自然资源分局")),
    (YUJIANG, "一/十", "responsible_units", ("区教体局",)),
    (YUJIANG, "一/一/1", "responsible_units", ("区财政局", "区住建局")),
    (LUOHE, "六/二十", "responsible_units", ("市自然资源和规划局",)),
    (LUOHE, "四/十五", "responsible_units", ("市住房公积金管理中心",)),
    (LUOHE, "三/十一", "responsible_units", ("市住房和城乡建设局", "市自然资源和规划局")),
    (FANGXUN, "一/1", "lead_units", ("省水利厅",)),
    (FANGXUN, "一/1", "responsible_units", ("省发改委", "省财政厅", "山东黄河河务局")),
    (FANGXUN, "三/1", "lead_units", ()),
    (FANGXUN, "四/1", "responsible_units", ("省水利厅", "省消防救援总队")),
    (NONGJI, "二/三", "lead_units", ("工业和信息化部",)),
    (NONGJI, "二/三", "responsible_units", ("发展改革委", "科技部", "农业农村部")),
    (NONGJI, "二/六", "lead_units", ("市场监管总局",)),
    (NONGJI, "八/十八", "lead_units", ("农业农村部", "工业和信息化部")),
    (NONGJI, "七/十六", "responsible_units", ("工业和信息化部", "农业农村部")),
    (TABLE, "一/1", "responsible_units", ("最高人民法院", "最高人民检察院", "国家知识产权局")),
    (TABLE, "三/10", "responsible_units", ("中国证监会",)),
    (TABLE, "五/23", "responsible_units", ("国家发展改革委", "国务院国资委", "审计署")),
]  # fmt: skip


@pytest.mark.parametrize(("file", "path", "role", "units"), UNITS)
def test_units(corpus: Path, file: str, path: str, role: str, units: tuple[str, ...]) -> None:
    assert getattr(measure_at(plan_of(corpus, file), path).assignments[0], role) == units


WORDS = [
    (RONGCHENG, "一/2", "深化教育入学", "女顺利入学。"), (RONGCHENG, "三/28", "推进政策摸底", "管理、运行。"),
    (SHANDONG, "二/一/1", "深化结婚落户", "照应用领域。"), (SHANDONG, "二/二/13", "推行员工录用", "供便捷服务。"), (SHANDONG, "三/34", "以政策事项上", "口申报办理。"),
    (WEIHAI, "三/二/6", "对不涉及有毒", "入环评管理。"), (WEIHAI, "三/十七/5", "各级各部门不", "80%以上。"),
    (JINGKAI, "二/一/10/12", "畅通1236", "供法律服务。"), (JINGKAI, "二/一/14/12", "对获得认定的", "免申即享”。"),
    (QIXIA, "二/八", "聚焦企业群众", "得索要证明。"), (QIXIA, "四/三十一", "以创建全国改", "的短板弱项。"),
    (YIYANG, "七", "对已出让但尚", "间合理利用。"), (YIYANG, "十三", "严格规范预售", "法机关处理。"),
    (ANHUA, "八", "城区严格限制", "为安置房源。"), (ANHUA, "十三", "严格规范预售", "法机关处理。"),
    (NONGJI, "二/三", "瞄准农业机械", "术产业发展。"),
    (GOVDOC, "三/一", "探索将个人所", "素予以考虑。"), (HAINAN, "六/七", "市县（区）农", "开公示信息。"),
    (YINGTAN, "一/一", "自2024年8月", "12月31日。"), (YINGTAN, "二/十一", "根据市场需求", "规定办理。"), (YINGTAN, "三/二十八", "落实属地政府", "稳定大局。"),
    (YUJIANG, "一/十", "在学位供给", "申请入学。"), (YUJIANG, "三/二十八", "落实属地政府", "稳定大局。"), (YUJIANG, "一/七/1", "双缴存职工", "60万元。"),
    (LUOHE, "一/一", "坚持“两个", "银行贷款。"), (LUOHE, "九/三十二", "有关部门", "引导舆论和预期。"),
    (FANGXUN, "一/1", "立足于“根治", "安全保障能力。"), (FANGXUN, "四/3", "进一步理顺", "报告制度。"),
    (TABLE, "一/1", "整合分散的", "推广范围：全国。"), (TABLE, "二/6", "赋予科研人员", "改革试验区域。"),
    (HAINAN, "二/一", "以保障粮食", ""), (HAINAN, "四/一", "补贴对象为", ""), (HAINAN, "七/四", "各级农业农村", ""),
    (GOVDOC, "二/一", "税务部门在", ""), (GOVDOC, "四/一", "税务部门依法", "信息安全。"), (GOVDOC, "五/一", "各地区、各部门", "指导和检查。"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "path", "first", "last"), WORDS)
def test_first_and_last_words(corpus: Path, file: str, path: str, first: str, last: str) -> None:
    text = measure_at(plan_of(corpus, file), path).text
    assert text.startswith(first)
    assert text.endswith(last)


SECTIONS = [
    (YIYANG, ()), (ANHUA, ()), (LUOHE, ("加大增量资金投放", "优化购房服务", "稳定房地产市场预期")), (FANGXUN, ("持续加强水利工程建设", "不断加强防汛基础保障")),
    (NONGJI, ("总体要求", "强化组织领导", "切实加强农机人才培养")), (GOVDOC, ("总体要求", "强化组织实施")), (HAINAN, ("总体要求", "操作实施流程", "实施要求")),
    (TABLE, ("高度重视推广工作", "管理体制创新方面（共3项）")), (YINGTAN, ("优化公积金和商业贷款政策",)), (YUJIANG, ("优化公积金和商业贷款政策",)),
]  # fmt: skip


@pytest.mark.parametrize(("file", "headings"), SECTIONS)
def test_sections(corpus: Path, file: str, headings: tuple[str, ...]) -> None:
    found = [section.heading for section in plan_of(corpus, file).sections]
    assert set(headings) <= set(found)
    assert bool(headings) == bool(found)


def test_every_document_is_looked_up_at_least_eight_times() -> None:
    rows = Counter(file for table in (HEADINGS, UNITS, WORDS) for file, *_rest in table)
    assert set(rows) == {
        RONGCHENG, SHANDONG, WEIHAI, JINGKAI, QIXIA, YINGTAN, YUJIANG, YIYANG, ANHUA, LUOHE, FANGXUN, NONGJI, TABLE, HAINAN, GOVDOC,
    }  # fmt: skip
    assert {file: count for file, count in rows.items() if count < 8} == {}


def test_a_page_in_reverse_order_keeps_each_items_own_words(corpus: Path) -> None:
    measure = measure_at(plan_of(corpus, JINGKAI), "二/一/14/12")
    assert measure.original.startswith("（12）")
    assert measure.original.endswith("（应急局））")


def test_units_shared_by_sub_items_are_inherited(corpus: Path) -> None:
    for file in (YINGTAN, YUJIANG):
        *others, last = (measure_at(plan_of(corpus, file), f"一/七/{number}") for number in range(1, 7))
        assert all(measure.assignments[0].inherited for measure in others)
        assert not last.assignments[0].inherited


@pytest.mark.parametrize(
    ("file", "closing"),
    [(YINGTAN, "本文件自2024"), (YIYANG, "本政策措施自"), (LUOHE, "本通知自印发"), (ANHUA, "")],
)
def test_closing_words(corpus: Path, file: str, closing: str) -> None:
    found = plan_of(corpus, file).closing
    assert found.startswith(closing)
    assert bool(found) == bool(closing)


def test_yiyang_and_anhua_name_their_units(corpus: Path) -> None:
    for file in (YIYANG, ANHUA):
        measures = plan_of(corpus, file).measures
        assert all(len(measure.assignments) == 1 for measure in measures)
        assert measures[-1].heading == "整治房地产市场秩序"
        assert measures[11].heading == "稳定商品房住房价格"
    assert plan_of(corpus, YIYANG).addressees[1] == "益阳高新区管委会"
    assert plan_of(corpus, YIYANG).annotation == "此件主动公开"
