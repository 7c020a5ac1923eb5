"""Commands that put findings and doubts aside with a reason, and take them up again."""

from typing import ClassVar

from msgspec.structs import replace

from editor.drafting.commands.base import Command
from editor.errors import CommandProblem
from editor.plan.issues import Issue, dismissal
from editor.plan.project import Project
from editor.wording import N_, _


class Dismiss(Command, frozen=True):
    """Puts findings or doubts aside for one reason."""

    name: ClassVar[str] = N_("Put findings aside")
    issues: tuple[Issue, ...]
    reason: str

    def change(self, project: Project) -> Project:
        """The project that remembers it; CommandProblem without a reason."""
        reason = self.reason.strip()
        if not reason:
            raise CommandProblem(_("Say why the finding can be put aside."))
        kept = TakeUp(self.issues).change(project).dismissals
        return replace(project, dismissals=(*kept, *(dismissal(issue, reason) for issue in self.issues)))


class TakeUp(Command, frozen=True):
    """Takes findings or doubts up again that were put aside."""

    name: ClassVar[str] = N_("Take findings up again")
    issues: tuple[Issue, ...]

    def change(self, project: Project) -> Project:
        """The project without what put them aside."""
        kept = tuple(
            each for each in project.dismissals if not any(each.is_about(issue) for issue in self.issues)
        )
        return replace(project, dismissals=kept)
