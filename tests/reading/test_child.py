"""The other process that hostile formats are read in: same lines, limited memory, steps told, ended when unwanted."""

import ctypes
import io
from collections.abc import Callable
from threading import Event

import docx
import pytest

from editor import libreoffice
from editor.errors import FileProblem
from editor.reading import ended_by, read_content
from editor.reading.lines import Extract, Line
from editor.reading.readers import child
from editor.reading.readers.doc import read_doc
from editor.reading.readers.docx import read_docx
from editor.reading.readers.formats import extract
from editor.reading.readers.limits import JobLimits
from editor.reading.readers.ofd import read_ofd
from editor.reading.readers.pdf import read_pdf
from editor.reading.readers.rtf import read_rtf
from tests.reading.paged_files import Placed, Sheet, ofd, pdf
from tests.reading.word_files import compound, old_word

SHEETS = [Sheet((Placed(f"第{page}页的文字", 100, 100),)) for page in range(1, 6)]
PAGED = {"pdf": pdf(SHEETS), "ofd": ofd(SHEETS)}


def large_word() -> bytes:
    document = docx.Document()
    document.add_paragraph("1.完善服务。设立专窗。")
    document.add_paragraph("甲" * 1_500_000)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


APART: dict[str, tuple[child.Reader[object], Callable[[], bytes]]] = {
    "pdf": (read_pdf, lambda: PAGED["pdf"]),
    "ofd": (read_ofd, lambda: PAGED["ofd"]),
    "rtf": (read_rtf, lambda: b"{\\rtf1 a\\par b}"),
    "doc": (read_doc, lambda: old_word("甲\n乙")),
    "large docx": (read_docx, large_word),
}


@pytest.mark.parametrize("kind", APART)
def test_these_kinds_are_read_apart(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    reader, content = APART[kind]
    asked = []

    def remember(reader: child.Reader[object], content: bytes, name: str) -> object:
        asked.append(reader)
        return reader(content, name)

    monkeypatch.setattr(child, "read_apart", remember)
    assert extract(content(), "方案") == reader(content(), "方案")
    assert asked == [reader]


@pytest.mark.usefixtures("apart")
@pytest.mark.parametrize("kind", ["doc", "ofd"])
def test_the_lines_come_over_whole(kind: str) -> None:
    reader, content = APART[kind]
    assert extract(content(), "方案") == reader(content(), "方案")


@pytest.mark.usefixtures("apart")
@pytest.mark.parametrize("kind", PAGED)
def test_pages_done_are_told(kind: str) -> None:
    told: list[tuple[int, int]] = []
    with ended_by(Event(), progress=lambda done, pages: told.append((done, pages))):
        read_content(PAGED[kind], "方案")
    assert told == [(page, 5) for page in range(1, 6)]


@pytest.mark.usefixtures("apart")
def test_reading_stops_between_two_pages() -> None:
    unwanted = Event()
    told: list[int] = []

    def stop(done: int, _pages: int) -> None:
        told.append(done)
        unwanted.set()

    with ended_by(unwanted, progress=stop), pytest.raises(FileProblem, match="was stopped"):
        extract(pdf(SHEETS * 100), "方案.pdf")
    assert told == [1]


def test_a_conversion_is_stopped_too(monkeypatch: pytest.MonkeyPatch) -> None:
    unwanted = Event()
    asked = []

    def convert(_content: bytes, _kind: str, _wanted: str, _seconds: float, is_unwanted: Callable[[], bool]) -> None:  # fmt: skip
        unwanted.set()
        asked.append(is_unwanted())

    monkeypatch.setattr(libreoffice, "convert", convert)
    with ended_by(unwanted), pytest.raises(FileProblem):
        extract(compound({"WordDocument": b"of Word 6"}), "方案.doc")
    assert asked == [True]


def swallow(_content: bytes, _name: str) -> Extract:
    """A reader that asks for more memory than a file may take."""
    return Extract(lines=tuple(Line(number=len(bytes(child.MOST_MEMORY)), text="") for _ in range(1)))


@pytest.mark.usefixtures("apart")
def test_memory_is_limited() -> None:
    with pytest.raises(FileProblem, match="more time or memory"):
        child.read_apart(swallow, b"x", "方案")


@pytest.mark.skipif(ctypes.sizeof(ctypes.c_void_p) != 8, reason="the size is that of 64-bit systems")
def test_the_windows_limits_are_laid_out_as_the_system_expects() -> None:
    assert ctypes.sizeof(JobLimits) == 144
    assert (JobLimits.flags.offset, JobLimits.process_memory.offset) == (16, 112)
