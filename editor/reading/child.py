"""A reader in a process of its own, with limited time and memory: a file made to exhaust a library ends that process.

PDF needs it: a few bytes can stand for gigabytes of drawing, and what pdfium does can't be stopped from within.
"""

import multiprocessing
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import TypeAlias

from editor.errors import FileProblem
from editor.reading.lines import Extract
from editor.wording import _, current_language, use_language

if sys.platform != "win32":
    import resource

MOST_MEMORY = 2**30
_LEAST_SECONDS, _MOST_SECONDS = 8.0, 60.0
_BYTES_A_SECOND = 200_000
Reader: TypeAlias = Callable[[bytes, str], Extract]
"""Reads a file's content; the name is the file's."""


def read_apart(reader: Reader, content: bytes, name: str) -> Extract:
    """What the reader gives or refuses; FileProblem too where it takes too long, or ends without an answer."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    words = (sender, reader, content, name, current_language())
    process = context.Process(target=_work, args=words, daemon=True)
    process.start()
    sender.close()
    try:
        seconds = min(_LEAST_SECONDS + len(content) / _BYTES_A_SECOND, _MOST_SECONDS)
        answer = receiver.recv() if receiver.poll(seconds) else None
    except EOFError:
        answer = None
    finally:
        receiver.close()
        process.kill()
        process.join()
    if isinstance(answer, Extract):
        return answer
    if answer is None:
        message = _(
            "“{name}” asks for more time or memory than any plan does and is not opened; save it as .docx."
        )
        raise FileProblem(message.format(name=name))
    raise FileProblem(answer)


def _work(sender: Connection, reader: Reader, content: bytes, name: str, language: str) -> None:
    """In the other process: read within the limits, send back the lines or the sentence that refuses the file."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    use_language(language)
    try:
        sender.send(reader(content, name))
    except FileProblem as problem:
        sender.send(str(problem))
