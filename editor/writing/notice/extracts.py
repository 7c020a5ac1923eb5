"""Per-unit extracts: for every unit one .docx with its measures, those it leads and those it supports told apart."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from editor.files import make_folder, replace_file
from editor.plan.measures import ROLES, Assignment, Measure, Role, Section
from editor.plan.numbering import format_number, format_numeral
from editor.plan.plans import Plan
from editor.plan.project import Project
from editor.wording import _
from editor.writing.base.characters import clean, one_line, visible
from editor.writing.base.written import Written, left_out
from editor.writing.elements.element import Element
from editor.writing.elements.guard import printed_text, read_document
from editor.writing.elements.plan_elements import measure_elements
from editor.writing.elements.titles import break_title
from editor.writing.notice.notice_docx import document_bytes
from editor.writing.template.template import Template, notice_template

_HEADINGS: dict[Role, str] = {
    "lead_units": "牵头任务",
    "responsible_units": "责任任务",
    "supporting_units": "配合任务",
}
_FORBIDDEN_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
"""Names that Windows keeps for devices."""
_LONGEST_NAME = 60
"""Characters; Han characters take three bytes each of the 255 that file systems allow."""


def write_extracts(project: Project, folder: Path, template: Path | None = None) -> tuple[Written, ...]:
    """One .docx per unit in `folder`, which is made where it is missing; each is read again and compared.

    SaveProblem where they can't be written.
    """
    look = notice_template(template)
    tasks = unit_tasks(project.local)
    make_folder(folder)
    names = file_names(tuple(tasks))
    return tuple(_written(project, unit, tasks[unit], folder / names[unit], look) for unit in tasks)


def unit_tasks(plan: Plan) -> dict[str, dict[Role, list[tuple[tuple[Section, ...], Measure]]]]:
    """By unit in the plan's order, by role, its measures with the sections around them.

    A unit named twice at one measure has it in the first of ROLES; a measure without units has its section's.
    """
    tasks: defaultdict[str, dict[Role, list[tuple[tuple[Section, ...], Measure]]]]
    tasks = defaultdict(lambda: {role: [] for role in ROLES})
    for around, block in plan.nested():
        if isinstance(block, Measure):
            for unit, role in _roles(_assignments(block, around)).items():
                tasks[unit][role].append((around, block))
    return dict(tasks)


def _assignments(measure: Measure, around: Sequence[Section]) -> tuple[Assignment, ...]:
    levels = (measure.assignments, *(section.assignments for section in reversed(around)))
    return next((each for each in levels if each), ())


def _roles(assignments: Sequence[Assignment]) -> dict[str, Role]:
    roles: dict[str, Role] = {}
    for role in ROLES:
        for assignment in assignments:
            for unit in getattr(assignment, role):
                roles.setdefault(unit, role)
    return roles


def file_names(units: Sequence[str]) -> dict[str, str]:
    """By unit a file name that every system takes, no two alike even where capitals don't count."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for unit in units:
        safe = _FORBIDDEN_IN_NAMES.sub("_", clean(unit)).strip(" .")[:_LONGEST_NAME] or "_"
        safe = f"_{safe}" if _RESERVED.fullmatch(safe) else safe
        name, count = safe, 1
        while name.casefold() in taken:
            count += 1
            name = f"{safe} ({count})"
        taken.add(name.casefold())
        names[unit] = f"{name}.docx"
    return names


def extract_elements(
    plan: Plan,
    unit: str,
    tasks: Mapping[Role, Sequence[tuple[tuple[Section, ...], Measure]]],
    longest_line: int,
) -> Iterator[Element]:
    """The extract of one unit: title, what it is taken from, then its measures by role."""
    title = f"{one_line(unit)}任务清单"
    yield Element(kind="plan_title", lines=break_title(title, longest_line))
    given = [(role, found) for role, found in tasks.items() if found]
    counts = "、".join(f"{_HEADINGS[role]}{len(found)}项" for role, found in given)
    source = f"摘自《{one_line(plan.title)}》。" if plan.title else ""
    yield Element(kind="text", text=f"{source}共{sum(len(found) for _role, found in given)}项：{counts}。")
    for place, (role, found) in enumerate(given, start=1):
        heading = format_number(format_numeral(place, 1), 1) + _HEADINGS[role]
        yield Element(kind="heading", lead=heading, level=1)
        yield from _under_headings(found)


def _under_headings(found: Sequence[tuple[tuple[Section, ...], Measure]]) -> Iterator[Element]:
    """The measures as the plan prints them, each group below the headings it has there."""
    shown: tuple[str, ...] = ()
    for around, measure in found:
        path = tuple(format_number(each.number, each.level) + one_line(each.heading) for each in around)
        if path and path != shown:
            yield Element(kind="text", text=f"【{' '.join(path)}】")
        shown = path
        yield from measure_elements(measure)


def _written(
    project: Project,
    unit: str,
    tasks: Mapping[Role, Sequence[tuple[tuple[Section, ...], Measure]]],
    path: Path,
    look: Template,
) -> Written:
    elements = tuple(extract_elements(project.local, unit, tasks, look.title.longest_line))
    content = document_bytes(elements, look, title=f"{one_line(unit)}任务清单")
    text = printed_text(read_document(content))
    replace_file(path, content)
    agrees = text == visible("".join(each.printed for each in elements))
    return Written(
        path=str(path),
        measures=sum(len(found) for found in tasks.values()),
        characters=len(text),
        units=1,
        left_out=left_out(project),
        differences=() if agrees else (_("The extract's text differs from the project's."),),
    )
