"""A parent's new edition: exactly the affected measures are to review, and no proposal is a guess."""

from datetime import date

import pytest
from msgspec.structs import replace

from editor.drafting import (
    Rebased,
    Revision,
    Session,
    find_edition,
    last_edition,
    new_project,
    rebase,
    revisions,
    suspects,
    take_in,
)
from editor.drafting.commands import (
    AdoptAll,
    Command,
    Decline,
    ReplaceParent,
    Review,
    SetDeadline,
    SetText,
    SetUnits,
    TakeRevision,
)
from editor.errors import CommandProblem
from editor.paths import resources
from editor.plan.locality import Locality
from editor.plan.measures import Assignment, Deadline, Measure
from editor.plan.plans import Plan
from editor.plan.project import Project, Reading, Source
from editor.plan.roster import Roster
from editor.reading import read_content

EXAMPLES = resources() / "examples"
FORMER_TYPO = ("处方审核等资源下沉", "处方审核等资原下沉")
CHANGED = (
    ("新建农村5G基站6000个", "新建农村5G基站6500个"),
    ("一般事项3个工作日内办结", "一般事项2个工作日内办结"),
    ("压缩至15个工作日内", "压缩至12个工作日内"),
    ("每季度更新适用优惠清单", "每月更新适用优惠清单"),
    ("探索地方特色农产品保险", "鼓励发展地方特色农产品保险"),
)
DELETED = ("补贴对象、标准、金额在村级公示不少于7日。", "")
CARE = "推动幼儿园与乡镇卫生院建立结对联系机制，定期开展儿童健康检查和保育指导。"
PLACES = "合理布局农村幼儿园，对服务人口较少的村实行“中心园带教学点”管理，保障幼儿就近入园。"
MOVED = (CARE + PLACES, PLACES + CARE)
INSERTED = (
    ("反映路面破损、桥涵隐患。", "反映路面破损、桥涵隐患。开展路域环境整治，清理占道堆物。"),
    ("每个行政村至少培养5名。", "每个行政村至少培养5名。组织法治文艺下乡活动。"),
)


def edition(*changes: tuple[str, str], typo: bool = False) -> Reading:
    """The made-up province plan with these words changed; with a typo as it first had it."""
    text = (EXAMPLES / "province.txt").read_text("utf-8")
    for old, new in (*([FORMER_TYPO] if typo else []), *changes):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return read_content(text.encode(), "province.txt", "plan")


def county(parent: Reading) -> Project:
    """The made-up county plan taken in under a province plan."""
    project = new_project([parent], Roster(), Locality(), "none", date(2026, 3, 1))
    return take_in(project, read_content((EXAMPLES / "county.txt").read_bytes(), "county.txt", "local"))


@pytest.fixture(scope="module")
def revised() -> Rebased:
    new = edition(*CHANGED, DELETED, MOVED, *INSERTED)
    return rebase(county(edition(typo=True)), new, "parent1")


def numbered(rebased: Rebased) -> dict[str, Revision]:
    return {revision.local_number or "": revision for revision in rebased.suspects}


def test_exactly_the_affected_measures_are_to_review(revised: Rebased) -> None:
    assert list(numbered(revised)) == ["1", "3", "9", "11", "13", "14", "16", "17", "25", "26"]
    assert [revision.local for revision in revised.suspects] == list(suspects(revised.project))
    assert revised.new_parents == revised.removed_parents == ()
    assert len(revised.reworded_parents) == 10


@pytest.mark.parametrize(
    ("number", "here", "proposed"),
    [
        ("3", *INSERTED[0]),
        ("9", *CHANGED[1]),
        ("11", *MOVED),
        ("14", *CHANGED[2]),
        ("17", *CHANGED[3]),
        ("25", *DELETED),
        ("26", *INSERTED[1]),
    ],
)
def test_what_fits_is_proposed(revised: Rebased, number: str, here: str, proposed: str) -> None:
    revision = numbered(revised)[number]
    assert revision.clean
    assert revision.mine.count(here) == 1
    assert revision.proposal == revision.mine.replace(here, proposed)


def test_a_moved_sentence_that_is_put_otherwise_here_is_not_doubled() -> None:
    rooms = "建设乡镇快速检测室500个，每年完成定量检测4.5万批次以上。"
    rest = "健全产地准出与市场准入衔接机制，对不合格产品实行“发现、控制、处置、公告”闭环管理。"
    (revision,) = rebase(county(edition()), edition((rooms + rest, rest + rooms)), "parent1").suspects
    assert not revision.clean
    assert revision.proposal == revision.mine
    assert {(conflict.old or conflict.new).strip("。") for conflict in revision.conflicts} == {rooms[:-1]}


def test_a_typo_that_is_not_here_changes_nothing(revised: Rebased) -> None:
    revision = numbered(revised)["13"]
    assert (revision.clean, revision.proposal) == (True, revision.mine)


@pytest.mark.parametrize(("number", "new"), [("1", "6500个"), ("16", "鼓励发展")])
def test_what_was_put_otherwise_here_is_a_conflict(revised: Rebased, number: str, new: str) -> None:
    revision = numbered(revised)[number]
    assert not revision.clean
    assert [new in conflict.new for conflict in revision.conflicts] == [True]
    assert revision.proposal == revision.mine


def test_another_edition_with_the_same_words_concerns_nobody() -> None:
    project = county(edition())
    again = rebase(project, edition(), "parent1")
    assert again.suspects == again.reworded_parents == ()
    assert again.project.local == project.local
    assert [m.id for m in again.project.parents[0].measures] == [m.id for m in project.parents[0].measures]


def small(*measures: tuple[str, str], title: str = "示范省方案") -> Reading:
    """A parent of these measures, each of a heading and a text."""
    body = tuple(
        Measure(id=f"x{n}", level=1, number=str(n), heading=heading, text=text)
        for n, (heading, text) in enumerate(measures, 1)
    )
    source = Source(plan="plan", name="new.txt", sha256="")
    return Reading(plan=Plan(id="plan", title=title, body=body), source=source)


MATERIAL = ("简化材料", "推行材料共享，办理时限压缩到3个工作日。")
VILLAGE = ("进村服务", "服务站进村入户，老年人可以预约上门。")
SCHOOL = ("开设课堂", "利用闲置校舍开设夜校，招募志愿辅导员。")
RADIO = ("检修广播", "汛期之前检修应急广播终端，逐村试播。")


def adopted(*measures: tuple[str, str]) -> Project:
    project = new_project([small(*measures)], Roster(), Locality(), "none", date(2026, 3, 1))
    return AdoptAll("parent1").apply(project)


def quick(days: int) -> tuple[str, str]:
    return MATERIAL[0], MATERIAL[1].replace("3个", f"{days}个")


def test_measures_gone_new_and_moved_are_told() -> None:
    project = adopted(MATERIAL, VILLAGE, SCHOOL)
    rebased = rebase(project, small(SCHOOL, RADIO, MATERIAL), "parent1")
    assert [measure.text for measure in rebased.new_parents] == ["。".join(RADIO)]
    assert [measure.text for measure in rebased.removed_parents] == ["。".join(VILLAGE)]
    (revision,) = rebased.suspects
    assert (revision.old_parent, revision.new_parent, revision.clean) == ("。".join(VILLAGE), "", False)
    assert revision.proposal == revision.mine == "。".join(VILLAGE)
    former = {id for measure in project.local.measures for o in measure.origins for id in o.measures}
    assert rebased.new_parents[0].id not in former


def test_an_id_that_something_refers_to_is_never_given_again() -> None:
    project = adopted(MATERIAL, VILLAGE)
    without = rebase(project, small(MATERIAL), "parent1").project
    later = rebase(without, small(MATERIAL, RADIO), "parent1")
    assert [revision.new_parent for revision in later.suspects] == [""]


def test_a_second_edition_is_compared_with_the_wording_last_reviewed() -> None:
    project = adopted(MATERIAL, VILLAGE)
    for days in (5, 4, 2):
        project = rebase(project, small(quick(days), VILLAGE), "parent1").project
        (revision,) = revisions(project)
        assert revision.old_parent == "。".join(MATERIAL)
        assert revision.new_parent == revision.proposal == "。".join(quick(days))
    assert rebase(project, small(MATERIAL, VILLAGE), "parent1").suspects == ()


def test_reviewed_measures_start_from_the_edition_they_were_reviewed_against() -> None:
    project = rebase(adopted(MATERIAL), small(quick(5)), "parent1").project
    (measure,) = project.local.measures
    reviewed = Review(measure.id, "县里已是3个工作日，不受影响").apply(project)
    assert reviewed.local.measures[0].note == "县里已是3个工作日，不受影响"
    assert suspects(reviewed) == ()
    (revision,) = rebase(reviewed, small(quick(2)), "parent1").suspects
    assert revision.old_parent == "。".join(quick(5))
    assert not revision.clean


def test_a_proposal_is_taken_and_reviewed_in_one_step() -> None:
    project = adopted(MATERIAL)
    (measure,) = project.local.measures
    project = SetText(measure.id, MATERIAL[1] + "窗口午间不休息。").apply(project)
    session = Session(rebase(project, small(quick(2)), "parent1").project)
    session.do(TakeRevision(measure.id))
    assert session.project.local.measures[0].text == quick(2)[1] + "窗口午间不休息。"
    assert suspects(session.project) == ()
    session.undo()
    assert suspects(session.project) == (measure.id,)


def test_a_proposal_with_a_conflict_stays_to_review() -> None:
    project = adopted(MATERIAL)
    (measure,) = project.local.measures
    project = SetText(measure.id, quick(1)[1]).apply(project)
    project = TakeRevision(measure.id).apply(rebase(project, small(quick(2)), "parent1").project)
    assert project.local.measures[0].text == quick(1)[1]
    assert suspects(project) == (measure.id,)


def test_heading_and_text_are_revised_apart() -> None:
    project = adopted(MATERIAL)
    (measure,) = project.local.measures
    project = SetText(measure.id, MATERIAL[1] + "窗口午间不休息。").apply(project)
    new = ("大力简化材料", quick(2)[1])
    (revision,) = rebase(project, small(new), "parent1").suspects
    assert (revision.heading, revision.text) == (new[0], new[1] + "窗口午间不休息。")


def test_decisions_are_carried_over_as_far_as_what_they_are_about_is_there() -> None:
    refused: list[Command] = [
        Decline("parent1", ("x1",), "已完成", sentence=1),
        Decline("parent1", ("x2",), "省级事权"),
        Decline("parent1", ("x3",), "不适用"),
    ]
    project = new_project([small(MATERIAL, VILLAGE, SCHOOL)], Roster(), Locality(), "none", date(2026, 3, 1))
    for command in refused:
        project = command.apply(project)
    longer = (MATERIAL[0], "公开办事指南。" + MATERIAL[1])
    changed = rebase(project, small(longer, VILLAGE), "parent1").project
    assert [(d.measure, d.sentence, d.reason) for d in changed.decisions] == [
        ("x1", 2, "已完成"),
        ("x2", None, "省级事权"),
    ]


def test_what_the_last_edition_changed_is_told_later_too() -> None:
    project = adopted(MATERIAL, VILLAGE)
    assert last_edition(project) is None
    assert (
        last_edition(ReplaceParent("parent1", small(VILLAGE).plan, small(VILLAGE).source).apply(project))
        is None
    )
    first = rebase(project, small(quick(5), VILLAGE), "parent1")
    second = rebase(first.project, small(quick(5), SCHOOL), "parent1")
    for told in (first, second):
        assert last_edition(told.project) == told
    (later,) = second.suspects[:1]
    reviewed = Review(later.local).apply(second.project)
    again = last_edition(reviewed)
    assert again is not None
    assert [revision.local for revision in again.suspects] == [r.local for r in second.suspects[1:]]
    assert (again.new_parents, again.removed_parents) == (second.new_parents, second.removed_parents)


def test_a_new_edition_is_one_step_that_can_be_undone() -> None:
    project = adopted(MATERIAL, VILLAGE)
    session = Session(project)
    reading = small(quick(2), VILLAGE)
    session.do(ReplaceParent("parent1", reading.plan, reading.source))
    assert session.project.sources[-1].name == "new.txt"
    assert session.project.parents[0].id == session.project.sources[-1].plan == "parent1"
    assert session.undo_label
    session.undo()
    assert session.project is project


def test_the_parent_is_told_by_its_measures() -> None:
    project = new_project(
        [small(MATERIAL, VILLAGE), small(SCHOOL, RADIO)], Roster(), Locality(), "none", date(2026, 3, 1)
    )
    assert find_edition(project, small(RADIO, SCHOOL).plan) == "parent2"
    assert find_edition(project, small(quick(9), SCHOOL, VILLAGE).plan) == "parent1"
    with pytest.raises(CommandProblem, match="in common"):
        find_edition(project, small().plan)
    with pytest.raises(CommandProblem, match="not part"):
        rebase(project, small(MATERIAL), "parent7")
    with pytest.raises(CommandProblem, match="not changed"):
        TakeRevision(adopted(MATERIAL).local.measures[0].id).apply(adopted(MATERIAL))


def dated(deadline: str, units: tuple[str, ...] = ("省数据局",)) -> Reading:
    """A parent of one measure with this deadline and these responsible units."""
    reading = small(MATERIAL)
    (measure,) = reading.plan.measures
    said = replace(
        measure,
        deadline=Deadline(text=deadline) if deadline else None,
        assignments=(Assignment(responsible_units=units),),
    )
    return replace(reading, plan=replace(reading.plan, body=(said,)))


def of_dated() -> Project:
    project = new_project([dated("2026年12月底")], Roster(), Locality(), "none", date(2026, 3, 1))
    return AdoptAll("parent1").apply(project)


def test_another_deadline_or_unit_of_the_parent_is_to_review_and_proposed() -> None:
    rebased = rebase(of_dated(), dated("2026年9月底", ("省数据局", "省财政厅")), "parent1")
    (revision,) = rebased.suspects
    assert revision.clean
    assert revision.proposal == revision.mine
    assert [(d.field, d.old_parent, d.new_parent, d.mine, d.proposal) for d in revision.details] == [
        (
            "units",
            "责任单位：省数据局",
            "责任单位：省数据局、省财政厅",
            "",
            "",
        ),
        ("deadline", "2026年12月底", "2026年9月底", "2026年12月底", "2026年9月底"),
    ]
    assert [measure.number for measure in rebased.reworded_parents] == ["1"]
    taken = TakeRevision(revision.local).apply(rebased.project)
    (measure,) = taken.local.measures
    assert measure.deadline == Deadline(text="2026年9月底")
    assert measure.units("responsible_units") == (), "whom the county charges with it is its own affair"
    assert suspects(taken) == ()
    same = SetUnits(revision.local, "responsible_units", ("省数据局",)).apply(rebased.project)
    (measure,) = TakeRevision(revision.local).apply(same).local.measures
    assert measure.units("responsible_units") == ("省数据局", "省财政厅")


def test_a_deadline_of_our_own_is_never_replaced() -> None:
    project = of_dated()
    (measure,) = project.local.measures
    project = SetUnits(measure.id, "lead_units", ("数据局",)).apply(project)
    project = SetDeadline(measure.id, "2026年10月底").apply(project)
    rebased = rebase(project, dated("2026年9月底"), "parent1")
    (revision,) = rebased.suspects
    assert not revision.clean
    assert [(c.old, c.new) for c in revision.conflicts] == [("2026年12月底", "2026年9月底")]
    kept = TakeRevision(measure.id).apply(rebased.project).local.measures[0]
    assert kept.deadline is not None
    assert kept.deadline.text == "2026年10月底"
    assert kept.units("lead_units") == ("数据局",)
    assert suspects(Review(measure.id, "本级更早").apply(rebased.project)) == ()


def test_what_an_older_project_did_not_record_concerns_nobody() -> None:
    project = of_dated()
    (measure,) = project.local.measures
    origins = tuple(replace(origin, units=None, deadline=None) for origin in measure.origins)
    older = replace(measure, origins=origins)
    project = replace(project, local=replace(project.local, body=(older,)))
    assert rebase(project, dated("2026年9月底"), "parent1").suspects == ()
