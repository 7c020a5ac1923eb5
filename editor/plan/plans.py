"""A plan: what a superior level issued, or what the county is drafting."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from editor.plan.measures import Block, Lines, Measure, Paragraph, Section
from editor.plan.value import Value

_YEAR = re.compile("(?<![0-9])([0-9]{4})年")
_PERIOD = re.compile("[0-9]{4}年?[—–－~～至-]+[0-9]{4}年")


MOST_MEASURES = 16_384
"""Answers about so many measures are remembered: a plan that has fewer is asked about again at little cost."""


class Cover(Value, frozen=True, kw_only=True):
    """The notice that a plan came in: its letterhead, title and text; a joint mark has a line for each issuer."""

    letterhead: str = ""
    title: str = ""
    text: str = ""
    copy_number: str = ""
    classification: str = ""
    urgency: str = ""
    attachments: tuple[str, ...] = ()
    """The names in the notice's own note of attachments."""


class Rule(Value, frozen=True, kw_only=True):
    """A rule stated once that governs many measures, such as 列第一位者为牵头单位，下同."""

    kind: str
    text: str
    line: int | None = None


class SetAside(Value, frozen=True, kw_only=True):
    """Source text that is not part of the plan, and why: page_number, page_chrome, news_lead …"""

    text: str
    reason: str
    lines: Lines


class Characters(Value, frozen=True, kw_only=True):
    """Non-blank characters of the source: read = placed + set_aside."""

    read: int
    placed: int
    set_aside: int


class Plan(Value, frozen=True, kw_only=True):
    """One plan as a flat body in document order; a block belongs to the nearest section before it of a lower level."""

    id: str
    title: str = ""
    document_number: str | None = None
    issuers: tuple[str, ...] = ()
    date: str | None = None
    addressees: tuple[str, ...] = ()
    annotation: str | None = None
    cover: Cover | None = None
    opening: str = ""
    body: tuple[Block, ...] = ()
    closing: str = ""
    attachment_note: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    characters: Characters | None = None
    running_levels: tuple[int, ...] = ()
    """Levels whose numbers run on through the sections instead of starting again in each."""

    @property
    def year(self) -> int | None:
        """The year in which the plan is dated, else the only one that its title is about; None where there is neither."""
        if self.date and self.date[:4].isdecimal():
            return int(self.date[:4])
        about = set(_YEAR.findall(self.title))
        return int(about.pop()) if len(about) == 1 and not _PERIOD.search(self.title) else None

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections in document order."""
        return tuple(b for b in self.body if isinstance(b, Section))

    @property
    def measures(self) -> tuple[Measure, ...]:
        """The measures in document order."""
        return tuple(b for b in self.body if isinstance(b, Measure))

    def measure(self, id: str) -> Measure:
        """The measure with this id; KeyError where there is none."""
        block = self.block(id)
        if not isinstance(block, Measure):
            raise KeyError(id)
        return block

    def block(self, id: str) -> Block | None:
        """The block with this id, None where there is none."""
        place = _places(_Body(self.body)).get(id)
        return None if place is None else self.body[place]

    def index(self, id: str) -> int:
        """The place in `body` of the block with this id; KeyError where there is none."""
        return _places(_Body(self.body))[id]

    def nested(self) -> Iterator[tuple[tuple[Section, ...], Block]]:
        """Every block with the sections around it, outermost first.

        A block without number stands in the numbered section of its own level, so that a heading without
        number divides a section.
        """
        around: list[Section] = []
        for block in self.body:
            if isinstance(block, Section | Measure):
                around = [section for section in around if _holds(section, block)]
            yield tuple(around), block
            if isinstance(block, Section):
                around.append(block)

    def section_of(self, id: str) -> Section | None:
        """The innermost section around the block with this id, None at the top; KeyError where there is no such block."""
        place = self.index(id)
        passed: list[Block] = [self.body[place]]
        for before in reversed(self.body[:place]):
            if isinstance(before, Section) and all(_holds(before, block) for block in passed):
                return before
            passed = _lowest(before, passed)
        return None


def _holds(section: Section, block: Block) -> bool:
    if isinstance(block, Paragraph):
        return True
    if section.level == block.level:
        return section.number is not None and block.number is None
    return section.level < block.level


def _lowest(block: Block, others: Iterable[Block]) -> list[Block]:
    """Of these blocks those that decide which section holds them all: one of the lowest level, numbered if any is."""
    levelled = [each for each in (block, *others) if not isinstance(each, Paragraph)]
    return [min(levelled, key=lambda each: (each.level, each.number is None))] if levelled else []


class _Body:
    """A body as a key: the very same tuple, found without looking at all its blocks."""

    __slots__ = ("blocks",)

    def __init__(self, blocks: tuple[Block, ...]) -> None:
        self.blocks = blocks

    def __hash__(self) -> int:
        return id(self.blocks)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Body) and self.blocks is other.blocks


@lru_cache(8)  # the plans in use; every block of a large plan is asked for in turn
def _places(body: _Body) -> Mapping[str, int]:
    """Where each block stands; of two with one id the first."""
    last = len(body.blocks) - 1
    return {block.id: last - place for place, block in enumerate(reversed(body.blocks))}
