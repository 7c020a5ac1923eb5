"""What rules look at, and what they find."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, TypeAlias

from editor.plan.issues import Issue, Place, Severity, Strength
from editor.plan.measures import Measure
from editor.plan.plans import Plan
from editor.plan.project import Project


class Case(NamedTuple):
    """One plan under check; `day` (ISO 8601) is the one that deadlines must not lie before.

    `project` is None for a plan that was read from a file. `parents` gives, by local measure id, the parent
    measures that it carries out.
    """

    plan: Plan
    day: str
    parents: Mapping[str, tuple[Measure, ...]]
    project: Project | None = None

    def place(self, block: str | None = None, field: str | None = None) -> Place:
        """The place of a block, or of a field, of the plan, with its lines in the source where they are known."""
        found = self.plan.block(block) if block else None
        lines = found.lines if found else None
        return Place(plan=self.plan.id, block=block, field=field, lines=lines)


class Finding(NamedTuple):
    """One breach of a rule; `subject` holds the very words it is about, `fix` whether a command can repair it."""

    message: str
    place: Place
    subject: str | None = None
    fix: bool = False


Search: TypeAlias = Callable[[Case], Iterable[Finding]]


class Rule(NamedTuple):
    """A rule: its fixed word, how serious a breach is, what it rests on, and the function that looks for breaches."""

    code: str
    severity: Severity
    strength: Strength
    source: str | None
    search: Search

    def issues(self, case: Case) -> list[Issue]:
        """The breaches found, as issues."""
        return [
            Issue(
                code=self.code,
                severity=self.severity,
                strength=self.strength,
                source=self.source,
                message=finding.message,
                place=finding.place,
                subject=finding.subject,
                fix=finding.fix,
            )
            for finding in self.search(case)
        ]
