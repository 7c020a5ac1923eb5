"""What exported files that compare are held against, and who is named for the changes."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QLabel, QWidget

from editor.plan.project import Project
from editor.ui.base.text_box import EntryLine
from editor.wording import _


class ComparedWith:
    """Three lines of a dialog: what the redline is held against, since when changes are listed, and their author."""

    def __init__(self, project: Project, grid: QGridLayout, dialog: QDialog) -> None:
        from editor.writing import AUTHOR, main_parent

        self.redline, self.since = QComboBox(dialog), QComboBox(dialog)
        main = main_parent(project).id
        for plan in sorted(project.parents, key=lambda plan: plan.id != main):
            self.redline.addItem(
                _("Superior plan: {title}").format(title=plan.title or plan.id), ("", plan.id)
            )
        for snapshot in reversed(project.snapshots):
            name = _("{name}, {date}").format(name=snapshot.name, date=snapshot.date)
            self.redline.addItem(_("Snapshot: {name}").format(name=name), (snapshot.name, ""))
            self.since.addItem(name, snapshot.name)
        self.author = EntryLine(_("Author of the tracked changes"), dialog)
        self.author.setText(AUTHOR)
        self._add(grid, _("Tracked changes from"), self.redline)
        self._add(grid, _("List of changes since"), self.since)
        self._add(grid, _("Author of the tracked changes"), self.author)

    @staticmethod
    def _add(grid: QGridLayout, text: str, widget: QWidget) -> None:
        row, label = grid.rowCount(), QLabel(text)
        label.setBuddy(widget)
        widget.setAccessibleName(text)
        if isinstance(widget, QComboBox):
            widget.setEnabled(widget.count() > 0)
            widget.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        grid.addWidget(label, row, 0)
        grid.addWidget(widget, row, 1, 1, 2)

    @property
    def choices(self) -> dict[str, dict[str, str]]:
        """The fields of jobs.Choices that were chosen, by the name of the file that they are for."""
        since, against = self.redline.currentData() or ("", "")
        author = self.author.text().strip()
        return {
            "redline": {"since": since, "against": against, **({"author": author} if author else {})},
            "changes": {"since": self.since.currentData() or ""},
        }
