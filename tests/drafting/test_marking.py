"""Reviewers' marks on differences."""

import pytest
from msgspec.structs import replace

from editor.comparing import diff
from editor.comparing.edits import edits
from editor.drafting import Session
from editor.drafting.commands import Adopt, MarkDifference, Merge, Remove, SetText, Split, Unmark
from editor.drafting.marks import marked_edit, words_of
from editor.drafting.origins import compared_wording
from editor.errors import CommandProblem
from editor.plan.project import Mark, Project


@pytest.fixture
def session(project: Project) -> Session:
    return Session(Adopt("parent1", ("m1", "m2")).apply(project))


def mark(session: Session, **changes: object) -> Mark:
    made = Mark(
        measure=session.project.local.measures[0].id,
        parent="parent1",
        old="全省",
        new="全县",
        verdict="doubtful",
        note="问省厅",
    )
    return replace(made, **changes)


def test_a_difference_is_marked_once_and_marked_anew(session: Session) -> None:
    session.do(MarkDifference(mark(session)))
    session.do(MarkDifference(mark(session, old="压减", new="减少")))
    session.do(MarkDifference(mark(session, verdict="checked", note="")))
    assert [(m.old, m.verdict, m.note) for m in session.project.marks] == [
        ("全省", "checked", ""),
        ("压减", "doubtful", "问省厅"),
    ]
    session.undo()
    assert session.project.marks[0].verdict == "doubtful"


def test_the_same_words_elsewhere_are_another_difference(session: Session) -> None:
    second = session.project.local.measures[1].id
    for other in ({}, {"occurrence": 1}, {"parent": "parent2"}, {"measure": second}):
        session.do(MarkDifference(mark(session, **other)))
    assert len(session.project.marks) == 4


def test_marks_stay_whatever_is_edited(session: Session) -> None:
    session.do(MarkDifference(mark(session)))
    session.do(SetText(session.project.local.measures[0].id, "另写。"))
    session.do(Remove((session.project.local.measures[1].id,)))
    assert session.project.marks == (mark(session),)


def test_a_mark_is_taken_off_and_comes_back_with_undo(session: Session) -> None:
    session.do(MarkDifference(mark(session)))
    session.do(Unmark((mark(session, verdict="to_ask"),)))
    assert not session.project.marks
    session.undo()
    assert session.project.marks == (mark(session),)


def test_only_measures_of_the_draft_are_marked(session: Session) -> None:
    with pytest.raises(CommandProblem):
        session.do(MarkDifference(mark(session, measure="m99")))


def is_there(project: Project, mark: Mark) -> bool:
    measure = project.local.measure(mark.measure)
    parent = compared_wording(project, measure, mark.parent).text
    return marked_edit(edits(diff(parent, measure.wording)), mark, parent) is not None


def rewritten(session: Session) -> tuple[str, str]:
    """Both measures of the draft, each with 新近 put in."""
    ids = tuple(measure.id for measure in session.project.local.measures)
    for id in ids:
        text = session.project.local.measure(id).text
        session.do(SetText(id, f"{text[:4]}新近{text[4:]}"))
    return ids  # type: ignore[return-value]


def test_marks_go_with_measures_that_become_one(session: Session) -> None:
    one, other = rewritten(session)
    for id, verdict in ((one, "checked"), (other, "to_ask")):
        session.do(MarkDifference(mark(session, measure=id, old="", new="新近", verdict=verdict)))
    session.do(Merge((one, other)))
    assert [(m.measure, m.occurrence, m.verdict) for m in session.project.marks] == [
        (one, 0, "checked"),
        (one, 1, "to_ask"),
    ]
    assert all(is_there(session.project, m) for m in session.project.marks)
    session.undo()
    assert [m.measure for m in session.project.marks] == [one, other]


def test_marks_go_with_the_part_of_a_split_measure_that_they_are_on(session: Session) -> None:
    one, _other = rewritten(session)
    text = session.project.local.measure(one).text
    session.do(SetText(one, f"{text}新近"))
    for occurrence, verdict in enumerate(("checked", "to_ask")):
        session.do(MarkDifference(mark(session, old="", new="新近", occurrence=occurrence, verdict=verdict)))
    assert all(is_there(session.project, m) for m in session.project.marks)
    session.do(Split(one, text.index("。") + 1))
    second = session.project.local.measures[1].id
    assert [(m.measure, m.occurrence) for m in session.project.marks] == [(one, 0), (second, 0)]


REPEATED = "全省推行网上办理。农村地区全省统筹推进。材料目录全省统一公布。"


def test_a_mark_stays_with_its_difference_where_the_same_words_differ_elsewhere_no_more() -> None:
    ours = REPEATED.replace("全省", "全县")
    found = edits(diff(REPEATED, ours))
    marks = [
        Mark(measure="m1", parent="p", verdict="checked", **words_of(found, number, REPEATED)._asdict())
        for number in range(len(found))
    ]
    assert [mark.occurrence for mark in marks] == [0, 1, 2]
    for gone in range(3):
        pieces = ours.split("全县")
        wording = "".join(
            piece + ("" if place == 3 else "全省" if place == gone else "全县")
            for place, piece in enumerate(pieces)
        )
        later = edits(diff(REPEATED, wording))
        places = [marked_edit(later, mark, REPEATED) for mark in marks]
        assert places.pop(gone) is None
        assert places == [0, 1]


def test_a_mark_on_words_of_a_sentence_that_the_parent_says_twice_is_told_by_its_order() -> None:
    twice = "全省推行网上办理。" * 2
    found = edits(diff(twice, twice.replace("全省", "全县")))
    for number in range(2):
        known = words_of(found, number, twice)
        mark = Mark(measure="m1", parent="p", verdict="checked", **known._asdict())
        assert marked_edit(found, mark, twice) == number


def test_a_mark_of_an_older_project_is_told_by_its_order() -> None:
    found = edits(diff(REPEATED, REPEATED.replace("全省", "全县")))
    old = Mark(measure="m1", parent="p", old="全省", new="全县", occurrence=1, verdict="checked")
    assert marked_edit(found, old, REPEATED) == 1
