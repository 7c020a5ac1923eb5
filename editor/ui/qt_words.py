"""Words of Qt's own dialogs that Qt brings no Chinese for."""

from PySide6.QtCore import QTranslator

from editor.wording import N_, _

QT_WORDS = {
    ("QFileDialog", "&Look in:"): N_("&Look in:"),
    ("QFileDialog", "Files of &type:"): N_("Files of &type:"),
    ("QAbstractFileIconProvider", "Drive"): N_("Drive"),
    ("QAbstractFileIconProvider", "Folder"): N_("Folder"),
    ("QPrintSettingsOutput", "Page &Set:"): N_("Page &Set:"),
    ("QShortcut", "Control"): N_("Control"),
    ("QShortcut", "Keyboard"): N_("Keyboard"),
}
"""By Qt's context and English words."""


class QtWords(QTranslator):
    """Is asked for what Qt's own translation, installed after it, doesn't know."""

    def isEmpty(self) -> bool:
        """It knows something."""
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """The words in the interface's language, None for those that it doesn't know."""
        words = QT_WORDS.get((context, source))
        return _(words) if words else None
