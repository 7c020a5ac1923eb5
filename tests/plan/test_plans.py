"""Plans, measures and projects as values."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.plan.measures import Assignment, Block, Deadline, Measure, Origin, Paragraph, Section
from editor.plan.notice import compose_text, compose_title
from editor.plan.plans import Plan
from editor.plan.project import Decision, Project
from editor.plan.roster import Roster, Unit

PLAN = Plan(
    id="parent1",
    body=(
        Measure(id="m0", level=1, number="一", text="在先。"),
        Section(id="s1", level=1, number="二", heading="甲"),
        Paragraph(id="p1", text="引言。"),
        Section(id="s2", level=2, number="一", heading="乙"),
        Measure(id="m1", level=3, number="1", heading="丙", text="内容。"),
        Paragraph(id="p2", text="补充。"),
        Measure(id="m2", level=1, number="三", heading="丁"),
    ),
)


def test_sections_and_measures_in_document_order() -> None:
    assert [section.id for section in PLAN.sections] == ["s1", "s2"]
    assert [measure.id for measure in PLAN.measures] == ["m0", "m1", "m2"]


def test_every_block_knows_the_sections_around_it() -> None:
    around = {block.id: "".join(section.id for section in sections) for sections, block in PLAN.nested()}
    assert around == {"m0": "", "s1": "", "p1": "s1", "s2": "s1", "m1": "s1s2", "p2": "s1s2", "m2": ""}
    assert PLAN.section_of("m1") == PLAN.sections[1]
    assert PLAN.section_of("m2") is None


def test_blocks_are_found_by_id() -> None:
    assert PLAN.measure("m1").heading == "丙"
    assert PLAN.index("p2") == 5
    for search in (PLAN.measure, PLAN.index, PLAN.section_of):
        with pytest.raises(KeyError):
            search("s9")
    with pytest.raises(KeyError):
        PLAN.measure("s1")


@pytest.mark.parametrize(
    ("heading", "text", "wording"),
    [("丙", "内容。", "丙。内容。"), ("丙", "", "丙"), ("", "内容。", "内容。"), ("", "", "")],
)
def test_wording_is_heading_and_text(heading: str, text: str, wording: str) -> None:
    assert Measure(id="m", level=3, number="1", heading=heading, text=text).wording == wording


def test_units_of_a_role_over_all_assignments() -> None:
    assignments = (
        Assignment(lead_units=("甲局",), responsible_units=("乙局",)),
        Assignment(lead_units=("丙局", "甲局")),
    )
    measure = Measure(id="m", level=3, number="1", assignments=assignments)
    assert measure.units("lead_units") == ("甲局", "丙局")
    assert measure.units("supporting_units") == ()


def test_nothing_can_be_changed_in_place() -> None:
    with pytest.raises(AttributeError):
        PLAN.title = "另题"  # type: ignore[misc]


def test_a_level_that_does_not_exist_is_not_read() -> None:
    json = msgspec.json.encode(PLAN).replace(b'"level":3', b'"level":9')
    with pytest.raises(msgspec.ValidationError, match=r"body\[4\]\.level"):
        msgspec.json.decode(json, type=Plan)


def test_undecided_measures_are_those_neither_taken_nor_refused() -> None:
    origin = Origin(parent="parent1", measures=("m0",), fingerprint="", text="")
    project = Project(
        parents=(PLAN,),
        local=Plan(id="local", body=(Measure(id="m1", level=1, number="一", origins=(origin,)),)),
        decisions=(
            Decision(parent="parent1", measure="m1", reason="暂缓"),
            Decision(parent="parent1", measure="m2", sentence=0, reason="暂缓"),
        ),
    )
    assert [(plan, measure.id) for plan, measure in project.undecided] == [("parent1", "m2")]
    assert project.parent("parent1") == PLAN
    with pytest.raises(KeyError):
        project.parent("parent2")


@pytest.mark.parametrize(
    ("notice", "local", "year"),
    [("2026-03-01", "2025-01-01", 2026), ("", "2025-01-01", 2025), ("", None, None)],
)
def test_the_year_a_project_is_dated_in(notice: str, local: str | None, year: int | None) -> None:
    project = Project(local=Plan(id="local", date=local))
    assert (
        msgspec.structs.replace(project, notice=msgspec.structs.replace(project.notice, date=notice)).year
        == year
    )


def test_units_go_by_many_names() -> None:
    bureau = Unit(name="示范县数据局", short="数据局", aliases=("大数据局", "数据局"))
    roster = Roster(units=(Unit(name="某办"), bureau))
    assert bureau.names == ("数据局", "示范县数据局", "大数据局")
    assert [roster.find(name) for name in (*bureau.names, "某局")] == [bureau, bureau, bureau, None]
    assert Unit(name="某办").printed == "某办"


def test_the_customary_notice_title() -> None:
    assert compose_title(("甲", "乙"), "落实《丙》方案") == "甲 乙关于印发《落实〈丙〉方案》的通知"
    assert compose_title((), "方案") == compose_title(("甲",), "") == ""


def test_titles_and_texts_say_what_the_notice_does() -> None:
    plan, issuers = "县数据局关于《甲》的意见", ("示范县人民政府办公室",)
    assert compose_title(issuers, plan, "forward").endswith(
        "办公室关于转发《县数据局关于〈甲〉的意见》的通知"
    )
    assert compose_title(issuers, plan, "approve").endswith("办公室批转《县数据局关于〈甲〉的意见》的通知")
    assert compose_title(issuers, "支持示范工作", "reply") == "示范县人民政府办公室关于支持示范工作的复函"
    assert compose_text(plan, "reply") == "《县数据局关于〈甲〉的意见》收悉。经研究，现函复如下："
    assert compose_text("") == ""


def test_values_survive_json() -> None:
    deadline = Deadline(text="9月底前", date=None)
    measure = Measure(id="m1", level=3, number="1", deadline=deadline, lines=(1, 2))
    plan = Plan(id="local", body=(measure, *PLAN.body[1:4]))
    assert msgspec.json.decode(msgspec.json.encode(plan), type=Plan) == plan


@given(st.lists(st.tuples(st.sampled_from("smp"), st.integers(1, 4), st.booleans()), max_size=14))
def test_the_section_of_a_block_is_the_innermost_around_it(kinds: list[tuple[str, int, bool]]) -> None:
    plan = Plan(id="local", body=tuple(_block(place, *kind) for place, kind in enumerate(kinds)))
    for around, block in plan.nested():
        assert plan.section_of(block.id) == (around[-1] if around else None)


def _block(place: int, kind: str, level: int, numbered: bool) -> Block:
    if kind == "p":
        return Paragraph(id=f"p{place}", text="段落。")
    number = "1" if numbered else None
    if kind == "s":
        return Section(id=f"s{place}", level=level, number=number, heading="标题")
    return Measure(id=f"m{place}", level=level, number=number)
