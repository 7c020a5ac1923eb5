"""How one local measure differs from a superior plan: everything that the views of a difference show; without Qt."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from editor.drafting.marks import Words, marked_edit, words_of
from editor.drafting.origins import ComparedWording, compared_wording
from editor.plan.measures import Measure
from editor.plan.project import Mark, Project
from editor.ui.base.outline_rows import caption
from editor.ui.base.places import source_plans
from editor.ui.difference.clauses import Clause, clauses
from editor.ui.difference.passages import Passage, passages

if TYPE_CHECKING:  # loads libraries that the first window does not need
    from editor.comparing import Concern, Grain, Span
    from editor.comparing.edits import Edit

_SNAPSHOT = "〔"
"""Begins the name under which a snapshot stands among the plans to compare with; no plan's id does."""


class Matter(NamedTuple):
    """Something that matters in a difference, and the number of its edit, -1 where it has none."""

    concern: "Concern"
    edit: int


class Difference(NamedTuple):
    """One local measure beside the wording it comes from in one parent plan, `plan`, or had in a snapshot.

    `plans` are all it can be compared with; empty among them stands for the county's own.
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
    widths: frozenset[int] = frozenset()
    """Numbers of the edits that change widths and blanks only."""
    punctuation: frozenset[int] = frozenset()
    """Numbers of the other edits that change marks only."""
    matters: tuple[Matter, ...] = ()
    clauses: tuple[Clause, ...] = ()
    marks: tuple[tuple[int, Mark], ...] = ()
    """Numbers of edits, each with the reviewer's mark on it."""

    @property
    def is_with_snapshot(self) -> bool:
        """Whether an earlier version of the draft is compared with, not a superior plan."""
        return self.plan.startswith(_SNAPSHOT)

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
        return words_of(self.edits, number, self.parent)

    def mark_of(self, number: int) -> Mark | None:
        """A reviewer's mark on an edit."""
        return next((mark for edit, mark in self.marks if edit == number), None)


def differs(project: Project, id: str, preferred: str = "") -> bool:
    """Whether a measure says anything else than the plan that `difference` compares it with."""
    measure = project.local.measure(id)
    plan = _base(project, measure, preferred)
    return not plan or _compared_with(project, measure, plan).text != measure.wording


def _base(project: Project, measure: Measure, preferred: str) -> str:
    plans = _bases(project, measure)
    return preferred if preferred in plans else next(iter(plans), "")


def _compared_with(project: Project, measure: Measure, plan: str) -> ComparedWording:
    return _snapshot_wording(project, measure.id, plan) or compared_wording(project, measure, plan)


def difference(project: Project, id: str, preferred: str = "", grain: "Grain" = "word") -> Difference:
    """How one local measure differs from its wording in the preferred parent plan or snapshot, else in the first parent.

    `grain` is the size of what is compared.
    """
    from editor.comparing import diff, sentence_fates
    from editor.comparing.edits import edits, partners

    measure = project.local.measure(id)
    plans = _bases(project, measure)
    plan = _base(project, measure, preferred)
    if not plan:
        return Difference(id, measure.wording, (), (Passage("+", measure.wording),), plans=plans)
    compared = _compared_with(project, measure, plan)
    names = project.roster.unit_names
    spans = diff(compared.text, measure.wording, names, grain)
    found = edits(spans)
    ends = partners(found)
    shown = tuple(passages(spans, found))
    widths, punctuation = _small(found)
    fates = sentence_fates(compared.text, measure.wording)
    return Difference(
        id,
        measure.wording,
        tuple(map(caption, compared.measures)),
        shown,
        plan,
        plans,
        compared.text,
        compared.sources,
        spans,
        found,
        tuple(sorted(ends.items())),
        widths,
        punctuation,
        tuple(_matters(compared.text, measure.wording, names, found)),
        clauses(fates, shown, found, ends, measure.wording),
        tuple(marks_on(project, id, plan, found, compared.text)),
    )


def marks_on(
    project: Project, measure: str, plan: str, found: "Sequence[Edit]", parent: str
) -> Iterator[tuple[int, Mark]]:
    """The edits from a parent's wording to a measure's that reviewers marked, each with its mark."""
    for mark in project.marks:
        if (mark.measure, mark.parent) == (measure, plan):
            number = marked_edit(found, mark, parent)
            if number is not None:
                yield number, mark


def _bases(project: Project, measure: Measure) -> tuple[str, ...]:
    """What a measure can be compared with: the superior plans it comes from, else nothing; then snapshots that have it."""
    snapshots = tuple(
        f"{_SNAPSHOT}{snapshot.name}〕"
        for snapshot in reversed(project.snapshots)
        if any(former.id == measure.id for former in snapshot.plan.measures)
    )
    return (*(source_plans(measure) or ("",) * bool(snapshots)), *snapshots)


def _snapshot_wording(project: Project, id: str, plan: str) -> ComparedWording | None:
    """What the measure said in a snapshot; None where it is a superior plan that is compared with."""
    for snapshot in project.snapshots:
        if plan == f"{_SNAPSHOT}{snapshot.name}〕":
            former = snapshot.plan.measure(id)
            return ComparedWording(former.wording, (former,), ())
    return None


def _small(found: "Sequence[Edit]") -> tuple[frozenset[int], frozenset[int]]:
    """The numbers of the edits in widths and blanks only, and of the other ones in marks only."""
    from editor.comparing import is_punctuation_only, is_width_only

    places = [(n, edit.old, edit.new) for n, edit in enumerate(found) if not edit.is_move]
    widths = frozenset(n for n, old, new in places if is_width_only(old, new))
    marks = frozenset(n for n, old, new in places if is_punctuation_only(old, new))
    return widths, marks - widths


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


def mark_counts(difference: Difference) -> Counter[str]:
    """How many of a difference's edits carry each verdict; "" for those without a mark."""
    found = (difference.mark_of(number) for number in range(len(difference.edits)))
    return Counter(mark.verdict if mark else "" for mark in found)
