"""Rules about promises of the superior plan that the local wording weakens."""

from collections.abc import Iterator
from functools import lru_cache

from editor.checking.case import Case, Finding
from editor.comparing import Concern, concerns
from editor.plan.measures import Measure
from editor.plan.plans import MOST_MEASURES
from editor.wording import _


def lower_targets(case: Case) -> Iterator[Finding]:
    """Shares and time limits that promise less than the superior plan's; counts differ from place to place."""
    message = _("“{new}” promises less than the superior plan's “{old}”.")
    return _findings(case, ("figure", "percentage"), message)


def later_dates(case: Case) -> Iterator[Finding]:
    """Dates within a wording that lie later than the superior plan's."""
    return _findings(case, ("date",), _("“{new}” is later than the superior plan's “{old}”."))


def weaker_duties(case: Case) -> Iterator[Finding]:
    """Words that bind less, or cover less, than those that the superior plan has in their place."""
    message = _("The superior plan says “{old}”; “{new}” asks for less.")
    return _findings(case, ("duty", "scope"), message)


def _findings(case: Case, kinds: tuple[str, ...], message: str) -> Iterator[Finding]:
    names = tuple(name for unit in case.project.roster.units for name in unit.names) if case.project else ()
    for measure in case.plan.measures:
        parents = "".join(parent.wording for parent in case.parents.get(measure.id, ()))
        for concern in _weakened(parents, measure.wording, names) if parents else ():
            if concern.kind in kinds:
                words = message.format(old=concern.old, new=concern.new)
                yield Finding(words, case.place(measure.id, _field(measure, concern)), concern.new)


@lru_cache(MOST_MEASURES)
def _weakened(parents: str, wording: str, names: tuple[str, ...]) -> tuple[Concern, ...]:
    return tuple(concern for concern in concerns(parents, wording, names) if concern.change == "weakened")


def _field(measure: Measure, concern: Concern) -> str:
    return "heading" if (concern.new_place or 0) < len(measure.heading) else "text"
