"""A clerk makes a county's draft of the example's 35 measures by keyboard alone, from the first decision to the export."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypinyin
import pytest
from PySide6.QtWidgets import QApplication, QDialog, QInputDialog
from pytestqt.qtbot import QtBot

from editor.jobs import check_project
from editor.paths import resources
from editor.plan.issues import open_issues
from editor.plan.measures import Measure
from editor.reading import read_plan
from editor.storage import load_project
from editor.ui.files.export_dialog import ExportDialog
from editor.ui.main_window import MainWindow
from tests.stories.keyboard import Keyboard, Step
from tests.ui.driving import open_file

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

EXAMPLES = resources() / "examples"
PATIENCE = 120_000
DECLINED = {9: "1", 19: "4", 25: "4", 29: "5", 32: "1", 33: "1"}
"""Places of the measures not adopted, from 1, and the digit of the reason."""
TAKEN = 12
ROLES = {"lead_units": "Ctrl+L", "responsible_units": "Ctrl+U"}


class Clerk:
    """What the clerk presses, step after step, looking at the window only."""

    def __init__(self, window: MainWindow, keyboard: Keyboard, folder: Path) -> None:
        self._window, self._keyboard, self._folder = window, keyboard, folder
        county = read_plan(EXAMPLES / "county.txt", "local").plan
        self._county = {measure.heading: measure for measure in county.measures}
        self._spare = county.measures[0]
        self.found: Counter[str] = Counter()
        self.keys_per_taken: list[int] = []
        self.keys_per_unit: list[int] = []

    def job(self) -> Iterator[Step]:
        """The whole day."""
        yield self._is_quiet
        yield from self.decide()
        yield from self.write()
        yield from self.clear_findings()
        yield from self.keep()

    def _is_quiet(self) -> bool:
        bench = self._window.bench
        return bench is not None and bench.survey is not None and not bench.is_busy

    def decide(self) -> Iterator[Step]:
        """Enter takes a measure and goes on; a key and a digit decline it."""
        yield "F9"
        for place in range(1, 36):
            start = self._keyboard.keys
            if place in DECLINED:
                yield "Ctrl+Shift+D"
                yield DECLINED[place]
                yield "F9"
            else:
                yield "Return"
                self.keys_per_taken.append(self._keyboard.keys - start)

    def write(self) -> Iterator[Step]:
        """From measure to measure: words where the county has its own, units, a deadline; Enter in it is done and next."""
        yield "F2"
        adapted = 0
        for _number in range(35 - len(DECLINED)):
            measure = self._shown
            own = self._county.get(measure.heading)
            if adapted < 35 - len(DECLINED) - TAKEN and (own is None or own.text != measure.text):
                adapted += 1
                yield "Ctrl+A" if own else "Ctrl+Home"
                yield f"={own.text if own else '结合示范县实际，'}"
            yield from self._assign(own or self._spare)
            yield "Ctrl+D"
            yield "=２０２６年９月底前"
            yield "Return"

    @property
    def _shown(self) -> Measure:
        return self._window.document.project.local.measure(self._window.bench.editors.id)

    def _assign(self, wanted: Measure) -> Iterator[Step]:
        for role, key in ROLES.items():
            names = wanted.units(role)
            for place, name in enumerate(names):
                start = self._keyboard.keys
                if place == 0:
                    yield key
                yield from self._name(role, name)
                yield "Return"
                self.keys_per_unit.append(self._keyboard.keys - start)

    def _name(self, role: str, name: str) -> Iterator[Step]:
        """Initials until the list has the unit on top."""
        completer = self._window.bench.editors.measure.units[role].completer
        for letter in "".join(pypinyin.lazy_pinyin(name, style=pypinyin.Style.FIRST_LETTER)):
            yield letter.upper()
            if completer.completionModel().index(0, 0).data() == name:
                return

    def clear_findings(self) -> Iterator[Step]:
        """F8 goes to each finding; what can be repaired is, the rest is put aside with the reason offered."""
        yield self._is_quiet
        self.found = Counter(item.disposition for item in self._window.bench.covered)
        findings = self._window.bench.findings
        while findings.count:
            count = findings.count
            yield "F8"
            yield "Ctrl+R" if findings.current.fix else "Ctrl+I"
            if isinstance(QApplication.activeModalWidget(), QDialog):
                yield "Return"
            yield lambda count=count: findings.count < count and self._is_quiet()

    def keep(self) -> Iterator[Step]:
        """A snapshot, the file, the notice and the table."""
        yield "Ctrl+Shift+V"
        yield _is_asked
        yield "Alt+T"
        yield lambda: isinstance(QApplication.activeModalWidget(), QInputDialog)
        yield "Return"
        yield lambda: bool(self._window.document.project.snapshots)
        yield "Escape"
        yield "Ctrl+S"
        yield f"={self._folder / 'draft.chengqi'}"
        yield "Return"
        yield "Ctrl+E"
        yield _is_asked
        yield "Return"
        yield self._is_exported
        yield "Escape"

    @staticmethod
    def _is_exported() -> bool:
        """Whether the dialog in front says what it wrote."""
        dialog = QApplication.activeWindow()
        return isinstance(dialog, ExportDialog) and dialog.button.isEnabled() and bool(dialog.report.text())


def _is_asked() -> bool:
    """Whether a dialog has the keyboard."""
    return isinstance(QApplication.activeWindow(), QDialog)


@pytest.fixture
def window(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """The window on the province's plan."""
    open_file(qtbot, window, EXAMPLES / "province.txt")
    return window


def test_the_example_is_drafted_by_keyboard_alone(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    keyboard = Keyboard(qtbot, window, PATIENCE)
    clerk = Clerk(window, keyboard, tmp_path)
    keyboard.follow(clerk.job())

    project = load_project(tmp_path / "draft.chengqi")
    assert project == window.document.project
    found = clerk.found  # before the checks: a repair may change the words of a measure taken
    assert (found["verbatim"], found["not_adopted"]) == (12, 6)
    assert found["adapted"] + found["localized"] == 17
    assert found.total() == 35
    assert sorted(decision.reason for decision in project.decisions) == sorted(
        ["省级事权"] * 3 + ["另文落实"] * 2 + ["暂缓"]
    )
    assert all(m.assignments and m.deadline.date == "2026-09-30" for m in project.local.measures)
    assert all(measure.state == "done" for measure in project.local.measures)
    assert open_issues(check_project(project, date.today())) == ()
    assert [snapshot.name for snapshot in project.snapshots] == ["初稿"]
    assert (tmp_path / "draft.docx").exists()
    assert max(clerk.keys_per_taken) <= 2
    assert max(clerk.keys_per_unit) <= 6
