"""Measures are dragged with a real mouse on a real X display: from the superior plan to a place, and within the outline."""

import json
import os
import subprocess
import sys
from pathlib import Path

from editor.storage import save_project
from tests.stories.desk import CHECKOUT, PATIENCE, display
from tests.ui.made_up import project


def test_measures_are_dragged_to_their_places(tmp_path: Path) -> None:
    save_project(project("m1", "m2"), draft := tmp_path / "draft.chengqi")
    with display() as shown:
        environment = os.environ | {"DISPLAY": shown.name, "QT_QPA_PLATFORM": "xcb"}
        command = [sys.executable, "tests/stories/dragging.py", str(draft)]
        found = subprocess.run(
            command,
            cwd=CHECKOUT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=True,
        )
    first, adopted, moved = map(json.loads, found.stdout.splitlines())
    assert first == [["简化手续", "延长服务"], None]
    assert adopted == [["简化手续", "减免费用", "延长服务"], "Adopt measures"]
    assert moved == [["减免费用", "延长服务", "简化手续"], "Move"]
