"""The program is quit while something is computed: it ends by itself, with nothing to say and exit code 0."""

import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from editor.drafting.commands import AdoptAll
from editor.paths import resources
from editor.plan.measures import Measure
from editor.plan.plans import Plan
from editor.plan.project import Project
from editor.storage import save_project

MEASURES = 800
DELAYS = (0, 60, 250)
"""Milliseconds from the beginning of the work to the end of the program."""
_QUIT = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMessageBox
from editor.ui.application import make_application, run
from editor.ui.windows import open_windows

make_application([])
path, example, delay = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])

def begin():
    (window,) = open_windows()
    if not window.has_document:
        QTimer.singleShot(20, begin)
        return
    WORK
    QTimer.singleShot(delay, quit_now)

def quit_now():
    for window in open_windows():
        window.document.forget_changes()
    open_windows()[0].groups.windows.quit()

QTimer.singleShot(0, begin)
sys.exit(run(path))
"""
WORK = """
from editor.drafting.commands import SetDetail
window.bench.ask_survey()
window.bench.local.tree.go_to(window.document.project.local.measures[0].id)
for name in ("matrix", "pages"):
    window.bench.docks[name].show()
    window.bench.docks[name].raise_()
for name in ("suggest_words", "earlier_files", "snapshots", "wording_rules", "palette", "export"):
    window.actions_.by_name[name].trigger()
window.document.do(SetDetail("title", "改过的题目"))
window.filing._keep_soon()
window.filing.look_outside()
window.open_path(example)
window.actions_.by_name["new_window"].trigger()
(empty,) = [opened for opened in open_windows() if not opened.has_document]
empty.groups.opening.open_example()
"""
"""Everything that threads do for a window, begun at once."""


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A draft over which everything takes a while."""
    text = "建设平台20个，办理时限压缩到3个工作日，2027年底前完成。各部门共享信息。"
    body = tuple(
        Measure(id=f"m{n}", level=3, number="1", heading=f"推进第{n}项工作", text=text)
        for n in range(MEASURES)
    )
    project = Project(
        parents=(Plan(id="parent1", title="示范省方案", body=body),),
        local=Plan(id="local", title="示范县方案"),
    )
    path = tmp_path_factory.mktemp("large") / "large.chengqi"
    save_project(project, path)
    save_project(replace(AdoptAll("parent1").apply(project), next_id=5 * MEASURES), path)
    return path


@pytest.mark.parametrize("delay", DELAYS)
def test_the_program_ends_cleanly_while_it_works(delay: int, large: Path) -> None:
    code = _QUIT.replace("    WORK", "\n".join(f"    {line}" for line in WORK.strip().splitlines()))
    example = resources() / "examples" / "province.txt"
    command = [sys.executable, "-X", "faulthandler", "-c", code, str(large), str(example), str(delay)]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    said = [line for line in ended.stderr.splitlines() if "This plugin does not support" not in line]
    assert (ended.returncode, said) == (0, [])
