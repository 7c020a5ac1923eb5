"""What the actions of the Help menu do: the guide, at the page of the pane in use, and the walk through the example."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QDialog, QDockWidget, QMessageBox, QWidget

from editor.ui.guide.pages import FIRST_PAGE, KEYS_PAGE, RULES_PAGE
from editor.wording import _

if TYPE_CHECKING:
    from editor.ui.guide.guide_window import GuideWindow
    from editor.ui.guide.walk_bar import WalkBar
    from editor.ui.main_window import MainWindow


class HelpGestures:
    """The actions of one window's Help menu; method names are the actions' names."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @cached_property
    def guide_window(self) -> GuideWindow:
        """The guide's window, made when it is first wanted."""
        return self._make_guide(self._window)

    def _make_guide(self, parent: QWidget) -> GuideWindow:
        from editor.ui.guide.guide_window import GuideWindow, keys_page

        return GuideWindow(keys_page(self._window.actions_.keys()), parent)

    def show_beside(self, dialog: QDialog, page: str, code: str) -> None:
        """Open the guide beside a dialog: in a window of the dialog's own, since it keeps all others from use."""
        from editor.ui.guide.guide_window import GuideWindow

        guide = dialog.findChild(GuideWindow)
        if guide is None:
            guide = self._make_guide(dialog)
            dialog.finished.connect(guide.close)
        guide.show_page(RULES_PAGE if code else page, code)

    @cached_property
    def walk_bar(self) -> WalkBar:
        """The bar that leads through the example."""
        from editor.ui.guide.walk_bar import WalkBar

        bar = WalkBar(self._window.document, self._window)
        self._window.show_on_top(bar)
        bar.dock_wanted.connect(self._raise)
        return bar

    def _raise(self, dock: str) -> None:
        """Bring the pane in front that a step is about."""
        if self._window.bench is not None:
            self._window.bench.docks[dock].raise_()

    def guide(self) -> None:
        """Open the guide at the pane that has the focus; at a finding, what it means."""
        pane = pane_of(QApplication.focusWidget())
        if (code := self._code(pane)) is not None:
            self.guide_window.show_page(RULES_PAGE, code)
        else:
            self.guide_window.show_page(pane)

    def explain_issue(self) -> None:
        """Open the guide at what the finding or doubt in use means."""
        bench = self._window.workbench
        used = bench.doubts if bench.doubts.isVisible() and bench.doubts.current else bench.findings
        if used.current is None:
            self._window.messages.tell(_("Choose findings or doubts in their list first."))
        else:
            self.guide_window.show_page(RULES_PAGE, used.current.code)

    def contents(self) -> None:
        """Open the guide at its contents."""
        self.guide_window.show_page(FIRST_PAGE)

    def keys(self) -> None:
        """Open the guide at the list of keys."""
        self.guide_window.show_page(KEYS_PAGE)

    def _code(self, pane: str) -> str | None:
        """The code of the finding or doubt chosen in the pane, if there is one."""
        bench = self._window.bench
        lists = {"findings": bench.findings, "doubts": bench.doubts} if bench else {}
        issue = lists[pane].current if pane in lists else None
        return issue.code if issue else None

    def walk(self) -> None:
        """Open the made-up example and walk through it."""
        self.walk_bar.want()
        self._window.groups.opening.open_example()

    def about(self) -> None:
        """Say what this is."""
        from editor import __version__

        message = _(
            "Chengqi {version}\nDrafts a local plan from the superior plan it carries out.\nApache-2.0"
        )
        QMessageBox.about(self._window, _("About Chengqi"), message.format(version=__version__))


def pane_of(widget: QWidget | None) -> str:
    """The name of the dock that a widget is in, "local" for the middle of the window, "index" for no pane."""
    while widget is not None:
        if isinstance(widget, QDockWidget):
            return widget.objectName()
        if widget.objectName() == "middle":
            return "local"
        widget = widget.parentWidget()
    return FIRST_PAGE
