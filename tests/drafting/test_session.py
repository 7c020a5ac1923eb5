"""The one history: undo, redo, typing, listeners."""

import pytest

from editor.drafting import Change, Session
from editor.drafting.commands import AddMeasure, Adopt, SetHeading, SetNote, SetText
from editor.drafting.session import LONGEST_HISTORY
from editor.errors import CommandProblem
from editor.plan.project import Project


@pytest.fixture
def session(project: Project) -> Session:
    """A session with two measures, m1 and m2, and nothing to undo."""
    return Session(AddMeasure("m1", 3, "乙").apply(AddMeasure(None, 3, "甲").apply(project)))


def test_undo_and_redo_go_back_and_forth(session: Session) -> None:
    first = session.project
    session.do(Adopt("parent1", ("m1",)))
    second = session.project
    session.do(SetNote("m1", "注"))
    third = session.project
    seen = []
    for step in (session.undo, session.undo, session.undo, session.redo, session.redo, session.redo):
        step()
        seen.append(session.project)
    assert seen == [second, first, first, second, third, third]


def test_steps_have_names(session: Session) -> None:
    assert (session.undo_label, session.redo_label) == (None, None)
    session.do(Adopt("parent1", ("m1",)))
    assert (session.undo_label, session.redo_label) == ("Adopt measures", None)
    session.undo()
    assert (session.undo_label, session.redo_label) == (None, "Adopt measures")


def test_a_new_step_ends_what_could_be_redone(session: Session) -> None:
    session.do(SetNote("m1", "一"))
    session.undo()
    session.do(SetNote("m1", "二"))
    session.redo()
    assert session.project.local.measure("m1").note == "二"


def test_a_step_that_changes_nothing_is_none(session: Session) -> None:
    session.do(SetHeading("m1", "甲"))
    assert session.undo_label is None
    session.do(SetNote("m1", "一"))
    session.undo()
    session.do(SetHeading("m1", "甲"))
    assert session.redo_label == "Edit note"


def test_a_step_that_does_not_fit_leaves_everything(session: Session) -> None:
    before = session.project
    with pytest.raises(CommandProblem):
        session.do(SetNote("m99", "一"))
    assert session.project is before
    assert session.undo_label is None


def typed(session: Session, text: str, measure: str = "m1") -> None:
    for end in range(1, len(text) + 1):
        session.do(SetText(measure, text[:end]))


def test_typing_is_one_step(session: Session) -> None:
    before = session.project
    typed(session, "推行材料共享")
    session.undo()
    assert session.project == before
    session.redo()
    assert session.project.local.measure("m1").text == "推行材料共享"


@pytest.mark.parametrize(
    "interrupt",
    [
        lambda session: session.do(SetNote("m1", "注")),
        lambda session: session.do(SetText("m2", "别处")),
        lambda session: session.break_typing(),
        lambda session: session.mark_saved(),
        lambda session: (session.do(SetNote("m1", "注")), session.undo()),
        lambda session: (session.undo(), session.redo()),
    ],
    ids=["other field", "other measure", "pause", "save", "undone step", "undo and redo"],
)
def test_typing_is_broken(session: Session, interrupt: object) -> None:
    typed(session, "前半")
    assert callable(interrupt)
    interrupt(session)
    typed(session, "前半后半")
    session.undo()
    assert session.project.local.measure("m1").text == "前半"


def test_the_project_knows_whether_it_is_saved(session: Session) -> None:
    assert not session.is_changed
    session.do(SetNote("m1", "一"))
    assert session.is_changed
    saved = session.project
    session.do(SetNote("m2", "二"))
    session.mark_saved(saved)
    assert session.is_changed
    session.undo()
    assert not session.is_changed
    session.undo()
    assert session.is_changed


def test_listeners_are_told_what_changed_and_who_asked(session: Session) -> None:
    changes: list[Change] = []
    stop = session.listen(changes.append)
    before = session.project
    session.do(SetNote("m1", "一"), source="editor")
    after = session.project
    session.undo()
    stop()
    stop()
    session.redo()
    assert changes == [
        Change(before=before, after=after, source="editor", label="Edit note"),
        Change(before=after, after=before, source=None, label="Edit note"),
    ]


def test_a_failing_listener_keeps_nobody_from_being_told(session: Session) -> None:
    told: list[str] = []

    def fail(change: Change) -> None:
        raise ValueError(change.label)

    session.listen(fail)
    session.listen(lambda change: told.append(change.label))
    with pytest.raises(ExceptionGroup) as raised:
        session.do(SetNote("m1", "一"))
    assert isinstance(raised.value.exceptions[0], ValueError)
    assert told == ["Edit note"]
    assert session.project.local.measure("m1").note == "一"
    with pytest.raises(ExceptionGroup):
        session.undo()
    assert session.project.local.measure("m1").note == ""


def test_changes_that_listeners_make_are_told_in_order_to_all(session: Session) -> None:
    told: list[str] = []

    def answer(change: Change) -> None:
        if change.source != "answer":
            session.do(SetHeading("m1", "答"), source="answer")

    session.listen(answer)
    session.listen(lambda change: told.append(change.label))
    session.do(SetNote("m1", "一"))
    assert told == ["Edit note", "Edit heading"]


def test_the_history_has_an_end(session: Session) -> None:
    for number in range(LONGEST_HISTORY + 5):
        session.do(SetNote("m1", str(number)))
        session.break_typing()
    for _step in range(LONGEST_HISTORY + 5):
        session.undo()
    assert session.project.local.measure("m1").note == "4"
