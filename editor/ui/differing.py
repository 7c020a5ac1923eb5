"""How one local measure differs from a superior plan: everything that the views of a difference show; without Qt."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from editor.drafting.marks import Words, words_of
from editor.drafting.origins import compared_wording
from editor.plan.project import Mark, Project
from editor.ui.outline_rows import caption
from editor.ui.places import source_plans

if TYPE_CHECKING:  # loads libraries that the first window does not need
    from editor.comparing import Concern, Span
    from editor.comparing.edits import Edit

_ENDS = "。；！？\n"
_FIGURES = ("figure", "date", "percentage")


class Passage(NamedTuple):
    """A stretch of a diff: = kept, - only the parent's, + only ours, < moved away, > moved here.

    `edit` is the number of the edit that it belongs to, -1 for what is kept.
    """

    op: str
    text: str
    is_figure: bool = False
    edit: int = -1


class Clause(NamedTuple):
    """A sentence of the parent, or part of one, what became of it and its counterpart; or one that was added.

    `place` is where it begins in the parent's wording.
    """

    text: str
    status: str
    local_text: str
    place: int


class Matter(NamedTuple):
    """Something that matters in a difference, and the number of its edit, -1 where it has none."""

    concern: "Concern"
    edit: int


class Difference(NamedTuple):
    """One local measure beside the wording it comes from in one parent plan, `plan`; `plans` are all it comes from.

    `sources` are the parent's measures with the places where each begins in `parent`, the joined wording.
    """

    measure: str
    wording: str
    parents: tuple[str, ...]
    passages: tuple[Passage, ...]
    plan: str = ""
    plans: tuple[str, ...] = ()
    parent: str = ""
    sources: tuple[tuple[str, int], ...] = ()
    spans: "tuple[Span, ...]" = ()
    edits: "tuple[Edit, ...]" = ()
    ends: tuple[tuple[int, int], ...] = ()
    """Numbers of the two edits that a move consists of, both ways."""
    small: frozenset[int] = frozenset()
    """Numbers of the edits that change widths, blanks and marks only."""
    matters: tuple[Matter, ...] = ()
    clauses: tuple[Clause, ...] = ()
    marks: tuple[Mark, ...] = ()

    @property
    def lost_figures(self) -> tuple[str, ...]:
        """The parent's figures that are not ours, with what stands instead."""
        found = (matter.concern for matter in self.matters if matter.concern.kind in _FIGURES)
        return tuple(f"{c.old} → {c.new}" if c.new else c.old for c in found if c.old)

    @property
    def inserted(self) -> int:
        """Characters that only the local text has."""
        return sum(len(passage.text) for passage in self.passages if passage.op == "+")

    @property
    def moved(self) -> int:
        """Characters that the local text has in another place."""
        return sum(len(passage.text) for passage in self.passages if passage.op == ">")

    @property
    def deleted(self) -> int:
        """Characters that only the parent has."""
        return sum(len(passage.text) for passage in self.passages if passage.op == "-")

    def words(self, number: int) -> Words:
        """What an edit is known by to reviewers' marks."""
        return words_of(self.edits, number)

    def mark_of(self, number: int) -> Mark | None:
        """A reviewer's mark on an edit."""
        words = self.words(number)
        return next((m for m in self.marks if (m.old, m.new, m.occurrence) == words), None)


def difference(project: Project, id: str, preferred: str = "") -> Difference:
    """How one local measure differs from its wording in the preferred parent plan, else in the first it comes from."""
    from editor.comparing import diff, is_punctuation_only
    from editor.comparing.edits import edits, partners

    measure = project.local.measure(id)
    plans = source_plans(measure)
    if not plans:
        return Difference(id, measure.wording, (), (Passage("+", measure.wording),))
    plan = preferred if preferred in plans else plans[0]
    compared = compared_wording(project, measure, plan)
    parent = compared.text
    names = project.roster.unit_names
    spans = diff(parent, measure.wording, names)
    found = edits(spans)
    return Difference(
        id,
        measure.wording,
        tuple(map(caption, compared.measures)),
        tuple(_passages(spans, found)),
        plan,
        plans,
        parent,
        compared.sources,
        spans,
        found,
        tuple(sorted(partners(found).items())),
        frozenset(
            n for n, edit in enumerate(found) if not edit.is_move and is_punctuation_only(edit.old, edit.new)
        ),
        tuple(_matters(parent, measure.wording, names, found)),
        tuple(_clauses(parent, measure.wording)),
        tuple(mark for mark in project.marks if (mark.measure, mark.parent) == (id, plan)),
    )


def _passages(spans: "Sequence[Span]", found: "Sequence[Edit]") -> Iterator[Passage]:
    """The spans cut at their figures, each with the number of its edit."""
    from editor.comparing import figure_pieces

    numbers = {place: number for number, edit in enumerate(found) for place in edit.spans}
    for place, span in enumerate(spans):
        for text, is_figure in figure_pieces(span.text):
            yield Passage(span.op, text, is_figure, numbers.get(place, -1))


def _matters(parent: str, wording: str, names: Sequence[str], found: "Sequence[Edit]") -> Iterator[Matter]:
    """What matters, worst first, each with its edit."""
    from editor.comparing import concerns

    for concern in concerns(parent, wording, names):
        yield Matter(concern, next((n for n, edit in enumerate(found) if _is_at(concern, edit)), -1))


def _is_at(concern: "Concern", edit: "Edit") -> bool:
    """Whether what matters lies in an edit, on either side."""
    return any(
        place is not None and first < place + len(text) and place < first + len(words)
        for place, text, first, words in (
            (concern.old_place, concern.old, edit.old_place, edit.old),
            (concern.new_place, concern.new, edit.new_place, edit.new),
        )
    )


def _clauses(parent: str, wording: str) -> Iterator[Clause]:
    from editor.comparing import sentence_fates, split_sentences

    place = 0
    taken = ""
    for fate in sentence_fates(parent, wording):
        yield Clause(fate.text, fate.status, fate.local_text or "", place)
        place += len(fate.text)
        taken += fate.local_text or (fate.text if fate.status == "kept" else "")
    for sentence in split_sentences(wording):
        if sentence.strip() and sentence.rstrip(_ENDS) not in taken:
            yield Clause("", "added", sentence, place)


def visible(passages: Sequence[Passage], hidden: frozenset[int]) -> Iterator[Passage]:
    """The passages with the hidden edits shown as if they were none: our words, unmarked."""
    for passage in passages:
        if passage.edit not in hidden:
            yield passage
        elif passage.op == "+":
            yield passage._replace(op="=", edit=-1)


def side_by_side(passages: Sequence[Passage]) -> tuple[tuple[tuple[Passage, ...], tuple[Passage, ...]], ...]:
    """The passages in rows of two sides, cut wherever both sides are between sentences; a replacement stays in one."""
    rows: list[tuple[list[Passage], list[Passage]]] = [([], [])]
    former = ""
    for passage in passages:
        for piece in _sentences(passage) if passage.op == "=" else [passage]:
            is_new = piece.op in "=<>" or former == "="
            if is_new and _ends(rows[-1][0]) and _ends(rows[-1][1]):
                rows.append(([], []))
            rows[-1][0].extend([piece] if piece.op in "=-<" else [])
            rows[-1][1].extend([piece] if piece.op in "=+>" else [])
            former = piece.op
    return tuple((tuple(left), tuple(right)) for left, right in rows if left or right)


def _ends(side: list[Passage]) -> bool:
    """Whether a side of a row is at the end of a sentence, or empty."""
    return not side or side[-1].text[-1] in _ENDS


def _sentences(passage: Passage) -> Iterator[Passage]:
    start = 0
    for place, character in enumerate(passage.text, 1):
        if character in _ENDS or place == len(passage.text):
            yield passage._replace(text=passage.text[start:place])
            start = place


class Marked(NamedTuple):
    """A reviewer's mark, and whether the difference it was put on is still there."""

    mark: Mark
    is_there: bool


def marked(project: Project) -> tuple[Marked, ...]:
    """The marks on measures that are in the draft, in document order."""
    measures = {measure.id: place for place, measure in enumerate(project.local.measures)}
    known = {(m.measure, m.parent): None for m in project.marks if m.measure in measures}
    words: dict[tuple[str, str], set[Words]] = {}
    for measure, parent in known:
        found = difference(project, measure, parent)
        numbers = range(len(found.edits)) if found.plan == parent else ()
        words[measure, parent] = {found.words(number) for number in numbers}
    shown = sorted((m for m in project.marks if m.measure in measures), key=lambda m: measures[m.measure])
    return tuple(
        Marked(mark, (mark.old, mark.new, mark.occurrence) in words[mark.measure, mark.parent])
        for mark in shown
    )


def mark_counts(difference: Difference) -> Counter[str]:
    """How many of a difference's edits carry each verdict; "" for those without a mark."""
    found = (difference.mark_of(number) for number in range(len(difference.edits)))
    return Counter(mark.verdict if mark else "" for mark in found)
