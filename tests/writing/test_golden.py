"""Notices compared with what they were: their XML, indented, lies in tests/golden.

Where a change is meant: `CHENGQI_RENEW_GOLDEN=1 python -m pytest tests/writing/test_golden.py`, then read the diff.
"""

import os
from pathlib import Path

import pytest
from lxml import etree

from editor.plan.project import Project
from editor.writing.notice.notice_docx import notice_bytes
from editor.writing.notice.notice_elements import notice_elements
from editor.writing.template.template import notice_template
from tests.writing.effective import Document
from tests.writing.samples import PROJECT, with_notice, with_plan
from tests.writing.test_forms import FORMS

GOLDEN = Path(__file__).parent.parent / "golden"
JOINT = with_notice(
    issuers=("示范县发展和改革局", "示范县财政局"),
    sealed=False,
    annotation="",
    copied_to="",
    document_number="",
)
CASES = {
    "notice_sealed": (PROJECT, "A"),
    "notice_sealed_layout_b": (PROJECT, "B"),
    "notice_unsealed_joint": (JOINT, "A"),
    "notice_with_attachments": (with_plan(attachment_note=("任务分工表", "名词解释"), body=()), "A"),
    "notice_upward": (FORMS["upward"], "A"),
    "letter": (FORMS["letter"], "A"),
    "order": (FORMS["order"], "A"),
    "minutes": (FORMS["minutes"], "B"),
}


def indented(project: Project, layout: str) -> str:
    """The document part, one element a line."""
    document = Document(notice_bytes(project, notice_elements(project), notice_template(), layout))
    root = document.body.getparent()
    etree.indent(root)
    return etree.tostring(root, encoding="unicode") + "\n"


@pytest.mark.parametrize("name", CASES)
def test_notice_is_what_it_was(name: str) -> None:
    path, written = GOLDEN / f"{name}.xml", indented(*CASES[name])
    if os.environ.get("CHENGQI_RENEW_GOLDEN"):
        path.write_text(written, encoding="utf-8", newline="\n")
    assert written == path.read_text(encoding="utf-8")
