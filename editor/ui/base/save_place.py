"""Where a file is to be written: asked for beside the draft, with an ending that says its kind."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from editor.wording import _

if TYPE_CHECKING:  # loads the room of drafting, which the empty window starts without
    from editor.ui.base.document import Document


def table_kinds() -> tuple[tuple[str, str], ...]:
    """The kinds of file that a table can be, each with its ending."""
    return (_("Word document (*.docx)"), ".docx"), (_("Spreadsheet (*.xlsx)"), ".xlsx")


def ask_place(
    document: Document, window: QWidget, title: str, name: str, kinds: tuple[tuple[str, str], ...]
) -> Path | None:
    """The place chosen for a file that is first called `name`; None where none was.

    A name that has none of the endings gets that of the kind chosen, the first where none was.
    """
    start = name if document.path is None else str(document.path.with_name(name))
    endings = dict(kinds)
    chosen, kind = QFileDialog.getSaveFileName(window, title, start, ";;".join(endings))
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower() in endings.values():
        return path
    return path.with_name(path.name + endings.get(kind, kinds[0][1]))
