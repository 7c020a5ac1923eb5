"""The developers' front door, as far as it can be tried without installing anything."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import dev

CHECKOUT = Path(__file__).parent.parent


def test_every_command_is_explained() -> None:
    assert dev.__doc__ is not None
    explained = [line.split()[0] for line in dev.__doc__.splitlines() if line.startswith("    ")]
    assert explained == list(dev.COMMANDS)


def test_an_unknown_command_prints_the_help_and_fails(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["tset"]) == 2
    assert "python dev.py COMMAND" in capsys.readouterr().out


def test_it_needs_the_standard_library_only() -> None:
    """Isolated from every installed package, as in a fresh clone."""
    done = subprocess.run([sys.executable, "-I", "-S", CHECKOUT / "dev.py", "--help"], capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_failed_step_is_the_exit_code(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "PYTHON", Path(sys.executable))
    monkeypatch.setitem(dev.COMMANDS, "lock", lambda arguments: dev.python("-c", "raise SystemExit(7)"))
    assert dev.main(["lock"]) == 7
    assert "dev.py lock: this failed" in capfd.readouterr().err


def test_all_tests_fail_when_one_part_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    ran = []
    monkeypatch.setattr(dev, "set_up", ran.append)
    monkeypatch.setattr(dev, "passes", lambda name, command: ran.append(name) or name != "lint")
    assert dev.test([]) == 1
    assert ran[1:] == ["format", "lint", "types", "tests"]


LEAVING = """
import subprocess, sys, time
subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
time.sleep(float(sys.argv[1]))
"""
"""A part of the tests that leaves something running, which could still write to its output."""

RUNNING = """
import sys, dev
dev.PYTHON, dev.LONGEST_PART = sys.executable, int(sys.argv[2])
print(dev.passes("types", ("leaving", sys.argv[1])))
"""


@pytest.mark.parametrize(
    ("lasts", "longest", "told", "complaint"),
    [("0", "60", "True", ""), ("600", "1", "False", "dev.py test: types did not end within 0 minutes\n")],
)
def test_nothing_that_a_part_started_outlives_it(
    tmp_path: Path, lasts: str, longest: str, told: str, complaint: str
) -> None:
    """Who reads the output to its end, as continuous integration does, would wait for it."""
    (tmp_path / "leaving.py").write_text(LEAVING)
    command = [sys.executable, "-c", RUNNING, lasts, longest]
    paths = os.pathsep.join((str(CHECKOUT), str(tmp_path)))
    environment = {**os.environ, "PYTHONPATH": paths}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    assert done.stdout.splitlines()[-1] == told
    assert done.stderr == complaint


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="displays are told by variables on Linux only"
)
def test_run_shows_the_demonstration_where_there_is_no_display(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    called = []
    monkeypatch.setattr(dev, "set_up", lambda packages: None)
    monkeypatch.setattr(dev, "python", lambda *words, check: called.append(words) or 0)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)
    assert dev.run([]) == 0
    assert called[0][:3] == ("-m", "editor", "demo")
    assert "no display" in capsys.readouterr().out
    monkeypatch.setenv("DISPLAY", ":0")
    assert dev.run([]) == 0
    assert called[1] == ("-m", "editor", str(dev.EXAMPLE))


@pytest.fixture
def no_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Linux where nothing may be installed."""
    monkeypatch.setattr(dev, "root_prefix", lambda: None)
    monkeypatch.setattr(dev.sys, "platform", "linux")


@pytest.mark.usefixtures("no_root")
def test_missing_packages_are_named_where_they_cannot_be_installed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "missing_packages", lambda names: ["libegl1"])
    monkeypatch.setattr(dev.shutil, "which", lambda program: f"/usr/bin/{program}")
    dev.install_system_packages(["libegl1", "libgl1"])
    assert "please install" in capsys.readouterr().out.splitlines()[0]


@pytest.mark.skipif(not dev.shutil.which("dpkg-query"), reason="asks Debian's package manager")
def test_provided_packages_count_as_present() -> None:
    assert dev.missing_packages(["dpkg", "awk", "chengqi-is-no-package"]) == ["chengqi-is-no-package"]
