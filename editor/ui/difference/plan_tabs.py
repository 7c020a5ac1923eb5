"""The tabs that tell against which superior plan, or which snapshot, a measure is compared."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabBar, QWidget

from editor.wording import _


class PlanTabs(QTabBar):
    """What a measure can be compared with; hidden where it is but one. `chosen` tells the plan's id, or a snapshot's name."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Plan or snapshot to compare with"))
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
                name = self.names.get(id, id) or _("our own")
                self.setTabToolTip(self.addTab(name), self.titles.get(id, ""))
        if current in plans:
            self.setCurrentIndex(plans.index(current))
        self.blockSignals(False)
        self.setVisible(len(plans) > 1)
