"""Commands about the plan's frame, the notice and the locality."""

from typing import Any, ClassVar, Literal, TypeAlias, get_args

import msgspec
from msgspec.structs import asdict, replace

from editor.drafting.commands.base import Command, Typing
from editor.errors import CommandProblem
from editor.plan.locality import Locality
from editor.plan.notice import Act, Form, Notice, compose_text, compose_title
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
        """The project with the value; what the notice has of the plan's title follows it."""
        if self.field not in DETAILS:
            raise CommandProblem(_("The local plan has no detail of this name."))
        changed = replace(project, local=replace(project.local, **{self.field: self.value}))
        if self.field == "title":
            old = project.local.title
            attachments = tuple(self.value if each == old else each for each in project.notice.attachments)
            changed = replace(changed, notice=replace(project.notice, attachments=attachments))
        return _with_composed(project, changed)


def _composed(project: Project) -> str:
    return compose_title(project.notice.issuers, project.local.title, project.notice.act)


def _with_composed(before: Project, after: Project) -> Project:
    """The project after a step; where the notice's title was composed before it, composed anew."""
    if before.notice.title != _composed(before):
        return after
    return replace(after, notice=replace(after.notice, title=_composed(after)))


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
        """The project with the detail; CommandProblem where there is no such field or the value is of another kind.

        A title composed of the issuers follows them.
        """
        values: dict[str, Any] = {**asdict(project.notice), self.field: self.value}
        try:
            notice = msgspec.convert(values, Notice)
        except msgspec.ValidationError as error:
            message = _("“{field}” of the notice can't take this value.")
            raise CommandProblem(message.format(field=self.field)) from error
        changed = replace(project, notice=notice)
        return _with_composed(project, changed) if self.field == "issuers" else changed


class SetForm(Command, frozen=True):
    """Makes the notice one of another form, or lets it do something else with the plan."""

    name: ClassVar[str] = N_("Change the notice's form")
    form: Form
    act: Act = "issue"
    is_upward: bool = False

    def change(self, project: Project) -> Project:
        """The project with the form; title and text that were composed, or missing, are the new form's."""
        old, plan = project.notice, project.local.title
        own_title = old.title not in ("", _composed(project))
        own_text = old.text.strip() not in ("", compose_text(plan, old.act))
        notice = replace(
            old,
            form=self.form,
            act=self.act,
            signatories=old.signatories if self.is_upward else (),
            title=old.title if own_title else compose_title(old.issuers, plan, self.act),
            text=old.text if own_text else compose_text(plan, self.act),
        )
        return replace(project, notice=notice)


class SetTitleLines(Typing, frozen=True):
    """Breaks the notice's title into these lines, and changes it where they say something else."""

    name: ClassVar[str] = N_("Break the title")
    lines: tuple[str, ...]

    def change(self, project: Project) -> Project:
        """The project with the lines."""
        notice = replace(project.notice, title="".join(self.lines), title_lines=self.lines)
        return replace(project, notice=notice)


class SetLocality(Command, frozen=True):
    """Replaces the locality's profile; details already in the notice stay as they are."""

    name: ClassVar[str] = N_("Change locality")
    locality: Locality

    def change(self, project: Project) -> Project:
        """The project with the locality."""
        return replace(project, locality=self.locality)
