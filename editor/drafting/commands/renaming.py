"""Commands by which a unit is called otherwise everywhere: in the roster and in all assignments."""

import re
from collections.abc import Iterable, Mapping
from typing import ClassVar

from msgspec.structs import replace

from editor.drafting.body import with_body
from editor.drafting.commands.base import Command
from editor.drafting.commands.units import require_free
from editor.errors import CommandProblem
from editor.plan.measures import ROLES, Assignment, Block, Paragraph
from editor.plan.project import Project
from editor.plan.roster import Roster, Unit
from editor.plan.searching import name_spans
from editor.wording import N_, _


class CallUnits(Command, frozen=True):
    """Writes other names for units in every assignment; `names` pairs each old name with the new one."""

    name: ClassVar[str] = N_("Rename units in assignments")
    names: tuple[tuple[str, str], ...]

    def change(self, project: Project) -> Project:
        """The project with the names; a unit that comes to be named twice in a measure keeps its first role."""
        names = {old: new for old, new in self.names if old != new}
        return (
            with_body(project, (_called(block, names) for block in project.local.body)) if names else project
        )


class RenameUnit(Command, frozen=True):
    """Gives a unit of the roster another printed name, and another full one where `full` is given.

    The names it had become former names; every assignment follows.
    """

    name: ClassVar[str] = N_("Rename unit")
    unit: str
    new: str
    full: str = ""

    def change(self, project: Project) -> Project:
        """The project with the name; CommandProblem where the unit is unknown or the name another's."""
        old = find_unit(project.roster, self.unit)
        new = _renamed(old, self.new.strip(), self.full.strip())
        others = replace(project.roster, units=tuple(u for u in project.roster.units if u is not old))
        for name in (new.printed, new.name):
            require_free(others, name)
        units = tuple(new if unit is old else unit for unit in project.roster.units)
        named = replace(project, roster=replace(project.roster, units=units))
        named = _called_in_notice(named, {old.name: new.name, old.printed: new.printed})
        return CallUnits(((old.printed, new.printed), (old.name, new.printed))).change(named)


class MergeUnits(Command, frozen=True):
    """Makes one unit of two: the first one's names become former names of the other, which takes over all it does."""

    name: ClassVar[str] = N_("Merge units")
    unit: str
    into: str

    def change(self, project: Project) -> Project:
        """The project with one unit less; CommandProblem where one is unknown, or both are the same."""
        gone, kept = find_unit(project.roster, self.unit), find_unit(project.roster, self.into)
        if gone is kept:
            raise CommandProblem(_("Choose another unit to merge this one into."))
        grown = replace(kept, former_names=tuple(dict.fromkeys((*kept.former_names, *gone.names))))
        units = tuple(grown if u is kept else u for u in project.roster.units if u is not gone)
        merged = replace(project, roster=replace(project.roster, units=units))
        names = dict.fromkeys(gone.names, kept.printed) | {gone.name: kept.name, gone.printed: kept.printed}
        merged = _called_in_notice(merged, names)
        return CallUnits(tuple((name, kept.printed) for name in gone.names)).change(merged)


def _called_in_notice(project: Project, names: Mapping[str, str]) -> Project:
    """The project whose notice calls the units so where it is sent to them, copied to them or printed by them."""
    notice = project.notice
    longest_first = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    listed = re.compile(f"(?<![一-鿿])(?:{longest_first})(?![一-鿿])")  # not in 大数据局, nor in 数据局办公室

    def written(line: str) -> str:
        return listed.sub(lambda match: names[match[0]], line)

    called = replace(
        notice,
        addressees=tuple(dict.fromkeys(map(written, notice.addressees))),
        copied_to=written(notice.copied_to),
        printed_by=written(notice.printed_by),
        attendance=tuple(map(written, notice.attendance)),
    )
    return project if called == notice else replace(project, notice=called)


def find_unit(roster: Roster, name: str) -> Unit:
    """The unit that goes by this name; CommandProblem where there is none."""
    unit = roster.find(name)
    if unit is None:
        raise CommandProblem(_("“{name}” is not in the roster.").format(name=name))
    return unit


def _renamed(unit: Unit, printed: str, full: str) -> Unit:
    if not printed:
        raise CommandProblem(_("The unit needs a name."))
    if unit.short or full:
        full = full or unit.name
        new = replace(unit, name=full, short=printed if printed != full else "")
    else:
        new = replace(unit, name=printed)
    dropped = [name for name in (unit.printed, unit.name) if name not in (new.printed, new.name)]
    kept = [name for name in (*dropped, *unit.former_names) if name not in (new.printed, new.name)]
    aliases = tuple(alias for alias in unit.aliases if alias not in (new.printed, new.name))
    return replace(new, former_names=tuple(dict.fromkeys(kept)), aliases=aliases)


def count_assignments(project: Project, names: Iterable[str]) -> int:
    """How many measures of the local plan one of these names is assigned to."""
    wanted = set(names)
    return sum(any(wanted.intersection(m.units(role)) for role in ROLES) for m in project.local.measures)


def _called(block: Block, names: Mapping[str, str]) -> Block:
    if isinstance(block, Paragraph) or not any(_has(each, names) for each in block.assignments):
        return block
    return replace(block, assignments=tuple(_renamed_in(each, names) for each in block.assignments))


def _has(assignment: Assignment, names: Mapping[str, str]) -> bool:
    return any(name in names for role in ROLES for name in getattr(assignment, role))


def _renamed_in(assignment: Assignment, names: Mapping[str, str]) -> Assignment:
    """The assignment with the names, each unit once, in the first of its roles; then it prints from its lists."""
    seen: set[str] = set()
    lists: dict[str, tuple[str, ...]] = {}
    for role in ROLES:
        called = dict.fromkeys(names.get(name, name) for name in getattr(assignment, role))
        lists[role] = tuple(name for name in called if name not in seen or name not in names.values())
        seen.update(lists[role])
    is_shorter = sum(map(len, lists.values())) < sum(len(getattr(assignment, role)) for role in ROLES)
    return replace(assignment, text="" if is_shorter else _rewritten(assignment, names), **lists)


def _rewritten(assignment: Assignment, names: Mapping[str, str]) -> str:
    """The printed wording with the names, whole ones only."""
    text = assignment.text
    known = [name for role in ROLES for name in getattr(assignment, role)]
    for start, end in reversed(name_spans(text, (*names, *known))):
        text = text[:start] + names.get(text[start:end], text[start:end]) + text[end:]
    return text
