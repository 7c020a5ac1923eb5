"""The program is killed while somebody types and saves: the project opens, and at most two seconds are gone."""

import heapq
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NamedTuple

import pytest

from editor.storage import Recovery, load_project

KILLS = 200
AT_ONCE = 12
LONGEST = 3.6
"""Seconds until a typist is killed, at most."""
LOST = 2.0
"""Seconds of typing that may be gone, however busy the machine is."""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be forked")


class Killed(NamedTuple):
    """Where a typist worked, and when it was killed."""

    folder: Path
    at: float


@pytest.fixture
def nursery() -> Iterator[subprocess.Popen[str]]:
    script = Path(__file__).parent / "typist.py"
    pipe = subprocess.PIPE
    process = subprocess.Popen([sys.executable, str(script)], stdin=pipe, stdout=pipe, text=True)
    yield process
    process.communicate()
    assert process.returncode == 0


def line_of(stream: IO[str] | None) -> str:
    assert stream is not None
    return stream.readline()


def kill_typists(nursery: subprocess.Popen[str], folder: Path, chance: random.Random) -> Iterator[Killed]:
    """Let typists work, a dozen at a time, and kill each at a moment of chance."""
    waiting: list[tuple[float, int, Path]] = []
    for number in range(KILLS):
        place = folder / str(number)
        place.mkdir()
        print(place, number, file=nursery.stdin, flush=True)
        child = int(line_of(nursery.stdout))
        heapq.heappush(waiting, (time.monotonic() + chance.uniform(0.05, LONGEST), child, place))
        if len(waiting) == AT_ONCE:
            yield kill(*heapq.heappop(waiting))
    while waiting:
        yield kill(*heapq.heappop(waiting))


def kill(moment: float, child: int, place: Path) -> Killed:
    time.sleep(max(0.0, moment - time.monotonic()))
    os.kill(child, signal.SIGKILL)
    return Killed(place, time.monotonic())


def typed_before(place: Path, moment: float) -> int:
    """How many signs had been typed at the moment."""
    lines = (place / "typed").read_text().splitlines() if (place / "typed").exists() else []
    entries = [line.split() for line in lines if line.count(" ") == 1]
    return max((int(count) for count, at in entries if float(at) <= moment), default=0)


def kept(place: Path) -> tuple[int, bool]:
    """How many signs file and journal keep, and whether there is a file; both must open where they exist."""
    path = place / "draft.chengqi"
    texts = [found.project.local.measures[0].text for found in Recovery(place).found()]
    if path.exists():
        texts.append(load_project(path).local.measures[0].text)
    assert all(set(text) <= {"字"} for text in texts)
    return max(map(len, texts), default=0), path.exists()


def test_two_hundred_kills_lose_two_seconds_at_most(nursery: subprocess.Popen[str], tmp_path: Path) -> None:
    killed = list(kill_typists(nursery, tmp_path, random.Random(20261122)))
    assert len(killed) == KILLS
    results = [(place, typed_before(place, at - LOST), *kept(place)) for place, at in killed]
    lost = [(place.name, before, count) for place, before, count, _saved in results if count < before]
    assert lost == []
    assert sum(saved for *_others, saved in results) > KILLS // 4
    assert sum(before > 0 for _place, before, *_others in results) > KILLS // 8
