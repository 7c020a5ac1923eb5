"""The localities on this machine: those that come with the program, and the user's own in the configuration folder."""

from pathlib import Path

from editor.errors import SaveProblem
from editor.paths import templates, user_folder
from editor.plan.locality import Locality
from editor.plan.roster import Roster
from editor.storage.profiles import roster_beside, roster_sent_along, save_locality, save_roster
from editor.wording import _

_FORBIDDEN = '\\/:*?"<>|'
_LONGEST_NAME = 40
"""Characters of a file's name."""


def locality_files() -> tuple[Path, ...]:
    """The files of all localities, the user's own first."""
    return (*sorted(_own().glob("*.toml")), *sorted((templates() / "localities").glob("*.toml")))


def is_own(path: Path) -> bool:
    """Whether a locality's file is the user's own, and so may be changed."""
    return path.parent == _own()


def add_locality(locality: Locality, roster: Roster) -> Path:
    """Keep one more locality, with its roster where that has units; the new file, which is named after it."""
    path = _free_name(locality.name)
    save_locality(locality, path)
    if roster.units:
        save_roster(roster, roster_beside(path))
    return path


def give_locality(locality: Locality, roster: Roster, path: Path) -> tuple[Path, ...]:
    """Write a locality for a colleague, with its roster beside it where that has units; the files written."""
    save_locality(locality, path)
    if not roster.units:
        return (path,)
    beside = roster_sent_along(path)
    save_roster(roster, beside)
    return path, beside


def remove_locality(path: Path) -> None:
    """Delete one of the user's own localities and its roster; SaveProblem where that can't be done."""
    try:
        path.unlink(missing_ok=True)
        roster_beside(path).unlink(missing_ok=True)
    except OSError as error:
        message = _("“{name}” can't be deleted ({reason}).")
        raise SaveProblem(message.format(name=path.name, reason=error.strerror or str(error))) from error


def _own() -> Path:
    return user_folder() / "localities"


def _free_name(name: str) -> Path:
    safe = "".join("_" if sign in _FORBIDDEN or sign < " " else sign for sign in name).strip(" .")
    safe = safe[:_LONGEST_NAME] or "_"
    path, count = _own() / f"{safe}.toml", 1
    while path.exists():
        count += 1
        path = _own() / f"{safe}-{count}.toml"
    return path
