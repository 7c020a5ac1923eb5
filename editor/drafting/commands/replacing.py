"""The command that replaces words at many places of the local plan."""

from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from editor.drafting.body import require_all, with_body
from editor.drafting.commands.base import Command
from editor.drafting.commands.details import DETAILS, SetDetail
from editor.drafting.replacing import Replacement
from editor.errors import CommandProblem
from editor.plan.measures import Block
from editor.plan.project import Project
from editor.wording import _


class Replace(Command, frozen=True):
    """Replaces the words at all these places as one step."""

    label: str
    replacements: tuple[Replacement, ...]

    def change(self, project: Project) -> Project:
        """The project with every replacement; CommandProblem, and none of them, where a text has changed meanwhile."""
        by_block: defaultdict[str | None, list[Replacement]] = defaultdict(list)
        for each in self.replacements:
            by_block[each.place.block].append(each)
        own = by_block.pop(None, [])
        require_all(project, filter(None, by_block))
        project = with_body(
            project, (_replaced(block, by_block.get(block.id, ())) for block in project.local.body)
        )
        for field, text in _fields(project.local, own).items():
            if field not in DETAILS:
                raise CommandProblem(_("The local plan has no detail of this name."))
            project = SetDetail(field, text).change(project)
        return project


def _replaced(block: Block, replacements: Sequence[Replacement]) -> Block:
    return replace(block, **_fields(block, replacements)) if replacements else block


def _fields(owner: object, replacements: Sequence[Replacement]) -> dict[str, str]:
    """The fields of a block or plan that change, with their new texts; replaced from the end, so that places stay."""
    fields: dict[str, str] = {}
    for each in sorted(replacements, key=lambda r: r.start, reverse=True):
        field = each.place.field or ""
        if getattr(owner, field, None) != each.text:
            raise CommandProblem(_("The text has changed meanwhile; search again."))
        text = fields.get(field, each.text)
        fields[field] = text[: each.start] + each.new + text[each.end :]
    return fields
