"""A reader in a process of its own, with limited time and memory: a file made to exhaust a library ends that process.

PDF needs it: a few bytes can stand for gigabytes of drawing, and what pdfium does can't be stopped from within.
"""

import multiprocessing
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from multiprocessing.connection import Connection
from threading import Event
from typing import TypeAlias, TypeVar

from editor.errors import FileProblem
from editor.wording import _, current_language, use_language

if sys.platform != "win32":
    import resource

MOST_MEMORY = 2**30
_LEAST_SECONDS, _MOST_SECONDS = 8.0, 60.0
_BYTES_A_SECOND = 200_000
_GLANCE = 0.05
"""Seconds between two looks at whether the answer is still wanted."""
_Answer = TypeVar("_Answer")
Reader: TypeAlias = Callable[[bytes, str], _Answer]
"""Reads a file's content; the name is the file's."""
_unwanted: ContextVar[Event | None] = ContextVar("_unwanted", default=None)


@contextmanager
def ended_by(unwanted: Event) -> Iterator[None]:
    """Whatever this thread reads apart meanwhile is ended once the event is set, as if its time were over."""
    token = _unwanted.set(unwanted)
    try:
        yield
    finally:
        _unwanted.reset(token)


def read_apart(reader: Reader[_Answer], content: bytes, name: str) -> _Answer:
    """What the reader gives or refuses; FileProblem too where it takes too long, or ends without an answer."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    words = (sender, reader, content, name, current_language())
    process = context.Process(target=_work, args=words, daemon=True)
    process.start()
    sender.close()
    try:
        seconds = min(_LEAST_SECONDS + len(content) / _BYTES_A_SECOND, _MOST_SECONDS)
        answer, refusal = receiver.recv() if _has_answered(receiver, seconds) else (None, None)
    except EOFError:
        answer, refusal = None, None
    finally:
        receiver.close()
        process.kill()
        process.join()
    if answer is None:
        message = _(
            "“{name}” asks for more time or memory than any plan does and is not opened; save it as .docx."
        )
        raise FileProblem(refusal or message.format(name=name))
    found: _Answer = answer
    return found


def _has_answered(receiver: Connection, seconds: float) -> bool:
    """Wait for the other process, while its answer is wanted."""
    unwanted = _unwanted.get()
    end = time.monotonic() + seconds
    while not receiver.poll(_GLANCE):
        if time.monotonic() > end or (unwanted is not None and unwanted.is_set()):
            return False
    return True


def _work(sender: Connection, reader: Reader[object], content: bytes, name: str, language: str) -> None:
    """In the other process: read within the limits, send back the answer or the sentence that refuses the file."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    use_language(language)
    try:
        sender.send((reader(content, name), None))
    except FileProblem as problem:
        sender.send((None, str(problem)))
