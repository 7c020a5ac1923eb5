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
_SENT_ALONG = "-单位名录"
"""What the name of a roster ends with that is sent to a colleague along with its locality."""


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
    """A locality and its roster, an empty one where none lies with it."""
    return load_locality(path), roster_of(path)


def roster_of(path: Path) -> Roster:
    """The roster that lies with a locality's file or was sent along with it, an empty one where there is none."""
    places = (roster_beside(path), roster_sent_along(path))
    return next((load_roster(place) for place in places if place.is_file()), Roster())


def example_locality() -> Path:
    """The profile of the made-up county that comes with the program."""
    return templates() / "localities" / "shifan.toml"


def roster_beside(locality: Path) -> Path:
    """Where the roster of a locality's file lies: in the folder rosters beside the locality's own folder."""
    return locality.parent.parent / "rosters" / locality.name


def roster_sent_along(locality: Path) -> Path:
    """Where the roster of a locality that somebody was given lies: in the same folder, named after it."""
    return locality.with_name(f"{locality.stem}{_SENT_ALONG}.toml")


def is_sent_along(path: Path) -> bool:
    """Whether a file is a roster that came along with a locality."""
    return path.stem.endswith(_SENT_ALONG)


def _save(value: Value, path: Path) -> None:
    import tomli_w  # only for who saves one

    make_folder(path.parent)
    replace_file(path, tomli_w.dumps(msgspec.to_builtins(value)).encode())
