"""The walk through the example: what to do in each step, and how the project tells that it was done."""

from collections.abc import Callable
from typing import NamedTuple

from editor.plan.measures import Measure
from editor.plan.project import Project
from editor.wording import N_


class Step(NamedTuple):
    """One step: what to do, which dock it is about, and whether it was done between two projects.

    Where the project does not show it, `is_done` is None and the reader goes on by hand.
    """

    text: str
    dock: str
    is_done: Callable[[Project, Project], bool] | None = None
    is_typed: bool = False
    """Whether it is done by typing: the next step comes when that rests."""


def _has_more_measures(before: Project, after: Project) -> bool:
    """Two or three were asked for: with the second it goes on."""
    return len(before.local.measures) < len(after.local.measures) > 1


def _has_declined(before: Project, after: Project) -> bool:
    return len(after.decisions) > len(before.decisions)


def _some(test: Callable[[Measure | None, Measure], bool]) -> Callable[[Project, Project], bool]:
    """Whether the test holds between some measure as it was and as it is."""

    def is_done(before: Project, after: Project) -> bool:
        known = {measure.id: measure for measure in before.local.measures}
        return any(test(known.get(measure.id), measure) for measure in after.local.measures)

    return is_done


def _is_reworded(before: Measure | None, after: Measure) -> bool:
    return before is not None and before.wording != after.wording


def _is_assigned(before: Measure | None, after: Measure) -> bool:
    return before is not None and before.units("lead_units") != after.units("lead_units")


def _is_timed(before: Measure | None, after: Measure) -> bool:
    """With the year, so that the date is known."""
    is_other = before is not None and before.deadline != after.deadline
    return is_other and after.deadline is not None and after.deadline.date is not None


def _is_finished(before: Measure | None, after: Measure) -> bool:
    return before is not None and before.state != after.state == "done"


def _has_more_snapshots(before: Project, after: Project) -> bool:
    return len(after.snapshots) > len(before.snapshots)


STEPS = (
    Step(
        N_(
            "The superior plans are on the left. Choose a measure there and press Enter: it is taken over into your"
            " own plan. Take over two or three."
        ),
        "parents",
        _has_more_measures,
    ),
    Step(
        N_(
            "Choose a superior measure that does not concern the county, press Ctrl+Shift+D, and choose a reason by its"
            " number."
        ),
        "parents",
        _has_declined,
    ),
    Step(
        N_(
            "Choose a measure of your own plan in the middle, press F2 and change some words. The pane on the right shows"
            " the difference at once."
        ),
        "difference",
        _some(_is_reworded),
        is_typed=True,
    ),
    Step(
        N_("F7 goes to the next difference. Alt+Right takes back just that one, Ctrl+Z undoes it again."),
        "difference",
    ),
    Step(
        N_(
            "Press Ctrl+L and type the first letters of a unit's pinyin, such as rsj, then Enter: that unit leads."
        ),
        "parents",
        _some(_is_assigned),
    ),
    Step(
        N_(
            "Press Ctrl+D and type a deadline as you would write it, with the year. The words stay, the date is known."
        ),
        "parents",
        _some(_is_timed),
        is_typed=True,
    ),
    Step(
        N_("Press Ctrl+Return: the measure is done, and the next one that is not comes up."),
        "parents",
        _some(_is_finished),
    ),
    Step(N_("Findings are listed below, the worst first. F8 goes from one to the next."), "findings"),
    Step(
        N_("Coverage shows what became of every superior measure, and what is still undecided."), "coverage"
    ),
    Step(N_("Press Ctrl+Shift+V and keep this version under a name."), "difference", _has_more_snapshots),
    Step(N_("The page preview shows the notice as it will print. A click goes to the measure."), "pages"),
    Step(
        N_("Ctrl+E writes the notice as a Word document, with the tables you tick. That is the whole way."),
        "pages",
    ),
)
