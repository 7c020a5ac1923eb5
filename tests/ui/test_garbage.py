"""Dead widgets are destroyed in the window's thread, whoever makes the objects that set off a collection."""

import gc
import subprocess
import sys
import threading
from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

import editor.ui
from editor.ui.base.garbage import GarbageCollector, collect_what_is_due
from editor.ui.base.worker import Newest


class _Dead:
    """Part of a cycle that tells which thread took it away."""

    def __init__(self, told: list[int]) -> None:
        self.itself = self
        self.told = told

    def __del__(self) -> None:
        self.told.append(threading.get_ident())


def _make_objects(number: int) -> list[list[int]]:
    return [[] for _ in range(number)]


def test_a_worker_collects_nothing(qtbot: QtBot) -> None:
    owner = QObject()
    GarbageCollector(owner)
    told: list[int] = []
    _Dead(told)
    newest = Newest()
    with qtbot.waitSignal(newest.answered) as answer:
        newest.ask(_make_objects, 100_000)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [threading.get_ident()]
    assert answer.args, "the objects were there all the while"


def test_only_what_is_due_is_collected() -> None:
    gc.disable()
    gc.collect()
    told: list[int] = []
    _Dead(told)
    collect_what_is_due()
    assert not told
    kept = [[] for _ in range(2 * gc.get_threshold()[0])]
    collect_what_is_due()
    assert told
    assert kept


def test_the_application_collects_in_its_own_thread() -> None:
    code = "import gc; from editor.ui.application import make_application; a = make_application([]); print(gc.isenabled())"
    started = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert started.stdout.strip() == "False"


def test_nobody_asks_for_the_chain_of_the_tab_key() -> None:
    """PySide takes each widget in it for the owner of the next: the menus were lost with the first chip that went."""
    house = Path(editor.ui.__file__).parent
    assert [path.name for path in house.rglob("*.py") if "InFocusChain(" in path.read_text()] == []
