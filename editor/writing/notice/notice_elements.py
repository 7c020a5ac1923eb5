"""The notice as a sequence of typed elements, between a project and a .docx, a page view or a check."""

from collections.abc import Iterator

from msgspec.structs import replace

from editor.plan.notice import ASSIGNMENT, COMPARISON
from editor.plan.project import Project
from editor.writing.base.characters import one_line, paragraphs
from editor.writing.base.table import Table
from editor.writing.elements.element import IMPRINT, Element, Kind
from editor.writing.elements.notice_frame import (
    attachment_titles,
    imprint,
    letterhead,
    sign_off,
    text_elements,
    title_element,
)
from editor.writing.elements.plan_elements import plan_elements
from editor.writing.tables.assignment_rows import assignment_table
from editor.writing.tables.comparison_rows import comparison_table

__all__ = ["IMPRINT", "Element", "Kind", "notice_elements"]


def notice_elements(project: Project, longest_line: int = 20) -> tuple[Element, ...]:
    """All elements of the notice, the plan it issues and its attachments, in printed order.

    Empty details give no element, nor do those that the notice's form has no place for. `longest_line` is the width
    of a title's line in 字.
    """
    notice = project.notice
    front = (*letterhead(notice, longest_line), *text_elements(notice.text), *sign_off(notice))
    plan = () if _is_attached(project) else tuple(plan_elements(project.local, longest_line))
    if front and plan:
        plan = (replace(plan[0], new_page=True), *plan[1:])
    return (*front, *plan, *_attachments(project, longest_line), *imprint(notice))


def _attachments(project: Project, longest_line: int) -> Iterator[Element]:
    """Each on a page of its own: 附件 and its number, the title, then text or table (7.3.7)."""
    titles = attachment_titles(project.notice)
    for number, (title, text) in enumerate(titles, start=1):
        label = f"附件{number}" if len(titles) > 1 else "附件"
        table = None if paragraphs(text) else _table(project, title)
        yield Element(kind="attachment_label", text=label, new_page=True, turned=table is not None)
        yield from title_element("attachment_title", title, longest_line)
        if table is not None:
            yield Element(kind="attachment_table", table=table)
        elif _is_plan(project, title, text):
            yield from plan_elements(replace(project.local, title=""), longest_line)
        else:
            yield from text_elements(text)


def _is_attached(project: Project) -> bool:
    """Whether the plan is one of the notice's attachments, and so doesn't follow the notice itself."""
    return any(_is_plan(project, title, text) for title, text in attachment_titles(project.notice))


def _is_plan(project: Project, title: str, text: str) -> bool:
    return not paragraphs(text) and one_line(title) == one_line(project.local.title)


def _table(project: Project, title: str) -> Table | None:
    """The table that an attachment's title names."""
    if one_line(title).endswith(ASSIGNMENT):
        return assignment_table(project.local)
    return comparison_table(project) if one_line(title).endswith(COMPARISON) else None
