"""The project: parents, local plan, decisions, units and notice as one value."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Literal, NamedTuple, TypeAlias

from editor.plan.issues import Dismissal, Issue
from editor.plan.locality import Locality
from editor.plan.measures import Measure
from editor.plan.notice import Notice
from editor.plan.plans import Plan
from editor.plan.repairs import Repair
from editor.plan.roster import Roster
from editor.plan.value import Value

Verdict: TypeAlias = Literal["checked", "doubtful", "to_ask"]
"""What a reviewer found of a difference: 已核, 存疑, 需请示."""


class Source(Value, frozen=True, kw_only=True):
    """The file a parent plan was read from, kept whole, and the doubts found in reading it."""

    plan: str
    name: str
    sha256: str
    issues: tuple[Issue, ...] = ()
    repairs: tuple[Repair, ...] = ()
    """What was put right by hand before the plan was recognised, in order."""
    content: bytes = b""
    """Stored beside the project's JSON, never in it."""


class Decision(Value, frozen=True, kw_only=True):
    """A parent measure, or one sentence of it, that is not adopted, and why."""

    parent: str
    measure: str
    sentence: int | None = None
    reason: str = ""


class Snapshot(Value, frozen=True, kw_only=True):
    """The local plan and the notice as they were on a day (ISO 8601), under a name such as 征求意见稿."""

    name: str
    date: str
    plan: Plan
    notice: Notice = Notice()


class Edition(Value, frozen=True, kw_only=True):
    """A superior plan as it was before its new edition, read from the file `name`, took its place."""

    before: Plan
    name: str


class Mark(Value, frozen=True, kw_only=True):
    """What a reviewer found of one difference between a local measure and a parent plan.

    A difference is known by its words: `old` stands in the parent, `new` in the local measure. Where the same words
    differ several times it is told by what stands `before` and `behind` it in the parent, and by `occurrence`, which
    counts from 0. So a mark stays with it whatever else changes.
    """

    measure: str
    parent: str
    old: str
    new: str
    occurrence: int = 0
    verdict: Verdict
    note: str = ""
    before: str = ""
    behind: str = ""


class Marked(NamedTuple):
    """A reviewer's mark, whether its difference is still there, and what stands before and behind the words marked.

    What stands around them is that of their sentence, in the parent's wording and in the local one.
    """

    mark: Mark
    is_there: bool
    old_around: tuple[str, str] = ("", "")
    new_around: tuple[str, str] = ("", "")


class Project(Value, frozen=True, kw_only=True):
    """Everything one draft consists of; replaced by commands, never modified."""

    parents: tuple[Plan, ...] = ()
    sources: tuple[Source, ...] = ()
    local: Plan = Plan(id="local")
    decisions: tuple[Decision, ...] = ()
    roster: Roster = Roster()
    locality: Locality = Locality()
    notice: Notice = Notice()
    next_id: int = 1
    """The number for the next block made, so that an id is never used twice."""
    snapshots: tuple[Snapshot, ...] = ()
    """Named versions of the draft, in the order in which they were taken."""
    marks: tuple[Mark, ...] = ()
    """Reviewers' marks on differences; they are exported in a list of their own, and nowhere else."""
    dismissals: tuple[Dismissal, ...] = ()
    """Findings and doubts that somebody put aside, each with a reason."""

    editions: tuple[Edition, ...] = ()
    """Of every superior plan that had a new edition the one before it, to tell what the new one changed."""

    @property
    def year(self) -> int | None:
        """The year in which the notice, else the local plan, is dated; None where neither is."""
        date = self.notice.date or self.local.date or ""
        return int(date[:4]) if date[:4].isdecimal() else None

    @property
    def undecided(self) -> tuple[tuple[str, Measure], ...]:
        """Parent plan id and measure for every parent measure that is neither in the local plan nor refused."""
        decided = {(d.parent, d.measure) for d in self.decisions if d.sentence is None}
        for measure in self.local.measures:
            decided.update(measure.sources)
        return tuple((p.id, m) for p in self.parents for m in p.measures if (p.id, m.id) not in decided)

    @property
    def carriers(self) -> Mapping[tuple[str, str], tuple[Measure, ...]]:
        """By parent plan id and measure id the local measures that come from it, in document order."""
        carriers: defaultdict[tuple[str, str], list[Measure]] = defaultdict(list)
        for measure in self.local.measures:
            for source in measure.sources:
                carriers[source].append(measure)
        return {source: tuple(measures) for source, measures in carriers.items()}

    def parent(self, id: str) -> Plan:
        """The parent plan with this id; KeyError where there is none."""
        for plan in self.parents:
            if plan.id == id:
                return plan
        raise KeyError(id)


class Reading(Value, frozen=True, kw_only=True):
    """What came of reading one file: the plan, and the source with its doubts."""

    plan: Plan
    source: Source

    @property
    def issues(self) -> tuple[Issue, ...]:
        """The doubts found in reading."""
        return self.source.issues
