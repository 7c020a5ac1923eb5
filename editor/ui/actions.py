"""The window's actions: name, wording, key, drawing; in which menu each stands."""

import re
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from editor.ui.theme import icon
from editor.wording import N_, _

_Keys = QKeySequence.StandardKey
_MNEMONIC = re.compile(r"\(&\w\)|&")


class Spec(NamedTuple):
    """One action: its name (also the window's method), wording, key, drawing, and short wording for buttons."""

    name: str
    text: str
    key: str | QKeySequence.StandardKey | None = None
    drawing: str = ""
    short: str = ""


SEPARATOR = Spec("", "")

MENUS: tuple[tuple[str, tuple[Spec, ...]], ...] = (
    (
        N_("&File"),
        (
            Spec("open_plan", N_("Open a superior &plan…"), "Ctrl+N", "add"),
            Spec("open_file", N_("&Open a draft…"), _Keys.Open, "open", N_("Open")),
            Spec("recent", N_("&Recent files")),
            Spec("open_example", N_("Try the &example"), None, "check"),
            Spec("new_edition", N_("&New edition of a superior plan…")),
            SEPARATOR,
            Spec("save", N_("&Save"), _Keys.Save, "save", N_("Save")),
            Spec("save_as", N_("Save &as…"), "Ctrl+Shift+S"),
            Spec("snapshots", N_("&Versions of the draft…"), "Ctrl+Shift+V"),
            Spec("export", N_("&Export notice and table…"), "Ctrl+E", "export", N_("Export")),
            Spec("save_pdf", N_("Save the preview as PD&F…")),
            Spec("print_notice", N_("Pr&int the notice…"), _Keys.Print),
            SEPARATOR,
            Spec("close", N_("&Quit"), "Ctrl+Q"),
        ),
    ),
    (
        N_("&Edit"),
        (
            Spec("undo", N_("&Undo"), _Keys.Undo, "undo"),
            Spec("redo", N_("&Redo"), "Ctrl+Y", "redo"),
            SEPARATOR,
            Spec("edit_block", N_("Edit te&xt"), "F2"),
            Spec("edit_lead", N_("&Lead units"), "Ctrl+L"),
            Spec("edit_responsible", N_("Responsible &units"), "Ctrl+U"),
            Spec("edit_deadline", N_("&Deadline"), "Ctrl+D"),
            SEPARATOR,
            Spec("fix_issue", N_("&Repair the chosen finding"), "Ctrl+.", "", N_("Repair")),
        ),
    ),
    (
        N_("&Measures"),
        (
            Spec("adopt", N_("&Adopt selected"), "Ctrl+Shift+A", "adopt", N_("Adopt")),
            Spec("adopt_all", N_("Adopt a&ll that is undecided")),
            Spec("decline", N_("Do &not adopt"), None, "decline"),
            Spec("reconsider", N_("&Reconsider"), "Ctrl+Shift+R"),
            SEPARATOR,
            Spec("add_measure", N_("Add &measure"), "Ctrl+Shift+M", "add", N_("Add")),
            Spec("add_section", N_("Add &section"), "Ctrl+Shift+T"),
            Spec("merge", N_("Mer&ge selected"), "Ctrl+M"),
            Spec("split", N_("S&plit at the caret"), "Ctrl+K"),
            Spec("move_up", N_("Move &up"), "Alt+Shift+Up"),
            Spec("move_down", N_("Move &down"), "Alt+Shift+Down"),
            Spec("remove", N_("Remo&ve"), "Ctrl+Shift+Del"),
            SEPARATOR,
            Spec("link", N_("Lin&k to the selected superior measures"), "Ctrl+Shift+L"),
            Spec("take_wording", N_("&Take the superior wording"), "Alt+Down"),
            Spec("take_difference", N_("Take this di&fference from the superior plan"), "Alt+Right"),
            Spec("review_changes", N_("Review &changes of the superior plan…"), "Ctrl+Shift+E"),
            Spec("review", N_("Mark as re&viewed"), "Ctrl+Shift+W"),
            Spec("finish", N_("&Done, go to the next"), "Ctrl+Return", "done", N_("Done")),
        ),
    ),
    (
        N_("&View"),
        (
            Spec("next_difference", N_("&Next difference"), "F7"),
            Spec("previous_difference", N_("&Previous difference"), "Shift+F7"),
            Spec("other_end", N_("&Other end of moved words"), "Alt+Left"),
            Spec("mark_checked", N_("Mark the difference as &checked"), "Alt+1"),
            Spec("mark_doubtful", N_("Mark the difference as &doubtful"), "Alt+2"),
            Spec("mark_to_ask", N_("Mark the difference: as&k the superiors"), "Alt+3"),
            Spec("unmark", N_("Remove the &mark"), "Alt+0"),
            SEPARATOR,
            Spec("next_issue", N_("Next &finding"), "F8", "check", N_("Next finding")),
            Spec("next_undecided", N_("Next &undecided superior measure"), "F9"),
            Spec("next_pane", N_("Next p&ane"), "F6"),
            SEPARATOR,
            Spec("panes", N_("&Panes")),
        ),
    ),
    (
        N_("&Tools"),
        (
            Spec("review_reading", N_("&Put the reading right…"), "Ctrl+Shift+O", "", N_("Put right…")),
            Spec("locality", N_("&Locality and roster…")),
        ),
    ),
    (N_("&Help"), (Spec("about", N_("&About Chengqi")),)),
)
TOOL_BAR = (
    "open_file",
    "save",
    "",
    "undo",
    "redo",
    "",
    "adopt",
    "decline",
    "add_measure",
    "finish",
    "",
    "next_issue",
    "export",
)
SUBMENUS = ("recent", "decline", "panes")
ALWAYS_ENABLED = frozenset({"open_plan", "open_file", "recent", "open_example", "close", "about"})


def plain(wording: str) -> str:
    """A menu's wording without its mnemonic: "&Undo" and "撤销(&U)" are Undo and 撤销."""
    return _MNEMONIC.sub("", wording).rstrip("…")


class Actions:
    """All actions of one window, in its menus; `by_name` finds them."""

    def __init__(self, window: QMainWindow, handler: Callable[[str], Callable[[], object]]) -> None:
        self._window = window
        self.by_name: dict[str, QAction] = {}
        self.menus: dict[str, QMenu] = {}
        for title, specs in MENUS:
            menu = window.menuBar().addMenu(_(title))
            for spec in specs:
                self._add(menu, spec, handler)
        self._drawings = {
            spec.name: spec.drawing for _title, specs in MENUS for spec in specs if spec.drawing
        }
        self.follow_colours()

    def _add(self, menu: QMenu, spec: Spec, handler: Callable[[str], Callable[[], object]]) -> None:
        if not spec.name:
            menu.addSeparator()
            return
        if spec.name in SUBMENUS:
            submenu = menu.addMenu(_(spec.text))
            self.menus[spec.name] = submenu
            action = submenu.menuAction()
        else:
            action = menu.addAction(_(spec.text))
            function = handler(spec.name)
            action.triggered.connect(lambda _checked=False: function())
        action.setObjectName(spec.name)
        action.setIconText(_(spec.short) if spec.short else plain(action.text()))
        if spec.key is not None:
            action.setShortcut(QKeySequence(spec.key))
        self.by_name[spec.name] = action

    def follow_colours(self) -> None:
        """Draw the icons in the palette's text colour."""
        for name, drawing in self._drawings.items():
            self.by_name[name].setIcon(icon(drawing))
            self.by_name[name].setIconVisibleInMenu(False)

    def make_tool_bar(self) -> None:
        """The few actions used all day, with their names."""
        bar = self._window.addToolBar(_("Tool bar"))
        bar.setObjectName("tool_bar")
        bar.setMovable(False)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for name in TOOL_BAR:
            if not name:
                bar.addSeparator()
                continue
            bar.addAction(self.by_name[name])

    def enable(self, is_open: bool) -> None:
        """Offer what can be done with or without a project."""
        for name, action in self.by_name.items():
            action.setEnabled(is_open or name in ALWAYS_ENABLED)

    def show_history(self, undo: str | None, redo: str | None) -> None:
        """Name the steps in the menu."""
        for name, wording, label in (("undo", _("&Undo"), undo), ("redo", _("&Redo"), redo)):
            action = self.by_name[name]
            action.setText(f"{wording} {label}" if label else wording)
            action.setIconText(plain(wording))
            action.setEnabled(label is not None)
