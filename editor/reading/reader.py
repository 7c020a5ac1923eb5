"""A file becomes a plan: its format told by its content, its lines read, its plan recognised."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from editor.errors import FileProblem
from editor.files import read_file
from editor.plan.project import Reading, Source
from editor.plan.repairs import Repair
from editor.reading.lines import Extract
from editor.reading.readers.formats import extract
from editor.reading.recognition import recognize
from editor.reading.repairs import apply_repairs
from editor.reading.unit_names import same_units
from editor.wording import _


def read_plan(path: Path, plan_id: str = "plan") -> Reading:
    """The plan in the file at `path`; FileProblem where the file can't be read, never for what it says."""
    return read_content(read_file(path), path.name, plan_id)


def read_parents(paths: Sequence[Path]) -> tuple[Reading, ...]:
    """The superior plans, read as parent1, parent2, …"""
    return tuple(read_plan(path, f"parent{place}") for place, path in enumerate(paths, 1))


def read_content(content: bytes, name: str, plan_id: str = "plan") -> Reading:
    """The plan in a file's content; `name` is the file's, for messages and the record of sources."""
    return repair(content, name, plan_id, ())


def repair(content: bytes, name: str, plan_id: str, repairs: Sequence[Repair]) -> Reading:
    """The plan in a file's content read with repairs; CommandProblem where one doesn't fit the file's lines."""
    return recognize_extract(extract_content(content, name), content, name, plan_id, repairs)


def extract_content(content: bytes, name: str) -> Extract:
    """The lines of a file; FileProblem where it is empty, holds no text or can't be read."""
    if not content:
        raise FileProblem(_("“{name}” is empty; ask for the file again.").format(name=name))
    extracted = extract(content, name)
    if not any(line.text.strip() for line in extracted.lines):
        raise FileProblem(_("“{name}” holds no text; choose the document itself.").format(name=name))
    return extracted


def recognize_extract(
    extracted: Extract, content: bytes, name: str, plan_id: str, repairs: Sequence[Repair] = ()
) -> Reading:
    """The plan in a file's lines, once they are extracted; CommandProblem where a repair doesn't fit them."""
    recognized = recognize(apply_repairs(repairs, extracted.lines), plan_id, same_units(repairs))
    source = Source(
        plan=plan_id,
        name=name,
        sha256=hashlib.sha256(content).hexdigest(),
        issues=(*extracted.issues, *recognized.issues),
        repairs=tuple(repairs),
        content=content,
    )
    return Reading(plan=recognized.plan, source=source)
