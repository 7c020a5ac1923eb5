"""Reading a file again with repairs, off the UI thread, with a history of its own."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from editor.plan.project import Reading, Source
from editor.plan.repairs import Repair
from editor.ui.base.long_work import LongWork, Watch


class Place(NamedTuple):
    """Where a line stands: its page, counted from 1, and its left, top, right and bottom as shares of it."""

    page: int
    box: tuple[float, float, float, float]


class Lines(NamedTuple):
    """A file's lines as they were extracted: their numbers, their texts, and `extract`, which is read again and again.

    `places` holds those of the lines, by number, whose page is known; `has_pictures` tells whether pages can be drawn.
    """

    numbers: tuple[int, ...]
    texts: tuple[str, ...]
    extract: object
    places: Mapping[int, Place]
    has_pictures: bool


class Read(NamedTuple):
    """The file's lines and what was recognised in them with these repairs."""

    lines: Lines
    reading: Reading


def read_again(watch: Watch, source: Source, repairs: Sequence[Repair], lines: Lines | None) -> Read:
    """What a source holds, read with repairs; `lines` spare the reading of the file where it was read before."""
    from editor.reading import ended_by, extract_content, has_pages, recognize_extract
    from editor.reading.lines import Extract

    with ended_by(watch.unwanted, watch.progress):
        extract = lines.extract if lines else extract_content(source.content, source.name)
    assert isinstance(extract, Extract)
    if lines is None:
        numbers = tuple(line.number for line in extract.lines)
        places = {line.number: Place(line.page, line.box) for line in extract.lines if line.page and line.box}
        texts = tuple(line.text for line in extract.lines)
        lines = Lines(numbers, texts, extract, places, has_pictures=has_pages(source.content))
    return Read(lines, recognize_extract(extract, source.content, source.name, source.plan, repairs))


class ReadingDesk(QObject):
    """One source being put right: repairs are added, undone and redone, each time the plan is recognised anew.

    A repair that doesn't fit is taken back by itself and the reason told by `failed`.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, source: Source, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.source = source
        self.read: Read | None = None
        self.repairs: tuple[Repair, ...] = source.repairs
        self._past: list[tuple[Repair, ...]] = []
        self._future: list[tuple[Repair, ...]] = []
        self._shown = self.repairs
        self.work = LongWork(self)
        self.work.failed.connect(self._fail)

    @property
    def is_busy(self) -> bool:
        """Whether the file is being read."""
        return self.work.is_busy

    @property
    def can_undo(self) -> bool:
        """Whether a repair can be taken back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether a repair that was taken back can be made again."""
        return bool(self._future)

    @property
    def is_changed(self) -> bool:
        """Whether there are other repairs than the source came with."""
        return self.repairs != self.source.repairs

    def start(self) -> None:
        """Read the file with the repairs that it has."""
        lines = self.read.lines if self.read else None
        self.work.begin("", read_again, self.source, self.repairs, lines, then=self._take)

    def stop(self) -> None:
        """Wait for no answer any more, at the end."""
        self.work.drop()

    def add(self, repair: Repair) -> None:
        """Make one more repair."""
        self._past.append(self.repairs)
        self._future.clear()
        self._use((*self.repairs, repair))

    def undo(self) -> None:
        """Take back the last repair."""
        if self._past:
            self._future.append(self.repairs)
            self._use(self._past.pop())

    def redo(self) -> None:
        """Make the repair again that was taken back last."""
        if self._future:
            self._past.append(self.repairs)
            self._use(self._future.pop())

    def _use(self, repairs: tuple[Repair, ...]) -> None:
        self.repairs = repairs
        self.start()

    def _take(self, read: Read) -> None:
        self.read, self._shown = read, self.repairs
        self.changed.emit()

    def _fail(self, message: str) -> None:
        if self.read is None and self.repairs:  # another version of the program made them: begin without
            self.repairs = self._shown = ()
            self.start()
        while self._past and self.repairs != self._shown:
            self.repairs = self._past.pop()
        self.failed.emit(message)
