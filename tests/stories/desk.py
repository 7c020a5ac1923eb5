"""A desk of our own: an X display without anybody's windows, a keyboard, a clipboard, and the program on it.

Nothing here looks into the program: what it does is told by the titles of its windows and by the files it writes.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import pytest

PATIENCE = 60.0
"""Seconds to wait for anything on a busy machine."""
CHECKOUT = Path(__file__).parent.parent.parent
TOOLS = ("Xvfb", "xdotool")
_BETWEEN_KEYS = "12"
"""Milliseconds."""
_MOMENT, _LOOKS = 0.003, 5
"""Seconds between two looks at what is running, and how often it must not be found running."""
T = TypeVar("T")


def wait_for(what: str, look: Callable[[], T | None]) -> T:
    """What `look` finds, as soon as it finds it."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if found := look():
            return found
        time.sleep(0.02)
    pytest.fail(f"waited in vain for {what}")


class Display(NamedTuple):
    """An X display: its name, and the number of the process that serves it."""

    name: str
    process: int


@contextmanager
def display() -> Iterator[Display]:
    """A display of our own; skips the test where there can be none."""
    for tool in TOOLS:
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} is not installed")
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as told:
        number = told.readline().strip()
    yield Display(f":{number}", server.pid)
    server.terminate()
    server.wait()


class Desk:
    """Somebody at the keyboard of one display; `keys` counts the keys pressed, those held down with others as one."""

    def __init__(self, display: Display, folder: Path) -> None:
        self.keys = 0
        self.folder = folder
        self._environment = os.environ | {
            "DISPLAY": display.name,
            "QT_QPA_PLATFORM": "xcb",
            "CHENGQI_LANGUAGE": "en",
            "CHENGQI_STATE": str(folder / "state"),
            "XDG_CONFIG_HOME": str(folder / "settings"),
            "HOME": str(folder),
        }
        self._display = display
        self._program: subprocess.Popen[str] | None = None
        self._answers, self._pasted = folder / "clipboard", 0
        with self._answers.open("w") as answers:
            self._clipboard = self._run(
                "tests/stories/clipboard.py", stdin=subprocess.PIPE, stdout=answers.fileno()
            )

    def _run(self, *arguments: str, **streams: int) -> subprocess.Popen[str]:
        command = [sys.executable, *arguments]
        return subprocess.Popen(command, cwd=CHECKOUT, env=self._environment, text=True, **streams)

    def start(self, *arguments: str) -> None:
        """Start the program as a user does."""
        self._program = self._run("-m", "editor", *arguments)

    def ended(self) -> int:
        """The exit code of the program, which is to end by itself."""
        assert self._program is not None
        return self._program.wait(PATIENCE)

    def clear(self) -> None:
        """End what still runs."""
        for process in filter(None, (self._program, self._clipboard)):
            process.kill()
            process.communicate()

    def tell(self, *arguments: str) -> dict[str, Any]:
        """What a command of the command line answers."""
        command = [sys.executable, "-m", "editor", *arguments, "--json"]
        done = subprocess.run(
            command, cwd=CHECKOUT, env=self._environment, capture_output=True, encoding="utf-8"
        )
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer

    # The keyboard

    def press(self, *keys: str) -> None:
        """Press keys one after the other, as xdotool names them, and let the program do what they mean.

        A list or a menu that opens has the keyboard of the display; keys that come before the program has closed it
        are lost in it, so nobody may be as fast as that.
        """
        self.keys += len(keys)
        self._xdotool("key", "--delay", _BETWEEN_KEYS, *keys)
        self.wait_until_idle()

    def wait_until_idle(self) -> None:
        """Wait until the program and the display have nothing to do any more."""
        processes = [self._display.process]
        if self._program is not None and self._program.poll() is None:
            processes.append(self._program.pid)
        wait_for("the program to be idle", lambda: all(is_asleep(processes) for _look in range(_LOOKS)))

    def paste(self, text: str) -> None:
        """Put a text in from the clipboard: what an input method would do takes a key, and whole sentences."""
        self._pasted += 1
        print(json.dumps(text), file=self._clipboard.stdin, flush=True)
        self._wait_for_clipboard("held")
        self.press("ctrl+v")
        self._wait_for_clipboard("given")

    def _wait_for_clipboard(self, state: str) -> None:
        answer = f"{state} {self._pasted}"
        wait_for(f"“{answer}” from the clipboard", lambda: answer in self._answers.read_text().splitlines())

    def _xdotool(self, *arguments: str) -> str:
        done = subprocess.run(["xdotool", *arguments], env=self._environment, capture_output=True, text=True)
        return done.stdout.strip()

    # The windows

    def window(self, title: str) -> str | None:
        """The id of a visible window whose title holds these words."""
        found = self._xdotool("search", "--onlyvisible", "--name", title).split()
        return found[0] if found else None

    def go_to_window(self, title: str) -> None:
        """Wait for a window and give it the keyboard, as a window manager does."""
        window = wait_for(f"a window called {title}", lambda: self.window(title))
        self._xdotool("windowfocus", "--sync", window)

    def leave_window(self, title: str, key: str, to: str) -> None:
        """Press the key that closes a window, and go to another once it is gone."""
        self.press(key)
        wait_for(f"the end of {title}", lambda: self.window(title) is None)
        self.go_to_window(to)


def is_asleep(processes: list[int]) -> bool:
    """Whether all threads of the processes sleep, or have ended, after a moment."""
    time.sleep(_MOMENT)
    with suppress(FileNotFoundError):  # a thread that has ended meanwhile
        states = [
            stat.read_text().rpartition(")")[2].split()[0]
            for process in processes
            for stat in Path(f"/proc/{process}/task").glob("*/stat")
        ]
        return set(states) <= {"S", "Z"}
    return False
