"""Words of the local plan that could be replaced: found, shown before anything is done, and then replaced as one step."""

from collections.abc import Iterator, Mapping

from editor.plan.issues import Place
from editor.plan.plans import Plan
from editor.plan.project import Project
from editor.plan.roster import Roster
from editor.plan.searching import find_spans, name_cut, name_spans, quotation_touched
from editor.plan.superior_words import find_places, may_be_meant
from editor.plan.value import Value
from editor.wording import _

PLAN_FIELDS = ("title", "opening", "closing")


class Replacement(Value, frozen=True, kw_only=True):
    """Words at a place of a plan and what would stand there instead.

    `text` is the whole text they stand in, so that nothing is replaced in a text that has changed meanwhile;
    `warning` says why one should look twice, empty where nothing speaks against it.
    """

    place: Place
    text: str
    start: int
    end: int
    new: str = ""
    warning: str = ""

    @property
    def old(self) -> str:
        """The words as they stand."""
        return self.text[self.start : self.end]

    @property
    def key(self) -> str:
        """What tells this place from all others of one search."""
        return f"{self.place.plan}/{self.place.block}/{self.place.field}/{self.start}"


def texts_of(plan: Plan) -> Iterator[tuple[Place, str]]:
    """Every text of a plan that can be searched, with its place, in document order; the closing comes last."""
    for field in PLAN_FIELDS[:2]:
        yield Place(plan=plan.id, field=field), getattr(plan, field)
    for block in plan.body:
        for field in ("heading", "text"):
            if text := getattr(block, field, ""):
                yield Place(plan=plan.id, block=block.id, field=field), text
    yield Place(plan=plan.id, field="closing"), plan.closing


def found_in(
    plan: Plan, wanted: str, new: str = "", *, names: tuple[str, ...] = (), any_width: bool = True
) -> Iterator[Replacement]:
    """Every place of the words in a plan; a warning where they are part of one of the names or of a quoted title."""
    for place, text in texts_of(plan):
        for start, end in find_spans(text, wanted, any_width=any_width):
            warning = _warning(text, start, end, names)
            yield Replacement(place=place, text=text, start=start, end=end, new=new, warning=warning)


def _warning(text: str, start: int, end: int, names: tuple[str, ...]) -> str:
    if quoted := quotation_touched(text, start, end):
        return _("within {quoted}, which is quoted").format(quoted=quoted)
    if name := name_cut(text, start, end, names):
        return _("only a part of the name {name}").format(name=name)
    return ""


def unit_names(roster: Roster) -> tuple[str, ...]:
    """Every name of every unit of the roster."""
    return tuple(name for unit in roster.units for name in unit.names)


def official_names(project: Project) -> tuple[str, ...]:
    """Names that no rule may change: the roster's units, the organs that issue here and above, and the superior plans."""
    locality = project.locality
    own = (locality.government, locality.issuer, *locality.offices)
    above = (name for plan in project.parents for name in (plan.title, *plan.issuers))
    return tuple(dict.fromkeys(name for name in (*unit_names(project.roster), *own, *above) if name))


def worded_for_us(project: Project, rules: Mapping[str, str]) -> tuple[Replacement, ...]:
    """Every place where a rule changes the upper level's word into the county's; a warning where that may be meant itself.

    Nothing in quoted titles, in names of units, organs and documents, and nothing a rule has no word for.
    """
    words = {word: instead for word, instead in rules.items() if word}
    names = official_names(project)
    return tuple(
        Replacement(
            place=place,
            text=text,
            start=start,
            end=end,
            new=words[text[start:end]],
            warning=_("the upper level itself may be meant") if may_be_meant(text, start, end) else "",
        )
        for place, text in texts_of(project.local)
        for start, end in find_places(text, words)
        if words[text[start:end]] and not is_named(text, start, end, names)
    )


def is_named(text: str, start: int, end: int, names: tuple[str, ...]) -> bool:
    """Whether the words are a name, or part of one."""
    return any(first < end and start < last for first, last in name_spans(text, names))


def of_unit(project: Project, old: str, new: str) -> tuple[Replacement, ...]:
    """Every place in the texts where a unit's name stands, as a whole and not as a part of a longer name of the roster."""
    every = (*unit_names(project.roster), old)
    return tuple(
        hit
        for hit in found_in(project.local, old, new, names=every, any_width=False)
        if not name_cut(hit.text, hit.start, hit.end, every)
    )
