from editor.plan.measures import Assignment, Deadline, Measure, Section
from editor.plan.notice import Notice
from editor.plan.plans import Plan
from editor.plan.project import Project
from editor.writing.elements.element import Element
from editor.writing.elements.notice_frame import format_date
from editor.writing.notice.notice_elements import notice_elements
from tests.writing.samples import BRACKET, PLAN, PROJECT, WORDS, with_notice, with_plan


def elements_of(project: Project, *kinds: str) -> list[Element]:
    return [each for each in notice_elements(project) if each.kind in kinds]


def test_elements_come_in_the_standards_order() -> None:
    kinds = list(dict.fromkeys(each.kind for each in notice_elements(PROJECT)))
    assert kinds == [
        "issuer_mark",
        "document_number",
        "title",
        "addressees",
        "text",
        "signature",
        "date",
        "annotation",
        "plan_title",
        "heading",
        "measure",
        "copied_to",
        "printed",
    ]


def test_a_measure_is_one_run_in_paragraph() -> None:
    first = elements_of(PROJECT, "measure")[0]
    assert first.lead == "1.企业开办一次办。"
    assert first.printed == f"1.企业开办一次办。{WORDS}{BRACKET}"
    assert first.block == "m1"
    assert first.level == 3


def test_every_level_prints_its_own_number_form() -> None:
    leads = [each.printed[:4] for each in elements_of(PROJECT, "heading", "measure")]
    assert leads == [
        "一、工作",
        "二、重点",
        "（一）优",
        "1.企业",
        "2.项目",
        "3.涉企",
        "（1）亮",
        "①梳理企",
        "（二）健",
        "三、强化",
    ]


def test_text_of_several_paragraphs_ends_with_the_bracket() -> None:
    parts = [each for each in notice_elements(PROJECT) if each.block == "m2"]
    assert [each.kind for each in parts] == ["measure", "text"]
    assert parts[0].printed == f"2.项目审批并联办。{WORDS}"
    assert parts[1].printed == WORDS + BRACKET


def test_standalone_heading_has_no_closing_mark_and_its_leader_stands_below() -> None:
    parts = [each for each in notice_elements(PROJECT) if each.block == "s2"]
    assert [each.printed for each in parts] == ["二、重点任务", "（责任领导：示范同志）"]


def only(measure: Measure) -> str:
    (element,) = elements_of(Project(local=Plan(id="local", body=(measure,))), "measure")
    return element.printed


def test_measures_without_heading_text_or_number() -> None:
    base = Measure(id="m", level=3, number="1")
    assert only(Measure(id="m", level=3, number="1", text="只有正文。")) == "1.只有正文。"
    assert only(Measure(id="m", level=3, number="1", heading="只有标题")) == "1.只有标题"
    assert only(Measure(id="m", level=3, number=None, heading="标题", text="正文。")) == "标题。正文。"
    assert (
        only(Measure(id="m", level=3, number="1", heading="问完了吗？", text="正文。"))
        == "1.问完了吗？正文。"
    )
    assert only(base) == "1."


def test_deadline_that_names_itself_is_not_labelled_twice() -> None:
    own = Measure(id="m", level=3, number="1", text="正文。", deadline=Deadline(text="完成时限：长期坚持"))
    assert only(own) == "1.正文。（完成时限：长期坚持）"


def test_units_shared_by_neighbours_are_printed_once() -> None:
    shared = Assignment(responsible_units=("县财政局",), inherited=True)
    stated = Assignment(text="县财政局负责", responsible_units=("县财政局",))
    body = (
        Section(id="s", level=1, number="一", heading="任务"),
        Measure(id="a", level=2, number="一", text="甲。", assignments=(shared,)),
        Measure(id="b", level=2, number="二", text="乙。", assignments=(stated,)),
        Measure(id="c", level=2, number="三", text="丙。", assignments=(shared,)),
    )
    printed = [each.printed for each in elements_of(with_plan(body=body), "measure")]
    assert printed == ["（一）甲。", "（二）乙。（责任单位：县财政局）", "（三）丙。（责任单位：县财政局）"]


def test_units_of_a_section_are_printed_at_its_heading_only() -> None:
    units = Assignment(lead_units=("县财政局",))
    inherited = Assignment(lead_units=("县财政局",), inherited=True)
    body = (
        Section(id="s", level=1, number="一", heading="任务", assignments=(units,)),
        Measure(id="a", level=3, number="1", text="甲。", assignments=(inherited,)),
    )
    texts = [
        element.lead + element.text
        for element in elements_of(with_plan(body=body), "heading", "text", "measure")
    ]
    assert "".join(texts).count("县财政局") == 1


def test_a_deadline_told_in_the_text_is_printed_once() -> None:
    assert only(Measure(id="a", level=3, number="1", text="2026年底前完成。")).count("2026年底前") == 1


def test_the_plan_begins_a_page() -> None:
    starts = [each for each in notice_elements(PROJECT) if each.new_page]
    assert [each.kind for each in starts] == ["plan_title"]
    untitled = [each for each in notice_elements(with_plan(title="")) if each.new_page]
    assert [each.text for each in untitled] == [PLAN.opening]
    assert not any(each.new_page for each in notice_elements(Project(local=PLAN)))


def test_details_are_put_into_official_form() -> None:
    project = with_notice(
        addressees=("各镇人民政府，", "县政府各部门："),
        annotation="（此件公开发布）",
        copied_to="抄送：县委办公室。",
    )
    printed = {each.kind: each.printed for each in notice_elements(project)}
    assert printed["addressees"] == "各镇人民政府，县政府各部门："
    assert printed["date"] == "2026年3月5日"
    assert printed["annotation"] == "（此件公开发布）"
    assert printed["copied_to"] == "抄送：县委办公室。"
    assert printed["printed"] == "示范县人民政府办公室2026年3月6日印发"


def test_dates() -> None:
    assert format_date("2026-12-31") == "2026年12月31日"
    assert format_date("待定") == "待定"
    assert format_date("") == ""


def test_nothing_gives_nothing() -> None:
    assert notice_elements(Project()) == ()
    assert notice_elements(Project(notice=Notice(title=" \n", text="\x00", annotation="（）"))) == ()


def test_attachments_are_listed_and_numbered() -> None:
    one = elements_of(with_plan(attachment_note=("任务分工表",)), "attachment_note")
    assert [each.printed for each in one] == ["附件：任务分工表"]
    two = elements_of(with_plan(attachment_note=("任务分工表", "名词解释")), "attachment_note")
    assert [each.printed for each in two] == ["附件：1.任务分工表", "2.名词解释"]
