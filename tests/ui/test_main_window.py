"""The window around the panes: files, locks, recovery, messages, access."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QInputMethodEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from editor.drafting.commands import Adopt, SetText, SetUnits
from editor.paths import resources
from editor.storage import load_project, save_project, take_lock
from editor.ui.application import _Reporter
from editor.ui.files import file_gestures, opening_gestures
from editor.ui.files.crash_report import report
from editor.ui.main_window import MainWindow
from tests.ui.driving import answered, open_file
from tests.ui.made_up import project


def type_something(window: MainWindow) -> None:
    measure = window.document.project.local.measures[0]
    window.document.do(SetText(measure.id, "改过的正文。"))


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    path = tmp_path / "draft.chengqi"
    save_project(project("m1", "m2", "m3"), path)
    return path


def test_the_empty_window_offers_ways_to_begin(window: MainWindow) -> None:
    assert window.pages.currentWidget() is window.start_page
    assert not window.actions_.by_name["save"].isEnabled()
    assert window.actions_.by_name["open_file"].isEnabled()


def test_the_example_opens_with_both_superior_plans(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.document.opened):
        window.actions_.by_name["open_example"].trigger()
    assert [plan.id for plan in window.document.project.parents] == ["parent1", "parent2"]
    assert window.bench.parents.tabs.count() == 2
    answered(qtbot, window)
    assert "undecided: 57" in window.bench.status.text
    assert window.bench.parents.only_undecided.text() == "Undecided only (35)", "in the plan in front"
    window.bench.parents.tabs.setCurrentIndex(1)
    assert window.bench.parents.only_undecided.text() == "Undecided only (22)"
    assert window.bench.docks["findings"].windowTitle() == "Findings (warnings 60)"
    fronts = [bar.tabText(bar.currentIndex()) for bar in window.findChildren(QTabBar)]
    assert any(front.startswith("Findings") for front in fronts), "they are in front at the first start"


def test_the_status_bar_tells_when_it_was_saved_and_how_much_was_copied(
    qtbot: QtBot, window: MainWindow, stored: Path
) -> None:
    window.document.start(project("m1", "m2", "m3"))
    answered(qtbot, window)
    measures = window.document.project.local.measures
    assert re.fullmatch(
        r"saved · \d+ / 5,000 characters · copied: \d+% · undecided: 1 · to review: 0 · no unit: 3",
        window.bench.status.text,
    )
    copied = window.bench.survey.copied
    window.document.do(SetText(measures[0].id, "县里自己写的一段话，与上级没有一句相同。"))
    assert window.bench.status.text.startswith("not saved")
    answered(qtbot, window)
    assert 0 <= window.bench.survey.copied < copied <= 1
    window.document.mark_saved(window.document.project, stored)
    assert re.match(r"saved \d\d:\d\d · ", window.bench.status.text)


def test_a_dropped_file_is_opened(qtbot: QtBot, window: MainWindow, stored: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(stored))])
    none = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)
    with qtbot.waitSignal(window.document.opened):
        window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, *none))
    assert window.document.path == stored


def test_a_bad_file_gives_one_sentence(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    empty = tmp_path / "empty.docx"
    empty.write_bytes(b"")
    with qtbot.waitSignal(window.work.failed):
        window.open_path(empty)
    assert window.messages.isVisible()
    assert "empty.docx" in window.messages.text
    assert window.pages.currentWidget() is window.start_page


def test_saving_keeps_the_name_and_clears_the_mark(qtbot: QtBot, window: MainWindow, stored: Path) -> None:
    open_file(qtbot, window, stored)
    assert not window.isWindowModified()
    type_something(window)
    assert window.isWindowModified()
    window.actions_.by_name["save"].trigger()
    assert not window.isWindowModified()
    assert load_project(stored).local.measures[0].text == "改过的正文。"


def test_a_failed_save_says_why_and_loses_nothing(
    qtbot: QtBot, window: MainWindow, stored: Path, tmp_path: Path
) -> None:
    open_file(qtbot, window, stored)
    type_something(window)
    assert not window.filing.save(tmp_path / "no such folder" / "draft.chengqi")
    assert window.messages.isVisible()
    assert window.document.is_changed
    assert window.document.path == stored


@pytest.mark.parametrize(("answer", "closes"), [("stay", False), ("discard", True), ("save", True)])
def test_closing_asks_only_with_unsaved_work(
    qtbot: QtBot, window: MainWindow, stored: Path, monkeypatch: pytest.MonkeyPatch, answer: str, closes: bool
) -> None:
    asked: list[str] = []

    def ask(_window: object, name: str) -> str:
        asked.append(name)
        return answer

    monkeypatch.setattr(file_gestures, "ask_leaving", ask)
    open_file(qtbot, window, stored)
    type_something(window)
    assert window.close() is closes
    assert asked == ["draft"]
    assert (load_project(stored).local.measures[0].text == "改过的正文。") is (answer == "save")


def test_an_unchanged_project_closes_without_asking(
    qtbot: QtBot, window: MainWindow, stored: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_gestures, "ask_leaving", lambda *_: pytest.fail("asked"))
    open_file(qtbot, window, stored)
    assert window.close()
    assert not list(stored.parent.glob("*.lock"))


def test_changes_are_kept_for_recovery_within_two_seconds(
    qtbot: QtBot, window: MainWindow, stored: Path, tmp_path: Path
) -> None:
    open_file(qtbot, window, stored)
    type_something(window)
    journals = tmp_path / "state" / "recovery"
    qtbot.waitUntil(lambda: any(journals.glob("*.journal")), timeout=2_000)


def test_a_project_open_elsewhere_can_be_read(
    qtbot: QtBot, window: MainWindow, stored: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from editor.storage import lock

    take_lock(stored)
    monkeypatch.setattr(lock, "_is_stale", lambda _holder: False)
    told: list[str] = []
    monkeypatch.setattr(
        opening_gestures, "ask_locked", lambda _window, message: told.append(message) or "read_only"
    )
    open_file(qtbot, window, stored)
    assert "draft.chengqi" in told[0]
    type_something(window)
    assert window.document.project.local.measures[0].text != "改过的正文。"
    assert "read" in window.messages.text


def test_the_menu_names_the_step(qtbot: QtBot, window: MainWindow, stored: Path) -> None:
    open_file(qtbot, window, stored)
    type_something(window)
    undo, redo = window.actions_.by_name["undo"], window.actions_.by_name["redo"]
    assert undo.text() == "&Undo Edit text"
    undo.trigger()
    assert (undo.isEnabled(), redo.text()) == (False, "&Redo Edit text")


def test_findings_lead_to_their_place(qtbot: QtBot, window: MainWindow, stored: Path) -> None:
    open_file(qtbot, window, stored)
    second = window.document.project.local.measures[1]
    window.document.do(SetUnits(second.id, "responsible_units", ("某某局",)))
    answered(qtbot, window)
    issue = next(
        i for i in window.bench.survey.issues if i.place.block == second.id and i.place.plan == "local"
    )
    window.bench.go_to_issue(issue)
    assert window.bench.editors.id == second.id
    assert window.bench.findings.count == len(window.bench.survey.issues)


def test_declining_with_a_reason_marks_the_superior_measure(
    qtbot: QtBot, window: MainWindow, stored: Path
) -> None:
    open_file(qtbot, window, stored)
    window.bench.parents.go_to("parent1", "m4")
    window.groups.gestures.decline("省级事权")
    answered(qtbot, window)
    caption = next(row.cells[0] for row in window.bench.parents.tree.model().rows() if row.key == "m4")
    assert caption == "✗ 4. 减免费用 (省级事权)"


def test_a_late_difference_is_not_painted(qtbot: QtBot, window: MainWindow, stored: Path) -> None:
    from editor.ui.difference.differing import difference

    open_file(qtbot, window, stored)
    first = window.document.project.local.measures[0]
    window.bench.local.tree.go_to(first.id)
    late = difference(window.document.project, first.id)
    type_something(window)
    answered(qtbot, window)
    shown = window.bench.difference.difference
    window.bench.counterparts.show_difference(late)
    assert window.bench.difference.difference is shown
    assert shown.wording.endswith("改过的正文。")
    assert ("20件", "") in [(each.concern.old, each.concern.new) for each in shown.matters]


def test_the_caret_stays_while_composing_and_the_project_follows_the_commit(
    qtbot: QtBot, window: MainWindow, stored: Path
) -> None:
    open_file(qtbot, window, stored)
    measure = window.document.project.local.measures[0]
    window.bench.local.tree.go_to(measure.id)
    box = window.bench.editors.measure.text
    QApplication.sendEvent(box, QInputMethodEvent("shifan", []))
    assert window.document.project.local.measure(measure.id).text == measure.text
    commit = QInputMethodEvent("", [])
    commit.setCommitString("示范")
    QApplication.sendEvent(box, commit)
    assert window.document.project.local.measure(measure.id).text == "示范" + measure.text
    assert box.cursor_place == 2


def test_another_superior_plan_joins_and_can_be_undone(
    qtbot: QtBot, window: MainWindow, stored: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening_gestures, "ask_role", lambda *_: "parent")
    open_file(qtbot, window, stored)
    with qtbot.waitSignal(window.document.changed):
        window.open_path(resources() / "examples" / "city.txt")
    assert [plan.id for plan in window.document.project.parents] == ["parent1", "parent2"]
    window.document.do(Adopt("parent2", (window.document.project.parents[1].measures[0].id,)))
    window.document.undo()
    window.document.undo()
    assert len(window.document.project.parents) == 1
    assert window.bench.parents.tabs.count() == 1


def test_every_field_has_a_name_for_screen_readers(qtbot: QtBot, window: MainWindow, stored: Path) -> None:
    open_file(qtbot, window, stored)
    kinds = (QPlainTextEdit, QTextEdit, QLineEdit, QComboBox, QAbstractItemView)
    fields = [field for kind in kinds for field in window.findChildren(kind)]
    own = [field for field in fields if not isinstance(field, QHeaderView) and not _is_popup(field)]
    assert len(own) > 25
    assert [type(field).__name__ for field in own if not field.accessibleName()] == []


def _is_popup(widget: QWidget) -> bool:
    """Whether a widget is part of a list that a box drops down."""
    return widget.window().windowType() == Qt.WindowType.Popup


def test_an_unexpected_error_keeps_the_work_and_tells_no_text(
    qtbot: QtBot, window: MainWindow, stored: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    open_file(qtbot, window, stored)
    type_something(window)
    error = ValueError("正文里的秘密")
    _Reporter(window)(type(error), error, None)
    assert "秘密" not in report(error)
    assert "ValueError" in report(error)
    capsys.readouterr()
    assert any((tmp_path / "state" / "recovery").glob("*.journal"))
