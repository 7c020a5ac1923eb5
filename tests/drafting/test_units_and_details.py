"""Units, deadlines, the roster, details of plan and notice."""

import pytest
from msgspec.structs import replace

from editor.drafting.commands import (
    AddAlias,
    AddMeasure,
    AddUnit,
    Command,
    SetDeadline,
    SetDetail,
    SetLocality,
    SetNotice,
    SetRoster,
    SetUnits,
)
from editor.errors import CommandProblem
from editor.plan.locality import Locality
from editor.plan.measures import Assignment, Deadline
from editor.plan.notice import Notice
from editor.plan.project import Project
from editor.plan.roster import Roster, Unit


@pytest.fixture
def draft(project: Project) -> Project:
    return AddMeasure(None, 3, "自选动作", "本县自定。").apply(project)


def test_units_keep_their_order_each_once(draft: Project) -> None:
    assigned = SetUnits("m1", "responsible_units", ("民政局", " 数据局 ", "", "民政局")).apply(draft)
    assert assigned.local.measure("m1").assignments == (Assignment(responsible_units=("民政局", "数据局")),)


def test_printed_assignments_become_one_that_prints_from_its_lists(draft: Project) -> None:
    printed = (
        Assignment(text="牵头单位：甲局", lead_units=("甲局",)),
        Assignment(text="责任单位：乙局", responsible_units=("乙局",), inherited=True),
    )
    measure = replace(draft.local.measure("m1"), assignments=printed)
    draft = replace(draft, local=replace(draft.local, body=(measure,)))
    assigned = SetUnits("m1", "supporting_units", ("丙局",)).apply(draft).local.measure("m1")
    assert assigned.assignments == (
        Assignment(lead_units=("甲局",), responsible_units=("乙局",), supporting_units=("丙局",)),
    )


def test_without_units_there_is_no_assignment(draft: Project) -> None:
    assigned = SetUnits("m1", "lead_units", ("民政局",)).apply(draft)
    assert SetUnits("m1", "lead_units", ()).apply(assigned).local.measure("m1").assignments == ()


def test_a_deadline_takes_its_year_from_the_notice(draft: Project) -> None:
    words = SetDeadline("m1", "9月底前")
    assert words.apply(draft).local.measure("m1").deadline == Deadline(text="9月底前", date=None)
    dated = words.apply(SetNotice("date", "2026-03-01").apply(draft))
    assert dated.local.measure("m1").deadline == Deadline(text="9月底前", date="2026-09-30")
    assert SetDeadline("m1", " ").apply(dated).local.measure("m1").deadline is None


def test_roster_and_locality_are_replaced(draft: Project) -> None:
    roster, locality = Roster(units=(Unit(name="某局"),)), Locality(name="另县")
    changed = SetLocality(locality).apply(SetRoster(roster).apply(draft))
    assert (changed.roster, changed.locality) == (roster, locality)


def test_units_and_aliases_are_added(draft: Project) -> None:
    grown = AddAlias("民政局", "救助局").apply(
        AddUnit(Unit(name="示范县司法局", short="司法局")).apply(draft)
    )
    assert [unit.printed for unit in grown.roster.units] == ["数据局", "民政局", "司法局"]
    assert grown.roster.find("救助局") == grown.roster.units[1]


def test_details_of_the_plan(draft: Project) -> None:
    for field in ("title", "opening", "closing"):
        draft = SetDetail(field, f"{field}之文").apply(draft)
    assert (draft.local.title, draft.local.opening, draft.local.closing) == (
        "title之文",
        "opening之文",
        "closing之文",
    )


def test_a_composed_notice_title_follows_the_plans_title(draft: Project) -> None:
    draft = SetNotice("issuers", ("示范县人民政府",)).apply(SetDetail("title", "旧方案").apply(draft))
    draft = SetNotice("title", "示范县人民政府关于印发《旧方案》的通知").apply(draft)
    draft = SetDetail("title", "落实《总纲》方案").apply(draft)
    assert draft.notice.title == "示范县人民政府关于印发《落实〈总纲〉方案》的通知"
    own = SetNotice("title", "示范县人民政府的通知").apply(draft)
    assert SetDetail("title", "新方案").apply(own).notice.title == "示范县人民政府的通知"


def test_details_of_the_notice(draft: Project) -> None:
    for field, value in (("addressees", ("各镇人民政府",)), ("sealed", False), ("date", "2026-03-01")):
        draft = SetNotice(field, value).apply(draft)
    assert draft.notice == Notice(addressees=("各镇人民政府",), sealed=False, date="2026-03-01")


@pytest.mark.parametrize(
    "command",
    [
        SetNotice("colour", "red"),
        SetNotice("sealed", "yes"),
        SetNotice("title", True),
        SetNotice("addressees", "各镇"),
        SetDetail("body", "文"),
        SetUnits("m1", "inherited", ("民政局",)),
        SetUnits("m9", "lead_units", ("民政局",)),
        SetDeadline("m9", "年底"),
        AddUnit(Unit(name=" ")),
        AddUnit(Unit(name="另一局", aliases=("民政局",))),
        AddAlias("无此局", "别名"),
        AddAlias("民政局", "数据局"),
        AddAlias("民政局", " "),
    ],
    ids=repr,
)
def test_what_does_not_fit_is_told(draft: Project, command: Command) -> None:
    with pytest.raises(CommandProblem, match=r"\w.*\.$"):
        command.apply(draft)
