"""Project files: what is saved is what is opened, and what can't be opened is told in a sentence."""

import errno
import io
import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from editor.archives import open_archive
from editor.errors import EditorError, FileProblem, ProjectProblem, SaveProblem
from editor.plan.project import Project, Snapshot
from editor.storage import (
    FORMAT,
    Recovery,
    is_project,
    load_project,
    pack_project,
    read_project,
    save_project,
)
from editor.storage.backups import KEPT, backups_of

SAMPLES = Path(__file__).parent.parent / "data" / "projects"


def test_what_is_saved_is_what_is_opened(project: Project, tmp_path: Path) -> None:
    save_project(project, tmp_path / "方案.chengqi")
    assert load_project(tmp_path / "方案.chengqi") == project


def test_an_empty_project_too(tmp_path: Path) -> None:
    save_project(Project(), tmp_path / "空.chengqi")
    assert load_project(tmp_path / "空.chengqi") == Project()


def test_equal_projects_are_equal_bytes(project: Project) -> None:
    content = pack_project(project)
    assert pack_project(read_project(content, "x")) == content
    assert b'"format": 5' in content[:80]


def test_a_file_is_told_from_other_documents(project: Project) -> None:
    content = pack_project(project)
    assert is_project(content)
    assert is_project(content[:200])
    assert not is_project(b"")
    assert not is_project("示范省".encode())
    assert not is_project(archive({"word/document.xml": b"<w/>"}))
    assert is_project(archive({"first": b"", "project.json": b"{}"}))


def archive(entries: dict[str, bytes], compression: int = zipfile.ZIP_STORED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as made:
        for name, content in entries.items():
            made.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize("sample", sorted(SAMPLES.iterdir()), ids=lambda sample: sample.name)
def test_files_of_every_version_open(sample: Path) -> None:
    opened = load_project(sample)
    assert opened.local.title == "示范县便民行动方案"
    assert opened.local.measures[0].units("lead_units") == ("数据局",)
    assert opened.sources[0].content == "原件全文".encode()


def test_snapshots_are_kept_in_the_file() -> None:
    (snapshot,) = load_project(SAMPLES / "format2.chengqi").snapshots
    assert (snapshot.name, snapshot.date) == ("征求意见稿", "2026-03-02")
    assert snapshot.plan.title == "示范县便民行动方案"
    assert snapshot.notice.date == "2026-03-01"


def test_marks_are_kept_in_the_file() -> None:
    (mark,) = load_project(SAMPLES / "format3.chengqi").marks
    assert (mark.measure, mark.old, mark.new) == ("m3", "材料共享", "材料只交一次")
    assert (mark.verdict, mark.note) == ("to_ask", "问省厅")


def test_what_a_notice_does_is_kept_in_the_file() -> None:
    opened = load_project(SAMPLES / "format4.chengqi")
    assert (opened.notice.act, opened.notice.seal_diameter, opened.notice.imprint_even) == (
        "forward",
        42.0,
        True,
    )
    assert opened.locality.offices == ("示范县人民政府办公室", "示范县数据局")


def test_former_editions_are_kept_in_the_file() -> None:
    (edition,) = load_project(SAMPLES / "format5.chengqi").editions
    assert (edition.name, edition.before.id, edition.before.title) == (
        "方案（修订）.txt",
        "parent1",
        "示范省便民行动方案",
    )


def test_what_stands_around_a_mark_is_kept_in_the_file() -> None:
    (mark,) = load_project(SAMPLES / "format5.chengqi").marks
    assert (mark.before, mark.old, mark.behind) == ("简化材料。", "材料共享", "。")


def test_there_is_a_sample_of_every_version() -> None:
    assert {sample.name for sample in SAMPLES.iterdir()} == {
        f"format{n}.chengqi" for n in range(1, FORMAT + 1)
    }


def test_a_newer_version_is_named(project: Project) -> None:
    with pytest.raises(ProjectProblem, match=r"newer version.*file format 7, this one reads 5.*update"):
        read_project(archive({"project.json": b'{"format": 7, "project": [], "more": 1}'}), "方案.chengqi")


HOLE = b'{"format": 1, "project": {"sources": [{"plan": "p", "name": "n", "sha256": "../../etc/passwd"}]}}'


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (archive({}), "lacks its part"),
        (archive({"project.json": b""}), "damaged"),
        (archive({"project.json": b'{"project": {}}'}), "format"),
        (archive({"project.json": b'{"format": "1"}'}), "format"),
        (archive({"project.json": b'{"format": 1, "project": {"next_id": "x"}}'}), r"project\.next_id"),
        (archive({"project.json": b'{"format": 1, "project": {"colour": 1}}'}), "colour"),
        (archive({"project.json": b"[" * 100_000}), "damaged"),
        (archive({"project.json": HOLE}), "lacks its part"),
        (archive({"project.json": b"{}", "../evil": b""}), "outside itself"),
        (archive({"project.json": b" " * 40_000_000}, zipfile.ZIP_DEFLATED), "absurd size"),
        (b"PK\3\4 and no more", "cut short"),
    ],
    ids=[
        "no json",
        "empty json",
        "no format",
        "format of another type",
        "wrong type",
        "unknown field",
        "nested",
        "source outside",
        "path outside",
        "bomb",
        "no zip",
    ],
)
def test_what_can_not_be_opened_is_told(content: bytes, reason: str) -> None:
    with pytest.raises(ProjectProblem, match=reason) as raised:
        read_project(content, "方案.chengqi")
    assert "方案.chengqi" in str(raised.value)
    assert ".bak" in str(raised.value)


def test_doubled_ids_are_damage(project: Project) -> None:
    doubled = replace(project, local=replace(project.local, body=project.local.body * 2))
    with pytest.raises(ProjectProblem, match="duplicate id"):
        read_project(pack_project(doubled), "方案.chengqi")


def test_doubled_ids_in_a_snapshot_are_damage_too(project: Project) -> None:
    doubled = replace(project.local, body=project.local.body * 2)
    snapshot = Snapshot(name="初稿", date="2026-03-02", plan=doubled)
    with pytest.raises(ProjectProblem, match="duplicate id"):
        read_project(pack_project(replace(project, snapshots=(snapshot,))), "方案.chengqi")


def test_an_altered_source_is_noticed(project: Project) -> None:
    name = f"sources/{project.sources[0].sha256}"
    json = open_archive(pack_project(project), "x").read("project.json")
    with pytest.raises(ProjectProblem, match=r"damaged \(方案\.txt\)"):
        read_project(archive({"project.json": json, name: b"other"}), "方案.chengqi")


@given(data=st.data())
def test_damage_anywhere_is_a_problem_or_nothing(data: st.DataObject) -> None:
    content = bytearray(pack_project(Project(next_id=12345)))
    for _time in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    cut = content[: data.draw(st.integers(0, len(content)))]
    try:
        opened = read_project(bytes(cut), "方案.chengqi")
    except EditorError:
        return
    assert msgspec.json.encode(opened)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="无"):
        load_project(tmp_path / "无.chengqi")


def test_the_last_versions_are_kept(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "方案.chengqi"
    for number in range(KEPT + 3):
        save_project(replace(project, next_id=100 + number), path)
        os.utime(path, (1_800_000_000 + number, 1_800_000_000 + number))
    assert [load_project(backup).next_id for backup in backups_of(path)] == [106, 105, 104, 103, 102]
    assert {p for p in tmp_path.iterdir() if p != path} == set(backups_of(path))
    save_project(load_project(path), path)
    assert len(backups_of(path)) == KEPT, "saving what is there already makes no backup"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EIO])
@pytest.mark.parametrize("name", ["replace", "fsync"])
def test_a_failing_save_leaves_the_old_file(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, number: int
) -> None:
    path = tmp_path / "方案.chengqi"
    save_project(project, path)
    before = path.read_bytes()

    def fail(*arguments: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, name, fail)
    with pytest.raises(SaveProblem, match=r"No space left|read-only|error"):
        save_project(replace(project, next_id=9), path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_told(project: Project, tmp_path: Path) -> None:
    with pytest.raises(SaveProblem, match="方案"):
        save_project(project, tmp_path / "无" / "方案.chengqi")


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from msgspec.structs import replace
from editor.errors import SaveProblem
from editor.storage import load_project, save_project
path = Path(sys.argv[1])
project = load_project(path)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (300, 300))
try:
    save_project(replace(project, next_id=9), path)
except SaveProblem as problem:
    print(problem)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits the size of files as only POSIX systems can")
def test_a_disk_that_is_really_full_leaves_the_old_file(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "方案.chengqi"
    save_project(project, path)
    before = path.read_bytes()
    command = [sys.executable, "-c", FULL_DISK, str(path)]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    said = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=True)
    assert "can't be written (File too large)" in said.stdout
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


READ_ONLY_MEANWHILE = """
import os, sys
from pathlib import Path
from msgspec.structs import replace
from editor.errors import SaveProblem
from editor.storage import Recovery, load_project, save_project
path = Path(sys.argv[1])
changed = replace(load_project(path), next_id=9)
if os.geteuid() == 0:  # the administrator may write everywhere
    os.setuid(int(sys.argv[2]))
sync = os.fsync
def sync_and_lose(file):
    sync(file)
    path.parent.chmod(0o500)
os.fsync = sync_and_lose
try:
    save_project(changed, path)
except SaveProblem as problem:
    print(problem)
os.fsync = sync
Recovery(Path(sys.argv[3])).keep(changed, path)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="folders are protected in another way")
def test_a_folder_that_turns_read_only_in_mid_save_leaves_the_old_file(project: Project) -> None:
    """Really so, by another user where the tests run as the administrator, who may write everywhere."""
    nobody = 65534 if os.geteuid() == 0 else os.geteuid()
    with tempfile.TemporaryDirectory() as shared, tempfile.TemporaryDirectory() as state:
        path = Path(shared) / "方案.chengqi"
        save_project(project, path)
        before = path.read_bytes()
        for place in (shared, path, state):
            os.chown(place, nobody, -1)
        command = [sys.executable, "-c", READ_ONLY_MEANWHILE, str(path), str(nobody), state]
        environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
        said = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=True)
        assert "its folder is read-only; save under another name" in said.stdout
        assert path.read_bytes() == before
        assert [found.project.next_id for found in Recovery(Path(state)).found()] == [9], "nothing is lost"
        Path(shared).chmod(0o700)


def test_a_project_too_large_to_open_is_not_saved(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("editor.storage.project_file.LARGEST_CONTENT", 100)
    with pytest.raises(SaveProblem, match="larger than"):
        save_project(project, tmp_path / "方案.chengqi")
    assert list(tmp_path.iterdir()) == []
