"""Decisions about many superior measures and sentences at once, each as one step; without Qt."""

from collections.abc import Iterable, Iterator, Sequence

from editor.drafting.commands import Adopt, Command, Decline, Many, Reconsider, TakeSentence
from editor.ui.coverage.coverage_rows import SentenceOf
from editor.ui.coverage.covered import Covered
from editor.wording import _

Item = Covered | SentenceOf
REASONS = ("省级事权", "已完成", "不适用", "另文落实", "暂缓")
"""Customary reasons for not adopting; they are printed in tables, so they are official Chinese."""


def to_adopt(chosen: Sequence[Item]) -> Command | None:
    """Take these measures into the draft, and these dropped sentences back into theirs; None where none can be."""
    measures = [item for item in _measures(chosen) if not item.local_ids]
    found: list[Command] = [Adopt(plan, ids) for plan, ids in _by_plan(measures)]
    for item in _sentences(chosen):
        if item.measure.local_ids and item.sentence.state in ("dropped", "not_adopted"):
            found += _back(item)
    return _as_one(_("Adopt what was selected"), found)


def to_decline(chosen: Sequence[Item], reason: str) -> Command | None:
    """Refuse these measures and sentences for one reason; None where nothing is chosen."""
    found: list[Command] = [Decline(plan, ids, reason) for plan, ids in _by_plan(_measures(chosen))]
    found += [Decline(plan, (id,), reason, sentence) for plan, id, sentence in _numbers(_sentences(chosen))]
    return _as_one(_("Do not adopt what was selected"), found)


def to_follow_suggestions(chosen: Sequence[Item]) -> Command | None:
    """Refuse these measures and sentences for the reasons suggested; those without suggestion are left."""
    found: list[Command] = [
        Decline(item.plan, (item.measure,), item.suggestion)
        for item in _measures(chosen)
        if item.suggestion and not item.local_ids
    ]
    suggested = [item for item in _sentences(chosen) if item.sentence.suggestion]
    reasons = {
        (item.measure.plan, item.measure.measure, item.sentence.number): item.sentence.suggestion
        for item in suggested
    }
    found += [Decline(plan, (id,), reason, sentence) for (plan, id, sentence), reason in reasons.items()]
    return _as_one(_("Follow the suggestions"), found)


def to_reconsider(chosen: Sequence[Item]) -> Command | None:
    """Take the refusal of these measures and sentences back; None where none is refused."""
    refused = [item for item in _measures(chosen) if item.disposition == "not_adopted"]
    found: list[Command] = [Reconsider(plan, ids) for plan, ids in _by_plan(refused)]
    sentences = [item for item in _sentences(chosen) if item.sentence.is_refused]
    found += [Reconsider(plan, (id,), sentence) for plan, id, sentence in _numbers(sentences)]
    return _as_one(_("Reconsider what was selected"), found)


def _measures(chosen: Iterable[Item]) -> list[Covered]:
    return [item for item in chosen if isinstance(item, Covered)]


def _sentences(chosen: Sequence[Item]) -> list[SentenceOf]:
    """The sentences chosen for their own sake: those of a measure that is chosen too go with it."""
    whole = {(item.plan, item.measure) for item in _measures(chosen)}
    return [
        item
        for item in chosen
        if isinstance(item, SentenceOf) and (item.measure.plan, item.measure.measure) not in whole
    ]


def _by_plan(items: Iterable[Covered]) -> Iterator[tuple[str, tuple[str, ...]]]:
    plans: dict[str, list[str]] = {}
    for item in items:
        plans.setdefault(item.plan, []).append(item.measure)
    for plan, ids in plans.items():
        yield plan, tuple(ids)


def _numbers(items: Iterable[SentenceOf]) -> dict[tuple[str, str, int], None]:
    """Plan, measure and number of every sentence once, though several parts of it may be chosen."""
    return dict.fromkeys((i.measure.plan, i.measure.measure, i.sentence.number) for i in items)


def _back(item: SentenceOf) -> Iterator[Command]:
    plan, measure, sentence = item.measure.plan, item.measure.measure, item.sentence
    if sentence.is_refused:
        yield Reconsider(plan, (measure,), sentence.number)
    yield TakeSentence(plan, measure, sentence.place, sentence.text)


def _as_one(label: str, commands: Sequence[Command]) -> Command | None:
    if len(commands) == 1:
        return commands[0]
    return Many(label, tuple(commands)) if commands else None
