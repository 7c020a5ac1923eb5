"""What a plan's body is made of: sections, measures and plain paragraphs."""

from typing import Annotated, Literal, TypeAlias

from msgspec import Meta

from editor.plan.value import Value

DeadlineKind: TypeAlias = Literal["dated", "ongoing", "long_term", "done", "as_arranged", "none"]
State: TypeAlias = Literal["undecided", "drafting", "done", "reviewed"]
Role: TypeAlias = Literal["lead_units", "responsible_units", "supporting_units"]
ROLES: tuple[Role, ...] = ("lead_units", "responsible_units", "supporting_units")
Level: TypeAlias = Annotated[int, Meta(ge=1, le=5)]
"""1 is 一、 2 （一） 3 1. 4 （1） 5 ①; checked when a project is read from disk."""
Lines: TypeAlias = tuple[int, int]
"""First and last line of a place in the source, counted from 1."""
TakenFrom: TypeAlias = tuple[str, str]
"""Parent plan id and block id that a local section or paragraph was copied from."""


class Assignment(Value, frozen=True, kw_only=True):
    """Who carries a measure out; `text` is the wording as printed, empty where the lists say it all."""

    text: str = ""
    lead_units: tuple[str, ...] = ()
    responsible_units: tuple[str, ...] = ()
    supporting_units: tuple[str, ...] = ()
    inherited: bool = False


class Deadline(Value, frozen=True, kw_only=True):
    """When a measure must be done; `date` (ISO 8601) is the last day meant, None where no day is.

    `inherited` where the source states it once for several measures.
    """

    text: str
    date: str | None = None
    kind: DeadlineKind = "dated"
    inherited: bool = False


class Origin(Value, frozen=True, kw_only=True):
    """The wording of one parent plan that a local measure was taken from, as it was last reviewed."""

    parent: str
    measures: tuple[str, ...]
    fingerprint: str
    text: str
    units: str | None = None
    """Who was to carry it out, as printed; None where a project before format 4 kept nothing of it."""
    deadline: str | None = None
    """The deadline's words, likewise."""


class Section(Value, frozen=True, kw_only=True, tag="section"):
    """A numbered heading with blocks below it; `level` 1 is 一、 2 （一） 3 1. 4 （1） 5 ①."""

    id: str
    level: Level
    number: str | None
    heading: str
    leader: str | None = None
    assignments: tuple[Assignment, ...] = ()
    lines: Lines | None = None
    original: str = ""
    taken_from: TakenFrom | None = None


class Measure(Value, frozen=True, kw_only=True, tag="measure"):
    """An item with text of its own and no numbered item below it.

    `number` is the bare numeral (一, 1), `text` the wording without heading and without assignment, deadline
    and leader brackets in official punctuation widths, `original` the source's wording in full.
    `origins`, `state` and `note` belong to measures of the local plan.
    """

    id: str
    level: Level
    number: str | None
    heading: str = ""
    text: str = ""
    assignments: tuple[Assignment, ...] = ()
    deadline: Deadline | None = None
    leader: str | None = None
    lines: Lines | None = None
    original: str = ""
    origins: tuple[Origin, ...] = ()
    state: State = "undecided"
    note: str = ""

    @property
    def sources(self) -> tuple[tuple[str, str], ...]:
        """Parent plan id and measure id of everything that a local measure was taken from, each once, in order."""
        return tuple(dict.fromkeys((o.parent, id) for o in self.origins for id in o.measures))

    def units(self, role: Role) -> tuple[str, ...]:
        """The units in one role over all assignments, each once, in order."""
        return tuple(dict.fromkeys(u for a in self.assignments for u in getattr(a, role)))

    @property
    def wording(self) -> str:
        """Heading and text as one comparable string: the heading, 。 and the text."""
        return f"{self.heading}。{self.text}" if self.heading and self.text else self.heading or self.text


class Paragraph(Value, frozen=True, kw_only=True, tag="paragraph"):
    """Unnumbered text in the body that belongs to the section before it."""

    id: str
    text: str
    lines: Lines | None = None
    original: str = ""
    taken_from: TakenFrom | None = None


Block: TypeAlias = Section | Measure | Paragraph


def sources_of(block: Block, parent: str) -> tuple[str, ...]:
    """The ids of the parent plan's blocks that a local block was taken from, each once, in order."""
    if isinstance(block, Measure):
        return tuple(id for plan, id in block.sources if plan == parent)
    return (block.taken_from[1],) if block.taken_from and block.taken_from[0] == parent else ()
