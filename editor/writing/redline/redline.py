"""The redline (修订稿): the local plan as tracked changes against its parent or an earlier state of itself."""

import io
from collections import Counter
from datetime import date
from pathlib import Path

from docx.oxml.ns import qn

from editor.files import replace_file
from editor.plan.plans import Plan
from editor.plan.project import Project, Snapshot
from editor.wording import _
from editor.writing.base.characters import clean, one_line, visible
from editor.writing.base.packing import anonymous
from editor.writing.base.written import Written, left_out, units_of
from editor.writing.elements.guard import read_document
from editor.writing.elements.plan_elements import plan_elements
from editor.writing.ooxml.styles import Styles
from editor.writing.ooxml.wordml import Xml, paragraph
from editor.writing.redline.redline_body import RedlineBody
from editor.writing.redline.redline_order import steps
from editor.writing.template.opening import empty_body, open_document
from editor.writing.template.template import Template, notice_template

AUTHOR = "承启"
"""Who made the changes where nobody else is named."""
_ONLY_OLD, _ONLY_NEW = ("w:del", "w:moveFrom"), ("w:ins", "w:moveTo")


def write_redline(
    project: Project,
    path: Path,
    old: Plan | Snapshot | None = None,
    *,
    author: str = AUTHOR,
    on: date,
    template: Path | None = None,
) -> Written:
    """The local plan as a .docx of tracked changes against `old`: a parent, or a snapshot of the plan.

    Without `old` it is the parent that most measures come from. Every change bears `author` and the day. What was
    written is read again: accepting all changes must give the local plan, refusing all the old one.
    SaveProblem where it can't be written.
    """
    before = old.plan if isinstance(old, Snapshot) else old or main_parent(project)
    look = notice_template(template)
    content = redline_bytes(before, project, look, author, on)
    body = read_document(content)
    replace_file(path, content)
    return Written(
        path=str(path),
        measures=len(project.local.measures),
        characters=len(visible("".join(_lines(body, _ONLY_OLD)))),
        units=len(units_of(project)),
        left_out=left_out(project),
        differences=_differences(before, project.local, body),
        against=old.name if isinstance(old, Snapshot) else before.title or before.id,
    )


def main_parent(project: Project) -> Plan:
    """The parent plan that most local measures come from; an empty plan where there is no parent."""
    counts = Counter(origin.parent for measure in project.local.measures for origin in measure.origins)
    return max(project.parents, key=lambda plan: counts[plan.id], default=Plan(id="parent"))


def redline_bytes(old: Plan, project: Project, look: Template, author: str, on: date) -> bytes:
    """The .docx; the same plans, author and day give the same bytes."""
    document = open_document(look)
    section = empty_body(document.element.body)
    styles = Styles(document.styles.element)
    names = project.roster.unit_names
    writer = RedlineBody(look.styles, styles, one_line(author) or AUTHOR, f"{on.isoformat()}T00:00:00Z")
    for step in steps(old, project.local):
        for each in writer.paragraphs(step, names):
            section.addprevious(each)
    section.addprevious(paragraph(styles.id(look.styles.imprint_anchor)))
    packed = io.BytesIO()
    document.save(packed)
    return anonymous(packed.getvalue(), one_line(project.local.title))


def _lines(body: Xml, without: tuple[str, str]) -> list[str]:
    """The paragraphs that are left when these kinds of changes are taken out, with what they hold."""
    gone = {qn(tag) for tag in without}
    lines, current = [], ""
    for each in body.iterchildren(qn("w:p")):
        for part in each.iter(qn("w:t"), qn("w:delText")):
            if not any(around.tag in gone for around in part.iterancestors()):
                current += part.text or ""
        marks = each.find(f"{qn('w:pPr')}/{qn('w:rPr')}")
        if marks is None or not any(mark.tag in gone for mark in marks):
            lines.append(current)
            current = ""
    return [line for line in (*lines, current) if line]


def _differences(old: Plan, new: Plan, body: Xml) -> tuple[str, ...]:
    sentences = []
    if _lines(body, _ONLY_OLD) != _printed(new):
        sentences.append(_("Accepting all changes does not give the local plan."))
    if _lines(body, _ONLY_NEW) != _printed(old):
        sentences.append(_("Refusing all changes does not give the earlier plan."))
    return tuple(sentences)


def _printed(plan: Plan) -> list[str]:
    return [clean(each.printed) for each in plan_elements(plan) if each.printed]
