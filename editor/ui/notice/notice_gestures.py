"""What the actions on the notice and its surroundings do: printing, the locality, the template, the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.wording import _, ngettext

if TYPE_CHECKING:  # loaded when they are needed: the empty window starts without them
    from pathlib import Path

    from editor.plan.project import Project
    from editor.ui.base.long_work import Watch
    from editor.ui.main_window import MainWindow
    from editor.ui.notice.page_view import Preview


class NoticeGestures:
    """Prints the notice, and opens the dialogs in which its look and its office are chosen.

    Method names are the actions' names.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def print_notice(self) -> None:
        """Print the notice as the preview shows it."""
        words = _("Laying out the pages …")
        self._window.work.begin(words, _laid_out, self._window.document.project, then=self._print)

    def _print(self, shown: Preview) -> None:
        from editor.ui.notice.printing import ask_printer, print_pages

        printer = ask_printer(len(shown.pages), self._window)
        if printer is not None:
            self._window.work.begin(_("Printing …"), print_pages, shown, printer, then=lambda _none: None)

    def save_pdf(self) -> None:
        """Write the notice as the preview shows it into a PDF."""
        from editor.ui.base.save_place import ask_place
        from editor.ui.notice.printing import write_pages

        document = self._window.document
        title, kinds = _("Save the preview as PDF"), ((_("PDF (*.pdf)"), ".pdf"),)
        path = ask_place(document, self._window, title, f"{document.name}.pdf", kinds)
        if path is not None:
            words = _("Writing “{name}” …").format(name=path.name)
            self._window.work.begin(words, write_pages, document.project, path, then=self._tell_written)

    def _tell_written(self, written: tuple[Path, int]) -> None:
        path, pages = written
        told = ngettext("{name}: {count} page.", "{name}: {count} pages.", pages)
        self._window.messages.tell(told.format(name=path.name, count=pages))

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


def _laid_out(_watch: Watch, project: Project) -> Preview:
    from editor.ui.notice.page_view import preview

    return preview(project)
