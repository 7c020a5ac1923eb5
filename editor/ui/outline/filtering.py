"""Which measures an outline shows: by state, by what is missing, by unit, by words; without Qt."""

from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from editor.plan.measures import ROLES, Measure
from editor.plan.plans import Plan
from editor.plan.searching import in_any_width
from editor.wording import N_


class Known(NamedTuple):
    """What is known about the plan beside itself: the measures to review, and those with findings."""

    suspects: frozenset[str] = frozenset()
    found: frozenset[str] = frozenset()


class Choice(NamedTuple):
    """A kind of measures: its name in the list of filters, and which they are."""

    name: str
    holds: Callable[[Measure, Known], bool]


CHOICES: Mapping[str, Choice] = {
    "all": Choice(N_("All"), lambda _m, _known: True),
    "undecided": Choice(N_("State: open"), lambda m, _known: m.state == "undecided"),
    "drafting": Choice(N_("State: drafting"), lambda m, _known: m.state == "drafting"),
    "done": Choice(N_("State: done"), lambda m, _known: m.state == "done"),
    "reviewed": Choice(N_("State: reviewed"), lambda m, _known: m.state == "reviewed"),
    "unfinished": Choice(N_("Not finished"), lambda m, _known: m.state in ("undecided", "drafting")),
    "no_unit": Choice(N_("No unit"), lambda m, _known: not units_of(m)),
    "no_lead": Choice(N_("No lead unit"), lambda m, _known: not m.units("lead_units")),
    "no_deadline": Choice(N_("No deadline"), lambda m, _known: m.deadline is None),
    "suspect": Choice(N_("To review"), lambda m, known: m.id in known.suspects),
    "found": Choice(N_("With findings"), lambda m, known: m.id in known.found),
    "own": Choice(N_("The county's own"), lambda m, _known: not m.origins),
}
"""The filters, in the order in which they are offered."""


class Filter(NamedTuple):
    """What is shown: one of CHOICES, the unit in whatever role (empty: any), and words that heading or text hold."""

    choice: str = "all"
    unit: str = ""
    words: str = ""

    @property
    def is_open(self) -> bool:
        """Whether everything is shown."""
        return self == Filter()

    def holds(self, measure: Measure, known: Known) -> bool:
        """Whether the measure is shown."""
        if not CHOICES[self.choice].holds(measure, known):
            return False
        if self.unit and self.unit not in units_of(measure):
            return False
        pattern = in_any_width(self.words)
        return not self.words or any(map(pattern.search, (measure.heading, measure.text)))


def units_of(measure: Measure) -> frozenset[str]:
    """The units of a measure in all roles."""
    return frozenset(name for role in ROLES for name in measure.units(role))


def shown(plan: Plan, filter: Filter, known: Known, current: Collection[str] = ()) -> frozenset[str] | None:
    """The blocks that an outline shows beside the headings around them, those in `current` always; None for all."""
    if filter.is_open:
        return None
    return frozenset(m.id for m in plan.measures if filter.holds(m, known)).union(current)


def units_in(plan: Plan) -> dict[str, int]:
    """Every unit that has something to do, with the number of its measures, in the order of their first ones."""
    counts: dict[str, int] = {}
    for measure in plan.measures:
        for name in dict.fromkeys(name for role in ROLES for name in measure.units(role)):
            counts[name] = counts.get(name, 0) + 1
    return counts
