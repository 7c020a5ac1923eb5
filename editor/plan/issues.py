"""Doubts and findings: what, how serious, where, by which rule."""

from typing import Literal, TypeAlias

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
