"""Choosing the locality: one of those that come with the program, or a file of the office's own."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget

from editor.drafting.commands import Many, SetLocality, SetRoster
from editor.jobs import load_profile
from editor.paths import templates
from editor.ui.document import Document
from editor.ui.settings import Settings
from editor.wording import _


def choose_profile(window: QWidget, document: Document, settings: Settings) -> None:
    """Ask for a locality and give it, with its roster, to the draft and to later drafts."""
    provided = {path.stem: path for path in sorted((templates() / "localities").glob("*.toml"))}
    other = _("A file of our own…")
    name, accepted = QInputDialog.getItem(
        window, _("Locality and roster"), _("Locality:"), [*provided, other], 0, False
    )
    if not accepted:
        return
    path = provided.get(name) or _ask_file(window)
    if path is not None:
        document.attempt(_use, document, settings, path)


def _ask_file(window: QWidget) -> Path | None:
    name, _kind = QFileDialog.getOpenFileName(window, _("Locality and roster"), "", _("Localities (*.toml)"))
    return Path(name) if name else None


def _use(document: Document, settings: Settings, path: Path) -> None:
    locality, roster = load_profile(path)
    if document.do(Many(_("Change locality"), (SetLocality(locality), SetRoster(roster)))):
        settings.remember_profile(path)
