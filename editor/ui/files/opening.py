"""What is read in the background when files are opened; the rooms and their libraries are loaded there, not at start."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from editor.archives import LARGEST_CONTENT
from editor.errors import EditorError, FileProblem
from editor.files import read_file
from editor.paths import resources
from editor.plan.locality import Locality
from editor.plan.project import Project, Reading
from editor.plan.roster import Roster
from editor.storage import Stamp, example_locality, is_project, load_profile, read_project, stamp_of
from editor.ui.base.long_work import Watch
from editor.wording import _

EXAMPLES = ("province.txt", "city.txt")


class Opened(NamedTuple):
    """A project that was read, and what its file was like then."""

    project: Project
    stamp: Stamp | None


class Plans(NamedTuple):
    """Plans that were read, the locality and roster that a new draft begins with, and why others could not be read."""

    readings: tuple[Reading, ...]
    locality: Locality = Locality()
    roster: Roster = Roster()
    problems: tuple[str, ...] = ()


def read_any(watch: Watch, path: Path, profile: Path | None) -> Opened | Plans:
    """What a file holds, told by its content: a project, or a plan, with the locality's profile where one is given."""
    content = read_file(path, LARGEST_CONTENT)
    if is_project(content):
        return Opened(read_project(content, path.name), stamp_of(path, content))
    return Plans((read_one(watch, content, path.name),), *_profile(profile))


def read_several(watch: Watch, paths: Sequence[Path], profile: Path | None) -> Plans:
    """The plans in several files; drafts among them, and what can't be read, are refused with a sentence each.

    FileProblem where there is no plan at all.
    """
    readings, problems = [], []
    for place, path in enumerate(paths, 1):
        count = {"place": place, "count": len(paths)}
        watch.say(_("Reading “{name}” ({place} of {count}) …").format(name=path.name, **count))
        try:
            readings.append(_read_plan(watch, path))
        except EditorError as error:
            if watch.unwanted.is_set():
                raise
            problems.append(str(error))
    if not readings:
        raise FileProblem("\n".join(problems))
    return Plans(tuple(readings), *_profile(profile), tuple(problems))


def _read_plan(watch: Watch, path: Path) -> Reading:
    content = read_file(path)
    if is_project(content):
        message = _("“{name}” is a draft; open it by itself.")
        raise FileProblem(message.format(name=path.name))
    return read_one(watch, content, path.name)


def read_pasted(watch: Watch, html: str, text: str, profile: Path | None) -> Plans:
    """The plan in a clipboard, kept as a file would be; its page where that can be read, else its text."""
    from editor.reading import pasted_file

    content, name = pasted_file(html, text)
    path = Path(name)
    dated = f"{path.stem} {datetime.now():%Y-%m-%d %H%M}{path.suffix}"
    try:
        reading = read_one(watch, content, dated)
    except EditorError:
        if watch.unwanted.is_set() or not (html.strip() and text.strip()):
            raise
        return read_pasted(watch, "", text, profile)
    return Plans((reading,), *_profile(profile))


def read_one(watch: Watch, content: bytes, name: str) -> Reading:
    """The plan in a file's content; ended, with a FileProblem, once it is unwanted."""
    from editor.reading import ended_by, read_content

    with ended_by(watch.unwanted, watch.progress):
        return read_content(content, name)


def read_example(_watch: Watch) -> Plans:
    """The made-up superior plans and the made-up county."""
    from editor.reading import read_parents

    paths = [resources() / "examples" / name for name in EXAMPLES]
    return Plans(read_parents(paths), *_profile(example_locality()))


def _profile(path: Path | None) -> tuple[Locality, Roster]:
    if path is None:
        return Locality(), Roster()
    return load_profile(path)
