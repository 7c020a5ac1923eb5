"""Localities and rosters, which offices write by hand as .toml files."""

from pathlib import Path
from typing import TypeVar

import msgspec

from editor.errors import FileProblem
from editor.files import read_file
from editor.plan.locality import Locality
from editor.plan.roster import Roster
from editor.plan.value import Value
from editor.wording import _

_V = TypeVar("_V", bound=Value)


def load_locality(path: Path) -> Locality:
    """The locality in a .toml file; FileProblem names the field that is wrong."""
    return _load(path, Locality)


def load_roster(path: Path) -> Roster:
    """The roster in a .toml file; FileProblem names the field that is wrong."""
    return _load(path, Roster)


def _load(path: Path, kind: type[_V]) -> _V:
    content = read_file(path)
    try:
        return msgspec.toml.decode(content, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        message = _("“{name}” is not a valid profile ({reason}); correct it in a text editor.")
        raise FileProblem(message.format(name=path.name, reason=error)) from error
