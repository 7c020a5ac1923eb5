"""The window: menus, start page, panes, messages; files can be dropped on it."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from editor.ui.actions import Actions
from editor.ui.base.long_work import LongWork
from editor.ui.base.message_bar import MessageBar
from editor.ui.base.settings import Settings
from editor.ui.base.sizes import open_at
from editor.ui.base.tab_order import go_to_next
from editor.ui.base.theme import make_readable, program_icon
from editor.ui.base.threads import wait_for_rooms
from editor.ui.base.work_strip import WorkStrip
from editor.ui.files.file_gestures import FileGestures
from editor.ui.groups import Groups
from editor.ui.menus import Spec
from editor.ui.preparing import Preparing
from editor.ui.start_page import StartPage
from editor.wording import _

if TYPE_CHECKING:  # loaded when the first document comes: the empty window starts without them
    from editor.storage import Recovery
    from editor.ui.base.document import Document
    from editor.ui.files.filing import Filing
    from editor.ui.workbench import Workbench

_STATE = "window_state"
_GEOMETRY = "window_geometry"
_SIZE = (1366, 800)


class MainWindow(QMainWindow):
    """One window on one document."""

    def __init__(self, settings: Settings | None = None, recovery: Recovery | None = None) -> None:
        super().__init__()
        self._colours = QTimer(self)  # many parts tell of one change
        self._colours.setSingleShot(True)
        self._colours.timeout.connect(self._follow_colours)
        self.setWindowIcon(program_icon())
        self.setAcceptDrops(True)
        self.setDockNestingEnabled(True)
        self.settings = settings or Settings()
        self._given_recovery = recovery
        self.has_document = False
        self.bench: Workbench | None = None
        self.files = FileGestures(self)
        self.groups = Groups(self)
        self.messages = MessageBar(self)
        self.preparing = Preparing(self)
        self.work = LongWork(self)
        self.work.failed.connect(self.messages.tell)
        self.work.stopped.connect(self.messages.tell)
        self.actions_ = Actions(self, self._handler)
        self.actions_.make_tool_bar()
        self.pages = QStackedWidget(self)
        self.start_page = self._make_start_page()
        self.pages.addWidget(self.start_page)
        self._arrange()
        self.actions_.menus["recent"].aboutToShow.connect(self._fill_recent)
        self.actions_.enable(False)
        self._show_title()

    # Putting together

    def _make_start_page(self) -> StartPage:
        actions = self.actions_.by_name
        page = StartPage(
            (
                (
                    actions["open_plan"],
                    _("Start a draft from the superior notice: Word, WPS, PDF, OFD, web page, text"),
                ),
                (
                    actions["paste_plan"],
                    _("Start a draft from text copied in a browser, in WPS or in Word"),
                ),
                (actions["open_file"], _("Go on with a project, or with a plan that exists already")),
                (actions["walk"], _("Learn the program in five minutes on a made-up province plan")),
                (actions["open_example"], _("A made-up province plan to try everything with")),
            )
        )
        page.chosen.connect(self.open_path)
        page.show_recent(self.settings.recent)
        return page

    def _arrange(self) -> None:
        centre = QWidget(self)
        layout = self._column = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(WorkStrip(self.work, self))
        layout.addWidget(self.messages)
        layout.addWidget(self.pages, 1)
        self.setCentralWidget(centre)
        open_at(self, *_SIZE)
        if geometry := self.settings.arrangement(_GEOMETRY):
            self.restoreGeometry(geometry)

    def _follow_colours(self) -> None:
        """The system has other colours: it went from light to dark, or back."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        make_readable(application)
        self.actions_.follow_colours()
        if self.bench is not None:
            self.bench.follow_colours()

    @cached_property
    def document(self) -> Document:
        """The document of this window, empty at first."""
        wait_for_rooms()
        from editor.ui.base.document import Document

        document = Document(self)
        document.problem.connect(self.messages.tell)
        document.opened.connect(self._show_document)
        document.changed.connect(self._show_state)
        document.state_changed.connect(self._show_state)
        return document

    @cached_property
    def recovery(self) -> Recovery:
        """The recovery journal of this window."""
        from editor.storage import Recovery

        return self._given_recovery or Recovery()

    @cached_property
    def filing(self) -> Filing:
        """What brings files into the document and the document into files."""
        wait_for_rooms()
        from editor.ui.files.filing import Filing

        filing = Filing(self.document, self.settings, self.recovery)
        filing.found_outside.connect(self.files.tell_outside)
        return filing

    def _handler(self, spec: Spec) -> partial[None]:
        return partial(self._act, spec)

    def _act(self, spec: Spec) -> None:
        """Do the action; what the last one said is out of date."""
        self.messages.hide()
        wait_for_rooms()
        self.preparing.act(spec, partial(self.groups.do, spec))

    @property
    def workbench(self) -> Workbench:
        """The panes, where a document is open."""
        if self.bench is None:
            raise RuntimeError("no document is open yet")
        return self.bench

    def _fill_recent(self) -> None:
        menu = self.actions_.menus["recent"]
        menu.clear()
        for path in self.settings.recent:
            menu.addAction(str(path), partial(self.open_path, path))
        menu.setEnabled(True)

    def _make_bench(self) -> Workbench:
        """Build the panes when the first document comes."""
        from editor.ui.outline.context_menus import add_context_menus
        from editor.ui.side_docks import add_side_docks
        from editor.ui.workbench import Workbench

        bench = self.bench = Workbench(self, self.document)
        gestures, actions = self.groups.gestures, self.actions_.by_name
        self.pages.addWidget(bench.centre)
        bench.parents.entered.connect(lambda *_place: gestures.adopt_and_go_on())
        bench.difference.take_wanted.connect(actions["take_wording"].trigger)
        bench.editors.measure.finished.connect(actions["finish"].trigger)
        gestures.fill_reasons(self.actions_.menus["decline"])
        self.groups.words.fill(self.actions_.menus["insert_words"])
        bench.marks.export_wanted.connect(actions["export_marks"].trigger)
        bench.findings.offer(actions["fix_issue"])
        bench.doubts.offer(actions["review_reading"])
        for issues in (bench.findings, bench.doubts):
            issues.offer(actions["explain_issue"])
            issues.offer(actions["dismiss_issue"])
            issues.tree.addAction(actions["take_up_issue"])
        bench.findings.current_changed.connect(self._follow_finding)
        add_context_menus(bench, actions)
        self.side_panes = add_side_docks(self, self.document, bench)
        for dock in bench.docks.values():
            self.actions_.menus["panes"].addAction(dock.toggleViewAction())
        self.groups.arrangement.begin(self.settings.arrangement(_STATE))
        return bench

    def show_on_top(self, bar: QWidget) -> None:
        """Give a bar its place above the panes, below the messages."""
        self._column.insertWidget(self._column.indexOf(self.pages), bar)

    # Following the document

    def _show_document(self) -> None:
        self.work.drop()  # it was meant for the document that was here before
        self.has_document = True
        if self.bench is None:
            self.bench = self._make_bench()
            self.bench.load()
        self.pages.setCurrentWidget(self.bench.centre)
        self.actions_.enable(True)
        self._follow_finding()
        self.messages.hide()
        tree = self.bench.parents.tree or self.bench.local.tree
        tree.setFocus()
        self._show_state()

    def _follow_finding(self) -> None:
        """Offer a repair where the chosen finding has one."""
        chosen = self.bench.findings.current if self.bench else None
        self.actions_.by_name["fix_issue"].setEnabled(chosen is not None and chosen.fix)

    def _show_state(self) -> None:
        session = self.document.session
        self.actions_.show_history(session.undo_label, session.redo_label)
        self._show_title()
        if self.bench is not None:
            self.bench.status.show_saved(self._saved_wording())

    def _saved_wording(self) -> str:
        if self.document.is_read_only:
            return _("read-only")
        if self.document.is_changed:
            return _("not saved")
        at = self.document.saved_at
        return _("saved {time}").format(time=at.strftime("%H:%M")) if at else _("saved")

    def _show_title(self) -> None:
        if not self.has_document:
            self.setWindowTitle(_("Chengqi"))
            return
        read_only = _(" (read-only)") if self.document.is_read_only else ""
        self.setWindowTitle(f"{self.document.name}[*]{read_only} - " + _("Chengqi"))
        self.setWindowModified(self.document.is_changed)

    # Actions of the window's own

    def open_path(self, path: Path) -> None:
        """Open a project or a plan, once unsaved work is taken care of."""
        self.groups.opening.open_path(path)

    def offer_recovery(self) -> bool:
        """Offer the unsaved work of a window that ended without saving; True where it is shown now."""
        return self.files.offer_recovery()

    def give_help(self, beside: QDialog, page: str, code: str) -> None:
        """Open a page of the guide beside a dialog, or what it says about the rule with this code."""
        self.groups.help.show_beside(beside, page, code)

    def undo(self) -> None:
        """Take back the last step."""
        self.document.undo()

    def redo(self) -> None:
        """Do the step again."""
        self.document.redo()

    def changeEvent(self, event: QEvent) -> None:
        """Colours are the system's; whoever comes back is told what other programs did to the file meanwhile."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colours.start()
        elif event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self.has_document:
            self.filing.look_outside()

    def focusNextPrevChild(self, next: bool) -> bool:
        """The Tab key goes from pane to pane as they stand, and into none that is behind others."""
        return go_to_next(self, is_forward=next) or super().focusNextPrevChild(next)

    # Closing

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask only where there is unsaved work; remember how the window was arranged."""
        if not self.files.may_leave():
            event.ignore()
            return
        self.work.drop()
        self.settings.keep_arrangement(_GEOMETRY, QByteArray(self.saveGeometry()))
        if self.bench is not None:
            self.settings.keep_arrangement(_STATE, QByteArray(self.saveState()))
        self.filing.close()
        event.accept()

    # Dropping files

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome anywhere."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the files."""
        from editor.ui.files.opening_gestures import local_paths

        if paths := local_paths(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            QTimer.singleShot(0, self, lambda: self.groups.opening.open_paths(paths))
