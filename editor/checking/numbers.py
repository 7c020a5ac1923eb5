"""Rules about the numbers of sections and measures.

A number may go on from the one before it in its section, start again at 1, or run on through the sections:
plans do all three, so only what fits none of them is a breach.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from editor.checking.case import Case, Finding
from editor.plan.measures import Measure, Paragraph, Section
from editor.plan.numbering import format_number, parse_numeral
from editor.wording import _


class _Step(NamedTuple):
    """A numbered block: its value, the last one in its section, the last one of its level anywhere."""

    block: Section | Measure
    value: int
    in_section: int
    anywhere: int

    @property
    def fits(self) -> bool:
        """Whether the number follows one of the two before it."""
        return self.value in (self.in_section + 1, self.anywhere + 1)


def _steps(case: Case) -> Iterator[_Step]:
    in_section: dict[int, int] = {}
    anywhere: dict[int, int] = {}
    for block in case.plan.body:
        if isinstance(block, Paragraph):
            continue
        in_section = {level: last for level, last in in_section.items() if level <= block.level}
        value = parse_numeral(block.number) if block.number else None
        if value is not None:
            yield _Step(block, value, in_section.get(block.level, 0), anywhere.get(block.level, 0))
            in_section[block.level] = anywhere[block.level] = value


def _findings(case: Case, message: str, steps: Iterable[_Step]) -> Iterator[Finding]:
    for step in steps:
        number = format_number(step.block.number, step.block.level)
        words = message.format(number=number, last=step.in_section)
        yield Finding(words, case.place(step.block.id, "number"), step.block.number, bool(case.project))


def _misfits(case: Case) -> list[_Step]:
    return [step for step in _steps(case) if not step.fits]


def duplicate_numbers(case: Case) -> Iterator[Finding]:
    """Numbers that repeat the one before them."""
    repeated = [step for step in _misfits(case) if step.value == step.in_section]
    return _findings(case, _("The number {number} stands twice."), repeated)


def missing_numbers(case: Case) -> Iterator[Finding]:
    """Numbers that leave out others, before them or at the start."""
    leaping = [step for step in _misfits(case) if step.value > step.in_section]
    first = [step for step in leaping if not step.in_section]
    later = [step for step in leaping if step.in_section]
    yield from _findings(case, _("{number} stands first; the numbers before it are missing."), first)
    yield from _findings(case, _("{number} follows {last}; a number is missing between them."), later)


def falling_numbers(case: Case) -> Iterator[Finding]:
    """Numbers smaller than the one before them."""
    falling = [step for step in _misfits(case) if step.value < step.in_section]
    return _findings(case, _("{number} follows {last}; the numbers fall."), falling)
