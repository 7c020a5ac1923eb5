"""The figures in the status bar: saved or not, characters, what is still open."""

from PySide6.QtWidgets import QStatusBar

from editor.ui.base.elided_label import ElidedLabel
from editor.ui.questions import Survey
from editor.wording import _


class StatusLine:
    """Labels at the right of a status bar; each names its figure."""

    def __init__(self, bar: QStatusBar) -> None:
        self._labels: dict[str, ElidedLabel] = {}
        for name in ("saved", "characters", "copied", "undecided", "suspects", "without_unit"):
            label = ElidedLabel(bar)
            label.setContentsMargins(6, 0, 6, 0)
            bar.addPermanentWidget(label)
            self._labels[name] = label

    def show_saved(self, wording: str) -> None:
        """Tell whether the work is saved."""
        self._labels["saved"].setText(wording)

    def show_figures(self, survey: Survey) -> None:
        """Count what is there, against the most that a plan should have, and what is still to do."""
        from editor.checking.completeness import LONGEST_PLAN  # that room came with the survey

        count, most = f"{survey.characters:,}", f"{LONGEST_PLAN:,}"
        undecided = sum(item.disposition == "undecided" for item in survey.covered)
        for name, wording in (
            ("characters", _("{count} / {most} characters").format(count=count, most=most)),
            ("copied", _("copied: {share:.0%}").format(share=survey.copied)),
            ("undecided", _("undecided: {count}").format(count=undecided)),
            ("suspects", _("to review: {count}").format(count=len(survey.suspects))),
            ("without_unit", _("no unit: {count}").format(count=survey.without_unit)),
        ):
            self._labels[name].setText(wording)

    @property
    def text(self) -> str:
        """All figures on one line."""
        return " · ".join(label.text() for label in self._labels.values() if label.text())
