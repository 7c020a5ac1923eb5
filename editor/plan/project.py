"""The project: parents, local plan, decisions, units and notice as one value."""

from editor.plan.issues import Issue
from editor.plan.locality import Locality
from editor.plan.notice import Notice
from editor.plan.plans import Plan
from editor.plan.roster import Roster
from editor.plan.value import Value


class Source(Value, frozen=True, kw_only=True):
    """The file a parent plan was read from, kept whole, and the doubts found in reading it."""

    plan: str
    name: str
    sha256: str
    issues: tuple[Issue, ...] = ()
    content: bytes = b""
    """Stored beside the project's JSON, never in it."""


class Decision(Value, frozen=True, kw_only=True):
    """A parent measure, or one sentence of it, that is not adopted, and why."""

    parent: str
    measure: str
    sentence: int | None = None
    reason: str = ""


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
