"""Plans as rows of an outline."""

from msgspec.structs import replace

from editor.plan.measures import Assignment, Deadline, Measure, Paragraph, Section
from editor.plan.plans import Plan
from editor.ui.base.outline_rows import DETAILS_KEY, LocalRows, parent_rows, units_line
from editor.ui.outline.local_pane import block_after

PLAN = Plan(
    id="parent1",
    title="示范方案",
    body=(
        Section(id="s1", level=1, number="一", heading="总体要求"),
        Paragraph(id="p1", text="坚持实事求是。"),
        Section(id="s2", level=1, number="二", heading="主要任务"),
        Section(id="s3", level=2, number="一", heading="办好小事"),
        Measure(id="m1", level=3, number="1", heading="简化手续", text="减少材料。"),
        Measure(id="m2", level=3, number="2", text="没有小标题的举措。"),
        Section(id="s4", level=2, number="二", heading="办好大事"),
        Measure(id="m3", level=3, number="3", heading="建设平台", text="建成平台。"),
    ),
)


def test_measures_stand_below_their_sections() -> None:
    first, second = parent_rows(PLAN, {}, {})
    assert first.cells[0] == "一、总体要求"
    assert [child.cells[0] for child in second.children] == ["（一）办好小事", "（二）办好大事"]
    assert [leaf.cells[0] for leaf in second.children[0].children] == [
        "○ 1. 简化手续",
        "○ 2. 没有小标题的举措。",
    ]


def test_marks_tell_what_became_of_a_measure() -> None:
    dispositions = {"m1": "verbatim", "m2": "adapted", "m3": "not_adopted"}
    _first, second = parent_rows(PLAN, dispositions, {"m3": "省级事权"})
    leaves = [leaf for section in second.children for leaf in section.children]
    assert [leaf.cells[0][0] for leaf in leaves] == ["✓", "◐", "✗"]
    assert leaves[2].cells[0] == "✗ 3. 建设平台 (省级事权)"


def test_the_filter_leaves_out_what_is_decided_and_empty_sections() -> None:
    (only,) = parent_rows(PLAN, {"m1": "verbatim", "m2": "adapted"}, {}, only_undecided=True)
    assert [section.key for section in only.children] == ["s4"]


def test_the_local_outline_begins_with_the_plans_details() -> None:
    rows = LocalRows().rows(PLAN)
    assert (rows[0].key, rows[0].cells[0]) == (DETAILS_KEY, "示范方案")
    assert rows[1].children[0].cells[0] == "坚持实事求是。"


def test_the_local_outline_shows_units_deadline_and_state() -> None:
    assigned = Measure(
        id="m1",
        level=3,
        number="1",
        heading="简化手续",
        assignments=(Assignment(lead_units=("人社局",), responsible_units=("人社局", "教体局")),),
        deadline=Deadline(text="9月底前"),
        state="done",
    )
    assert units_line(assigned) == "人社局▸教体局"
    (_details, row) = LocalRows().rows(Plan(id="local", body=(assigned,)))
    assert row.cells == ("1. 简化手续", "人社局▸教体局", "9月底前", "done")
    (_details, suspect) = LocalRows().rows(Plan(id="local", body=(assigned,)), frozenset({"m1"}))
    assert suspect.cells[3] == "to review"


def test_what_comes_after_a_block_and_its_contents() -> None:
    assert block_after(PLAN, "m1") == "m2"
    assert block_after(PLAN, "s3") == "s4"
    assert block_after(PLAN, "s2") is None
    assert block_after(PLAN, "m3") is None


def test_rows_of_unchanged_blocks_are_made_once() -> None:
    maker = LocalRows()
    before = maker.rows(PLAN)
    changed = replace(PLAN, body=(*PLAN.body[:-1], replace(PLAN.body[-1], heading="建设更多平台")))
    after = maker.rows(changed)
    assert after[2].children[0].children[0] is before[2].children[0].children[0]
    assert after[2].children[1].children[0].cells[0] == "3. 建设更多平台"
