"""Localities and rosters, .toml files that offices write by hand or with the program's dialogs."""

from pathlib import Path
from typing import TypeVar

import msgspec

from editor.errors import FileProblem
from editor.files import make_folder, read_file, replace_file
from editor.paths import templates
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


def save_locality(locality: Locality, path: Path) -> None:
    """Write a locality as a .toml file; SaveProblem where it can't be written."""
    _save(locality, path)


def save_roster(roster: Roster, path: Path) -> None:
    """Write a roster as a .toml file; SaveProblem where it can't be written."""
    _save(roster, path)


def load_profile(path: Path) -> tuple[Locality, Roster]:
    """A locality and its roster: the file of the same name in the folder rosters beside the locality's, if any."""
    roster = roster_beside(path)
    return load_locality(path), load_roster(roster) if roster.is_file() else Roster()


def example_locality() -> Path:
    """The profile of the made-up county that comes with the program."""
    return templates() / "localities" / "shifan.toml"


def roster_beside(locality: Path) -> Path:
    """Where the roster of a locality's file lies: in the folder rosters beside the locality's own folder."""
    return locality.parent.parent / "rosters" / locality.name


def _save(value: Value, path: Path) -> None:
    import tomli_w  # only for who saves one

    make_folder(path.parent)
    replace_file(path, tomli_w.dumps(msgspec.to_builtins(value)).encode())
