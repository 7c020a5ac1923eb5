"""What came of writing a file."""

from editor.plan.measures import Measure, Section
from editor.plan.notice import Notice
from editor.plan.notice_fields import uses
from editor.plan.project import Project
from editor.plan.value import Value
from editor.wording import N_, _, ngettext
from editor.writing.base.characters import forbidden_characters

_DETAILS = {
    "issuer_mark": N_("issuer's mark"),
    "document_number": N_("document number"),
    "title": N_("title"),
    "addressees": N_("addressees"),
    "text": N_("text"),
    "issuers": N_("signature"),
    "date": N_("date"),
    "printed_by": N_("printed by"),
    "printed_on": N_("printed on"),
}
"""What no notice does without; annotation and copied-to list may be missing."""


class Written(Value, frozen=True, kw_only=True):
    """One file written and compared with the project.

    `characters` are those in the file, blanks not counted; `units` the different units named; `left_out` sentences
    on what the project has and the file has not, by design; `differences` sentences on what should be in the file
    and is not (empty = the file agrees with the project).
    """

    path: str
    measures: int
    characters: int
    units: int
    left_out: tuple[str, ...] = ()
    differences: tuple[str, ...] = ()
    made_by: str = ""
    """The program that made the file, where it was another one."""
    against: str = ""
    """What it was compared with: a superior plan's title, or a snapshot's name."""

    @property
    def agrees(self) -> bool:
        """Whether all that should be in the file is."""
        return not self.differences


def units_of(project: Project) -> tuple[str, ...]:
    """Every unit that a measure or section of the local plan names, once, in order."""
    blocks: tuple[Section | Measure, ...] = (*project.local.sections, *project.local.measures)
    assignments = [assignment for block in blocks for assignment in block.assignments]
    named = [
        unit
        for each in assignments
        for unit in (*each.lead_units, *each.responsible_units, *each.supporting_units)
    ]
    return tuple(dict.fromkeys(named))


def left_out(project: Project) -> tuple[str, ...]:
    """Sentences on what a project holds and no exported file shows."""
    notes = sum(bool(measure.note) for measure in project.local.measures)
    forbidden = forbidden_characters("".join(_texts(project)))
    sentences = []
    if notes:
        sentences.append(
            ngettext("{count} note left out.", "{count} notes left out.", notes).format(count=notes)
        )
    if forbidden:
        message = ngettext(
            "{count} control character left out.", "{count} control characters left out.", forbidden
        )
        sentences.append(message.format(count=forbidden))
    return tuple(sentences)


def unfilled(notice: Notice) -> tuple[str, ...]:
    """A sentence on the details that the notice lacks of those its form prints; none where it has them all."""
    filled = {field for field in _DETAILS if getattr(notice, field)}
    if notice.mark_names:
        filled.add("issuer_mark")
    lacking = [
        _(label) for field, label in _DETAILS.items() if uses(notice.form, field) and field not in filled
    ]
    return (_("Not filled in yet: {details}.").format(details=", ".join(lacking)),) if lacking else ()


def _texts(project: Project) -> list[str]:
    """Every wording that goes into the notice."""
    plan, notice = project.local, project.notice
    texts = [plan.title, plan.opening, plan.closing, notice.title, notice.text, notice.issuer_mark]
    for block in plan.body:
        texts += [getattr(block, field, "") or "" for field in ("heading", "text")]
    return texts
