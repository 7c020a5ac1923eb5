"""Doubts and findings: what, how serious, where, by which rule, and which were put aside."""

from collections.abc import Iterable
from typing import Literal, TypeAlias

from msgspec.structs import replace

from editor.plan.measures import Lines
from editor.plan.repairs import Repair
from editor.plan.value import Value

Severity: TypeAlias = Literal["error", "warning", "hint"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "hint")
"""Worst first."""
Strength: TypeAlias = Literal["must", "should", "may", "practice"]


class Place(Value, frozen=True, kw_only=True):
    """Where an issue is: lines of a source, or a block (and a field of it) of a plan or of the notice."""

    plan: str | None = None
    block: str | None = None
    field: str | None = None
    lines: Lines | None = None


class Issue(Value, frozen=True, kw_only=True):
    """One finding; `code` is a fixed word, `message` a sentence in the interface's language, `source` the rule's origin."""

    code: str
    severity: Severity
    message: str
    place: Place = Place()
    source: str | None = None
    strength: Strength = "practice"
    fix: bool = False
    subject: str | None = None
    """The very words or name that the finding is about, as they stand in its place."""
    repair: Repair | None = None
    """What puts a doubt of reading right; `fix` is True where there is one."""
    dismissed: str | None = None
    """Why somebody put the finding aside, None where nobody has."""


class Dismissal(Value, frozen=True, kw_only=True):
    """A finding that somebody put aside, and why: known by its rule, its place and the words that it is about.

    Where these words change, the finding is a new one and comes up again.
    """

    code: str
    place: Place
    subject: str | None = None
    reason: str

    def is_about(self, issue: Issue) -> bool:
        """Whether the issue is the one that was put aside."""
        return (self.code, self.place, self.subject) == (issue.code, issue.place, issue.subject)


def dismissal(issue: Issue, reason: str) -> Dismissal:
    """What puts this issue aside."""
    return Dismissal(code=issue.code, place=issue.place, subject=issue.subject, reason=reason)


def with_dismissals(issues: Iterable[Issue], dismissals: Iterable[Dismissal]) -> tuple[Issue, ...]:
    """The issues, those that were put aside with the reason."""
    reasons = {(each.code, each.place, each.subject): each.reason for each in dismissals}
    return tuple(
        replace(issue, dismissed=reason)
        if (reason := reasons.get((issue.code, issue.place, issue.subject))) is not None
        else issue
        for issue in issues
    )


def open_issues(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """The issues that nobody has put aside."""
    return tuple(issue for issue in issues if issue.dismissed is None)
