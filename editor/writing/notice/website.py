"""The notice's clean text for a website: .html of headings and paragraphs alone, or .txt."""

from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

from editor.errors import SaveProblem
from editor.files import replace_file
from editor.plan.project import Project
from editor.wording import _
from editor.writing.base.characters import one_line, visible
from editor.writing.base.written import Written, left_out, units_of
from editor.writing.elements.element import IMPRINT, Element
from editor.writing.elements.guard import measures_found
from editor.writing.notice.notice_elements import notice_elements

_NOT_ONLINE = (*IMPRINT, "issuer_mark")
_TITLES = ("title", "plan_title")
_FLUSH = ("document_number", "addressees")
_INDENT = "　　"
_PAGE = '<!DOCTYPE html>\n<html lang="zh-CN">\n<head><meta charset="utf-8"><title>{title}</title></head>\n<body>\n{body}\n</body>\n</html>\n'


def write_website_text(project: Project, path: Path) -> Written:
    """The notice without letterhead and imprint as .html or .txt, in UTF-8; SaveProblem where it can't be written."""
    form = _FORMS.get(path.suffix.lower())
    if form is None:
        message = _("“{name}” is neither .html nor .txt; the text for a website is written as one of these.")
        raise SaveProblem(message.format(name=path.name))
    elements = [each for each in notice_elements(project) if each.kind not in _NOT_ONLINE]
    replace_file(path, form(project, elements).encode("utf-8", "replace"))
    text = visible("".join(each.printed for each in elements))
    found, meant = measures_found(project.local, text), len(project.local.measures)
    message = _("The file holds {found} of {meant} measures whole and in order.")
    return Written(
        path=str(path),
        measures=meant,
        characters=len(text),
        units=len(units_of(project)),
        left_out=(*left_out(project), _("Letterhead and imprint left out.")),
        differences=() if found == meant else (message.format(found=found, meant=meant),),
    )


def _html(project: Project, elements: Sequence[Element]) -> str:
    title = one_line(project.notice.title or project.local.title)
    return _PAGE.format(title=escape(title), body="\n".join(map(_tagged, elements)))


def _tagged(each: Element) -> str:
    if each.kind in _TITLES:
        return (
            f"<h1>{escape(each.printed)}</h1>" if each.kind == "title" else f"<h2>{escape(each.printed)}</h2>"
        )
    if each.kind == "heading":
        tag = f"h{min(each.level + 2, 6)}"
        return f"<{tag}>{escape(each.printed)}</{tag}>"
    lead = f"<strong>{escape(each.lead)}</strong>" if each.lead else ""
    return f"<p>{lead}{escape(each.text)}</p>"


def _plain(_project: Project, elements: Sequence[Element]) -> str:
    return "".join(f"{_indent(each)}{each.printed}\n" for each in elements)


def _indent(each: Element) -> str:
    return "" if each.kind in (*_TITLES, *_FLUSH) else _INDENT


_FORMS: dict[str, Callable[[Project, Sequence[Element]], str]] = {
    ".html": _html,
    ".htm": _html,
    ".txt": _plain,
}
