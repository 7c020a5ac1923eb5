"""Rosters in files: spreadsheets and .toml, and the roster that later drafts begin with."""

from pathlib import Path

from editor.paths import templates, user_folder
from editor.plan.locality import Locality
from editor.plan.roster import Roster
from editor.plan.roster_table import RosterTable
from editor.reading.readers.rosters import read_roster_table
from editor.storage import load_roster, roster_beside, save_locality, save_roster
from editor.ui.base.settings import Settings
from editor.writing.tables.rosters import write_roster_table

_OWN_NAME = "own"


def read_roster(path: Path) -> RosterTable:
    """The roster in a .toml file or in a table; FileProblem where there is none."""
    if path.suffix.lower() == ".toml":
        return RosterTable(load_roster(path), ())
    return read_roster_table(path)


def write_roster(roster: Roster, path: Path) -> None:
    """Write a roster as .toml, .csv or .xlsx, by the file's name; SaveProblem where it can't be written."""
    if path.suffix.lower() == ".toml":
        save_roster(roster, path)
    else:
        write_roster_table(roster, path)


def keep_for_new_drafts(settings: Settings, locality: Locality, roster: Roster) -> Path:
    """Let later drafts begin with this roster: it is written beside the locality's profile.

    Where that is one which came with the program, or none was chosen, the user's own is made first. The roster's path.
    """
    profile = settings.profile
    if profile is None or profile.is_relative_to(templates()):
        profile = user_folder() / "localities" / f"{profile.stem if profile else _OWN_NAME}.toml"
        save_locality(locality, profile)
    path = roster_beside(profile)
    save_roster(roster, path)
    settings.remember_profile(profile)
    return path
