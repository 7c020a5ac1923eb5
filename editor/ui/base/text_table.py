"""Tables in texts: as wide as the view, with thin lines between their cells."""

from collections.abc import Sequence

from PySide6.QtGui import QTextCursor, QTextFrameFormat, QTextLength, QTextTable, QTextTableFormat
from PySide6.QtWidgets import QTextEdit

from editor.ui.base.theme import quiet

_PADDING = 3


def insert_table(view: QTextEdit, cursor: QTextCursor, rows: int, widths: Sequence[int]) -> QTextTable:
    """An empty table at the cursor; `widths` are shares of 100."""
    form = QTextTableFormat()
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    form.setColumnWidthConstraints(
        [QTextLength(QTextLength.Type.PercentageLength, width) for width in widths]
    )
    form.setCellPadding(_PADDING)
    form.setCellSpacing(0)
    form.setBorder(1)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderCollapse(True)
    form.setBorderBrush(quiet(view.palette()))
    return cursor.insertTable(rows, len(widths), form)
