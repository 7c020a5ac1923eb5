"""LibreOffice as the tests use it: with a profile and a home of its own, ended with all that it started."""

import os
import signal
import subprocess
from pathlib import Path

import pytest

from editor.libreoffice import find_libreoffice

PATIENCE = 180
"""Seconds; LibreOffice's first start with a new profile is slow on a busy machine."""


def run_libreoffice(folder: Path, *arguments: str | Path, **variables: str) -> None:
    """Run it on these arguments; its profile goes into `folder`. The test is skipped where there is no LibreOffice.

    Keyword arguments are environment variables.
    """
    program = find_libreoffice()
    if program is None:
        pytest.skip("LibreOffice is not installed, so nothing can be made or shown by it.")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    process = subprocess.Popen(
        [program, profile, "--headless", "--norestore", *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=os.environ | {"HOME": str(folder), **variables},
        start_new_session=True,
    )
    try:
        _, said = process.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        pytest.fail(f"LibreOffice did not end within {PATIENCE} seconds")
    finally:
        _end(process)
    assert process.returncode == 0, said.decode("utf-8", "replace")


def _end(process: "subprocess.Popen[bytes]") -> None:
    if process.poll() is None:
        if os.name == "nt":
            subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True)
        else:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
