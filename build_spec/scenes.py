"""Every view of the window and every dialog on the made-up example, by name: what the pictures and the tests go through."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from editor.demo import draft_example
from editor.drafting import find_edition, rebase
from editor.drafting.commands import ReplaceParent, TakeSnapshot
from editor.files import read_file
from editor.paths import resources
from editor.plan.project import Reading
from editor.reading import read_content
from editor.storage import Recovered
from editor.ui.base import asking
from editor.ui.difference.edition_dialog import EditionDialog
from editor.ui.files.crash_report import show_report
from editor.ui.files.recovery_dialog import RecoveryDialog
from editor.ui.main_window import MainWindow
from editor.ui.readings.reading_dialog import ReadingDialog

Show: TypeAlias = Callable[[MainWindow], object]
"""Brings a view into sight, or opens a dialog; some come back only when it is closed."""

PATIENCE = 30_000
"""Milliseconds to wait for answers at the most."""
SETTLING = 150
"""Milliseconds between two looks at whether a dialog's answers have come."""
TODAY = date(2026, 3, 20)
PROVINCE = resources() / "examples" / "province.txt"


def show_example(window: MainWindow) -> None:
    """Show the example draft with a version kept, at a measure that was adapted and assigned."""
    window.document.start(draft_example(TODAY))
    window.document.do(TakeSnapshot("初稿", TODAY.isoformat()))
    measure = next(m for m in window.document.project.local.measures if m.origins and m.units("lead_units"))
    window.bench.local.tree.go_to(measure.id)


# Waiting


def _wait(is_done: Callable[[], bool]) -> None:
    loop, timer = QEventLoop(), QTimer()
    timer.timeout.connect(lambda: loop.quit() if is_done() else None)
    timer.start(50)
    QTimer.singleShot(PATIENCE, loop, loop.quit)
    loop.exec()
    QApplication.processEvents()


def wait_for(window: MainWindow) -> None:
    """Let every answer arrive and be painted."""
    panes = getattr(window, "side_panes", {}).values()

    def is_done() -> bool:
        is_loading = any(pane.view is None and not pane.visibleRegion().isEmpty() for pane in panes)
        busy = (window.bench, window.work, *(pane.view for pane in panes))
        return not is_loading and not any(getattr(each, "is_busy", False) for each in busy)

    _wait(is_done)


def with_dialog(window: MainWindow, show: Show, look: Callable[[QDialog], object]) -> None:
    """Open a dialog, have it looked at when its answers are there, and close it; opening it may block or not."""
    before = set(_dialogs())
    loop, timer = QEventLoop(), QTimer()

    def take() -> None:
        opened = [dialog for dialog in _dialogs() if dialog not in before]
        if opened and not any(getattr(dialog, "is_busy", False) for dialog in opened):
            timer.stop()
            active = QApplication.activeWindow()
            dialog = active if isinstance(active, QDialog) and active in opened else opened[0]
            dialog.activateWindow()
            QApplication.processEvents()
            look(dialog)
            for each in set(_dialogs()) - before:
                each.done(0)
            loop.quit()

    timer.timeout.connect(take)
    timer.start(SETTLING)
    show(window)
    if timer.isActive():
        loop.exec()
    QApplication.processEvents()


def _dialogs() -> list[QDialog]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]


# Views of the window


def _dock(name: str) -> Show:
    def show(window: MainWindow) -> None:
        window.bench.docks[name].show()
        window.bench.docks[name].raise_()

    return show


def _shape(place: int) -> Show:
    """The difference in its first, second or third view, its first place chosen and marked."""

    def show(window: MainWindow) -> None:
        pane = window.bench.difference
        pane.shape.setCurrentIndex(place)
        pane.go_to_edit(0)
        act("mark_checked")(window)

    return show


def _find(window: MainWindow) -> None:
    act("replace")(window)
    window.groups.finding.view.begin("服务")


def _ask_unit(window: MainWindow) -> None:
    field = window.bench.editors.measure.units["lead_units"]
    field.unknown.emit("民生服务局")


def _say(window: MainWindow) -> None:
    window.messages.tell(
        "Another program has changed it.", ("Load it again", lambda: None), ("Save", lambda: None)
    )


def act(name: str) -> Show:
    """Choose an action of the menus."""
    return lambda window: window.actions_.by_name[name].trigger()


VIEWS: dict[str, Show] = {
    "window": lambda window: None,
    "inline": _shape(0),
    "side-by-side": _shape(1),
    "clauses": _shape(2),
    **{name: _dock(name) for name in ("findings", "coverage", "notice", "doubts", "marks")},
    **{name: _dock(name) for name in ("pages", "matrix", "calendar", "words")},
    "find": _find,
    "filter": lambda window: window.bench.local.bar.choose("no_deadline"),
    "question": _ask_unit,
    "message": _say,
    "details": lambda window: window.bench.local.tree.go_to("details"),
    "section": lambda window: window.bench.local.tree.go_to(window.document.project.local.sections[0].id),
}


# Dialogs


def _new_edition() -> Reading:
    """The province's plan with a measure reworded, one gone, one new."""
    lines = PROVINCE.read_text(encoding="utf-8").splitlines()
    numbered = [place for place, line in enumerate(lines) if line[:1].isdecimal()]
    lines[numbered[0]] = lines[numbered[0]].replace("。", "，年底前全面完成。", 1)
    lines[numbered[-1]] = "99.完善村级便民服务。每个乡镇至少建成2个便民服务点。"
    return read_content("\n".join(lines).encode(), "新版.txt", "parent1")


def _edition(window: MainWindow) -> None:
    project, reading = window.document.project, _new_edition()
    rebased = rebase(project, reading, find_edition(project, reading.plan))
    window.document.do(ReplaceParent(rebased.parent, reading.plan, reading.source))
    EditionDialog(rebased, window).open()


def _original(window: MainWindow) -> None:
    ReadingDialog(read_content(read_file(PROVINCE), PROVINCE.name, "parent1").source, window).open()


def _recovery(window: MainWindow) -> None:
    kept = "2026-03-20T09:41:07"
    found = [
        Recovered(project=window.document.project, path=path, kept=kept, journal=Path("journal"))
        for path in (None, Path("示范县实施方案.chengqi"))
    ]
    RecoveryDialog(found, window).open()


def _crash(window: MainWindow) -> None:
    try:
        raise RuntimeError("made up")
    except RuntimeError as error:
        show_report(window, error, is_kept=True)


def _aside(window: MainWindow) -> None:
    findings = window.bench.findings
    _dock("findings")(window)
    findings.go_to_next()
    act("dismiss_issue")(window)


ACTIONS = (
    *(
        "change_selected",
        "export",
        "locality",
        "palette",
        "rename_unit",
        "edit_roster",
        "settings",
        "snapshots",
    ),
    *("template", "wording_rules", "review_reading", "about"),
)
"""Those that open a dialog without more ado."""
DIALOGS: dict[str, Show] = {
    **{name: act(name) for name in ACTIONS},
    "edition_changes": _edition,
    "review_changes": act("review_changes"),
    "original": _original,
    "recovery": _recovery,
    "guide": act("contents"),
    "keys": act("keys"),
    "crash": _crash,
    "put_aside": _aside,
    "reason": lambda window: window.groups.gestures.decline(),
    "ask_role": lambda window: asking.ask_role(window, ("示范市方案.docx",)),
    "ask_leaving": lambda window: asking.ask_leaving(window, "示范县实施方案"),
    "ask_outside": lambda window: asking.ask_outside(window, "示范县实施方案.chengqi"),
    "ask_replacing": lambda window: asking.ask_replacing(window, "示范县实施方案.chengqi"),
    "ask_repairs": lambda window: asking.ask_repairs(window, 3),
    "ask_overwriting": lambda window: asking.ask_overwriting(
        window, [f"{n}.完善便民服务" for n in range(1, 12)], "校正之前"
    ),
    "open_file": act("open_file"),
    "save_as": act("save_as"),
}
"""In this order: what comes after the new edition shows what that changed."""
QT_DIALOGS = {"open_file", "save_as"}
"""Those that are all Qt's own."""
