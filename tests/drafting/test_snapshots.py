"""Named snapshots: taken, gone back to, removed; and what changed since."""

import pytest
from msgspec.structs import replace

from editor.comparing import Changes, changes_between
from editor.drafting import Session
from editor.drafting.commands import (
    AddMeasure,
    AdoptAll,
    Command,
    Decline,
    Move,
    Remove,
    RemoveSnapshot,
    RestoreSnapshot,
    SetDeadline,
    SetDetail,
    SetNotice,
    SetSectionHeading,
    SetText,
    SetUnits,
    Split,
    TakeSnapshot,
)
from editor.errors import CommandProblem
from editor.jobs import changes_since
from editor.plan.measures import Section
from editor.plan.project import Project


@pytest.fixture
def first(project: Project) -> Project:
    """The project with all of the province's measures adopted and a snapshot taken."""
    return after(project, AdoptAll("parent1"), TakeSnapshot("初稿", "2026-03-02"))


def after(project: Project, *commands: Command) -> Project:
    for command in commands:
        project = command.apply(project)
    return project


def since(project: Project) -> Changes:
    return changes_between(project.snapshots[0].plan, project.local)


def ids(project: Project) -> list[str]:
    return [measure.id for measure in project.local.measures]


def test_a_snapshot_stays_as_it_was_taken(first: Project) -> None:
    session = Session(first)
    session.do(SetText(ids(first)[0], "另写。"))
    session.do(SetNotice("title", "通知"))
    session.do(TakeSnapshot(" 送审稿 ", "2026-03-09"))
    taken = session.project.snapshots
    assert [(snapshot.name, snapshot.date) for snapshot in taken] == [
        ("初稿", "2026-03-02"),
        ("送审稿", "2026-03-09"),
    ]
    assert taken[0].plan == first.local
    assert taken[1].notice.title == "通知"
    session.do(RestoreSnapshot("初稿"))
    assert (session.project.local, session.project.notice) == (first.local, first.notice)
    assert session.project.snapshots == taken
    session.undo()
    assert session.project.local.measures[0].text == "另写。"
    session.do(RemoveSnapshot("初稿"))
    assert [snapshot.name for snapshot in session.project.snapshots] == ["送审稿"]


@pytest.mark.parametrize(
    "command",
    [
        TakeSnapshot("初稿", "2026-03-09"),
        TakeSnapshot(" ", "2026-03-09"),
        RemoveSnapshot("送审稿"),
        RestoreSnapshot("送审稿"),
    ],
    ids=repr,
)
def test_names_tell_snapshots_apart(first: Project, command: Command) -> None:
    with pytest.raises(CommandProblem, match=r"snapshot.*\.$"):
        command.apply(first)


def test_what_is_in_the_plan_again_is_refused_no_longer(first: Project) -> None:
    refused = after(first, Decline("parent1", ("m1", "m2"), "不适用"), Decline("parent1", ("m3",), "已办", 0))
    again = after(refused, RestoreSnapshot("初稿"))
    assert again.local == first.local
    assert [decision.measure for decision in again.decisions] == ["m3"], "that of a sentence stays"


def test_ids_are_not_used_again_after_going_back(first: Project) -> None:
    longer = after(first, AddMeasure(None, 1, "新增"))
    again = after(longer, RestoreSnapshot("初稿"), AddMeasure(None, 1, "又增"))
    assert again.local.measures[0].id not in ids(longer)


def test_nothing_changed_since(first: Project) -> None:
    assert since(first).is_empty
    assert since(after(first, AdoptAll("parent1"))).is_empty


def test_reworded_added_removed_and_moved_measures_are_told(first: Project) -> None:
    a, b, c, d, e = ids(first)
    changed = after(
        first,
        SetText(a, "全省推行材料共享，随到随办。压减证明。"),
        Remove((c,)),
        Move((d,), b),
        AddMeasure(e, 3, "开设课堂", "利用闲置校舍开设夜校。"),
    )
    changes = since(changed)
    assert changes.reworded == (a,)
    assert changes.moved in ((b,), (d,))
    assert [parent.id for parent in changes.comparison.unmatched_parents] == [c]
    assert [pair.local for pair in changes.comparison.pairs if not pair.parents] == [ids(changed)[-1]]
    spans = next(difference.ops for difference in changes.comparison.diffs if difference.local == a)
    assert [tuple(span) for span in spans if span.op != "="] == [("+", "，随到随办")]
    assert changes.details == ()


def test_parts_of_a_split_measure_are_both_held_against_it(first: Project) -> None:
    changed = after(first, Split(ids(first)[0], len("全省推行材料共享。")))
    changes = since(changed)
    assert changes.reworded[0] == ids(first)[0]
    assert not changes.comparison.unmatched_parents


def test_units_deadlines_and_headings_are_details(first: Project) -> None:
    section = next(block for block in first.local.body if isinstance(block, Section))
    measure = ids(first)[1]
    changed = after(
        first,
        SetUnits(measure, "lead_units", ("数据局",)),
        SetDeadline(measure, "2026年6月底"),
        SetSectionHeading(section.id, "总的要求"),
        SetDetail("title", "示范县便民行动方案"),
    )
    assert {(d.block, d.field, d.old, d.new) for d in since(changed).details} == {
        (None, "title", first.local.title, "示范县便民行动方案"),
        (section.id, "heading", "总体要求", "总的要求"),
        (measure, "assignments", "", "牵头单位：数据局"),
        (measure, "deadline", "2026年9月底", "2026年6月底"),
    }


def test_paragraphs_and_sections_come_and_go(first: Project) -> None:
    paragraph = first.local.body[1]
    shorter = replace(first, local=replace(first.local, body=(first.local.body[0], *first.local.body[2:])))
    assert [(d.block, d.old, d.new) for d in since(shorter).details] == [
        (paragraph.id, "坚持以人民为中心。", "")
    ]
    back = changes_between(shorter.local, first.local)
    assert [(d.block, d.old, d.new) for d in back.details] == [(paragraph.id, "", "坚持以人民为中心。")]


def test_any_two_versions_are_compared_by_name(first: Project) -> None:
    measure = ids(first)[0]
    second = after(first, SetText(measure, "另写。"), TakeSnapshot("送审稿", "2026-03-09"))
    third = after(second, Remove((measure,)))
    assert changes_since(third, "初稿", "送审稿").reworded == (measure,)
    assert not changes_since(third, "初稿", "送审稿").comparison.unmatched_parents
    assert [p.id for p in changes_since(third, "送审稿").comparison.unmatched_parents] == [measure]
    with pytest.raises(CommandProblem):
        changes_since(third, "印发稿")
