"""Units that are called otherwise: the roster, all assignments and, where wanted, the texts follow in one step."""

import pytest
from msgspec.structs import replace

from editor.drafting import Session
from editor.drafting.commands import (
    AddMeasure,
    CallUnits,
    Command,
    Many,
    MergeUnits,
    RenameUnit,
    Replace,
    SetUnits,
)
from editor.drafting.commands.renaming import count_assignments
from editor.drafting.replacing import of_unit
from editor.errors import CommandProblem
from editor.plan.measures import Assignment
from editor.plan.project import Project


@pytest.fixture
def draft(project: Project) -> Project:
    for command in (
        AddMeasure(None, 3, "乙", "由民政局牵头，救助局配合。"),
        AddMeasure(None, 3, "甲", "由数据局负责。"),
        SetUnits("m1", "lead_units", ("民政局",)),
        SetUnits("m1", "supporting_units", ("数据局", "某局")),
        SetUnits("m2", "responsible_units", ("示范县数据局", "民政局")),
    ):
        project = command.apply(project)
    return project


def units(project: Project) -> list[list[tuple[str, ...]]]:
    roles = ("lead_units", "responsible_units", "supporting_units")
    return [[m.units(role) for role in roles] for m in project.local.measures]


def test_a_name_is_changed_once_and_all_follow(draft: Project) -> None:
    renamed = RenameUnit("数据局", "数管局", full="示范县数据管理局").apply(draft)
    unit = renamed.roster.find("数管局")
    assert unit is not None
    assert (unit.name, unit.short, unit.former_names) == (
        "示范县数据管理局",
        "数管局",
        ("数据局", "示范县数据局"),
    )
    assert units(renamed) == [
        [(), ("数管局", "民政局"), ()],
        [("民政局",), (), ("数管局", "某局")],
    ]


def test_texts_follow_in_the_same_step_where_wanted(draft: Project) -> None:
    session = Session(draft)
    texts = of_unit(draft, "民政局", "社会局")
    session.do(Many("Rename", (RenameUnit("民政局", "社会局"), Replace("", texts))))
    assert [m.text for m in session.project.local.measures] == [
        "由数据局负责。",
        "由社会局牵头，救助局配合。",
    ]
    session.undo()
    assert session.project == draft


def test_a_merged_unit_gives_its_names_and_its_work_away(draft: Project) -> None:
    merged = MergeUnits("数据局", into="民政局").apply(draft)
    assert [unit.printed for unit in merged.roster.units] == ["民政局"]
    assert merged.roster.units[0].former_names == ("数据局", "示范县数据局")
    assert units(merged) == [[(), ("民政局",), ()], [("民政局",), (), ("某局",)]]


def test_the_notice_follows_where_units_are_listed(draft: Project) -> None:
    notice = replace(
        draft.notice,
        addressees=("各镇人民政府", "数据局", "民政局"),
        copied_to="示范县数据局，大数据局，数据局办公室。",
        attendance=("出席：数据局 某人",),
    )
    draft = replace(draft, notice=notice)
    renamed = RenameUnit("数据局", "数管局", full="示范县数据管理局").apply(draft).notice
    assert renamed.addressees == ("各镇人民政府", "数管局", "民政局")
    assert renamed.copied_to == "示范县数据管理局，大数据局，数据局办公室。"
    assert renamed.attendance == ("出席：数管局 某人",)
    merged = MergeUnits("数据局", into="民政局").apply(draft).notice
    assert merged.addressees == ("各镇人民政府", "民政局")


def test_printed_wording_follows_whole_names_only(draft: Project) -> None:
    printed = Assignment(text="责任单位：数据局、大数据局", responsible_units=("数据局", "大数据局"))
    measure = replace(draft.local.measures[0], assignments=(printed,))
    draft = replace(draft, local=replace(draft.local, body=(measure,)))
    called = CallUnits((("数据局", "数管局"),)).apply(draft).local.measures[0]
    assert called.assignments == (
        Assignment(text="责任单位：数管局、大数据局", responsible_units=("数管局", "大数据局")),
    )


def test_what_would_follow_is_counted(draft: Project) -> None:
    assert count_assignments(draft, ("民政局",)) == 2
    assert count_assignments(draft, ("某局", "无此局")) == 1


@pytest.mark.parametrize(
    "command",
    [
        RenameUnit("无此局", "新局"),
        RenameUnit("数据局", " "),
        RenameUnit("数据局", "民政局"),
        MergeUnits("数据局", "无此局"),
        MergeUnits("数据局", "示范县数据局"),
    ],
    ids=repr,
)
def test_what_does_not_fit_is_told(draft: Project, command: Command) -> None:
    with pytest.raises(CommandProblem, match=r"\w.*\.$"):
        command.apply(draft)
