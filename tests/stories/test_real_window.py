"""The real program on a real X display, driven by keys alone: open, adopt, type, save."""

import json
import os
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from editor.errors import EditorError
from editor.paths import resources
from editor.plan.project import Project
from editor.storage import load_project

PATIENCE = 60.0
"""Seconds to wait for anything on a busy machine."""
CHECKOUT = Path(__file__).parent.parent.parent
TOOLS = ("Xvfb", "xdotool")
T = TypeVar("T")


def wait_for(what: str, look: Callable[[], T | None]) -> T:
    """What `look` finds, as soon as it finds it."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if found := look():
            return found
        time.sleep(0.05)
    pytest.fail(f"waited in vain for {what}")


@pytest.fixture
def display() -> Iterator[str]:
    """The name of a display of our own."""
    for tool in TOOLS:
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} is not installed")
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as told:
        number = told.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait()


class Clerk:
    """Somebody at the keyboard of one display."""

    def __init__(self, display: str, folder: Path) -> None:
        self._environment = os.environ | {
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "CHENGQI_LANGUAGE": "en",
            "CHENGQI_STATE": str(folder / "state"),
            "XDG_CONFIG_HOME": str(folder / "settings"),
            "HOME": str(folder),
        }

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start the program as a user does."""
        return subprocess.Popen(
            [sys.executable, "-m", "editor", *arguments], cwd=CHECKOUT, env=self._environment
        )

    def _xdotool(self, *arguments: str) -> str:
        done = subprocess.run(["xdotool", *arguments], env=self._environment, capture_output=True, text=True)
        return done.stdout.strip()

    def window(self, title: str) -> str | None:
        """The id of a visible window whose title holds these words."""
        found = self._xdotool("search", "--onlyvisible", "--name", title).split()
        return found[0] if found else None

    def go_to_window(self, title: str) -> str:
        """Wait for a window and give it the keyboard."""
        window = wait_for(f"a window called {title}", lambda: self.window(title))
        self._xdotool("windowfocus", "--sync", window)
        return window

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        self._xdotool("key", "--clearmodifiers", "--delay", "40", *keys)

    def type(self, text: str) -> None:
        """Type text, Chinese too."""
        self._xdotool("type", "--clearmodifiers", "--delay", "60", text)


def saved(path: Path) -> Project | None:
    """The project at a path, None while there is none or it is still being written."""
    try:
        return load_project(path)
    except EditorError:
        return None


def journal(folder: Path) -> list[dict[str, str]]:
    """The local measures in the recovery journal that the running program keeps."""
    for path in (folder / "state" / "recovery").glob("*.journal"):
        with zipfile.ZipFile(path) as archive:
            body = json.loads(archive.read("project.json"))["project"]["local"].get("body", [])
        return [block for block in body if block["type"] == "measure"]
    return []


def test_a_draft_is_made_by_keys_alone(display: str, tmp_path: Path) -> None:
    clerk = Clerk(display, tmp_path)
    program = clerk.start(str(resources() / "examples" / "province.txt"))
    try:
        clerk.go_to_window("数字")
        clerk.press("F9")  # to the first undecided measure; Enter adopts it and goes to the next
        for count in (1, 2):
            clerk.press("Return")
            wait_for(f"{count} measures in the journal", lambda n=count: len(journal(tmp_path)) == n)
        clerk.press("F6", "Return")  # to the local outline, into the text of its current measure
        clerk.press("ctrl+End")
        clerk.type("abc 中文 123")
        wait_for("the text in the journal", lambda: journal(tmp_path)[1]["text"].endswith("abc 中文 123"))
        clerk.press("ctrl+l")
        clerk.type("某某局")
        clerk.press("Return")
        path = tmp_path / "draft.chengqi"
        clerk.press("ctrl+s")
        clerk.go_to_window("Save the draft")
        clerk.press("ctrl+a")
        clerk.type(str(path))
        clerk.press("Return")
        project = wait_for("the saved project", lambda: saved(path))
        clerk.go_to_window("draft - Chengqi")
        clerk.press("ctrl+q")
        assert program.wait(PATIENCE) == 0
    finally:
        program.kill()
        program.wait()
    first, second = project.local.measures
    assert not first.text.endswith("abc 中文 123")
    assert second.text.endswith("abc 中文 123")
    assert second.units("lead_units") == ("某某局",)
