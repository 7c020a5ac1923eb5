"""Commands that change the wording of one block."""

from typing import ClassVar

from msgspec.structs import replace

from editor.drafting.body import find_block, find_measure, find_section, with_block
from editor.drafting.commands.base import Command, Typing
from editor.errors import CommandProblem
from editor.plan.measures import Section, State
from editor.plan.project import Project
from editor.wording import N_, _


class SetHeading(Typing, frozen=True):
    """Changes the heading of a measure."""

    name: ClassVar[str] = N_("Edit heading")
    measure: str
    heading: str

    @property
    def place(self) -> tuple[str, ...]:
        """The measure."""
        return (self.measure,)

    def change(self, project: Project) -> Project:
        """The project with the heading."""
        return with_block(project, replace(find_measure(project, self.measure), heading=self.heading))


class SetText(Typing, frozen=True):
    """Changes the text of a measure or of a paragraph."""

    name: ClassVar[str] = N_("Edit text")
    measure: str
    text: str

    @property
    def place(self) -> tuple[str, ...]:
        """The measure or paragraph."""
        return (self.measure,)

    def change(self, project: Project) -> Project:
        """The project with the text; CommandProblem for a section, which has a heading only."""
        block = find_block(project, self.measure)
        if isinstance(block, Section):
            raise CommandProblem(_("A section has a heading only; choose a measure or a paragraph."))
        return with_block(project, replace(block, text=self.text))


class SetSectionHeading(Typing, frozen=True):
    """Changes the heading of a section."""

    name: ClassVar[str] = N_("Edit section heading")
    section: str
    heading: str

    @property
    def place(self) -> tuple[str, ...]:
        """The section."""
        return (self.section,)

    def change(self, project: Project) -> Project:
        """The project with the heading."""
        return with_block(project, replace(find_section(project, self.section), heading=self.heading))


class SetNote(Typing, frozen=True):
    """Changes the drafter's note on a measure, which is never printed."""

    name: ClassVar[str] = N_("Edit note")
    measure: str
    note: str

    @property
    def place(self) -> tuple[str, ...]:
        """The measure."""
        return (self.measure,)

    def change(self, project: Project) -> Project:
        """The project with the note."""
        return with_block(project, replace(find_measure(project, self.measure), note=self.note))


class SetState(Command, frozen=True):
    """Says how far the work on a measure has come."""

    name: ClassVar[str] = N_("Change state")
    measure: str
    state: State

    def change(self, project: Project) -> Project:
        """The project with the state."""
        return with_block(project, replace(find_measure(project, self.measure), state=self.state))
