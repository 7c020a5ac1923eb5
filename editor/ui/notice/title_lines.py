"""The lines of the notice's title: as they are proposed, or as somebody breaks them."""

from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QToolButton

from editor.drafting.commands import SetNotice, SetTitleLines
from editor.errors import EditorError
from editor.plan.notice import Notice
from editor.ui.base.document import Document
from editor.ui.base.lines_box import LinesBox
from editor.ui.base.worker import Newest
from editor.ui.notice.notice_controls import Control
from editor.wording import _

_LINES = 3


class Broken(NamedTuple):
    """The title of a notice in lines, and a sentence on what is wrong with them."""

    notice: Notice
    lines: tuple[str, ...]
    sentence: str


def break_notice_title(notice: Notice) -> Broken:
    """The title's lines as they will be printed; FileProblem where the template doesn't fit."""
    from editor.storage import template_folder
    from editor.writing import (
        letterhead,
        notice_template,
    )  # the package first: other workers may be loading it too

    longest = notice_template(template_folder(notice.template)).title.longest_line
    lines = next((each.lines for each in letterhead(notice, longest) if each.kind == "title"), ())
    return Broken(notice, lines, _judge(lines, longest))


def _judge(lines: tuple[str, ...], longest: int) -> str:
    from editor.writing.base.characters import width
    from editor.writing.elements.titles import is_good_shape

    widths = [width(line) for line in lines]
    if max(widths, default=0) > longest:
        return _("A line has more than {longest} characters.").format(longest=longest)
    if len(lines) > 1 and min(widths) <= 2:
        return _("A line of one or two characters.")
    return "" if is_good_shape(widths) else _("Lines form a trapezoid or a diamond, nothing else.")


class TitleLinesControl(Control):
    """Shows where the title is broken; breaking it elsewhere here is what gets printed."""

    box: LinesBox

    def __init__(self, document: Document, field: str, label: str) -> None:
        super().__init__(document, field, label, LinesBox(label, _LINES))
        self.box.setWordWrapMode(QTextOption.WrapMode.NoWrap)
        self.box.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.box.edited.connect(self._write)
        self.box.left.connect(document.break_typing)
        self.again = QToolButton(self)
        self.again.setText("↺")
        self.again.setToolTip(_("Break it as proposed"))
        self.again.setAccessibleName(self.again.toolTip())
        self.again.clicked.connect(lambda: document.do(SetNotice(field, ())))
        self.row.addWidget(self.again)
        self._shown: Notice | None = None
        self._asker = Newest(self)
        self._asker.answered.connect(self._show)
        self._asker.failed.connect(self._tell)

    @property
    def is_busy(self) -> bool:
        """Whether lines are still to come."""
        return self._asker.is_busy

    def _write(self, _text: str) -> None:
        self._document.do(SetTitleLines(self.box.entries), source=self.box)

    def follow(self, source: object) -> None:
        """Have the lines found, once they are looked at."""
        notice = self._document.project.notice
        if self.isVisible() and notice is not self._shown:
            self._shown = notice
            self._asker.ask(break_notice_title, notice)

    def showEvent(self, event: QShowEvent) -> None:
        """Find the lines that were not looked for while nobody saw them."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._catch_up)

    def _catch_up(self) -> None:
        if self._document.is_open:
            self.follow(None)

    def _show(self, answer: Broken) -> None:
        if answer.notice is not self._document.project.notice:
            return
        if self.box.entries != answer.lines:
            self.box.show_text("\n".join(answer.lines))
            if not self.box.hasFocus():
                self.box.moveCursor(QTextCursor.MoveOperation.Start)
        self.again.setEnabled(bool(answer.notice.title_lines))
        self.say(answer.sentence)

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, EditorError):
            raise error
        self.say(str(error))

    def judge(self, notice: Notice) -> None:
        """The lines are judged where they are found."""
