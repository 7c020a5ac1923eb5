"""What is read in the background when a file is opened; the rooms and their libraries are loaded there, not at start."""

from pathlib import Path
from typing import NamedTuple

from editor.files import read_file
from editor.paths import resources
from editor.plan.locality import Locality
from editor.plan.project import Project, Reading
from editor.plan.roster import Roster
from editor.storage import is_project, read_project

EXAMPLES = ("province.txt", "city.txt")


class Plans(NamedTuple):
    """Plans that were read, and the locality and roster that a new draft begins with."""

    readings: tuple[Reading, ...]
    locality: Locality = Locality()
    roster: Roster = Roster()


def read_any(path: Path, profile: Path | None) -> Project | Plans:
    """What a file holds, told by its content: a project, or a plan, with the locality's profile where one is given."""
    content = read_file(path)
    if is_project(content):
        return read_project(content, path.name)
    from editor.reading import read_content

    return Plans((read_content(content, path.name),), *(_profile(profile) if profile else ()))


def read_example() -> Plans:
    """The made-up superior plans and the made-up county."""
    from editor.jobs import example_locality, read_parents

    paths = [resources() / "examples" / name for name in EXAMPLES]
    return Plans(read_parents(paths), *_profile(example_locality()))


def _profile(path: Path) -> tuple[Locality, Roster]:
    from editor.jobs import load_profile

    return load_profile(path)
