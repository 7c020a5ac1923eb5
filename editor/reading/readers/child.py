"""A reader in a process of its own, with limited time and memory: a file made to exhaust a library ends that process.

What a few bytes make a library do can't be stopped from within: a line of a PDF stands for gigabytes of drawing. So PDF, OFD, rich text and
old Word documents are read apart, and so is every very large file. Whoever waits may stop it, and is told of the pages done:

    with ended_by(unwanted, progress=lambda done, pages: ...):
        reading = read_plan(path)
"""

import multiprocessing
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from multiprocessing.connection import Connection
from threading import Event
from typing import NamedTuple, TypeAlias, TypeVar

from editor.errors import FileProblem
from editor.reading.readers.limits import limit_memory
from editor.wording import _, current_language, use_language

MOST_MEMORY = 2**30
_LEAST_SECONDS, _MOST_SECONDS = 8.0, 60.0
_BYTES_A_SECOND = 200_000
_SECONDS_A_PAGE = 0.5
"""What each page that is done adds: a slow computer reads a long file to its end, a page without end is ended."""
_GLANCE = 0.05
"""Seconds between two looks at whether the answer is still wanted."""
_Answer = TypeVar("_Answer")
Reader: TypeAlias = Callable[[bytes, str], _Answer]
"""Reads a file's content; the name is the file's."""
Progress: TypeAlias = Callable[[int, int], None]
"""Told how many pages are done of how many in all, in the thread that reads, soon after each page."""
_unwanted: ContextVar[Event | None] = ContextVar("_unwanted", default=None)
_progress: ContextVar[Progress | None] = ContextVar("_progress", default=None)


class _Step(NamedTuple):
    """A message from the other process: so many pages are done."""

    done: int
    pages: int


class _End(NamedTuple):
    """Its last message: the answer, or the sentence that refuses the file; neither where memory did not suffice."""

    answer: object = None
    refusal: str | None = None


@contextmanager
def ended_by(unwanted: Event, progress: Progress | None = None) -> Iterator[None]:
    """Whatever this thread reads apart meanwhile is ended once the event is set, with a FileProblem.

    `progress` is told of the pages done of files that have pages (PDF and OFD); other files are read without steps.
    """
    tokens = _unwanted.set(unwanted), _progress.set(progress)
    try:
        yield
    finally:
        _unwanted.reset(tokens[0])
        _progress.reset(tokens[1])


def is_unwanted() -> bool:
    """Whether what this thread is reading is not wanted any more."""
    unwanted = _unwanted.get()
    return unwanted is not None and unwanted.is_set()


def tell(done: int, pages: int) -> None:
    """Let whoever waits for this file know how many of its pages are done."""
    if (progress := _progress.get()) is not None:
        progress(done, pages)


def read_apart(reader: Reader[_Answer], content: bytes, name: str) -> _Answer:
    """What the reader gives or refuses; FileProblem too where it takes too long, is stopped, or ends without an answer."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_work, args=(there, reader, name, current_language()), daemon=True)
    process.start()
    there.close()
    try:
        here.send_bytes(content)  # not among the arguments: a process that dies at once would never take them
        end = _end(here, _LEAST_SECONDS + len(content) / _BYTES_A_SECOND)
    except (EOFError, OSError):
        end = _End()
    finally:
        here.close()
        process.kill()
        process.join()
    if is_unwanted():
        raise FileProblem(_("Reading “{name}” was stopped.").format(name=name))
    if end.answer is None:
        message = _(
            "“{name}” asks for more time or memory than any plan does and is not opened; save it as .docx."
        )
        raise FileProblem(end.refusal or message.format(name=name))
    found: _Answer = end.answer  # type: ignore[assignment]
    return found


def _end(here: Connection, seconds: float) -> _End:
    """The other process's last message, waited for until it is late or unwanted; steps are told and earn it more time."""
    begun = time.monotonic()
    while time.monotonic() - begun < min(seconds, _MOST_SECONDS) and not is_unwanted():
        if here.poll(_GLANCE):
            message = here.recv()
            if isinstance(message, _End):
                return message
            tell(*message)
            seconds += _SECONDS_A_PAGE
    return _End()


def _work(there: Connection, reader: Reader[object], name: str, language: str) -> None:
    """In the other process: read within the limits, send back the answer or the sentence that refuses the file."""
    content = there.recv_bytes()
    limit_memory(MOST_MEMORY)
    use_language(language)
    _progress.set(lambda done, pages: there.send(_Step(done, pages)))
    try:
        end = _End(reader(content, name))
    except FileProblem as problem:
        end = _End(refusal=str(problem))
    except MemoryError:
        end = _End()
    there.send(end)
