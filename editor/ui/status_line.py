"""The figures in the status bar: saved or not, characters, what is still open."""

from PySide6.QtWidgets import QLabel, QStatusBar

from editor.plan.measures import ROLES, Measure
from editor.plan.plans import Plan
from editor.wording import _


def count_characters(plan: Plan) -> int:
    """Non-blank characters of the plan's opening, headings, texts and closing."""
    texts = [plan.opening, plan.closing]
    for block in plan.body:
        texts += [getattr(block, "heading", ""), getattr(block, "text", "")]
    return sum(len("".join(text.split())) for text in texts)


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

    def show_plan(self, plan: Plan) -> None:
        """Count what can be seen in the local plan itself."""
        measures = plan.measures
        without = sum(not _has_units(measure) for measure in measures)
        self._labels["characters"].setText(
            _("{count} characters").format(count=f"{count_characters(plan):,}")
        )
        self._labels["without_unit"].setText(_("no unit: {count}").format(count=without))

    def show_survey(self, undecided: int, suspects: int) -> None:
        """Count what is undecided and what is to be reviewed."""
        self._labels["undecided"].setText(_("undecided: {count}").format(count=undecided))
        self._labels["suspects"].setText(_("to review: {count}").format(count=suspects))

    @property
    def text(self) -> str:
        """All figures on one line."""
        return " · ".join(label.text() for label in self._labels.values() if label.text())


def _has_units(measure: Measure) -> bool:
    return any(measure.units(role) for role in ROLES)
