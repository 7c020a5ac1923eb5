"""The bar above the pages of the notice: their size, the layout, and what there is to say of them."""

from typing import get_args

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from editor.plan.notice import Layout
from editor.ui.base.flow_layout import FlowLayout
from editor.wording import N_, _

ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0)
USUAL_ZOOM = 0.75
FIT = 0.0
"""Stands for sheets as wide as the pane."""
_LAYOUT_CHARACTERS = 12
_LAYOUTS = {
    "A": N_("A: margins as in the page's settings"),
    "B": N_("B: margins as measured on paper"),
}


class LayoutBox(QComboBox):
    """Chooses between the layouts of GB/T 9704; `wanted` tells the one chosen."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Layout"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LAYOUT_CHARACTERS)
        self.setToolTip(_("Where the 156 × 225 mm of the text are: in the page's settings, or on the paper"))
        for name in get_args(Layout):
            self.addItem(_(_LAYOUTS[name]), name)
        self.activated.connect(lambda: self.wanted.emit(self.currentData()))

    def show_layout(self, name: str) -> None:
        """Show which layout the notice has."""
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findData(name))


class PageBar(QWidget):
    """Zoom, layout, and in words how many pages there are; `zoomed` tells the zoom, FIT for the pane's width."""

    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.zoom = QComboBox(self)
        self.zoom.setAccessibleName(_("Zoom"))
        for zoom in ZOOMS:
            self.zoom.addItem(f"{zoom:.0%}", zoom)
        self.zoom.addItem(_("Width"), FIT)
        self.zoom.setCurrentIndex(ZOOMS.index(USUAL_ZOOM))
        self.zoom.currentIndexChanged.connect(lambda: self.zoomed.emit(self.zoom.currentData()))
        self.layout_box = LayoutBox(self)
        self.place, self.figures = QLabel(self), QLabel(self)
        line = FlowLayout(self)
        for widget in (self.zoom, self.layout_box, self.place, self.figures):
            line.addWidget(widget)

    def step_zoom(self, step: int) -> None:
        """The next larger or smaller zoom."""
        place = self.zoom.currentIndex()
        place = ZOOMS.index(USUAL_ZOOM) if place >= len(ZOOMS) else place
        self.zoom.setCurrentIndex(min(max(place + step, 0), len(ZOOMS) - 1))

    def show_page(self, number: int) -> None:
        """Tell which page is in sight, 0 for none."""
        self.place.setText(_("Page {number}").format(number=number) if number else "")
