"""How several measures become one."""

from collections.abc import Sequence

from msgspec.structs import replace

from editor.drafting.origins import merge_origins
from editor.plan.measures import ROLES, Assignment, Deadline, Measure

_ENDS = "。；！？：”）"


def merge_measures(measures: Sequence[Measure]) -> Measure:
    """One measure with the first one's id, place and heading, and everything that all of them say.

    Of several deadlines the earliest date stays, so that no promise is broken; the words of the others go to the note.
    """
    first = measures[0]
    deadline = _earliest([m.deadline for m in measures if m.deadline])
    others = dict.fromkeys(m.deadline.text for m in measures if m.deadline and m.deadline != deadline)
    return replace(
        first,
        text=join_texts(measures),
        assignments=_join_assignments(measures),
        deadline=deadline,
        origins=merge_origins(tuple(origin for m in measures for origin in m.origins)),
        state="drafting",
        note="\n".join(filter(None, (*(m.note for m in measures), *others))),
    )


def join_texts(measures: Sequence[Measure]) -> str:
    """The first one's text, then the others' wordings; a full stop goes between where a heading would run on."""
    text = measures[0].text
    for measure in measures[1:]:
        if measure.heading and text and text[-1] not in _ENDS:
            text += "。"
        text += measure.wording
    return text


def _earliest(deadlines: Sequence[Deadline]) -> Deadline | None:
    dated = [deadline for deadline in deadlines if deadline.date]
    return min(dated, key=lambda d: d.date or "") if dated else next(iter(deadlines), None)


def _join_assignments(measures: Sequence[Measure]) -> tuple[Assignment, ...]:
    units = {role: dict.fromkeys(u for m in measures for u in m.units(role)) for role in ROLES}
    if not any(units.values()):
        return ()
    return (replace(Assignment(), **{role: tuple(names) for role, names in units.items()}),)
