"""The settings of the interface: its language, and how large its type is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from editor.ui.base.help_key import offer_help
from editor.ui.base.settings import TYPE_SIZES, Settings
from editor.ui.base.sizes import open_at, set_type_size
from editor.wording import _

_LANGUAGES = (("zh_CN", "简体中文"), ("en", "English"))
"""Each by its own name."""
_SIZE = (360, 150)


class SettingsDialog(QDialog):
    """What is chosen is kept at once."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._settings = settings
        self.language, self.sizes = QComboBox(), QComboBox()
        self.note = QLabel()
        self.note.setWordWrap(True)
        self._fill()
        form = QFormLayout()
        form.addRow(_("&Language"), self.language)
        form.addRow(_("&Type size"), self.sizes)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.note)
        layout.addStretch(1)
        layout.addWidget(buttons)
        open_at(self, *_SIZE)
        offer_help(self, "settings")

    def _fill(self) -> None:
        self.language.setAccessibleName(_("Language"))
        self.sizes.setAccessibleName(_("Type size"))
        for value, wording in (("", _("As the system")), *_LANGUAGES):
            self.language.addItem(wording, value)
        for percent in TYPE_SIZES:
            self.sizes.addItem(f"{percent} %", percent)
        self.language.setCurrentIndex(self.language.findData(self._settings.language))
        self.sizes.setCurrentIndex(self.sizes.findData(self._settings.type_size))
        self.language.activated.connect(self._use_language)
        self.sizes.activated.connect(self._use_size)

    def _use_language(self) -> None:
        self._settings.remember_language(self.language.currentData())
        self.note.setText(_("The language changes when the program is started next."))

    def _use_size(self) -> None:
        percent = self.sizes.currentData()
        self._settings.remember_type_size(percent)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        set_type_size(application, percent)
        self.note.setText(_("Some panes take their new height when the program is started next."))
