"""Commands about the plan's frame, the notice and the locality."""

from typing import Any, ClassVar, Literal, TypeAlias, get_args

import msgspec
from msgspec.structs import asdict, replace

from editor.drafting.commands.base import Command, Typing
from editor.errors import CommandProblem
from editor.plan.locality import Locality
from editor.plan.notice import Notice, compose_title
from editor.plan.project import Project
from editor.wording import N_, _

Detail: TypeAlias = Literal["title", "opening", "closing"]
DETAILS: tuple[Detail, ...] = get_args(Detail)


class SetDetail(Typing, frozen=True):
    """Changes the title, opening or closing of the local plan."""

    name: ClassVar[str] = N_("Edit plan details")
    field: Detail
    value: str

    @property
    def place(self) -> tuple[str, ...]:
        """The field."""
        return (self.field,)

    def change(self, project: Project) -> Project:
        """The project with the value; a notice title that was composed from the plan's title follows it."""
        if self.field not in DETAILS:
            raise CommandProblem(_("The local plan has no detail of this name."))
        changed = replace(project, local=replace(project.local, **{self.field: self.value}))
        if project.notice.title != _composed(project):
            return changed
        return replace(changed, notice=replace(changed.notice, title=_composed(changed)))


def _composed(project: Project) -> str:
    return compose_title(project.notice.issuers, project.local.title, project.notice.act)


class SetNotice(Typing, frozen=True):
    """Changes one detail of the notice; the value has the field's type."""

    name: ClassVar[str] = N_("Edit notice details")
    field: str
    value: str | bool | float | tuple[str, ...]

    @property
    def place(self) -> tuple[str, ...]:
        """The field."""
        return (self.field,)

    def change(self, project: Project) -> Project:
        """The project with the detail; CommandProblem where there is no such field or the value is of another kind."""
        values: dict[str, Any] = {**asdict(project.notice), self.field: self.value}
        try:
            notice = msgspec.convert(values, Notice)
        except msgspec.ValidationError as error:
            message = _("“{field}” of the notice can't take this value.")
            raise CommandProblem(message.format(field=self.field)) from error
        return replace(project, notice=notice)


class SetLocality(Command, frozen=True):
    """Replaces the locality's profile; details already in the notice stay as they are."""

    name: ClassVar[str] = N_("Change locality")
    locality: Locality

    def change(self, project: Project) -> Project:
        """The project with the locality."""
        return replace(project, locality=self.locality)
