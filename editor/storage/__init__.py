"""Project files, their backups, locks and recovery; localities and rosters."""

from editor.storage.backups import backups_of, saved_at
from editor.storage.localities import add_locality, give_locality, is_own, locality_files, remove_locality
from editor.storage.lock import Holder, Lock, LockedProblem, take_lock
from editor.storage.own_templates import (
    check_template_name,
    copy_template,
    own_templates,
    remove_template,
    template_folder,
    template_place,
)
from editor.storage.profiles import (
    example_locality,
    is_sent_along,
    load_locality,
    load_profile,
    load_roster,
    roster_beside,
    roster_of,
    save_locality,
    save_roster,
)
from editor.storage.project_file import (
    FORMAT,
    SUFFIX,
    is_project,
    load_project,
    pack_project,
    read_project,
    save_project,
)
from editor.storage.recovery import Recovered, Recovery
from editor.storage.stamps import Outside, Stamp, is_writable, look_outside, stamp_of

__all__ = [
    "FORMAT",
    "SUFFIX",
    "Holder",
    "Lock",
    "LockedProblem",
    "Outside",
    "Recovered",
    "Recovery",
    "Stamp",
    "add_locality",
    "backups_of",
    "check_template_name",
    "copy_template",
    "example_locality",
    "give_locality",
    "is_own",
    "is_project",
    "is_sent_along",
    "is_writable",
    "load_locality",
    "load_profile",
    "load_project",
    "load_roster",
    "locality_files",
    "look_outside",
    "own_templates",
    "pack_project",
    "read_project",
    "remove_locality",
    "remove_template",
    "roster_beside",
    "roster_of",
    "save_locality",
    "save_project",
    "save_roster",
    "saved_at",
    "stamp_of",
    "take_lock",
    "template_folder",
    "template_place",
]
