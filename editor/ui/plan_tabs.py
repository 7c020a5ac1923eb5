"""The tabs that tell against which superior plan a measure is compared."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabBar, QWidget

from editor.wording import _


class PlanTabs(QTabBar):
    """The superior plans that a measure comes from; hidden where it is but one. `chosen` tells the plan's id."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Superior plan to compare with"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.names: Mapping[str, str] = {}
        self.titles: Mapping[str, str] = {}
        self._plans: tuple[str, ...] = ()
        self.currentChanged.connect(lambda place: self.chosen.emit(self._plans[place]))
        self.hide()

    def show_plans(self, plans: tuple[str, ...], current: str) -> None:
        """Offer these plans with `current` in front, and announce nothing."""
        self.blockSignals(True)
        if plans != self._plans:
            self._plans = plans
            while self.count():
                self.removeTab(0)
            for id in plans:
                self.setTabToolTip(self.addTab(self.names.get(id, id)), self.titles.get(id, ""))
        if current in plans:
            self.setCurrentIndex(plans.index(current))
        self.blockSignals(False)
        self.setVisible(len(plans) > 1)
