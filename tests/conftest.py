"""What every test gets: English wording, folders of its own, no network, and no warning that goes unseen."""

import gc
import ipaddress
import logging
import os
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["CHENGQI_LANGUAGE"] = "en"

import pytest
from hypothesis import settings

CHECKOUT = Path(__file__).parent.parent
OWN_FOLDERS = ("CHENGQI_STATE", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
_numbers = count(1)

# Other work on the machine must not fail a test: no deadline; and CI must find today what it found yesterday.
settings.register_profile("chengqi", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("chengqi")


class NetworkUsed(BaseException):
    """Raised where a test reaches for the network; no `except Exception` of the program can hide it."""


def _is_local(host: object) -> bool:
    name = host.decode() if isinstance(host, bytes) else host
    if name in (None, "", "localhost"):
        return True
    try:
        return ipaddress.ip_address(str(name).partition("%")[0]).is_loopback
    except ValueError:
        return False


def _guard_network(event: str, arguments: tuple[Any, ...]) -> None:
    """The audit hook that stops every connection and name look-up beyond this machine."""
    if event == "socket.getaddrinfo":
        host = arguments[0]
    elif event in ("socket.connect", "socket.sendto") and isinstance(arguments[1], tuple):
        host = arguments[1][0]
    else:
        return
    if not _is_local(host):
        raise NetworkUsed(f"{event}: {host!r} (the program never opens a network connection)")


def pytest_configure(config: pytest.Config) -> None:
    """Guard the network for the whole run, collection included."""
    sys.addaudithook(_guard_network)


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, recovery files and caches of each test lie in a fresh folder, made when first written to."""
    folder = tmp_path_factory.getbasetemp() / f"state-{next(_numbers)}"
    for variable in OWN_FOLDERS:
        monkeypatch.setenv(variable, str(folder / variable.lower()))
    return folder


class _Collector(logging.Handler):
    """Keeps the records it is handed, as sentences."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def nothing_logged(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test that logs a warning or worse, unless it looks at the log itself (`caplog`)."""
    if "caplog" in request.fixturenames:
        yield
        return
    collector = _Collector()
    logging.getLogger().addHandler(collector)
    yield
    logging.getLogger().removeHandler(collector)
    if collector.messages:
        pytest.fail("logged: " + "; ".join(collector.messages), pytrace=False)


@pytest.fixture(autouse=True)
def nothing_blocks(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test of a window in which the event loop was kept busy for too long in one go."""
    if "qtbot" not in request.fixturenames:
        yield
        return
    from tests.watchdog import Watchdog, load_panes

    request.getfixturevalue("qapp")
    load_panes()
    watchdog = Watchdog()
    with watchdog.watching():
        yield
    if watchdog.blocks:
        milliseconds = ", ".join(f"{1000 * block:.0f} ms" for block in watchdog.blocks)
        pytest.fail(f"the event loop was blocked for {milliseconds}", pytrace=False)


@pytest.fixture(autouse=True)
def garbage_of_this_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """From the first test with a window on, garbage is collected between tests: never in a thread, as in the program."""
    if "qtbot" in request.fixturenames:
        gc.disable()
    yield
    if not gc.isenabled():
        from editor.ui.base.garbage import collect_what_is_due

        collect_what_is_due()


@pytest.fixture(autouse=True, scope="module")
def nothing_left_of_windows() -> Iterator[None]:
    """What a file's tests leave of windows goes before the next file's tests: they would answer for its widgets, too."""
    yield
    if not gc.isenabled():
        from PySide6.QtCore import QCoreApplication, QEvent

        gc.collect()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real plans: CHENGQI_CORPUS, else ../shared/corpus beside the checkout; skips where neither is."""
    folder = Path(os.environ.get("CHENGQI_CORPUS") or CHECKOUT.parent / "shared" / "corpus")
    if not folder.is_dir():
        pytest.skip("the corpus of real plans is not beside this checkout; set CHENGQI_CORPUS to its folder")
    return folder
