"""What the command line prints for people: plain lines for plans, comparisons, coverage and findings."""

from collections import Counter
from collections.abc import Iterable, Iterator

from editor.comparing import Comparison
from editor.demo import Demonstration
from editor.drafting import Coverage, ParentMeasure, Rebased, Revision
from editor.plan.issues import SEVERITIES, Issue
from editor.plan.measures import Block, Measure, Paragraph, Section
from editor.plan.numbering import format_number
from editor.plan.plans import Plan
from editor.plan.project import Project, Reading
from editor.plan.text_deadlines import deadline_words
from editor.plan.words import WORDS
from editor.wording import N_, _
from editor.writing import Table, Written

MARKS = {"error": "✗", "warning": "!", "hint": "·"}
SHORT = 20
"""Characters shown of a text that has no heading."""


def outline_lines(reading: Reading) -> Iterator[str]:
    """The plan's head, its sections and measures, and what was doubted or set aside."""
    plan = reading.plan
    head = (plan.title, plan.document_number, "、".join(plan.issuers), plan.date)
    yield from (line for line in head if line)
    for around, block in plan.nested():
        indent = "  " * len(around)
        if isinstance(block, Section):
            yield f"{indent}{_name(block)}"
        elif isinstance(block, Measure):
            yield f"{indent}{_measure_line(block)}"
    if plan.characters:
        message = _("{read} characters read = {placed} placed + {aside} set aside")
        counted = plan.characters
        yield message.format(read=counted.read, placed=counted.placed, aside=counted.set_aside)
    yield from issue_lines(reading.issues)


def _measure_line(measure: Measure) -> str:
    units = "、".join(dict.fromkeys((*measure.units("lead_units"), *measure.units("responsible_units"))))
    parts = [_name(measure), units and f"（{units}）", deadline_words(measure)]
    return " ".join(part for part in parts if part)


def issue_lines(issues: Iterable[Issue], plans: Iterable[Plan] = ()) -> Iterator[str]:
    """The findings, worst first, one line each, with their place in one of `plans` or in the source's lines."""
    names = {(plan.id, block.id): _name(block) for plan in plans for block in plan.body}
    for issue in sorted(issues, key=lambda issue: SEVERITIES.index(issue.severity)):
        place = names.get((issue.place.plan or "", issue.place.block or ""), "")
        if issue.place.lines:
            place = _("lines {first}–{last}").format(first=issue.place.lines[0], last=issue.place.lines[1])
        aside = issue.dismissed and _("put aside: {reason}").format(reason=issue.dismissed)
        parts = (MARKS[issue.severity], place, f"{issue.message} ({issue.code})", issue.source, aside)
        yield "  ".join(part for part in parts if part)


def _name(block: Block) -> str:
    if isinstance(block, Paragraph):
        return block.text[:SHORT]
    shown = block.heading or getattr(block, "text", "")[:SHORT]
    return format_number(block.number, block.level) + shown


def comparison_lines(comparison: Comparison) -> Iterator[str]:
    """Every local measure with its parents and relation, the parents left over, and what fared how."""
    for pair in comparison.pairs:
        parents = "、".join(number or "?" for number in pair.parent_numbers) or "–"
        words = (
            WORDS[pair.relation],
            WORDS.get(pair.link, ""),
            N_("to be confirmed") if pair.is_offer else "",
        )
        told = ", ".join(_(word) for word in words if word)
        yield f"{pair.local_number or '?'} ← {parents}  {told}  {pair.similarity:.2f}"
    if comparison.unmatched_parents:
        numbers = "、".join(parent.number or parent.id for parent in comparison.unmatched_parents)
        yield _("Without counterpart: {numbers}").format(numbers=numbers)
    fates = Counter(sentence.status for sentence in comparison.sentences)
    message = _("Sentences: {kept} kept, {reworded} reworded, {dropped} dropped")
    yield message.format(kept=fates["kept"], reworded=fates["reworded"], dropped=fates["dropped"])
    for figure in comparison.figures:
        becomes = f" → {figure.becomes}" if figure.becomes else ""
        number = figure.local_number if figure.change == "added" else figure.parent_number
        yield f"{number or '?'}: {figure.text} {_(WORDS[figure.change])}{becomes}"


def coverage_lines(coverage: Coverage) -> Iterator[str]:
    """Every parent measure with its disposition, and how many are undecided."""
    for measure in coverage.measures:
        reason = f"（{measure.reason}）" if measure.reason else ""
        yield f"{measure.number or measure.parent}  {_(WORDS[measure.disposition])}{reason}  {' '.join(measure.locals)}"
    yield _("Undecided: {count}").format(count=coverage.undecided)


def info_lines(project: Project, undecided: int) -> Iterator[str]:
    """What a project consists of."""
    yield project.local.title or _("(no title yet)")
    for plan in project.parents:
        yield _("Superior plan: {title} ({count} measures)").format(
            title=plan.title or plan.id, count=len(plan.measures)
        )
    message = _("{sections} sections, {measures} measures, {undecided} superior measures undecided")
    yield message.format(
        sections=len(project.local.sections), measures=len(project.local.measures), undecided=undecided
    )
    for snapshot in project.snapshots:
        yield _("Snapshot: {name}, {date}").format(name=snapshot.name, date=snapshot.date)


def changes_lines(table: Table) -> Iterator[str]:
    """What changed between two versions of the draft, in the official wording of its list."""
    yield table.opening
    for row in table.rows:
        if not row.is_across:
            serial, name, _old, _new, said = row.texts
            yield f"{serial}  {name}  {said}"


def marks_lines(table: Table) -> Iterator[str]:
    """The reviewers' marks, in the official wording of their list."""
    yield table.opening
    for row in table.rows:
        if not row.is_across:
            serial, name, old, new, said = row.texts
            yield f"{serial}  {name}  {old or '–'} → {new or '–'}  {said}".rstrip()
        elif not row.is_remark:
            yield row.texts[0]


def rebase_lines(rebased: Rebased) -> Iterator[str]:
    """The measures to review with their proposals, and the superior measures that are new, gone or reworded."""
    for revision in rebased.suspects:
        yield from _revision_lines(revision)
    yield from _parent_lines(_("New superior measures: {numbers}"), rebased.new_parents)
    yield from _parent_lines(_("Superior measures that are gone: {numbers}"), rebased.removed_parents)
    yield from _parent_lines(_("Superior measures reworded: {numbers}"), rebased.reworded_parents)
    yield _("To review: {count}").format(count=len(rebased.suspects))


def _revision_lines(revision: Revision) -> Iterator[str]:
    yield f"{MARKS['hint' if revision.clean else 'warning']} {revision.local_number or revision.local}"
    for name, text in (
        (_("superior, last reviewed"), revision.old_parent),
        (_("superior, new"), revision.new_parent),
        (_("here"), revision.mine),
        (_("proposed"), revision.proposal),
    ):
        yield f"  {name}: {text or '–'}"
    for detail in revision.details:
        form = _("units or deadline: “{old}” → “{new}”, here “{mine}”, proposed “{proposal}”")
        yield "  " + form.format(
            old=detail.old_parent, new=detail.new_parent, mine=detail.mine, proposal=detail.proposal
        )
    for conflict in revision.conflicts:
        yield "  " + _("does not fit by itself: “{old}” → “{new}”").format(old=conflict.old, new=conflict.new)


def _parent_lines(message: str, measures: Iterable[ParentMeasure]) -> Iterator[str]:
    if numbers := "、".join(measure.number or measure.id for measure in measures):
        yield message.format(numbers=numbers)


def export_lines(files: Iterable[Written]) -> Iterator[str]:
    """What was written, and whether it was found to agree with the project."""
    for file in files:
        counts = _("{measures} measures, {characters} characters, {units} units")
        counted = counts.format(measures=file.measures, characters=file.characters, units=file.units)
        yield f"{file.path}: {counted}"
        if file.against:
            yield f"  · {_('compared with {name}').format(name=file.against)}"
        if file.made_by:
            yield f"  · {_('made by {program}').format(program=file.made_by)}"
        yield from (f"  · {sentence}" for sentence in file.left_out)
        yield from (f"  ✗ {sentence}" for sentence in file.differences)


def demo_lines(shown: Demonstration) -> Iterator[str]:
    """What the demonstration did and wrote."""
    yield _("Drafted the made-up example; wrote:")
    yield shown.project_path
    yield from export_lines(shown.files)
    yield _("Measures: {counts}").format(
        counts=", ".join(
            f"{_(WORDS[relation])} {count}" for relation, count in sorted(shown.relations.items())
        )
    )
    yield _("Undecided: {count}").format(count=shown.undecided)
    yield from issue_lines(shown.issues, shown.plans)
