"""Reviewers' marks on differences."""

import pytest
from msgspec.structs import replace

from editor.drafting import Session
from editor.drafting.commands import Adopt, MarkDifference, Remove, SetText, Unmark
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
