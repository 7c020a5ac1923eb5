"""What every command has: a label, a change, and numbers that follow."""

from collections.abc import Sequence
from typing import ClassVar

from msgspec.structs import replace

from editor.plan.numbering import renumber
from editor.plan.project import Project
from editor.plan.value import Value
from editor.wording import N_, _


class Command(Value, frozen=True, kw_only=True):
    """One step that turns a project into the next; on its own it only puts the numbers in order.

    Commands are written with positional arguments, so a command's class line says `frozen=True` only.
    """

    name: ClassVar[str] = N_("Renumber")
    moves_numbers: ClassVar[bool] = True
    """Whether it may add, remove or move blocks, so that the numbers must be put in order."""

    @property
    def label(self) -> str:
        """The step's name in the interface's language, as the undo menu shows it."""
        return _(self.name)

    def change(self, project: Project) -> Project:
        """The project with this step done, numbers not yet in order; CommandProblem where it doesn't fit."""
        return project

    def apply(self, project: Project) -> Project:
        """The project with this step done and the local plan renumbered; CommandProblem where it doesn't fit."""
        changed = self.change(project)
        return changed if not self.moves_numbers else replace(changed, local=renumber(changed.local))

    def continues(self, former: "Command") -> bool:
        """Whether this step goes on typing where the former stopped, so that one undo takes both back."""
        return False


class Typing(Command, frozen=True, kw_only=True):
    """A command that a text field sends at every keystroke; `place` tells the field."""

    moves_numbers: ClassVar[bool] = False

    @property
    def place(self) -> tuple[str, ...]:
        """What is typed into: two steps with the same place and class are one."""
        return ()

    def continues(self, former: Command) -> bool:
        """Whether the former step typed into the same field."""
        return type(former) is type(self) and isinstance(former, Typing) and former.place == self.place


class Renumber(Command, frozen=True):
    """Puts the local plan's numbers in order."""


class Many(Command, frozen=True):
    """Several commands as one step with a label of its own."""

    label: str
    commands: Sequence[Command]

    def change(self, project: Project) -> Project:
        """The project with every command done in order, or CommandProblem and none of them."""
        for command in self.commands:
            project = command.change(project)
        return project
