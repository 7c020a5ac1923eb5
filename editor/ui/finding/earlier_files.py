"""The other drafts and plans beside a draft, read for their words; what was read once is remembered while the program runs."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from threading import Event
from typing import NamedTuple

from editor.comparing.earlier_words import Earlier, Words, suggest_words
from editor.errors import EditorError
from editor.plan.plans import Plan
from editor.plan.project import Project
from editor.ui.base.threads import load_rooms

SUFFIXES = frozenset(
    {".chengqi", ".docx", ".doc", ".wps", ".pdf", ".ofd", ".rtf", ".txt", ".md", ".html", ".htm"}
)
MOST_FILES = 60
LARGEST = 8 * 2**20
"""Bytes; larger files are left out, since they hold pictures and not plans."""


class Library(NamedTuple):
    """The measures of the files read, and how many files there are and could not be read."""

    measures: tuple[Earlier, ...] = ()
    files: int = 0
    unreadable: int = 0


class _File(NamedTuple):
    path: Path
    size: int
    changed: float


def files_beside(draft: Path | None, recent: Iterable[Path]) -> tuple[Path, ...]:
    """The files of the draft's folder and the recent ones that may hold words, the latest first, at most MOST_FILES."""
    beside = draft.parent.iterdir() if draft is not None and draft.parent.is_dir() else ()
    paths = dict.fromkeys(p for p in (*beside, *recent) if p.suffix.lower() in SUFFIXES and p != draft)
    known = [file for path in paths if (file := _stat(path)) is not None and file.size <= LARGEST]
    known.sort(key=lambda file: file.changed, reverse=True)
    return tuple(file.path for file in known[:MOST_FILES])


def _stat(path: Path) -> _File | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return (
        _File(path, found.st_size, found.st_mtime)
        if path.is_file() and not path.name.startswith((".", "~"))
        else None
    )


def read_library(unwanted: Event, draft: Path | None, recent: Sequence[Path]) -> Library:
    """The words of all these files; reading stops where it is not wanted any more."""
    measures: list[Earlier] = []
    paths = files_beside(draft, recent)
    unreadable = 0
    for path in paths:
        if unwanted.is_set():
            break
        file = _stat(path)
        found = _read_once(file, unwanted) if file else None
        unreadable += found is None
        measures += found or ()
    return Library(tuple(measures), len(paths), unreadable)


def _read_once(file: _File, unwanted: Event) -> tuple[Earlier, ...] | None:
    from editor.reading import ended_by

    with ended_by(unwanted):
        found = _measures_of(file)
    if unwanted.is_set():
        _measures_of.cache_clear()  # a file that was left half read may be read by another window
    return found


@lru_cache(maxsize=4 * MOST_FILES)
def _measures_of(file: _File) -> tuple[Earlier, ...] | None:
    """The measures of a draft or plan, None where it can't be read; tried again only where the file has changed."""
    load_rooms("editor.jobs")
    from editor.jobs import open_any

    try:
        content = open_any(file.path)
    except EditorError:
        return None
    day = date.fromtimestamp(file.changed).isoformat()
    if isinstance(content, Project):
        return tuple(_of_draft(content, file.path.name, content.notice.date or day))
    return tuple(_of_plan(content.plan, file.path.name, content.plan.date or day))


def _of_draft(project: Project, source: str, day: str) -> Iterator[Earlier]:
    """The local measures, each with what its superior measures said."""
    for measure in project.local.measures:
        superior = "".join(origin.text for origin in measure.origins)
        yield Earlier(heading=measure.heading, text=measure.text, superior=superior, source=source, date=day)


def _of_plan(plan: Plan, source: str, day: str) -> Iterator[Earlier]:
    for measure in plan.measures:
        yield Earlier(heading=measure.heading, text=measure.text, source=source, date=day)


class Found(NamedTuple):
    """The words for one measure, and how large the library is that they come from."""

    measure: str
    words: tuple[Words, ...]
    library: Library


def find_words(
    unwanted: Event, project: Project, measure: str, draft: Path | None, recent: Sequence[Path]
) -> Found:
    """Words for a measure of the local plan, from the files beside the draft; its own superior plans are not offered."""
    library = read_library(unwanted, draft, recent)
    own = next(m for m in project.local.measures if m.id == measure)
    superior = "".join(origin.text for origin in own.origins)
    sources = {source.name for source in project.sources}
    earlier = [each for each in library.measures if each.source not in sources]
    return Found(measure, suggest_words(superior or own.wording, own.wording, earlier), library)
