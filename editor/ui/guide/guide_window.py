"""The user's guide: pages of Markdown that lie in resources/guide, shown beside the work."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QImage, QKeySequence, QResizeEvent, QShowEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QTextBrowser, QToolButton, QVBoxLayout, QWidget

from editor.ui.base.sizes import open_at
from editor.ui.base.tab_order import order_tabs
from editor.ui.base.theme import is_dark
from editor.ui.guide.pages import FIRST_PAGE, KEYS_PAGE, page_path
from editor.wording import _

_SIZE = (900, 700)


def keys_page(menus: Iterable[tuple[str, Iterable[tuple[str, str]]]]) -> str:
    """The page of keys: for each menu, which key does what."""
    lines = [f"# {_('Keys')}", "", f"[{_('Contents')}]({FIRST_PAGE}.md)"]
    for title, actions in menus:
        lines += ["", f"## {title}", "", f"| {_('Key')} | {_('What it does')} |", "|---|---|"]
        lines += [f"| {key} | {wording} |" for wording, key in actions]
    return "\n".join(lines)


class GuidePages(QTextBrowser):
    """Shows the guide's files; the page of keys is made from the menus, so that it is always true."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self._width = 0

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """The file, or the page of keys; pictures as light or dark as the window, and no wider than this one."""
        url = name if isinstance(name, QUrl) else QUrl(name)
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return self._picture(Path(self.source().resolved(url).toLocalFile()))
        return self._keys if url.fileName() == f"{KEYS_PAGE}.md" else super().loadResource(kind, url)

    def _picture(self, path: Path) -> QImage:
        dark = path.with_name(path.name.replace("-light", "-dark"))
        picture = QImage(str(dark if is_dark(self.palette()) and dark.is_file() else path))
        beside = self.verticalScrollBar().sizeHint().width() + 2 * self.frameWidth()
        room = self.width() - beside - 2 * round(self.document().documentMargin())
        if 0 < room < picture.width():
            return picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
        return picture

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures have another width."""
        super().resizeEvent(event)
        if self.width() != self._width:  # the viewport's changes with the scroll bar
            self._width = self.width()
            self._show_pictures_anew()

    def changeEvent(self, event: QEvent) -> None:
        """Pictures follow the system's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self._show_pictures_anew()

    def _show_pictures_anew(self) -> None:
        if self.source().isEmpty():
            return
        place = self.verticalScrollBar().value()
        self.reload()
        self.verticalScrollBar().setValue(place)


class GuideWindow(QDialog):
    """The guide with its own ways back and forward; the window behind it stays in use."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("User's guide"))
        open_at(self, *_SIZE)
        self.browser = GuidePages(keys, self)
        self.browser.setAccessibleName(_("User's guide"))
        self.browser.setOpenExternalLinks(False)
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(_("Find in this page"))
        self.words.setAccessibleName(_("Find in this page"))
        self.words.setClearButtonEnabled(True)
        self.words.returnPressed.connect(self._find_next)
        bar = QHBoxLayout()
        for wording, key, function in (
            (_("Contents"), "Alt+Home", self._go_home),
            (_("Back"), QKeySequence.StandardKey.Back, self.browser.backward),
            (_("Forward"), QKeySequence.StandardKey.Forward, self.browser.forward),
        ):
            button = QToolButton(self)
            button.setText(wording)
            button.setShortcut(QKeySequence(key))
            button.clicked.connect(function)
            bar.addWidget(button)
        bar.addStretch(1)
        bar.addWidget(self.words)
        layout = QVBoxLayout(self)
        layout.addLayout(bar)
        layout.addWidget(self.browser)
        order_tabs(self)

    def show_page(self, page: str, words: str = "") -> None:
        """Show a page, from the place on where `words` stand in it."""
        self.browser.setSource(
            QUrl.fromLocalFile(str(page_path(page))), QTextDocument.ResourceType.MarkdownResource
        )
        self.show()
        self.raise_()
        self.activateWindow()
        self.browser.setFocus()
        if words:
            self._go_to(words)

    def _go_to(self, words: str) -> None:
        """Put the words at the top of the page."""
        if self.browser.find(words):
            place = self.browser.cursorRect().top()
            bar = self.browser.verticalScrollBar()
            bar.setValue(bar.value() + place)

    def _find_next(self) -> None:
        """Find the words after the caret, from the start again where there are none."""
        words = self.words.text().strip()
        if words and not self.browser.find(words):
            self.browser.moveCursor(QTextCursor.MoveOperation.Start)
            self.browser.find(words)

    def _go_home(self) -> None:
        self.show_page(FIRST_PAGE)

    def showEvent(self, event: QShowEvent) -> None:
        """Links work by keyboard as well."""
        super().showEvent(event)
        self.browser.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
