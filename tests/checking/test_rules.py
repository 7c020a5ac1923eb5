"""Each rule finds its breach, says where, and keeps quiet otherwise."""

from datetime import date

import pytest
from msgspec.structs import replace

from editor.checking import RULES, check_plan, check_project
from editor.checking.completeness import LONGEST_PLAN
from editor.plan.deadlines import parse_deadline
from editor.plan.issues import SEVERITIES, Issue
from editor.plan.locality import Locality
from editor.plan.measures import Assignment, Block, Deadline, Measure, Origin, Paragraph, Section
from editor.plan.notice import Notice
from editor.plan.plans import Plan, Rule
from editor.plan.project import Decision, Project
from editor.plan.roster import Roster, Unit

TODAY = date(2026, 3, 1)


def measure(id: str = "m1", number: str = "1", **fields: object) -> Measure:
    """A complete measure that breaks no rule."""
    complete = {
        "heading": "简化材料",
        "text": "材料只交一次。",
        "assignments": (Assignment(lead_units=("数据局",), responsible_units=("民政局",)),),
    }
    return replace(Measure(id=id, level=3, number=number), **{**complete, **fields})


PARENT = Plan(
    id="parent1",
    body=(
        Measure(
            id="m1",
            level=3,
            number="1",
            heading="简化材料",
            text="推行材料共享。",
            deadline=Deadline(text="2026年9月底", date="2026-09-30"),
        ),
    ),
)
FROM_PARENT = (Origin(parent="parent1", measures=("m1",), fingerprint="", text=""),)
COMPLETE = Project(
    parents=(PARENT,),
    local=Plan(
        id="local",
        title="示范县方案",
        body=(Section(id="s1", level=1, number="一", heading="任务"), measure(origins=FROM_PARENT)),
    ),
    roster=Roster(
        units=(Unit(name="示范县数据局", short="数据局"), Unit(name="示范县民政局", short="民政局"))
    ),
    locality=Locality(name="示范县", superior_words=(("全省", "全县"),)),
    notice=Notice(
        title="示范县人民政府关于印发《示范县方案》的通知",
        issuers=("示范县人民政府",),
        document_number="示政发〔2026〕8号",
        addressees=("各镇人民政府",),
        date="2026-03-01",
        text="现印发给你们。",
    ),
)


def with_body(*body: Block) -> Project:
    return replace(COMPLETE, local=replace(COMPLETE.local, body=body))


def with_measure(**fields: object) -> Project:
    """The complete project with other fields of its measure."""
    return with_body(COMPLETE.local.body[0], measure(**{"origins": FROM_PARENT, **fields}))


def with_notice(**fields: object) -> Project:
    return replace(COMPLETE, notice=replace(COMPLETE.notice, **fields))


def found(project: Project, code: str) -> list[Issue]:
    return [issue for issue in check_project(project, TODAY) if issue.code == code]


def codes(issues: tuple[Issue, ...]) -> set[str]:
    return {issue.code for issue in issues}


def test_a_complete_project_has_no_issue() -> None:
    assert check_project(COMPLETE, TODAY) == ()


def test_every_rule_has_a_code_of_its_own_and_says_what_it_rests_on() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.severity in SEVERITIES
        assert (rule.source is None) == (rule.strength == "practice"), rule.code


def test_issues_come_worst_first() -> None:
    project = replace(with_measure(text="全省推行。", assignments=()), notice=Notice())
    order = [SEVERITIES.index(issue.severity) for issue in check_project(project, TODAY)]
    assert order == sorted(order)
    assert len(set(order)) > 1


UNLED = (Assignment(responsible_units=("数据局", "民政局")),)
STRANGE = (Assignment(lead_units=("大数据局",)),)


@pytest.mark.parametrize(
    ("code", "project", "field"),
    [
        ("missing_units", with_measure(assignments=()), "responsible_units"),
        ("missing_lead", with_measure(assignments=UNLED), "lead_units"),
        ("unknown_unit", with_measure(assignments=STRANGE), "lead_units"),
        ("past_deadline", with_measure(deadline=Deadline(text="1月底", date="2026-01-31")), "deadline"),
        ("late_deadline", with_measure(deadline=Deadline(text="年底", date="2026-12-31")), "deadline"),
        ("late_deadline", with_measure(text="2026年底前完成。"), "text"),
        ("past_date", with_measure(text="2026年1月底前完成。"), "text"),
        ("yearless_deadline", with_measure(deadline=Deadline(text="9月底", date=None)), "deadline"),
        ("yearless_deadline", with_measure(deadline=parse_deadline("2026年9月31日")), "deadline"),
        ("superior_word", with_measure(text="在全省推行。"), "text"),
        ("superior_word", with_measure(heading="全省行动"), "heading"),
        ("empty_measure", with_measure(heading="", text=" "), "text"),
    ],
)
def test_a_breach_in_a_measure_is_found_where_it_is(code: str, project: Project, field: str) -> None:
    (issue,) = check_project(project, TODAY)
    assert (issue.code, issue.place.plan, issue.place.block, issue.place.field) == (
        code,
        "local",
        "m1",
        field,
    )


@pytest.mark.parametrize(
    "project",
    [
        with_measure(deadline=Deadline(text="今天", date="2026-03-01")),
        with_measure(deadline=Deadline(text="9月底", date="2026-09-30")),
        with_measure(deadline=Deadline(text="长期坚持", kind="long_term")),
        with_measure(text="2026年9月底前完成。"),
        with_measure(text="对2020年底前完成改造的项目给予补助。"),
        with_measure(assignments=(Assignment(responsible_units=("民政局",)),)),
        with_measure(
            assignments=(Assignment(lead_units=("数据局（行政审批局）", "各镇人民政府", "县直有关部门")),)
        ),
        with_measure(text="落实《全省办法》，做到“全省通办”，健全市场机制，提高全市场效率。"),
        with_notice(document_number="示政办字〔2026〕118号"),
    ],
)
def test_what_is_right_is_left_alone(project: Project) -> None:
    assert check_project(project, TODAY) == ()


def test_units_of_a_section_hold_for_its_measures() -> None:
    section = Section(id="s1", level=1, number="一", heading="任务", assignments=UNLED)
    assert found(with_body(section, measure(assignments=())), "missing_units") == []


def test_a_rule_that_the_first_one_leads_holds_for_all() -> None:
    project = with_measure(assignments=UNLED)
    rule = Rule(kind="first_listed_leads", text="列第一位者为牵头单位")
    assert found(replace(project, local=replace(project.local, rules=(rule,))), "missing_lead") == []


def test_near_names_are_offered_for_an_unknown_unit() -> None:
    (issue,) = found(with_measure(assignments=STRANGE), "unknown_unit")
    assert issue.message == "“大数据局” is not in the roster; perhaps 数据局."
    assert (issue.subject, issue.fix) == ("大数据局", True)
    (issue,) = found(with_measure(assignments=(Assignment(lead_units=("海关",)),)), "unknown_unit")
    assert (issue.message, issue.fix) == ("“海关” is not in the roster.", False)


def test_an_empty_roster_knows_every_unit() -> None:
    assert found(replace(with_measure(assignments=STRANGE), roster=Roster()), "unknown_unit") == []


def test_superior_words_say_what_to_put_instead() -> None:
    texts = with_measure(text="在全省推行，全省联动，由省级统筹。")
    assert [(issue.subject, issue.fix) for issue in found(texts, "superior_word")] == [
        ("全省", True),
        ("省级", False),
    ]


def test_superior_words_are_looked_for_in_every_printed_text() -> None:
    local = replace(
        COMPLETE.local,
        title="全省方案",
        opening="全省",
        closing="全省",
        body=(
            Section(id="s1", level=1, number="一", heading="全省任务"),
            Paragraph(id="p1", text="全省"),
            measure(origins=FROM_PARENT),
        ),
    )
    project = replace(with_notice(text="在全省印发。"), local=local)
    places = [issue.place for issue in found(project, "superior_word")]
    assert [(place.block, place.field) for place in places] == [
        (None, "text"),
        (None, "title"),
        (None, "opening"),
        (None, "closing"),
        ("s1", "heading"),
        ("p1", "text"),
    ]


def test_undecided_measures_are_named_in_the_parent() -> None:
    (issue,) = found(with_measure(origins=()), "undecided_parent")
    assert (issue.place.plan, issue.place.block) == ("parent1", "m1")
    assert "1.简化材料" in issue.message
    refused = replace(
        with_measure(origins=()), decisions=(Decision(parent="parent1", measure="m1", reason="暂缓"),)
    )
    assert found(refused, "undecided_parent") == []


@pytest.mark.parametrize(
    ("numbers", "code", "subject"),
    [
        (["1", "2", "2"], "duplicate_number", "2"),
        (["1", "3"], "missing_number", "3"),
        (["2", "3"], "missing_number", "2"),
        (["1", "2", "3", "2"], "falling_number", "2"),
    ],
)
def test_numbers_out_of_order(numbers: list[str], code: str, subject: str) -> None:
    body = [measure(f"m{place}", number) for place, number in enumerate(numbers)]
    (issue,) = check_plan(Plan(id="plan", title="方案", body=tuple(body)), TODAY)
    assert (issue.code, issue.subject, issue.place.field) == (code, subject, "number")


def test_numbers_may_start_again_or_run_on() -> None:
    body: list[Block] = []
    for place, (section, numbers) in enumerate([("一", "12"), ("二", "12"), ("三", "345")]):
        body.append(Section(id=f"s{place}", level=1, number=section, heading="任务"))
        body += [measure(f"m{place}{number}", number) for number in numbers]
    assert check_plan(Plan(id="plan", title="方案", body=tuple(body)), TODAY) == ()


def test_a_heading_with_nothing_below_it() -> None:
    section = Section(id="s2", level=1, number="二", heading="保障")
    (issue,) = check_project(with_body(*COMPLETE.local.body, section), TODAY)
    assert (issue.code, issue.place.block) == ("empty_section", "s2")


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        ({"title": ""}, "missing_title", "title"),
        ({"issuers": ()}, "missing_issuer", "issuers"),
        ({"addressees": ()}, "missing_addressees", "addressees"),
        ({"date": ""}, "missing_date", "date"),
        ({"date": "2026-02-30"}, "missing_date", "date"),
        ({"text": " "}, "missing_notice_text", "text"),
        ({"attachments": ("名词解释\n一、……", "联系方式")}, "empty_attachment", "attachments"),
        ({"document_number": ""}, "missing_document_number", "document_number"),
        ({"document_number": "示政发〔2026〕号"}, "missing_document_number", "document_number"),
        ({"document_number": "示政发[2026]8号"}, "malformed_document_number", "document_number"),
        ({"document_number": "示政发〔2026〕08号"}, "malformed_document_number", "document_number"),
        ({"document_number": "示政发〔26〕8号"}, "malformed_document_number", "document_number"),
        ({"document_number": "示政发〔2026〕第8号"}, "malformed_document_number", "document_number"),
    ],
)
def test_details_of_the_notice(fields: dict[str, object], code: str, field: str) -> None:
    (issue,) = check_project(with_notice(**fields), TODAY)
    assert (issue.code, issue.place.plan, issue.place.field) == (code, "notice", field)
    assert issue.source is not None
    assert issue.source.startswith("GB/T 9704—2012 7.")


def test_a_plan_without_a_title() -> None:
    untitled = replace(COMPLETE, local=replace(COMPLETE.local, title=""))
    assert [issue.place.plan for issue in found(untitled, "missing_title")] == ["local"]


def test_a_plan_that_is_too_long() -> None:
    rest = LONGEST_PLAN - len("示范县方案任务简化材料。")
    assert check_project(with_measure(text="字" * rest), TODAY) == ()
    (issue,) = check_project(with_measure(text="字 " * (rest + 1)), TODAY)
    assert (issue.code, issue.strength) == ("text_too_long", "should")
    assert "5001" in issue.message


def test_a_plan_that_was_read_needs_no_notice_and_no_roster() -> None:
    assert check_plan(COMPLETE.local, TODAY) == ()
    bare = replace(COMPLETE.local, body=(measure(assignments=()),))
    assert check_plan(bare, TODAY) == (), "a superior plan names no units at all"
    mixed = replace(COMPLETE.local, body=(measure(), measure("m2", "2", assignments=())))
    assert codes(check_plan(mixed, TODAY)) == {"missing_units"}


def test_an_issued_plan_is_held_against_its_own_date() -> None:
    plan = replace(COMPLETE.local, body=(measure(deadline=Deadline(text="2020年底", date="2020-12-31")),))
    assert codes(check_plan(plan, TODAY)) == {"past_deadline"}
    assert check_plan(replace(plan, date="2020-01-15"), TODAY) == ()


def test_a_plan_is_aligned_with_its_parents() -> None:
    plan = replace(COMPLETE.local, body=(measure(deadline=Deadline(text="年底", date="2026-12-31")),))
    (issue,) = check_plan(plan, TODAY, (PARENT,))
    assert issue.code == "late_deadline"
    assert "2026年9月底" in issue.message


def test_places_tell_the_lines_of_the_source() -> None:
    plan = replace(COMPLETE.local, body=(measure(lines=(7, 8), deadline=Deadline(text="9月底", date=None)),))
    (issue,) = check_plan(plan, TODAY)
    assert issue.place.lines == (7, 8)
