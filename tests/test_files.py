"""Files are read whole within a limit, and replaced whole or not at all."""

import os
import stat
import sys

import pytest

from editor.errors import FileProblem, SaveProblem
from editor.files import read_file, replace_file


def test_what_is_written_is_read(tmp_path):
    replace_file(tmp_path / "a.txt", b"one")
    replace_file(tmp_path / "a.txt", b"two")
    assert read_file(tmp_path / "a.txt") == b"two"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits")
def test_permissions_are_kept_and_new_files_get_the_usual_ones(tmp_path):
    path = tmp_path / "a.txt"
    (tmp_path / "usual").touch()
    replace_file(path, b"one")
    assert path.stat().st_mode == (tmp_path / "usual").stat().st_mode
    path.chmod(0o664)
    replace_file(path, b"two")
    assert stat.S_IMODE(path.stat().st_mode) == 0o664


@pytest.mark.parametrize("broken", ["fsync", "replace"])
def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, broken):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, broken, fail)
    with pytest.raises(SaveProblem, match=r"a\.txt.*No space left"):
        replace_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert [found.name for found in tmp_path.iterdir()] == ["a.txt"]


def test_a_file_that_may_not_be_written_is_said_so(tmp_path, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(SaveProblem, match="open in another program or its folder is read-only"):
        replace_file(tmp_path / "a.txt", b"new")


@pytest.mark.parametrize(("content", "words"), [(b"", "is empty"), (b"12345", "is larger than")])
def test_empty_and_large_files_are_refused(tmp_path, content, words):
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    with pytest.raises(FileProblem, match=words):
        read_file(path, limit=4)


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(FileProblem, match=r"is a folder|can't be read"):
        read_file(tmp_path)


class _HeldElsewhere(PermissionError):
    """What Windows answers while another program reads the file."""

    winerror = 32


@pytest.mark.parametrize("refusals", [0, 2])
def test_what_is_held_for_a_moment_is_replaced_then(tmp_path, monkeypatch, refusals):
    path, tries, really = tmp_path / "a.txt", [], os.replace

    def busy(source, target):
        tries.append(target)
        if len(tries) <= refusals:
            raise _HeldElsewhere(13, "in use")
        really(source, target)

    monkeypatch.setattr(os, "replace", busy)
    replace_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert len(tries) == refusals + 1


def test_what_another_program_keeps_open_is_told(tmp_path, monkeypatch):
    path, tries = tmp_path / "a.txt", []
    path.write_bytes(b"old")

    def busy(source, target):
        tries.append(target)
        raise _HeldElsewhere(13, "in use")

    monkeypatch.setattr(os, "replace", busy)
    with pytest.raises(SaveProblem, match="open in another program"):
        replace_file(path, b"new")
    assert len(tries) > 2
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps names by itself")
def test_content_is_on_the_disk_before_its_name_and_then_the_name(tmp_path, monkeypatch):
    done, sync, rename = [], os.fsync, os.replace

    def note_sync(file):
        done.append("folder" if stat.S_ISDIR(os.fstat(file).st_mode) else "content")
        sync(file)

    monkeypatch.setattr(os, "fsync", note_sync)
    monkeypatch.setattr(os, "replace", lambda *names: (done.append("name"), rename(*names)))
    replace_file(tmp_path / "a.txt", b"new")
    assert done == ["content", "name", "folder"]
