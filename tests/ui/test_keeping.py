"""Unsaved work goes into the recovery journal while somebody types, whatever the disk does meanwhile."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from editor.drafting.commands import SetText
from editor.files import replace_file
from editor.storage import Recovery, load_project, recovery
from editor.ui.base.document import Document
from editor.ui.base.settings import Settings
from editor.ui.base.threads import wait_for_threads
from editor.ui.files.filing import Filing
from tests.ui.made_up import project


class Desk:
    """A document that is typed into, and what its window keeps."""

    def __init__(self, folder: Path) -> None:
        self.document = Document()
        self.filing = Filing(self.document, Settings(folder), Recovery(folder))
        self.document.start(project("m1"), None, is_saved=False)
        self.told: list[str] = []
        self.document.problem.connect(self.told.append)

    def type(self, text: str) -> None:
        self.document.do(SetText(self.document.project.local.measures[0].id, text))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.filing.close()
    wait_for_threads()


def found(folder: Path) -> list[str]:
    """The texts that the next start would offer."""
    return [each.project.local.measures[0].text for each in Recovery(folder).found()]


def journals(folder: Path) -> list[Path]:
    return list((folder / "recovery").glob("*.journal"))


def test_what_is_typed_is_kept_soon(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    desk.type("一")
    qtbot.waitUntil(lambda: bool(journals(tmp_path)))
    desk.filing.recovery.close()  # as the system does when a program is killed
    assert found(tmp_path) == ["一"]


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """A disk that writes the journal once the gate is open."""
    opened = Event()

    def slow(path: Path, content: bytes) -> None:
        assert opened.wait(20)
        replace_file(path, content)

    monkeypatch.setattr(recovery, "replace_file", slow)
    yield opened
    opened.set()


def test_a_slow_disk_keeps_nobody_from_typing(qtbot: QtBot, desk: Desk, tmp_path: Path, gate: Event) -> None:
    desk.type("一")
    qtbot.waitUntil(lambda: desk.filing.is_keeping)
    desk.type("一二")
    assert journals(tmp_path) == []
    gate.set()
    qtbot.waitUntil(lambda: not desk.filing.is_keeping)
    desk.filing.recovery.close()
    assert found(tmp_path)[0] in ("一", "一二")


def test_what_is_saved_meanwhile_is_not_kept(qtbot: QtBot, desk: Desk, tmp_path: Path, gate: Event) -> None:
    desk.type("一")
    qtbot.waitUntil(lambda: desk.filing.is_keeping)
    gate.set()
    assert desk.filing.save(tmp_path / "draft.chengqi")
    wait_for_threads()
    assert journals(tmp_path) == []
    assert load_project(tmp_path / "draft.chengqi") == desk.document.project


def test_a_full_disk_is_told_and_typing_goes_on(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", full)
        desk.type("一")
        qtbot.waitUntil(lambda: bool(desk.told))
        assert "No space left" in desk.told[0]
        assert not desk.filing.save(tmp_path / "draft.chengqi")
        assert desk.document.is_changed
    desk.type("一二")
    qtbot.waitUntil(lambda: bool(journals(tmp_path)))
    desk.filing.recovery.close()
    assert found(tmp_path) == ["一二"]


def test_a_folder_that_turns_read_only_is_told_and_nothing_is_lost(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, other = tmp_path / "draft.chengqi", tmp_path / "other.chengqi"
    assert desk.filing.save(path)
    before, rename = path.read_bytes(), os.replace

    def refuse(source: Path, target: Path) -> None:
        if Path(target) == path:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        rename(source, target)

    monkeypatch.setattr(os, "replace", refuse)
    desk.type("一")
    assert not desk.filing.save(path)
    assert "read-only; save under another name" in desk.told[-1]
    assert (path.read_bytes(), desk.document.is_changed) == (before, True)
    assert desk.filing.keep()
    assert desk.filing.save(other)
    assert load_project(other).local.measures[0].text == "一"
    assert not desk.document.is_changed


def test_found_work_stays_where_it_can_not_be_kept_anew(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = Recovery(tmp_path)
    ended.keep(project("m1", "m2"), None)
    ended.close()
    (work,) = desk.filing.recovery.found()
    with monkeypatch.context() as disk:
        disk.setattr(os, "replace", lambda *_: (_ for _ in ()).throw(OSError(errno.ENOSPC, "full")))
        desk.filing.recover(work)
    assert desk.document.project == work.project
    assert [each.journal for each in Recovery(tmp_path).found()] == [work.journal]
