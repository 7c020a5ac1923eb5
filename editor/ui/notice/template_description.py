"""What there is to say of a template on this machine: its styles, its fonts, where it departs from the standard."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from editor.ui.base.fonts import Fonts
from editor.wording import _
from editor.writing.template.deviations import Deviation, deviations, requested_fonts
from editor.writing.template.template import notice_template
from editor.writing.template.template_faces import StyleFace, template_faces

_CELL_MARGINS = 6


class Described(NamedTuple):
    """A template by its name, with its styles, its departures from the standard, and fonts and their stand-ins."""

    name: str
    faces: tuple[StyleFace, ...]
    deviations: tuple[Deviation, ...]
    fonts: tuple[str, ...]
    chains: dict[str, tuple[str, ...]]


def describe(name: str) -> Described:
    """The template of this name; FileProblem where it can't be used, or isn't here."""
    from editor.storage import template_folder, template_place

    folder = template_folder(name)
    return Described(
        name,
        template_faces(folder),
        deviations(template_place(name)),
        requested_fonts(folder),
        notice_template(folder).fonts,
    )


class FaceTable(QTableWidget):
    """A template's styles, one a row, with what is printed in the place of a font that isn't installed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        heads = (_("Style"), _("Font"), _("Latin"), _("Points"), _("Line pitch"), _("On this machine"))
        super().__init__(0, len(heads), parent)
        self.setAccessibleName(_("Styles of the template"))
        self.setHorizontalHeaderLabels(heads)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + _CELL_MARGINS)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setStretchLastSection(True)

    def show_faces(self, described: Described) -> None:
        """Show the styles of a template."""
        fonts = Fonts(described.chains)
        self.setRowCount(len(described.faces))
        for row, face in enumerate(described.faces):
            shown = "; ".join(
                f"{name} → {instead}" for name, instead in fonts.substitutes((face.family, face.latin))
            )
            pitch = f"{face.pitch:g}" if face.pitch else ""
            cells = (face.style, face.family, face.latin, f"{face.size:g}", pitch, shown or _("installed"))
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                self.setItem(row, column, item)


def font_sentence(described: Described) -> str:
    """Which fonts the template asks for and this machine lacks, and what prints instead."""
    pairs = Fonts(described.chains).substitutes(described.fonts)
    if not pairs:
        return _("Every font of this template is installed.")
    told = "; ".join(f"{name} → {instead}" for name, instead in pairs)
    return _("Not installed here, and what prints instead: {fonts}.").format(fonts=told)


def deviation_lines(described: Described) -> tuple[str, ...]:
    """Where the template departs from the standard, a line each with its clause."""
    if not described.deviations:
        return (_("As GB/T 9704—2012 has it."),)
    return tuple(f"▲ {each.message}  ({each.clause})" for each in described.deviations)
