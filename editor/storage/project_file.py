"""The project file: a zip of project.json and the original sources.

Entries are stored, not compressed, with one fixed time stamp: the same project gives the same bytes everywhere,
and a file that can be saved never looks like a zip bomb when it is opened again.
"""

import io
import zipfile
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec.structs import replace

from editor.archives import LARGEST_CONTENT, open_archive, read_entry
from editor.errors import FileProblem, ProjectProblem, SaveProblem
from editor.files import read_file, replace_file
from editor.plan.project import Project, Source
from editor.plan.value import Value
from editor.storage.backups import keep_backup
from editor.storage.stamps import Stamp, stamp_of
from editor.wording import _

FORMAT = 5
"""The version of project.json that this program writes; it reads this one and all before it.

2 brought snapshots, 3 reviewers' marks, 4 what a notice does, its seal's size, the even imprint page, units' former names and
units and deadline of the parent measure last reviewed, 5 a parent's edition before and what stands around a mark.
Fields are only ever added, with defaults, so older versions need no conversion.
"""
SUFFIX = ".chengqi"
_JSON = "project.json"
_SOURCES = "sources/"
_NO_TIME = (1980, 1, 1, 0, 0, 0)


class _Head(msgspec.Struct):
    """What every version of project.json begins with; other fields are not looked at."""

    format: int


class _Content(Value, frozen=True, kw_only=True):
    format: int
    project: Project


def save_project(project: Project, path: Path) -> Stamp | None:
    """Make `path` the project's file, whole or not at all, and keep its former content as a backup; SaveProblem if not.

    Gives back the stamp of the file as it was written.
    """
    content = pack_project(project)
    if len(content) > LARGEST_CONTENT:
        message = _("The project is larger than {limit} MB; remove a superior plan from it and save again.")
        raise SaveProblem(message.format(limit=LARGEST_CONTENT // 2**20))
    keep_backup(path, content)
    replace_file(path, content)
    return stamp_of(path, content)


def load_project(path: Path) -> Project:
    """The project in a file; FileProblem where it can't be read, ProjectProblem where it can't be understood."""
    return read_project(read_file(path, LARGEST_CONTENT), path.name)


def is_project(content: bytes) -> bool:
    """Whether these bytes are a project file, also a damaged one, rather than some other document."""
    if content[:4] == b"PK\3\4" and content[30 : 30 + len(_JSON)] == _JSON.encode():
        return True
    try:
        return _JSON in open_archive(content, "").namelist()
    except FileProblem:
        return False


def pack_project(project: Project, sources: bool = True, extras: Mapping[str, bytes] | None = None) -> bytes:
    """The project as the bytes of its file; without the sources' content where `sources` is False."""
    bare = replace(project, sources=tuple(replace(source, content=b"") for source in project.sources))
    json = msgspec.json.format(msgspec.json.encode(_Content(format=FORMAT, project=bare)), indent=1)
    entries = {_JSON: json, **(extras or {})}
    if sources:
        entries |= {_SOURCES + source.sha256: source.content for source in project.sources}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, content in entries.items():
            archive.writestr(_entry(name), content)
    return buffer.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _NO_TIME)
    entry.create_system = 3
    entry.external_attr = 0o600 << 16
    return entry


def read_project(content: bytes, name: str) -> Project:
    """The project in the bytes of its file, `name` for messages; ProjectProblem where it can't be understood."""
    try:
        archive = open_archive(content, name)
        project = decode_project(read_entry(archive, _JSON, name), name)
        contents = {s.sha256: read_entry(archive, _SOURCES + s.sha256, name) for s in project.sources}
    except FileProblem as error:
        message = _("{reason} Earlier versions of it are kept beside it with the ending .bak.")
        raise ProjectProblem(message.format(reason=error)) from error
    return with_sources(project, contents, name)


def decode_project(json: bytes, name: str) -> Project:
    """The project in a project.json, its sources still without content; ProjectProblem where it is newer or unsound."""
    try:
        version = msgspec.json.decode(json, type=_Head).format
        if version > FORMAT:
            raise ProjectProblem(_newer(name, version))
        project = msgspec.json.decode(json, type=_Content).project
    except (msgspec.DecodeError, RecursionError) as error:
        raise damaged(name, str(error)) from error
    former = (*(s.plan for s in project.snapshots), *(edition.before for edition in project.editions))
    for plan in (project.local, *project.parents, *former):
        ids = [block.id for block in plan.body]
        if len(set(ids)) != len(ids):
            raise damaged(name, f"{plan.id}: duplicate id")
    return project


def with_sources(project: Project, contents: Mapping[str, bytes], name: str) -> Project:
    """The project with its sources' content, found by sha256; ProjectProblem where one was altered."""
    return replace(project, sources=tuple(_filled(s, contents[s.sha256], name) for s in project.sources))


def _filled(source: Source, content: bytes, name: str) -> Source:
    if sha256(content).hexdigest() != source.sha256:
        raise damaged(name, source.name)
    return replace(source, content=content)


def damaged(name: str, reason: str) -> ProjectProblem:
    """The error for a project file that is not what was once saved."""
    message = _(
        "“{name}” is damaged ({reason}); open an earlier version, kept beside it with the ending .bak."
    )
    return ProjectProblem(message.format(name=name, reason=reason))


def _newer(name: str, version: int) -> str:
    message = _(
        "“{name}” was saved by a newer version of this program (file format {version}, this one reads {format});"
        " update the program to open it."
    )
    return message.format(name=name, version=version, format=FORMAT)
