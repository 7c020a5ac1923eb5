"""The window's actions, made from the menus' data."""

import re
from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QWidget

from editor.ui.base.theme import icon
from editor.ui.menus import ALWAYS_ENABLED, MENUS, SUBMENUS, TOOL_BAR, Spec
from editor.ui.mnemonics import with_mnemonics
from editor.wording import _

_MNEMONIC = re.compile(r"\(&\w\)|&")


def plain(wording: str) -> str:
    """A menu's wording without its mnemonic: "&Undo" and "撤销(&U)" are Undo and 撤销."""
    return _MNEMONIC.sub("", wording).rstrip("…")


def _texts(specs: Iterable[Spec]) -> Iterable[tuple[str, str]]:
    """The names of a menu's actions and what it says, each with a letter of its own."""
    named = [spec for spec in specs if spec.name]
    return zip((spec.name for spec in named), with_mnemonics([_(spec.text) for spec in named]), strict=True)


def _pop_up(menu: QMenu, window: QWidget) -> None:
    """Open a menu by its key: at the row or the caret where the focus is."""
    focus = QApplication.focusWidget() or window
    here = focus.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    menu.popup(focus.mapToGlobal(here.bottomLeft()))
    menu.setActiveAction(menu.actions()[0])


class Actions:
    """All actions of one window, in its menus; `by_name` finds them."""

    def __init__(self, window: QMainWindow, handler: Callable[[Spec], Callable[[], object]]) -> None:
        self._window = window
        self.by_name: dict[str, QAction] = {}
        self.menus: dict[str, QMenu] = {}
        self._titles = with_mnemonics([_(title) for title, _specs in MENUS])
        self._texts = {name: text for _title, specs in MENUS for name, text in _texts(specs)}
        for title, (_title, specs) in zip(self._titles, MENUS, strict=True):
            menu = window.menuBar().addMenu(title)
            for spec in specs:
                self._add(menu, spec, handler)
        self._drawings = {
            spec.name: spec.drawing for _title, specs in MENUS for spec in specs if spec.drawing
        }
        self.follow_colours()

    def _add(self, menu: QMenu, spec: Spec, handler: Callable[[Spec], Callable[[], object]]) -> None:
        if not spec.name:
            menu.addSeparator()
            return
        if spec.name in SUBMENUS:
            submenu = menu.addMenu(self._texts[spec.name])
            self.menus[spec.name] = submenu
            action = submenu.menuAction()
            action.triggered.connect(partial(_pop_up, submenu, self._window))
        else:
            action = menu.addAction(self._texts[spec.name])
            function = handler(spec)
            action.triggered.connect(lambda _checked=False: function())
        action.setObjectName(spec.name)
        action.setIconText(_(spec.short) if spec.short else plain(action.text()))
        if spec.key is not None:
            action.setShortcut(QKeySequence(spec.key))
        self.by_name[spec.name] = action

    def keys(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Each menu's title, and the wordings and keys of its actions that have one."""
        native = QKeySequence.SequenceFormat.NativeText
        return [
            (
                plain(title),
                [
                    (plain(self._texts[spec.name]), key)
                    for spec in specs
                    if spec.name and (key := self.by_name[spec.name].shortcut().toString(native))
                ],
            )
            for title, (_title, specs) in zip(self._titles, MENUS, strict=True)
        ]

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
        for name, label in (("undo", undo), ("redo", redo)):
            action, wording = self.by_name[name], self._texts[name]
            action.setText(f"{wording} {label}" if label else wording)
            action.setIconText(plain(wording))
            action.setEnabled(label is not None)
