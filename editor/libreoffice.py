"""An installed LibreOffice as a converter: what this program can't read or print itself, it may.

It gets a fresh profile in a folder of its own, in which neither macros run nor links are followed, and limited time.
Word and WPS can only be asked through COM, which needs a library of its own: they are not used.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

_COMMANDS = ("soffice", "libreoffice")
_USUAL_PLACES = (
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/opt/libreoffice/program/soffice",
)
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>"""
_SETTING = (
    '<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="{name}" oor:op="fuse">'
    "<value>{value}</value></prop></item>"
)
_SAFE = {
    "MacroSecurityLevel": "3",
    "DisableMacrosExecution": "true",
    "DisableActiveContent": "true",
    "BlockUntrustedRefererLinks": "true",
}
_NOWHERE = "http://127.0.0.1:9"
"""A proxy that answers nothing, for whatever would still reach for the network."""
_NO_WINDOW = 0x08000000 if sys.platform == "win32" else 0
_VERSION_SECONDS = 30
_GLANCE = 0.1
"""Seconds between two looks at whether the answer is still wanted."""


def find_libreoffice() -> str | None:
    """The installed LibreOffice's command, None where there is none."""
    found = next((path for command in _COMMANDS if (path := shutil.which(command))), None)
    return found or next((place for place in _USUAL_PLACES if Path(place).is_file()), None)


def convert(
    content: bytes, kind: str, wanted: str, seconds: float, is_unwanted: Callable[[], bool] = lambda: False
) -> bytes | None:
    """A document of one kind (doc, docx) as another (docx, pdf); None where no LibreOffice can do that in time.

    It is ended once `is_unwanted` says so.
    """
    program = find_libreoffice()
    if program is None:
        return None
    with tempfile.TemporaryDirectory(prefix="chengqi-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        _write_profile(home / "profile")
        document = home / f"document.{kind}"
        document.write_bytes(content)
        options = ("--nolockcheck", "--nodefault", "--convert-to", wanted, "--outdir", folder, str(document))
        command = [program, _profile(home), "--headless", "--norestore", *options]
        done = _run(command, seconds, is_unwanted)
        written = home / f"document.{wanted}"
        return written.read_bytes() if done is not None and written.is_file() else None


def version() -> str:
    """The name and version that the installed LibreOffice gives itself; just its name where it doesn't answer."""
    program = find_libreoffice()
    if program is None:
        return "LibreOffice"
    with tempfile.TemporaryDirectory(prefix="chengqi-", ignore_cleanup_errors=True) as folder:
        answer = _run([program, _profile(Path(folder)), "--version"], _VERSION_SECONDS)
    return (answer or "").strip() or "LibreOffice"


def _profile(home: Path) -> str:
    return f"-env:UserInstallation={(home / 'profile').as_uri()}"


def _write_profile(folder: Path) -> None:
    (folder / "user").mkdir(parents=True)
    settings = "".join(_SETTING.format(name=name, value=value) for name, value in _SAFE.items())
    changes = folder / "user" / "registrymodifications.xcu"
    changes.write_text(_SETTINGS.format(items=settings), encoding="utf-8")


def _run(command: list[str], seconds: float, is_unwanted: Callable[[], bool] = lambda: False) -> str | None:
    """What the command prints; None where it fails or, with all it started, had to be ended: too slow, or unwanted."""
    with contextlib.suppress(OSError):
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "http_proxy": _NOWHERE, "https_proxy": _NOWHERE},
            start_new_session=True,
            creationflags=_NO_WINDOW,
        )
        latest = time.monotonic() + seconds
        while time.monotonic() < latest and not is_unwanted():
            with contextlib.suppress(subprocess.TimeoutExpired):
                printed, _nothing = process.communicate(timeout=min(_GLANCE, seconds))
                return None if process.returncode else printed.decode("utf-8", "replace")
        _end(process)
    return None


def _end(process: "subprocess.Popen[bytes]") -> None:
    if os.name == "nt":
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
