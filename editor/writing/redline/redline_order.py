"""Which paragraphs of an old plan stand against which of a new one, and in what order a redline shows them.

Blocks are paired by where the new ones were taken from; what keeps its order is compared in place, what changed its
order is moved, the rest is deleted or inserted.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, islice

from editor.comparing import diff
from editor.comparing.relations import similarity
from editor.plan.measures import sources_of
from editor.plan.plans import Plan
from editor.plan.value import Value
from editor.writing.elements.element import Element
from editor.writing.elements.plan_elements import plan_elements

_ALIKE = 0.4
"""Two paragraphs without link between the same neighbours are compared where they share so much."""
_LOOKED_AT = 4
"""So many new paragraphs are tried for an old one without link."""


class Piece(Value, frozen=True, kw_only=True):
    """The paragraphs of one block, or of the title, the opening, the closing or the attachment note."""

    key: str
    elements: tuple[Element, ...]

    @property
    def text(self) -> str:
        """The printed paragraphs, one line each."""
        return "\n".join(each.printed for each in self.elements)


class Step(Value, frozen=True, kw_only=True):
    """What comes next in the redline: pieces compared, only old ones, or only new ones.

    `moved` is a number shared by the two steps of what changed its place; the new place's step has the old pieces
    too, to tell what was kept.
    """

    olds: tuple[Piece, ...] = ()
    news: tuple[Piece, ...] = ()
    moved: int | None = None


class _Match(Value, frozen=True, kw_only=True):
    """Neighbouring old pieces that neighbouring new ones were made from, by their places."""

    olds: tuple[int, ...]
    news: tuple[int, ...]


def pieces(plan: Plan) -> tuple[Piece, ...]:
    """The plan's paragraphs by block, in printed order."""
    elements = list(plan_elements(plan))
    first = next((place for place, each in enumerate(elements) if each.block), len(elements))

    def key(place_and_element: tuple[int, Element]) -> str:
        place, each = place_and_element
        return each.block or (each.kind if each.kind != "text" else "opening" if place < first else "closing")

    grouped = groupby(enumerate(elements), key)
    return tuple(Piece(key=name, elements=tuple(each for _, each in group)) for name, group in grouped)


def steps(old: Plan, new: Plan) -> Iterator[Step]:
    """The redline's steps in order: all old pieces in their order and all new ones in theirs."""
    olds, news = pieces(old), pieces(new)
    matches = _matches(olds, news, _links(old, new))
    kept = _longest_rising(matches)
    elsewhere = [match for match in matches if match not in kept and _shares(_step(match, olds, news))]
    moved = {match: number for number, match in enumerate(elsewhere)}
    old_moves = {place: match for match in moved for place in match.olds}
    new_moves = {place: match for match in moved for place in match.news}
    old_start = new_start = 0
    for match in (*kept, _Match(olds=(len(olds),), news=(len(news),))):
        gap_olds, gap_news = range(old_start, match.olds[0]), range(new_start, match.news[0])
        yield from _gap(olds, news, gap_olds, gap_news, old_moves, new_moves, moved)
        if match.olds[0] < len(olds) or match.news[0] < len(news):
            yield _step(match, olds, news)
        old_start, new_start = match.olds[-1] + 1, match.news[-1] + 1


def _step(match: _Match, olds: Sequence[Piece], news: Sequence[Piece], moved: int | None = None) -> Step:
    return Step(
        olds=tuple(olds[place] for place in match.olds),
        news=tuple(news[place] for place in match.news),
        moved=moved,
    )


def _gap(
    olds: Sequence[Piece],
    news: Sequence[Piece],
    old_places: range,
    new_places: range,
    old_moves: Mapping[int, _Match],
    new_moves: Mapping[int, _Match],
    moved: Mapping[_Match, int],
) -> Iterator[Step]:
    """What stands between two matches: moved away, deleted, compared after all, inserted, moved here."""
    new_start = 0
    for place in old_places:
        found = None
        if place not in old_moves:
            free = (at for at in new_places[new_start:] if at not in new_moves)
            found = next((at for at in islice(free, _LOOKED_AT) if _alike(olds[place], news[at])), None)
        if found is None:
            yield from _moved_away(olds, place, old_moves.get(place), moved)
            continue
        reached = new_places.index(found)
        yield from _inserted(olds, news, new_places[new_start:reached], new_moves, moved)
        yield Step(olds=(olds[place],), news=(news[found],))
        new_start = reached + 1
    yield from _inserted(olds, news, new_places[new_start:], new_moves, moved)


def _moved_away(
    olds: Sequence[Piece], place: int, match: _Match | None, moved: Mapping[_Match, int]
) -> Iterator[Step]:
    if match is None:
        yield Step(olds=(olds[place],))
    elif place == match.olds[0]:
        yield Step(olds=tuple(olds[each] for each in match.olds), moved=moved[match])


def _inserted(
    olds: Sequence[Piece],
    news: Sequence[Piece],
    places: Sequence[int],
    moves: Mapping[int, _Match],
    moved: Mapping[_Match, int],
) -> Iterator[Step]:
    for place in places:
        match = moves.get(place)
        if match is None:
            yield Step(news=(news[place],))
        elif place == match.news[0]:
            yield _step(match, olds, news, moved[match])


def _alike(old: Piece, new: Piece) -> bool:
    """Whether two pieces of the same kind share enough to be compared."""
    one, other = old.elements[0], new.elements[0]
    if (one.kind, one.level) != (other.kind, other.level):
        return False
    return _shares(Step(olds=(old,), news=(new,)))


def _shares(step: Step) -> bool:
    old, new = ("".join(each.text for each in side) for side in (step.olds, step.news))
    return similarity(diff(old, new)) >= _ALIKE


def _links(old: Plan, new: Plan) -> dict[str, tuple[str, ...]]:
    """By new piece the old ones it was made from: by origin, or by id where both are states of one plan."""
    if old.id == new.id:
        return {block.id: (block.id,) for block in new.body}
    return {block.id: sources_of(block, old.id) for block in new.body}


def _matches(
    olds: Sequence[Piece], news: Sequence[Piece], links: Mapping[str, tuple[str, ...]]
) -> list[_Match]:
    """Every match in the new order; no piece is in two. Merged neighbours and split neighbours are one match."""
    places = {piece.key: place for place, piece in enumerate(olds)}
    free, matches = set(places.values()), list[_Match]()
    for place, piece in enumerate(news):
        wanted = [places[key] for key in links.get(piece.key, (piece.key,)) if key in places]
        run = _first_run([each for each in wanted if each in free])
        if run:
            free -= set(run)
            matches.append(_Match(olds=run, news=(place,)))
        elif wanted and matches and wanted[0] in matches[-1].olds and matches[-1].news[-1] == place - 1:
            before = matches.pop()
            matches.append(_Match(olds=before.olds, news=(*before.news, place)))
    return matches


def _first_run(places: Sequence[int]) -> tuple[int, ...]:
    """The places from the first one on that follow each other without a gap."""
    run: list[int] = []
    for place in sorted(places):
        if run and place != run[-1] + 1:
            break
        run.append(place)
    return tuple(run)


def _longest_rising(matches: Sequence[_Match]) -> list[_Match]:
    """The most matches that keep their order."""
    tails: list[int] = []
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for place, match in enumerate(matches):
        at = bisect_left(tails, match.olds[0])
        before[place] = ends[at - 1] if at else None
        tails[at:], ends[at:] = [match.olds[0], *tails[at + 1 :]], [place, *ends[at + 1 :]]
    found, last = list[_Match](), ends[-1] if ends else None
    while last is not None:
        found.append(matches[last])
        last = before[last]
    return found[::-1]
