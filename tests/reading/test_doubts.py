"""Doubts about what a plan says: names, counts, references, stray lines, appended documents."""

import pytest

from editor.plan.issues import Issue
from editor.plan.repairs import (
    JoinToLineBefore,
    LeaveOut,
    NotANumber,
    NumberIt,
    SameUnit,
    SetAside,
    SplitHere,
    TakeBack,
)
from editor.reading.readers.text import text_lines
from editor.reading.recognition import Recognized, recognize

PLAN = "示范县优化服务方案\n为优化服务，制定本方案。\n一、任务\n1.完善服务。设立专窗。（责任单位：甲局）\n2.压缩时限。限时办结。（责任单位：乙局）\n"


def read(text: str) -> Recognized:
    return recognize(text_lines(text))


def only_issue(text: str) -> Issue:
    (issue,) = read(text).issues
    return issue


def items(*units: str) -> str:
    return "\n".join(f"{number}.甲甲。乙乙。（责任单位：{names}）" for number, names in enumerate(units, 1))


@pytest.mark.parametrize(
    ("units", "code", "subject"),
    [
        (("县税务局、县财政局", "县税务、县财政局"), "clipped_unit", "县税务"),
        (("县发展和改革委员会", "县发展和改革局"), "unit_variants", "县发展和改革局"),
        (("县住房和城乡建设局", "县住建局"), "unit_variants", "县住建局"),
        (("县住房公积金管理中心", "县公积金管理中心"), "unit_variants", "县公积金管理中心"),
        (("经济发展局（应急局）", "经济发展局"), "unit_variants", "经济发展局"),
    ],
)
def test_names_cut_short_or_worded_in_two_ways(units: tuple[str, ...], code: str, subject: str) -> None:
    issue = only_issue(items(*units))
    assert (issue.code, issue.subject, issue.place.lines) == (code, subject, (2, 2))


@pytest.mark.parametrize(
    "units",
    [
        ("县财政局", "县教育局、县民政局"),
        ("县法院", "县检察院"),
        ("各镇街、县直各部门", "各镇、县直各相关部门"),
        ("县供电公司", "县供水公司"),
        ("县委办公室", "县政府办公室"),
    ],
)
def test_different_units_raise_no_doubt(units: tuple[str, ...]) -> None:
    assert read(items(*units)).issues == ()


def test_counts_that_the_text_claims() -> None:
    text = "一、任务（共{}项）\n1.甲甲。乙乙。\n2.甲甲。乙乙。\n二、保障\n各单位要落实{}项重点任务。"
    assert read(text.format(2, 2)).issues == ()
    assert [(i.code, i.place.lines) for i in read(text.format(3, 5)).issues] == [
        ("count_claim", (1, 1)),
        ("count_claim", (5, 5)),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("与第（五）条不叠加享受。", ["dangling_reference"]),
        ("与第（二）条不叠加享受。", []),
        ("按照《某某办法》第（五）条办理。", []),
        ("任务详见附件2。", ["dangling_reference"]),
    ],
)
def test_references_to_what_is_not_there(sentence: str, expected: list[str]) -> None:
    found = read(f"一、任务\n（一）完善服务。{sentence}\n（二）压缩时限。限时办结。")
    assert [issue.code for issue in found.issues] == expected


def test_a_reference_to_an_attachment_that_is_there() -> None:
    assert read("一、任务\n（一）完善服务。任务详见附件。\n附件：任务清单").issues == ()


def test_a_stray_line_may_be_joined() -> None:
    issue = only_issue(PLAN + "丙局）\n3.甲甲。乙乙。（责任单位：甲局）\n")
    assert (issue.code, issue.repair, issue.fix) == ("stray_line", JoinToLineBefore(line=6), True)


def test_a_sentence_that_goes_on_below_may_be_joined() -> None:
    issue = only_issue(
        "1.设立专门窗口，推行网上办理，逐步推广到全县各镇各部门以及各个村居\n方便群众办事。\n2.压缩时限。限时办结。"
    )
    assert (issue.code, issue.repair) == ("unfinished_sentence", JoinToLineBefore(line=2))


def test_a_sentence_that_ends_in_a_list_is_no_doubt() -> None:
    assert read("1.完善服务。设立专窗；\n推行网办。\n2.压缩时限。限时办结。").issues == ()


def test_an_empty_item() -> None:
    issue = only_issue("1.完善服务。设立专窗。\n2.（责任单位：甲局）\n3.压缩时限。限时办结。")
    assert (issue.code, issue.repair) == ("empty_item", NotANumber(line=2))


@pytest.mark.parametrize(
    ("text", "repair"),
    [
        ("1.甲甲。乙乙。2.丙丙。丁丁。\n3.甲甲。乙乙。", SplitHere(line=1, offset=8)),
        ("1.甲甲。乙乙。\n3.甲甲。乙乙。", NumberIt(line=2, number="2")),
        ("（一）甲甲。乙乙。\n（一）甲甲。乙乙。", NumberIt(line=2, number="二")),
        ("1.甲甲。乙乙。\n2.甲甲。乙乙。\n1.甲甲。乙乙。\n4.甲甲。乙乙。", NumberIt(line=3, number="3")),
        ("3.甲甲。乙乙。\n2.甲甲。乙乙。\n3.甲甲。乙乙。", NumberIt(line=1, number="1")),
        ("1.甲甲。乙乙。\n1.甲甲。乙乙。\n2.甲甲。乙乙。", None),
        ("1.甲甲。乙乙。\n9.甲甲。乙乙。", None),
    ],
)
def test_numbers_and_what_puts_them_right(text: str, repair: object) -> None:
    assert read(text).issues[0].repair == repair


@pytest.mark.parametrize(
    ("text", "code", "repair"),
    [
        ("1.甲甲。乙乙。（责任单位：甲局）2.丙丙。丁丁。", "glued_item", SplitHere(line=1, offset=17)),
        (
            "1.甲甲。乙乙。（责任单位：甲局）欢\n2.丙丙。丁丁。",
            "stray_line",
            LeaveOut(line=1, offset=17, length=1),
        ),
        (
            "1.甲甲。乙乙。\n2.完善服务。 完善服务。设立专窗。",
            "repeated_title",
            LeaveOut(line=2, offset=7, length=6),
        ),
        ("（一）甲甲。乙乙。\n（二）丙丙。（三）丁丁。", "glued_item", SplitHere(line=2, offset=6)),
        ("1.完善服务。设立专窗（大厅。", "unclosed_bracket", LeaveOut(line=1, offset=11, length=1)),
        ("1.完善服务。设立）专窗（大厅）。", "unclosed_bracket", LeaveOut(line=1, offset=9, length=1)),
        (
            "一、任务\n\uf06c设立专窗。\n1.甲甲。乙乙。",
            "private_use_character",
            LeaveOut(line=2, offset=0, length=1),
        ),
        ("1.完善服务。设立\ue005专窗。", "private_use_character", None),
        ("1.甲甲。乙乙。\n2.\n3.丙丙。丁丁。", "empty_item", SetAside(first=2, last=2)),
        ("一、任务\n1.甲甲。乙乙。\n二、保障", "empty_item", None),
    ],
)
def test_what_was_done_by_itself_can_be_settled(text: str, code: str, repair: object) -> None:
    issue = only_issue(text)
    assert (issue.code, issue.repair) == (code, repair)


def test_a_heading_with_nothing_below_it() -> None:
    issue = only_issue("一、甲\n二、乙\n1.甲甲。乙乙。")
    assert (issue.code, issue.place.lines, issue.severity) == ("empty_item", (1, 1), "hint")


@pytest.mark.parametrize(
    ("units", "means"),
    [
        (("县发展改革局", "县发展改革"), "县发展改革局"),
        (("县发展改革局", "县发展改革局局长"), "县发展改革局"),
        (("县财政局", "推进落实到位"), None),
    ],
)
def test_names_that_are_no_units(units: tuple[str, str], means: str | None) -> None:
    (issue,) = read(items(*filter(None, units))).issues
    assert issue.code in ("unknown_unit", "clipped_unit")
    assert issue.repair == (SameUnit(name=issue.subject or "", means=means) if means else None)


def test_one_unit_by_two_names_may_be_made_one() -> None:
    issue = only_issue(items("县发展和改革委员会", "县发展和改革局"))
    assert issue.repair == SameUnit(name="县发展和改革局", means="县发展和改革委员会")


EXPLANATION = "《示范县优化服务方案》政策解读\n一、起草背景\n为优化服务，起草本方案。\n二、主要内容\n1.完善服务。设立专窗。\n"
SECOND = "示范县人民政府办公室文件\n关于印发示范县优化环境方案的通知\n各镇人民政府，县政府各部门：\n现印发给你们。\n一、任务\n1.丙丙。丁丁。（责任单位：丙局）\n"


@pytest.mark.parametrize(
    ("appended", "code", "reason"),
    [
        (EXPLANATION, "appended_explanation", "explanation"),
        (SECOND, "several_documents", "other_document"),
    ],
)
def test_what_follows_a_plan_is_set_aside(appended: str, code: str, reason: str) -> None:
    found = read(PLAN + appended)
    assert [measure.number for measure in found.plan.measures] == ["1", "2"]
    assert {part.reason for part in found.plan.set_aside} == {reason}
    last = len((PLAN + appended).splitlines())
    assert [(issue.code, issue.repair) for issue in found.issues] == [(code, TakeBack(first=6, last=last))]


def test_product_lists_and_annex_codes_are_no_measures() -> None:
    found = read(PLAN + "附件\n机具种类范围\n1.耕整地机械\n1.1耕地机械\n1.1.1犁\n2.种植机械\n")
    assert len(found.plan.measures) == 2
    assert found.issues == ()
