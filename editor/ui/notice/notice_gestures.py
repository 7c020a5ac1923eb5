"""What the actions on the notice's surroundings do: the locality, the template, the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.ui.main_window import MainWindow


class NoticeGestures:
    """Opens the dialogs in which the notice's look and its office are chosen; method names are the actions' names."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def locality(self) -> None:
        """See, change and choose localities."""
        from editor.ui.notice.localities_dialog import LocalitiesDialog

        LocalitiesDialog(self._window.document, self._window.settings, self._window).open()

    def settings(self) -> None:
        """Choose the interface's language and type size."""
        from editor.ui.settings_dialog import SettingsDialog

        SettingsDialog(self._window.settings, self._window).open()

    def template(self) -> None:
        """See, choose and make templates."""
        from editor.ui.notice.template_dialog import TemplateDialog

        TemplateDialog(self._window.document, self._window.settings, self._window).open()
