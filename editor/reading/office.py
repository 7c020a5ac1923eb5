"""An installed LibreOffice as the reader of last resort: it turns an old document into a .docx.

It gets a fresh profile in a folder of its own, in which neither macros run nor links are followed, and limited time.
Word and WPS can only be asked through COM, which needs a library of its own: they are not used.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from editor.archives import open_archive
from editor.reading.docx import docx_extract
from editor.reading.doubts import doubt
from editor.reading.lines import Extract
from editor.wording import _

_COMMANDS = ("soffice", "libreoffice")
_USUAL_PLACES = (
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/opt/libreoffice/program/soffice",
)
_SECONDS = 60
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


def find_office() -> str | None:
    """The installed LibreOffice's command, None where there is none."""
    found = next((path for command in _COMMANDS if (path := shutil.which(command))), None)
    return found or next((place for place in _USUAL_PLACES if Path(place).is_file()), None)


def convert(content: bytes) -> bytes | None:
    """The document as .docx; None where no LibreOffice is installed, or it can't read the document in time."""
    office = find_office()
    if office is None:
        return None
    with tempfile.TemporaryDirectory(prefix="chengqi-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        settings = "".join(_SETTING.format(name=name, value=value) for name, value in _SAFE.items())
        (home / "profile" / "user").mkdir(parents=True)
        changes = home / "profile" / "user" / "registrymodifications.xcu"
        changes.write_text(_SETTINGS.format(items=settings), encoding="utf-8")
        (home / "document.doc").write_bytes(content)
        _run(office, home)
        written = home / "document.docx"
        return written.read_bytes() if written.is_file() else None


def converted_extract(content: bytes, name: str) -> Extract:
    """The lines of a converted document, with a hint that it was; `name` is the original file's."""
    extract = docx_extract(open_archive(content, name), name)
    message = _("This is an old document; it was read through LibreOffice. Compare it with the original.")
    return Extract(lines=extract.lines, issues=(doubt("converted", "hint", message, (1, 1)), *extract.issues))


def _run(office: str, home: Path) -> None:
    """Convert, and end LibreOffice with all it started if it takes too long."""
    command = [
        office,
        f"-env:UserInstallation={(home / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--convert-to", "docx"),
        *("--outdir", str(home), str(home / "document.doc")),
    ]
    environment = {**os.environ, "http_proxy": _NOWHERE, "https_proxy": _NOWHERE}
    with contextlib.suppress(OSError):
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,
        )
        try:
            process.wait(_SECONDS)
        except subprocess.TimeoutExpired:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if os.name == "nt":
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
