"""Which former contents of a project file are kept beside it."""

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from editor.storage import backups, backups_of, saved_at
from editor.storage.backups import DAYS, KEPT, keep_backup

FIRST = datetime(2026, 3, 1, 9, 0)


def saved(path: Path, *times: datetime) -> list[datetime]:
    """When the backups that are left were saved, newest first, after the file was saved at these times and once more."""
    for number, time in enumerate(times):
        keep_backup(path, f"{number}".encode())
        path.write_bytes(f"{number}".encode())
        os.utime(path, (time.timestamp(), time.timestamp()))
    keep_backup(path, b"last")
    return [saved_at(backup) for backup in backups_of(path)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "方案.v2.chengqi"


def test_the_latest_are_kept(path: Path) -> None:
    times = [FIRST + timedelta(minutes=n) for n in range(KEPT + 4)]
    assert saved(path, *times) == times[: -KEPT - 1 : -1]


def test_the_last_of_each_of_the_latest_days_is_kept(path: Path) -> None:
    days = [FIRST + timedelta(days=n) for n in range(DAYS + 3)]
    times = [day + timedelta(hours=hour) for day in days for hour in range(3)]
    last_of_days = [day + timedelta(hours=2) for day in days]
    left = saved(path, *times)
    assert left[:KEPT] == times[: -KEPT - 1 : -1]
    assert set(left) == {*left[:KEPT], *last_of_days[-DAYS:]}


def test_large_ones_are_fewer_and_one_stays(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    times = [FIRST + timedelta(minutes=n) for n in range(4)]
    monkeypatch.setattr(backups, "LARGEST_TOTAL", 2)
    assert saved(path, *times) == times[:1:-1]
    monkeypatch.setattr(backups, "LARGEST_TOTAL", 0)
    keep_backup(path, b"other")
    path.write_bytes(b"other")
    keep_backup(path, b"again")
    assert len(backups_of(path)) == 1


def test_a_name_given_by_hand_is_dated_by_its_file(tmp_path: Path) -> None:
    backup = tmp_path / "方案.chengqi.mine.bak"
    backup.write_bytes(b"x")
    assert abs(saved_at(backup) - datetime.now()) < timedelta(minutes=1)
