"""The JSON objects of the command line: the program's values under the field names it promises to keep."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from editor.comparing import Changes, Comparison
from editor.demo import Demonstration
from editor.drafting import Coverage, Rebased
from editor.plan.issues import Issue
from editor.plan.measures import Measure, Section
from editor.plan.plans import Characters, Plan
from editor.plan.project import Marked, Project, Reading, Snapshot
from editor.plan.text_deadlines import deadlines_in
from editor.writing import Written

FORMAT = 1


def encode(form: dict[str, Any]) -> bytes:
    """One JSON object as indented UTF-8 with a line end."""
    return msgspec.json.format(msgspec.json.encode({"format": FORMAT, **form}), indent=2) + b"\n"


def outline_form(reading: Reading) -> dict[str, Any]:
    """What was recognised in one plan."""
    plan = reading.plan
    around = {block.id: sections[-1].id if sections else None for sections, block in plan.nested()}
    return {
        "title": plan.title or None,
        "document_number": plan.document_number,
        "issuers": plan.issuers,
        "date": plan.date,
        "addressees": plan.addressees,
        "annotation": plan.annotation,
        "cover": _full(plan.cover),
        "opening": plan.opening or None,
        "closing": plan.closing or None,
        "attachment_note": plan.attachment_note,
        "sections": [_section_form(section, around[section.id]) for section in plan.sections],
        "measures": [_measure_form(measure, around[measure.id], plan) for measure in plan.measures],
        "rules": _full(plan.rules),
        "set_aside": _full(plan.set_aside),
        "characters": _characters_form(plan.characters),
        "issues": [issue_form(issue) for issue in reading.issues],
    }


def _section_form(section: Section, parent: str | None) -> dict[str, Any]:
    return {
        "id": section.id,
        "parent": parent,
        "level": section.level,
        "number": section.number,
        "heading": section.heading,
        "leader": section.leader,
        "assignments": _full(section.assignments),
        "lines": section.lines,
    }


def _measure_form(measure: Measure, section: str | None, plan: Plan) -> dict[str, Any]:
    """A measure; `deadline` is a field beside the units or a rule of the plan, `deadlines_in_text` stand in its wording."""
    return {
        "id": measure.id,
        "section": section,
        "level": measure.level,
        "number": measure.number,
        "heading": measure.heading or None,
        "text": measure.text,
        "assignments": _full(measure.assignments),
        "deadline": _full(measure.deadline),
        "deadlines_in_text": _full(deadlines_in(measure.text, plan.year, plan.date)),
        "leader": measure.leader,
        "lines": measure.lines,
    }


def _full(value: Any) -> Any:
    """A value with all its fields, also those at their defaults: what is unknown is null, never missing."""
    if isinstance(value, msgspec.Struct):
        return {field: _full(getattr(value, field)) for field in value.__struct_fields__}
    if isinstance(value, tuple):
        return [_full(item) for item in value]
    return value


def _characters_form(characters: Characters | None) -> dict[str, int] | None:
    if characters is None:
        return None
    return {"in": characters.read, "placed": characters.placed, "set_aside": characters.set_aside}


def issue_form(issue: Issue) -> dict[str, Any]:
    """One finding; `lines` stands for its place in a source, `place` for its place in a plan or project."""
    return {
        "code": issue.code,
        "severity": issue.severity,
        "message": issue.message,
        "lines": issue.place.lines,
        "source": issue.source,
        "strength": issue.strength,
        "place": _full(issue.place),
        "fix": issue.fix,
        "dismissed": issue.dismissed,
    }


def issues_form(issues: Iterable[Issue]) -> dict[str, Any]:
    """All findings of a check."""
    return {"issues": [issue_form(issue) for issue in issues]}


def info_form(project: Project, undecided: int) -> dict[str, Any]:
    """What a project consists of, in figures."""
    return {
        "title": project.local.title or None,
        "parents": [_plan_form(plan) for plan in project.parents],
        "sources": [{"plan": s.plan, "name": s.name, "sha256": s.sha256} for s in project.sources],
        "counts": {
            "sections": len(project.local.sections),
            "measures": len(project.local.measures),
            "decisions": len(project.decisions),
            "undecided": undecided,
            "units": len(project.roster.units),
        },
        "snapshots": [
            {"name": s.name, "date": s.date, "measures": len(s.plan.measures)} for s in project.snapshots
        ],
    }


def _plan_form(plan: Plan) -> dict[str, Any]:
    return {
        "id": plan.id,
        "title": plan.title or None,
        "document_number": plan.document_number,
        "measures": len(plan.measures),
    }


def comparison_form(comparison: Comparison) -> dict[str, Any]:
    """How a local plan relates to its parents; its values carry the contract's names already."""
    form: dict[str, Any] = _full(comparison)
    return form


def coverage_form(coverage: Coverage) -> dict[str, Any]:
    """What became of every parent measure and sentence."""
    form: dict[str, Any] = _full(coverage)
    return form


def changes_form(old: Snapshot, new: Snapshot, changes: Changes) -> dict[str, Any]:
    """What changed from one version of the draft to a later one; `summary` counts what there is of each kind."""
    before, after = ({m.id: m for m in version.plan.measures} for version in (old, new))
    spans = {each.local: each.ops for each in changes.comparison.diffs}
    listed = {
        "added": [_listed_form(after[id]) for id in changes.added],
        "removed": [_listed_form(before[id]) for id in changes.removed],
        "reworded": [{**_listed_form(after[id]), "ops": spans[id]} for id in changes.reworded],
        "moved": [_listed_form(after[id]) for id in changes.moved],
        "details": _full(changes.details),
    }
    return {
        "since": {"name": old.name, "date": old.date or None},
        "until": {"name": new.name, "date": new.date or None},
        "summary": {kind: len(found) for kind, found in listed.items()},
        **listed,
    }


def _listed_form(measure: Measure) -> dict[str, Any]:
    return {"id": measure.id, "number": measure.number, "text": measure.wording}


def marks_form(project: Project, marks: Sequence[Marked]) -> dict[str, Any]:
    """The reviewers' marks on differences, in document order; `summary` counts what there is of each verdict."""
    numbers = {measure.id: measure.number for measure in project.local.measures}
    return {
        "marks": [
            {
                "local": mark.measure,
                "local_number": numbers[mark.measure],
                "parent_plan": mark.parent,
                "old": mark.old,
                "new": mark.new,
                "occurrence": mark.occurrence,
                "verdict": mark.verdict,
                "note": mark.note,
                "is_there": is_there,
            }
            for mark, is_there, *_around in marks
        ],
        "summary": dict(Counter(mark.verdict for mark, *_rest in marks)),
    }


def rebase_form(rebased: Rebased) -> dict[str, Any]:
    """What a parent's new edition changes in a project."""
    return {
        "parent": rebased.parent,
        "suspect": _full(rebased.suspects),
        "new_parents": _full(rebased.new_parents),
        "removed_parents": _full(rebased.removed_parents),
        "reworded_parents": _full(rebased.reworded_parents),
    }


def export_form(files: Iterable[Written]) -> dict[str, Any]:
    """The files that were written, and whether each agrees with the project."""
    return {"files": [{**_full(file), "agrees": file.agrees} for file in files]}


def demo_form(shown: Demonstration) -> dict[str, Any]:
    """What the demonstration did and wrote."""
    return {
        **export_form(shown.files),
        "project": shown.project_path,
        "relations": shown.relations,
        "undecided": shown.undecided,
        "issues": [issue_form(issue) for issue in shown.issues],
    }
