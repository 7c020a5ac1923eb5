"""Proves that the frozen program works: `smoke_test.py FOLDER` runs the whole job with it, and its window."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from editor import __version__
from editor.paths import resources, templates

PATIENCE = 60
"""Seconds after which something awaited is taken to be broken."""
EXAMPLE = resources() / "examples" / "province.txt"
LOCALITY = templates() / "localities" / "shifan.toml"


def main(folder: Path) -> int:
    """Run every trial on the program in `folder`; the exit code."""
    program = folder / ("chengqi.exe" if os.name == "nt" else "chengqi")
    with tempfile.TemporaryDirectory() as place:
        os.environ.update(
            CHENGQI_LANGUAGE="en", CHENGQI_STATE=place, XDG_CONFIG_HOME=place, XDG_DATA_HOME=place
        )
        for trial in (try_version, try_job, try_demo, try_bad_input, try_window):
            started = time.monotonic()
            said = trial(program, Path(place)) or "done"
            print(f"{trial.__name__}: {said} ({time.monotonic() - started:.1f} s)", flush=True)
    print(f"{folder}: {size(folder) / 1e6:.0f} MB")
    return 0


def say(program: Path, *words: str | Path) -> str:
    """What the program prints, called with these words from another folder."""
    done = subprocess.run([program, *words], capture_output=True, encoding="utf-8", cwd=tempfile.gettempdir())
    assert done.returncode == 0, done.stderr
    return done.stdout


def try_version(program: Path, place: Path) -> str:
    """It starts and knows its version; it brings its licences along and no network library."""
    assert __version__ in say(program, "--version")
    assert list(program.parent.rglob("licences/PySide6_Essentials/LGPL-3.0.txt"))
    assert not list(program.parent.rglob("*Qt6Network*"))
    return __version__


def try_job(program: Path, place: Path) -> str:
    """It reads, drafts and exports; it reads the example as the sources do."""
    outline = json.loads(say(program, "outline", EXAMPLE, "--json"))
    from_sources = subprocess.check_output([sys.executable, "-m", "editor", "outline", EXAMPLE, "--json"])
    assert outline == json.loads(from_sources)
    project, notice, ledger = place / "draft.chengqi", place / "notice.docx", place / "ledger.xlsx"
    say(program, "draft", EXAMPLE, "--adopt", "all", "--locality", LOCALITY, "-o", project)
    say(program, "export", project, "-o", notice, "--ledger", ledger)
    body = zipfile.ZipFile(notice).read("word/document.xml").decode()
    assert all(measure["heading"] in body for measure in outline["measures"])
    assert zipfile.is_zipfile(ledger)
    return f"{len(outline['measures'])} measures"


def try_demo(program: Path, place: Path) -> str:
    """The demonstration finds its templates and examples."""
    say(program, "demo", "-o", place / "demo")
    return ", ".join(sorted(path.name for path in (place / "demo").iterdir()))


def try_bad_input(program: Path, place: Path) -> str:
    """A file that can't be read is one sentence and exit code 2."""
    done = subprocess.run([program, "outline", place / "missing.txt"], capture_output=True, encoding="utf-8")
    assert done.returncode == 2, done.stderr
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr.strip()


def try_window(program: Path, place: Path) -> str:
    """The window shows the saved draft and closes at Ctrl+Q."""
    if not shutil.which("Xvfb"):
        return "left out: this needs Xvfb and xdotool"
    with virtual_display() as display:
        environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        process = subprocess.Popen(
            [program, place / "draft.chengqi"], env=environment, stderr=subprocess.PIPE, encoding="utf-8"
        )
        search = ["xdotool", "search", "--onlyvisible", "--pid", str(process.pid)]

        def shown() -> str:
            assert process.poll() is None, process.stderr.read()
            return subprocess.run(search, env=environment, capture_output=True, encoding="utf-8").stdout

        try:
            window = until(shown).split()[0]
            keys = ["xdotool", "windowfocus", "--sync", window, "key", "ctrl+q"]
            subprocess.run(keys, env=environment, check=True, timeout=PATIENCE)
            _, complaints = process.communicate(timeout=PATIENCE)
        finally:
            process.kill()
    assert (process.returncode, complaints) == (0, ""), (process.returncode, complaints)
    return "shown and closed"


@contextmanager
def virtual_display() -> Iterator[str]:
    """An X server without a screen; its DISPLAY."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with open(reading, encoding="ascii") as numbers:
            yield f":{numbers.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def until(found: Callable[[], str]) -> str:
    """The first answer that isn't empty."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if answer := found():
            return answer
        time.sleep(0.1)
    raise TimeoutError(found.__name__)


def size(folder: Path) -> int:
    """Bytes in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
