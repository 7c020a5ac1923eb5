"""A file becomes a plan: its format told by its content, its lines read, its plan recognised."""

import hashlib
from pathlib import Path

from editor.errors import FileProblem
from editor.files import read_file
from editor.plan.project import Reading, Source
from editor.reading.lines import Line
from editor.reading.recognition import recognize
from editor.reading.text import decode_text, text_lines
from editor.wording import _


def read_plan(path: Path, plan_id: str = "plan") -> Reading:
    """The plan in the file at `path`; FileProblem where the file can't be read, never for what it says."""
    return read_content(read_file(path), path.name, plan_id)


def read_content(content: bytes, name: str, plan_id: str = "plan") -> Reading:
    """The plan in a file's content; `name` is the file's, for messages and the record of sources."""
    lines = _lines(content, name)
    if not any(line.text.strip() for line in lines):
        raise FileProblem(_("“{name}” holds no text; choose the document itself.").format(name=name))
    recognized = recognize(lines, plan_id)
    source = Source(
        plan=plan_id,
        name=name,
        sha256=hashlib.sha256(content).hexdigest(),
        issues=recognized.issues,
        content=content,
    )
    return Reading(plan=recognized.plan, source=source)


def _lines(content: bytes, name: str) -> tuple[Line, ...]:
    return text_lines(decode_text(content, name))
