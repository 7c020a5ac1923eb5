"""Dated copies of what a project file held before it was saved again: name.chengqi.20261231-235959-999.bak.

The latest are kept, and the last of each of the latest days on which somebody saved, as long as they are not too large.
"""

import contextlib
from datetime import date, datetime
from pathlib import Path

from editor.errors import SaveProblem
from editor.files import replace_file
from editor.wording import _

KEPT = 5
"""Latest backups of one project file."""
DAYS = 7
"""Days on which it was saved, of each of which the last backup is kept."""
LARGEST_TOTAL = 512 * 2**20
"""Bytes of all backups of one project file; the latest is kept whatever it takes."""
_STAMP = "%Y%m%d-%H%M%S"


def backups_of(path: Path) -> tuple[Path, ...]:
    """The backups beside a project file, newest first."""
    prefix, suffix = f"{path.name}.", ".bak"
    found = [p for p in path.parent.iterdir() if p.name.startswith(prefix) and p.name.endswith(suffix)]
    return tuple(sorted(found, reverse=True))


def saved_at(backup: Path) -> datetime:
    """When what a backup holds was saved, as its name tells; when the file was changed where the name is another."""
    stamp = backup.name.split(".")[-2].rpartition("-")[0]
    try:
        return datetime.strptime(stamp, _STAMP)
    except ValueError:
        return datetime.fromtimestamp(backup.stat().st_mtime)


def keep_backup(path: Path, new_content: bytes) -> None:
    """Copy what `path` holds to a dated backup, unless it holds nothing or `new_content`; SaveProblem if it can't be."""
    try:
        former = path.read_bytes()
        saved = datetime.fromtimestamp(path.stat().st_mtime)
    except FileNotFoundError:
        return
    except OSError as error:
        message = _("“{name}” can't be read before it is replaced ({reason}); save under another name.")
        reason = error.strerror or str(error)
        raise SaveProblem(message.format(name=path.name, reason=reason)) from error
    if former != new_content:
        stamp = f"{saved:{_STAMP}}-{saved.microsecond // 1000:03d}"
        replace_file(path.with_name(f"{path.name}.{stamp}.bak"), former)
        with contextlib.suppress(OSError):  # one backup too many does no harm
            _remove_old(backups_of(path))


def _remove_old(backups: tuple[Path, ...]) -> None:
    """Remove the backups, newest first, that are neither among the latest nor the last of one of the latest days."""
    total, days = 0, set[date]()
    for place, backup in enumerate(backups):
        day, size = saved_at(backup).date(), backup.stat().st_size
        is_last_of_day = day not in days and len(days) < DAYS
        is_kept = place == 0 or ((place < KEPT or is_last_of_day) and total + size <= LARGEST_TOTAL)
        days.add(day)
        if is_kept:
            total += size
        else:
            backup.unlink()
