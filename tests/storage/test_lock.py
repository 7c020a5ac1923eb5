"""The lock beside an open project."""

import os
import platform
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from editor.errors import ProjectProblem
from editor.storage import Holder, LockedProblem, take_lock
from editor.storage.lock import lock_path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "方案.chengqi"


def held_by(path: Path, host: str, pid: int) -> Holder:
    """The lock of somebody else, written beside the file."""
    holder = Holder(name="李四", host=host, pid=pid, since="2026-03-01T09:30:00")
    lock_path(path).write_bytes(msgspec.json.encode(holder))
    return holder


def ended_process() -> int:
    """The id of a process that has ended."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
        return process.pid


def test_a_lock_is_taken_and_given_back(path: Path) -> None:
    lock = take_lock(path)
    holder = msgspec.json.decode(lock_path(path).read_bytes(), type=Holder)
    assert (holder.host, holder.pid) == (platform.node(), os.getpid())
    lock.release()
    assert list(path.parent.iterdir()) == []
    lock.release()


def test_who_has_it_and_since_when_is_told(path: Path) -> None:
    holder = held_by(path, "another-computer", 1)
    with pytest.raises(LockedProblem, match="李四 on another-computer since 2026-03-01 09:30:00") as raised:
        take_lock(path)
    assert raised.value.holder == holder
    assert isinstance(raised.value, ProjectProblem)


def test_a_living_process_of_this_computer_keeps_it(path: Path) -> None:
    held_by(path, platform.node(), os.getppid())
    with pytest.raises(LockedProblem):
        take_lock(path)


def test_a_lock_whose_process_has_ended_is_taken_over(path: Path) -> None:
    held_by(path, platform.node(), ended_process())
    take_lock(path).release()
    assert not lock_path(path).exists()


def test_the_same_number_on_another_computer_is_another_process(path: Path) -> None:
    held_by(path, "another-computer", ended_process())
    with pytest.raises(LockedProblem):
        take_lock(path)


def test_a_lock_can_be_forced_and_is_then_not_the_others_to_give_back(path: Path) -> None:
    first = take_lock(path)
    held_by(path, "another-computer", 1)
    first.release()
    assert lock_path(path).exists()
    take_lock(path, force=True).release()
    assert not lock_path(path).exists()


def test_a_lock_that_can_not_be_read_holds(path: Path) -> None:
    lock_path(path).write_bytes(b"{")
    with pytest.raises(LockedProblem, match="open elsewhere") as raised:
        take_lock(path)
    assert raised.value.holder is None


def test_a_folder_that_can_not_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(ProjectProblem, match="read-only"):
        take_lock(tmp_path / "无" / "方案.chengqi")
