"""Putting a reading right: original and outline show the same place, repairs are undone, one step in the project."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from editor.drafting.commands import SetText
from editor.plan.plans import Plan
from editor.plan.project import Project
from editor.plan.repairs import JoinToLineBefore, SameUnit
from editor.reading import read_content
from editor.ui.base.threads import wait_for_threads
from editor.ui.files import opening_gestures
from editor.ui.files.opening import Plans
from editor.ui.main_window import MainWindow
from editor.ui.readings import reading_dialog, reading_gestures
from editor.ui.readings.reading_dialog import ReadingDialog
from tests.ui.made_up import project

TEXT = (
    "示范省优化服务实施方案\n一、方便群众\n1.简化手续。减少材料。\n2.延长服务。周末不打烊。3.上门办理。送证到家。\n"
    "4.建设平台。建成平台。\n继续完善功能。\n二、附则\n附件\n1.完善窗口。设立专窗。"
)

NAME = "示范省.txt"


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[ReadingDialog]:
    shown = ReadingDialog(read_content(TEXT.encode(), NAME, "parent1").source)
    shown.show()
    answered(qtbot, shown)
    yield shown
    if isValid(shown):  # it is gone where the test has left it
        shown.done(0)
    wait_for_threads()


def answered(qtbot: QtBot, dialog: ReadingDialog) -> None:
    qtbot.waitUntil(lambda: dialog.plan is not None and not dialog.is_busy)
    QApplication.processEvents()


def go_to(dialog: ReadingDialog, line: int, offset: int = 0) -> None:
    cursor = QTextCursor(dialog.sides.original.document().findBlockByNumber(line - 1))
    cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.MoveAnchor, offset)
    dialog.sides.original.setTextCursor(cursor)


def numbers(dialog: ReadingDialog) -> list[str | None]:
    return [measure.number for measure in dialog.plan.measures]


def test_a_doubt_shows_both_places(dialog: ReadingDialog) -> None:
    row = next(row for row in dialog.sides.doubts.model.rows() if row.value.place.lines)
    dialog.sides.doubts.tree.go_to(row.key)
    first = row.value.place.lines[0]
    assert dialog.sides.original.line == first
    chosen = dialog.sides.model.row_at(dialog.sides.outline.currentIndex())
    assert chosen.value[0] <= first <= chosen.value[1]


def test_the_caret_and_the_outline_go_together(dialog: ReadingDialog) -> None:
    go_to(dialog, 3)
    assert dialog.plan.measure(dialog.sides.outline.current_key).heading == "简化手续"
    dialog.sides.outline.go_to(next(m.id for m in dialog.plan.measures if m.heading == "建设平台"))
    assert dialog.sides.original.line == 5


def test_the_suggested_repair_is_made_and_undone(qtbot: QtBot, dialog: ReadingDialog) -> None:
    before = numbers(dialog)
    row = next(row for row in dialog.sides.doubts.model.rows() if row.value.repair is not None)
    dialog.sides.doubts.tree.go_to(row.key)
    assert dialog.actions_.by_name["suggested"].isEnabled()
    qtbot.keyClick(dialog.sides.doubts.tree, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    answered(qtbot, dialog)
    assert len(dialog.desk.repairs) == 1
    dialog.actions_.by_name["undo"].trigger()
    answered(qtbot, dialog)
    assert (numbers(dialog), dialog.desk.repairs) == (before, ())
    dialog.actions_.by_name["redo"].trigger()
    answered(qtbot, dialog)
    assert len(dialog.desk.repairs) == 1


def test_repairs_by_hand(qtbot: QtBot, dialog: ReadingDialog) -> None:
    if "3" not in numbers(dialog):
        go_to(dialog, 4, TEXT.split("\n")[3].index("3."))
        dialog.actions_.by_name["split"].trigger()
        answered(qtbot, dialog)
    assert numbers(dialog)[:4] == ["1", "2", "3", "4"]
    go_to(dialog, 6)
    dialog.actions_.by_name["join"].trigger()
    answered(qtbot, dialog)
    assert "继续完善功能" in next(m.text for m in dialog.plan.measures if m.heading == "建设平台")


def test_what_was_set_aside_is_taken_back(qtbot: QtBot, dialog: ReadingDialog) -> None:
    place = next(i for i, part in enumerate(dialog.plan.set_aside) if "专窗" in part.text)
    dialog.sides.outline.setFocus()
    dialog.sides.outline.go_to(f"set aside/{place}")
    dialog.actions_.by_name["take_back"].trigger()
    answered(qtbot, dialog)
    assert not any("专窗" in part.text for part in dialog.plan.set_aside)


def test_a_repair_that_does_not_fit_changes_nothing(qtbot: QtBot, dialog: ReadingDialog) -> None:
    before = dialog.plan
    go_to(dialog, 3, 0)
    dialog.actions_.by_name["split"].trigger()
    answered(qtbot, dialog)
    assert dialog.plan == before
    assert (dialog.desk.repairs, dialog.desk.can_undo) == ((), False)
    assert "3" in dialog.message.text()


def test_a_section_is_set_aside_with_all_that_is_below_it_and_taken_back(
    qtbot: QtBot, dialog: ReadingDialog
) -> None:
    section = next(s for s in dialog.plan.sections if s.heading == "方便群众")
    before = dialog.plan
    dialog.sides.outline.setFocus()
    dialog.sides.outline.go_to(section.id)
    dialog.actions_.by_name["set_aside"].trigger()
    answered(qtbot, dialog)
    assert [s.heading for s in dialog.plan.sections] == ["附则"]
    assert not any(m.heading in ("简化手续", "建设平台") for m in dialog.plan.measures)
    assert {part.reason for part in dialog.plan.set_aside} >= {"by_hand"}
    counted = dialog.plan.characters
    assert counted.read == counted.placed + counted.set_aside
    row = next(r for r in dialog.sides.model.rows() if r.cells[1] == "set aside by hand")
    assert row.value[0] == section.lines[0]
    dialog.actions_.by_name["undo"].trigger()
    answered(qtbot, dialog)
    assert dialog.plan == before


def test_words_within_a_line_are_set_aside(qtbot: QtBot, dialog: ReadingDialog) -> None:
    go_to(dialog, 5, len("4.建设平台。"))
    cursor = dialog.sides.original.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, 3)
    dialog.sides.original.setTextCursor(cursor)
    assert dialog.sides.original.selected_words == (5, 7, 3)
    dialog.actions_.by_name["set_aside"].trigger()
    answered(qtbot, dialog)
    assert "建成平" in [part.text for part in dialog.plan.set_aside]
    assert platform(dialog.plan).startswith("台。")


@pytest.mark.parametrize("further", [0, 1])
def test_whole_lines_are_no_words_within_one(dialog: ReadingDialog, further: int) -> None:
    go_to(dialog, 3)
    cursor = dialog.sides.original.textCursor()
    if further:
        cursor.movePosition(QTextCursor.MoveOperation.Down, QTextCursor.MoveMode.KeepAnchor)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    dialog.sides.original.setTextCursor(cursor)
    assert dialog.sides.original.selected_words is None


def test_f8_goes_through_the_doubts_from_anywhere(qtbot: QtBot, dialog: ReadingDialog) -> None:
    seen = set()
    for _step in range(dialog.sides.doubts.count):
        qtbot.keyClick(dialog.sides.outline, Qt.Key.Key_F8)
        seen.add(dialog.sides.doubts.tree.current_key)
    assert len(seen) == dialog.sides.doubts.count > 1


def test_leaving_asks_only_where_repairs_would_be_lost(
    qtbot: QtBot, dialog: ReadingDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers, asked, repaired = ["stay", "discard"], [], []
    monkeypatch.setattr(
        reading_dialog, "ask_repairs", lambda _window, count: asked.append(count) or answers.pop(0)
    )
    dialog.repaired.connect(repaired.append)
    go_to(dialog, 6)
    dialog.actions_.by_name["join"].trigger()
    answered(qtbot, dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert (dialog.isVisible(), asked) == (True, [1])
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert (dialog.isVisible(), asked, repaired) == (False, [1, 1], [])


def test_an_unchanged_reading_is_left_without_a_question(
    qtbot: QtBot, dialog: ReadingDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_dialog, "ask_repairs", lambda *_: pytest.fail("asked"))
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_ctrl_enter_uses_the_reading_from_anywhere(qtbot: QtBot, dialog: ReadingDialog) -> None:
    go_to(dialog, 6)
    dialog.actions_.by_name["join"].trigger()
    answered(qtbot, dialog)
    with qtbot.waitSignal(dialog.repaired) as repaired:
        qtbot.keyClick(dialog.sides.outline, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(repaired.args[0].source.repairs) == 1


def test_the_tab_key_goes_through_all_sides(qtbot: QtBot, dialog: ReadingDialog) -> None:
    dialog.sides.original.setFocus()
    passed = []
    for _step in range(12):
        passed.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    sides = dialog.sides
    order = [
        w for w in dict.fromkeys(passed) if w in (sides.original, sides.outline, sides.doubts.tree, dialog.ok)
    ]
    assert order == [sides.original, sides.outline, sides.doubts.tree, dialog.ok]


def test_repairs_that_no_longer_fit_are_left_out_and_said(qtbot: QtBot) -> None:
    source = read_content(TEXT.encode(), NAME, "parent1").source
    dialog = ReadingDialog(replace(source, repairs=(JoinToLineBefore(line=99),)))
    qtbot.addWidget(dialog, before_close_func=lambda closing: closing.done(0))
    told: list[str] = []
    dialog.desk.failed.connect(told.append)
    answered(qtbot, dialog)
    assert dialog.desk.repairs == ()
    assert "99" in told[0]


def join_line_6(qtbot: QtBot, dialog: ReadingDialog) -> None:
    """What the measure before it goes on with."""
    answered(qtbot, dialog)
    go_to(dialog, 6)
    dialog.actions_.by_name["join"].trigger()
    answered(qtbot, dialog)


def platform(plan: Plan) -> str:
    return next(m.text for m in plan.measures if m.heading == "建设平台")


def test_a_doubtful_plan_is_shown_and_put_right_in_one_step(qtbot: QtBot, window: MainWindow) -> None:
    window.groups.opening.take_plans(Plans((read_content(TEXT.encode(), NAME),)))
    dialog = window.findChild(ReadingDialog)
    join_line_6(qtbot, dialog)
    old = window.document.project.parents[0]
    with qtbot.waitSignal(window.document.changed):
        dialog.accept()
    new = window.document.project.parents[0]
    assert new.id == old.id
    assert "继续完善功能" in platform(new)
    assert len(window.document.project.sources[0].repairs) == 1
    window.document.undo()
    assert window.document.project.parents[0] == old


@pytest.fixture
def taken_in(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> ReadingDialog:
    """The dialog on a local plan that was taken in with doubts."""
    monkeypatch.setattr(opening_gestures, "ask_role", lambda *_: "local")
    window.document.start(Project(parents=(read_content(TEXT.encode(), "省.txt", "parent1").plan,)))
    with qtbot.waitSignal(window.document.changed):
        window.groups.opening.take_plans(Plans((read_content(TEXT.encode(), NAME),)))
    return window.findChild(ReadingDialog)


def test_a_local_plan_is_put_right_and_keeps_what_was_changed(
    qtbot: QtBot, window: MainWindow, taken_in: ReadingDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_gestures, "ask_overwriting", lambda *_: pytest.fail("asked"))
    first = window.document.project.local.measures[0]
    window.document.do(SetText(first.id, "改过的。"))
    before = window.document.project
    join_line_6(qtbot, taken_in)
    with qtbot.waitSignal(window.document.changed):
        taken_in.accept()
    local = window.document.project.local
    assert "继续完善功能" in platform(local)
    assert local.measure(first.id).text == "改过的。"
    assert [len(s.repairs) for s in window.document.project.sources if s.plan == "local"] == [1]
    window.document.undo()
    assert window.document.project is before


@pytest.mark.parametrize("consents", [True, False])
def test_what_was_changed_by_hand_is_overwritten_with_consent_only(
    qtbot: QtBot, window: MainWindow, taken_in: ReadingDialog, monkeypatch: pytest.MonkeyPatch, consents: bool
) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(
        reading_gestures, "ask_overwriting", lambda _window, names, _name: asked.append(names) or consents
    )
    changed = next(m for m in window.document.project.local.measures if m.heading == "建设平台")
    window.document.do(SetText(changed.id, "改过的。"))
    before = window.document.project
    join_line_6(qtbot, taken_in)
    taken_in.accept()
    qtbot.waitUntil(lambda: bool(asked) and not window.work.is_busy)
    assert len(asked[0]) == 1
    assert "建设平台" in asked[0][0]
    after = window.document.project
    assert (after is before) is not consents
    if consents:
        assert "继续完善功能" in platform(after.local)
        (kept,) = after.snapshots
        assert kept.plan.measure(changed.id).text == "改过的。"


def test_the_reading_of_the_plan_in_front_is_shown(
    qtbot: QtBot, window: MainWindow, taken_in: ReadingDialog
) -> None:
    taken_in.done(0)
    window.activateWindow()
    window.bench.local.tree.setFocus()
    window.actions_.by_name["review_reading"].trigger()
    assert window.findChildren(ReadingDialog)[-1].desk.source.plan == "local"
    window.findChildren(ReadingDialog)[-1].done(0)


def test_without_the_original_nothing_can_be_put_right(window: MainWindow) -> None:
    window.document.start(project("m1"))
    window.actions_.by_name["review_reading"].trigger()
    assert "original of this plan is not kept" in window.messages.text


def test_two_names_are_said_to_be_one_unit(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "一、任务\n1.简化手续。减少材料。（责任单位：市监局）\n2.延长服务。不打烊。（责任单位：市场监管局、财政局）"
    shown = ReadingDialog(read_content(text.encode(), NAME, "parent1").source)
    shown.show()
    answered(qtbot, shown)
    offered = []

    def choose(*_asked: object, choices: list[str], **_more: object) -> tuple[str, bool]:
        offered.append(tuple(choices))
        return choices[0], True

    monkeypatch.setattr("editor.ui.readings.reading_actions.ask_words", choose)
    go_to(shown, 2)
    shown.actions_.by_name["same_unit"].trigger()
    answered(qtbot, shown)
    assert offered == [("市监局", "市场监管局", "财政局"), ("市场监管局", "财政局")]
    assert shown.plan.measures[0].units("responsible_units") == ("市场监管局",)
    assert "市监局" in shown.plan.measures[0].original
    assert shown.desk.repairs == (SameUnit(name="市监局", means="市场监管局"),)
    shown.done(0)
