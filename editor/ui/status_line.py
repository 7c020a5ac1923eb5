"""The figures in the status bar: saved or not, characters, what is still open."""

from PySide6.QtWidgets import QLabel, QStatusBar

from editor.wording import _


class StatusLine:
    """Labels at the right of a status bar; each names its figure."""

    def __init__(self, bar: QStatusBar) -> None:
        self._labels: dict[str, QLabel] = {}
        for name in ("saved", "characters", "undecided", "without_unit", "suspects"):
            label = QLabel(bar)
            label.setContentsMargins(6, 0, 6, 0)
            bar.addPermanentWidget(label)
            self._labels[name] = label

    def show_saved(self, wording: str) -> None:
        """Tell whether the work is saved."""
        self._labels["saved"].setText(wording)

    def show_figures(self, characters: int, undecided: int, without_unit: int, suspects: int) -> None:
        """Count what is there and what is still to do."""
        self._labels["characters"].setText(_("{count} characters").format(count=f"{characters:,}"))
        self._labels["undecided"].setText(_("undecided: {count}").format(count=undecided))
        self._labels["without_unit"].setText(_("no unit: {count}").format(count=without_unit))
        self._labels["suspects"].setText(_("to review: {count}").format(count=suspects))

    @property
    def text(self) -> str:
        """All figures on one line."""
        return " · ".join(label.text() for label in self._labels.values() if label.text())
