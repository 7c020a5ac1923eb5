"""What the actions on the roster do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.plan.measures import ROLES

if TYPE_CHECKING:  # the window starts without it
    from editor.ui.main_window import MainWindow


class RosterGestures:
    """The actions on the units of the roster; method names are the actions' names."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def edit_roster(self) -> None:
        """Edit the roster, take it from a spreadsheet, or write it into one."""
        from editor.ui.assigning.roster_dialog import RosterDialog

        RosterDialog(self._window.document, self._window.settings, self._window).open()

    def rename_unit(self) -> None:
        """Rename a unit, or merge it into another, everywhere; first of all one of the current measure."""
        from editor.ui.assigning.rename_dialog import RenameDialog

        RenameDialog(self._window.document, self._likely(), self._window).open()

    def _likely(self) -> str:
        """A unit of the measure that is current, empty where it has none."""
        id = self._window.workbench.local.current
        measure = next((m for m in self._window.document.project.local.measures if m.id == id), None)
        return next((name for role in ROLES for name in measure.units(role)), "") if measure else ""
