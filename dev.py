"""The front door for developers: `python dev.py COMMAND` in a fresh clone; nothing else needs to be typed.

    setup       make .venv/ with the locked packages, and install the system packages that are missing
    run [FILE]  open the window on FILE or the example; without a display, run `chengqi demo`
    test [...]  formatting, lint, types and all tests; arguments go to pytest, which then runs alone
    bench       the benchmarks of tests/benchmarks
    shots       the pictures of the README and the guide
    build       the frozen program in dist/, smoke-tested
    translate   bring the message catalogues of resources/i18n up to date with the sources
    lock [...]  renew requirements.lock from pyproject.toml; with --upgrade, with the newest versions

Every command first sets up what it needs. Needs Python 3.11 or newer and its standard library only. The commands
are written for Windows and macOS too, but have only been tried on Debian.
"""

import contextlib
import hashlib
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - the person with an older Python is the one to be told
    sys.exit(
        "This needs Python 3.11 or newer (https://www.python.org/downloads/); start dev.py with that one."
    )

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = ROOT / "requirements.lock"
STAMP = ENVIRONMENT / "chengqi-setup"
SCREENSHOTS = ROOT / "resources" / "screenshots"
EXAMPLE = ROOT / "resources" / "examples" / "province.txt"
LONGEST_PART = 20 * 60
"""Seconds after which a part of the tests is taken to hang."""

WINDOW_PACKAGES = (
    *(
        "libdbus-1-3",
        "libegl1",
        "libfontconfig1",
        "libgl1",
        "libglib2.0-0",
        "libx11-xcb1",
        "libxkbcommon-x11-0",
    ),
    *("libxcb-cursor0", "libxcb-glx0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-randr0"),
    *(
        "libxcb-render-util0",
        "libxcb-shape0",
        "libxcb-shm0",
        "libxcb-sync1",
        "libxcb-util1",
        "libxcb-xfixes0",
    ),
    *("libxcb-xkb1", "fonts-noto-cjk"),
)
"""Debian packages that Qt's wheel and Chinese text need."""
TEST_PACKAGES = (
    "fonts-arphic-gbsn00lp",
    "fonts-arphic-gkai00mp",
    "fonts-liberation",
    "fonts-wqy-zenhei",
    "xauth",
)
"""Debian packages that the tests need besides: stand-ins for the notice's fonts."""
TEST_PROGRAMS = {
    "soffice": ("libreoffice-writer-nogui", "libreoffice-calc-nogui"),
    "Xvfb": ("xvfb",),
    "xdotool": ("xdotool",),
    "pdftoppm": ("poppler-utils",),
}
"""Programs that the tests call, and the Debian packages to get them from where they are not there in any form."""


def main(arguments: list[str]) -> int:
    """Carry out one command; the exit code."""
    name, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if name not in COMMANDS:
        print(__doc__)
        return 0 if name in ("-h", "--help", "help") else 2
    try:
        return COMMANDS[name](rest)
    except subprocess.CalledProcessError as error:
        print(f"dev.py {name}: this failed: {subprocess.list2cmdline(map(str, error.cmd))}", file=sys.stderr)
        return error.returncode
    except KeyboardInterrupt:
        return 130


# Setting up


def set_up(system_packages: list[str]) -> None:
    """Bring the system packages and .venv/ up to date."""
    install_system_packages(system_packages)
    wanted = hashlib.sha256(LOCK.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    if not (PYTHON.exists() and STAMP.exists() and STAMP.read_text() == wanted):
        make_environment()
        STAMP.write_text(wanted)


def make_environment() -> None:
    """Make .venv/ with exactly the locked packages, and this project in it, editable."""
    print(f"dev.py: setting up {ENVIRONMENT} ...", flush=True)
    if not PYTHON.exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", ENVIRONMENT], check=True)
    pip = ("-m", "pip", "install", "-qq", "--disable-pip-version-check")
    python(*pip, "--require-hashes", "-r", LOCK)
    python(*pip, "--no-build-isolation", "--no-deps", "--editable", ROOT)


def window_packages() -> list[str]:
    """The Debian packages needed to open the window."""
    needs_ensurepip = importlib.util.find_spec("ensurepip") is None
    return [*WINDOW_PACKAGES, *(["python3-venv"] if needs_ensurepip else [])]


def all_packages() -> list[str]:
    """The Debian packages needed to run every test, benchmark and build; programs that are there are not asked for."""
    programs = [
        name for program, names in TEST_PROGRAMS.items() if not shutil.which(program) for name in names
    ]
    return [*window_packages(), *TEST_PACKAGES, *programs]


def install_system_packages(names: list[str]) -> None:
    """Install the Debian packages that are missing, or say what to install where that can't be done here."""
    if not sys.platform.startswith("linux"):
        if names != window_packages() and not shutil.which("soffice"):
            print(
                "dev.py: please install LibreOffice (soffice on the PATH); the tests that need it are skipped."
            )
        return
    missing = missing_packages(names) if shutil.which("dpkg-query") else names
    as_root = root_prefix()
    if missing and shutil.which("apt-get") and as_root is not None:
        print(f"dev.py: installing {' '.join(missing)} ...", flush=True)
        apt_get = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
        subprocess.run([*apt_get, "update"], check=True)
        subprocess.run([*apt_get, "install", "--no-install-recommends", "-y", *missing], check=True)
    elif missing:
        print(f"dev.py: please install what these Debian packages hold: {' '.join(missing)}", flush=True)


def missing_packages(names: list[str]) -> list[str]:
    """Those of the Debian packages that are neither installed nor provided by an installed one."""
    query = ["dpkg-query", "-W", "-f", "${db:Status-Status}|${Package}, ${Provides}\n"]
    listing = subprocess.run(query, capture_output=True, text=True, check=True).stdout
    present: set[str] = set()
    for line in listing.splitlines():
        status, _, provided = line.partition("|")
        if status == "installed":
            present.update(item.split()[0] for item in provided.split(",") if item.strip())
    return [name for name in names if name not in present]


def root_prefix() -> list[str] | None:
    """What to put before a command for it to run as root: nothing, sudo, or None where neither is possible."""
    if os.geteuid() == 0:
        return []
    asked = ["sudo", "-n", "true"]
    if shutil.which("sudo") and subprocess.run(asked, capture_output=True).returncode == 0:
        return ["sudo"]
    return None


def python(*arguments: str | Path, check: bool = True, **variables: str) -> int:
    """Run the environment's Python in the checkout; the exit code. Keyword arguments are environment variables."""
    command = [str(PYTHON), *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, check=check, env={**os.environ, **variables}).returncode


# Commands


def setup(arguments: list[str]) -> int:
    """Everything that any command needs."""
    set_up(all_packages())
    print(f"dev.py: ready; the program is {PYTHON.parent / 'chengqi'}")
    return 0


def run(arguments: list[str]) -> int:
    """The window, or the demonstration where there is no display."""
    set_up(window_packages())
    if has_display():
        return python("-m", "editor", *(arguments or [str(EXAMPLE)]), check=False)
    print(
        "dev.py: there is no display here, so this runs `chengqi demo` instead of opening the window.",
        flush=True,
    )
    return python("-m", "editor", "demo", "-o", ROOT / "build" / "demo", check=False)


def has_display() -> bool:
    """Whether a window can be shown."""
    variables = ("DISPLAY", "WAYLAND_DISPLAY")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in variables)


def test(arguments: list[str]) -> int:
    """Everything that must hold before a change is kept; with arguments, pytest alone."""
    set_up(all_packages())
    if arguments:
        return python("-m", "pytest", *arguments, check=False)
    parts = {
        "format": ("ruff", "format", "--check", "."),
        "lint": ("ruff", "check", "."),
        "types": ("mypy",),
        "tests": ("pytest", "-q", "-n", "2", "--dist", "loadfile", "--max-worker-restart", "0"),
    }
    failed = [name for name, command in parts.items() if not passes(name, command)]
    if failed:
        print(f"dev.py test: failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def passes(name: str, command: tuple[str, ...]) -> bool:
    """Whether one part of the tests passes; its output and duration are printed. Nothing that it started outlives it."""
    started = time.monotonic()
    process = subprocess.Popen([PYTHON, "-m", *command], cwd=ROOT, start_new_session=True)
    try:
        code = process.wait(LONGEST_PART)
    except subprocess.TimeoutExpired:
        print(f"dev.py test: {name} did not end within {LONGEST_PART // 60} minutes", file=sys.stderr)
        return False
    finally:
        end(process)
    if name != "tests":  # pytest tells its own, and its line is to be the last
        print(f"dev.py test: {name} took {time.monotonic() - started:.1f} s", flush=True)
    return code == 0


def end(process: "subprocess.Popen[bytes]") -> None:
    """End a process, and what it left running: whoever reads the output waits for the last one that may still write."""
    if os.name == "nt":
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True)
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def bench(arguments: list[str]) -> int:
    """Every benchmark, each a script that prints its rows."""
    set_up(all_packages())
    for script in sorted((ROOT / "tests" / "benchmarks").glob("bench_*.py")):
        python(script, *arguments)
    return 0


def shots(arguments: list[str]) -> int:
    """The README's screenshots, drawn off screen so that they come out alike everywhere."""
    set_up(all_packages())
    python("-m", "build_spec.shots", SCREENSHOTS, QT_QPA_PLATFORM="offscreen")
    return python("-m", "build_spec.page_shot", SCREENSHOTS)


def build(arguments: list[str]) -> int:
    """The frozen program as one folder, and its smoke test."""
    set_up(all_packages())
    folders = ("--distpath", ROOT / "dist", "--workpath", ROOT / "build" / "pyinstaller")
    freeze = ("-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR")
    python(*freeze, *folders, ROOT / "build_spec" / "chengqi.spec")
    return python(ROOT / "build_spec" / "smoke_test.py", ROOT / "dist" / "chengqi")


def translate(arguments: list[str]) -> int:
    """The catalogues, extracted, merged and compiled."""
    set_up([])
    return python(ROOT / "build_spec" / "catalogues.py")


def lock(arguments: list[str]) -> int:
    """requirements.lock, for all platforms and with hashes."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        scripts = Path(folder, PYTHON.parent.name)
        subprocess.run([scripts / "python", "-m", "pip", "install", "-qq", "uv"], check=True)
        options = ["--universal", "--generate-hashes", "--all-extras", "--python-version", "3.11", "--quiet"]
        named = ["--custom-compile-command", "python dev.py lock", "-o", LOCK.name]
        command = [str(scripts / "uv"), "pip", "compile", *options, *named, *arguments, "pyproject.toml"]
        return subprocess.run(command, cwd=ROOT, check=True).returncode


COMMANDS = {
    "setup": setup,
    "run": run,
    "test": test,
    "bench": bench,
    "shots": shots,
    "build": build,
    "translate": translate,
    "lock": lock,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
