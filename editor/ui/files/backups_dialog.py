"""Earlier files of the draft: a look inside each before one goes back to it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from editor.errors import EditorError, FileProblem
from editor.storage import Recovered, backups_of, load_project, saved_at
from editor.ui.base.long_work import Watch
from editor.ui.files.recovery_dialog import RecoveryDialog
from editor.wording import _


class BackupsDialog(RecoveryDialog):
    """Lists the earlier files, the newest first; `recovered` tells which one is wanted."""

    def __init__(self, found: Sequence[Recovered], parent: QWidget | None = None) -> None:
        super().__init__(found, parent)
        self.setWindowTitle(_("Earlier files"))
        self.list.setAccessibleName(_("Earlier files"))
        self.words.setText(_("What the file held before it was saved again. Going back can be undone."))
        self.recover.setText(_("&Go back to it"))
        self.discard.hide()
        self.recovered.connect(self.accept)


def read_backups(_watch: Watch, path: Path) -> tuple[Recovered, ...]:
    """What the backups of a project file hold, those that can't be read left out; FileProblem where there is none."""
    try:
        backups = backups_of(path)
    except OSError as error:
        message = _("The folder of “{name}” can't be read ({reason}).")
        raise FileProblem(message.format(name=path.name, reason=error.strerror or str(error))) from error
    found = tuple(one for backup in backups if (one := _read(backup, path)))
    if not found:
        raise FileProblem(
            _("There is no earlier file of “{name}” yet; one is kept each time it is saved.").format(
                name=path.name
            )
        )
    return found


def _read(backup: Path, path: Path) -> Recovered | None:
    try:
        project = load_project(backup)
        kept = saved_at(backup).isoformat(timespec="seconds")
    except (EditorError, OSError):
        return None
    return Recovered(project=project, path=path, kept=kept, journal=backup)
