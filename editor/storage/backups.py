"""Dated copies of what a project file held before it was saved again: name.chengqi.20261231-235959-999.bak."""

import contextlib
from datetime import datetime
from pathlib import Path

from editor.errors import SaveProblem
from editor.files import replace_file
from editor.wording import _

KEPT = 5
"""Backups of one project file; older ones are removed."""


def backups_of(path: Path) -> tuple[Path, ...]:
    """The backups beside a project file, newest first."""
    prefix, suffix = f"{path.name}.", ".bak"
    found = [p for p in path.parent.iterdir() if p.name.startswith(prefix) and p.name.endswith(suffix)]
    return tuple(sorted(found, reverse=True))


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
        stamp = f"{saved:%Y%m%d-%H%M%S}-{saved.microsecond // 1000:03d}"
        replace_file(path.with_name(f"{path.name}.{stamp}.bak"), former)
        _remove_oldest(path)


def _remove_oldest(path: Path) -> None:
    with contextlib.suppress(OSError):  # one backup too many does no harm
        for backup in backups_of(path)[KEPT:]:
            backup.unlink()
