"""The journal: what a crash leaves behind is found again, and nothing else is."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from editor.errors import SaveProblem
from editor.plan.project import Project
from editor.storage import Recovery, save_project
from editor.storage.recovery import state_folder


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Recovery]:
    """The journal of a window that is open."""
    recovery = Recovery(tmp_path)
    yield recovery
    recovery.close()


def test_unsaved_work_is_found_when_its_window_has_ended(
    project: Project, tmp_path: Path, window: Recovery
) -> None:
    ended = Recovery(tmp_path)
    ended.keep(project, tmp_path / "方案.chengqi")
    ended.keep(replace(project, next_id=9), tmp_path / "方案.chengqi")
    assert window.found() == (), "its window is still open"
    ended.close()
    (found,) = window.found()
    assert found.project == replace(project, next_id=9)
    assert found.path == tmp_path / "方案.chengqi"
    assert found.kept[:2] == "20"
    window.discard(found)
    assert window.found() == ()


def test_a_draft_that_was_never_saved_has_no_path(project: Project, tmp_path: Path, window: Recovery) -> None:
    ended = Recovery(tmp_path)
    ended.keep(project, None)
    ended.close()
    assert [recovered.path for recovered in window.found()] == [None]


def test_saved_work_is_not_found(project: Project, tmp_path: Path, window: Recovery) -> None:
    ended = Recovery(tmp_path)
    ended.keep(project, None)
    ended.discard()
    ended.close()
    assert window.found() == ()
    assert list((tmp_path / "recovery").glob("*.*")) == []


def test_after_saving_the_same_project_is_kept_again_when_asked(
    project: Project, tmp_path: Path, window: Recovery
) -> None:
    ended = Recovery(tmp_path)
    ended.keep(project, None)
    ended.discard()
    ended.keep(project, None)
    ended.close()
    assert len(window.found()) == 1


def test_sources_are_written_once_and_go_with_the_last_journal(
    project: Project, tmp_path: Path, window: Recovery
) -> None:
    ended = Recovery(tmp_path)
    ended.keep(project, None)
    (source,) = (tmp_path / "recovery" / "sources").iterdir()
    written = source.stat().st_mtime_ns
    ended.keep(replace(project, next_id=9), None)
    assert source.stat().st_mtime_ns == written
    assert project.sources[0].content not in b"".join(
        p.read_bytes() for p in (tmp_path / "recovery").glob("*.journal")
    )
    ended.close()
    window.keep(project, None)
    window.discard(window.found()[0])
    assert source.exists(), "the other window still needs it"
    window.discard()
    assert not source.exists()


def test_a_spoilt_journal_hides_no_other(project: Project, tmp_path: Path, window: Recovery) -> None:
    ended = Recovery(tmp_path)
    ended.keep(project, None)
    ended.close()
    (tmp_path / "recovery" / "00.journal").write_bytes(b"PK\3\4 spoilt")
    assert [recovered.project for recovered in window.found()] == [project]


def test_a_folder_that_can_not_be_made_is_told(project: Project, tmp_path: Path) -> None:
    (tmp_path / "recovery").write_text("in the way")
    with pytest.raises(SaveProblem, match="save often"):
        Recovery(tmp_path).keep(project, None)


def test_the_state_folder_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CHENGQI_STATE", str(tmp_path))
    assert state_folder() == tmp_path
    monkeypatch.delenv("CHENGQI_STATE")
    assert "chengqi" in str(state_folder())


CRASH = """
import os, sys
from pathlib import Path
from editor.storage import Recovery, load_project
Recovery(Path(sys.argv[2])).keep(load_project(Path(sys.argv[1])), None)
os._exit(3)
"""


def test_a_program_that_crashed_loses_nothing(project: Project, tmp_path: Path, window: Recovery) -> None:
    save_project(project, tmp_path / "方案.chengqi")
    command = [sys.executable, "-c", CRASH, str(tmp_path / "方案.chengqi"), str(tmp_path)]
    assert subprocess.run(command, env=os.environ, check=False).returncode == 3
    assert [recovered.project for recovered in window.found()] == [project]
