"""What leaves the building holds the notice and nothing beside it: every part of every exported file is searched."""

import shutil
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from msgspec.structs import replace

from editor.paths import templates
from editor.plan.measures import Measure
from editor.plan.project import Project, Source
from editor.writing import (
    write_assignment_table,
    write_comparison_table,
    write_extracts,
    write_notice,
    write_redline,
    write_website_text,
)
from tests.writing.samples import BODY, PROJECT
from tests.writing.test_redline import DAY, local

ATTACHED = RELATIONSHIP_TYPE.SETTINGS.replace("settings", "attachedTemplate")
SECRETS = ("保密的备注", "起草人甲", "C:\\Users", "file:///", "/home/", "WORKPC", "内部附言")


def with_notes(project: Project) -> Project:
    """The project with notes, and a source whose name tells a path."""
    body = tuple(
        replace(each, note="保密的备注：/home/起草人甲") if isinstance(each, Measure) else each
        for each in project.local.body
    )
    source = Source(
        plan="parent1", name="C:\\Users\\起草人甲\\省方案.docx", sha256="0" * 64, content=b"file:///"
    )
    return replace(project, local=replace(project.local, body=body), sources=(source,))


def parts(path: Path) -> Iterator[tuple[str, str]]:
    """Every part of an office file in plain characters, or the text file itself."""
    if path.suffix not in (".docx", ".xlsx"):
        yield path.name, path.read_text(encoding="utf-8")
        return
    with zipfile.ZipFile(path) as archive:
        assert archive.comment == b""
        for entry in archive.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            yield f"{path.name}:{entry.filename}", unescape(archive.read(entry).decode("utf-8"))


def export_all(project: Project, folder: Path, template: Path | None = None) -> list[Path]:
    write_notice(project, folder / "通知.docx", template=template)
    write_assignment_table(project, folder / "分工.docx")
    write_assignment_table(project, folder / "分工.xlsx")
    write_comparison_table(project, folder / "对照.docx")
    write_comparison_table(project, folder / "对照.xlsx")
    write_extracts(project, folder / "各单位")
    write_website_text(project, folder / "网站.html")
    write_redline(with_notes(local(*BODY[1:], title="示范县方案")), folder / "修订.docx", on=DAY)
    return [path for path in sorted(folder.rglob("*")) if path.is_file()]


def test_no_note_name_or_path_is_in_any_part(tmp_path: Path) -> None:
    files = export_all(with_notes(PROJECT), tmp_path)
    assert len(files) > 8
    found = [
        (name, secret) for path in files for name, text in parts(path) for secret in SECRETS if secret in text
    ]
    assert found == []


def test_nothing_hidden_revised_or_commented_is_in_the_notice(tmp_path: Path) -> None:
    write_notice(with_notes(PROJECT), tmp_path / "通知.docx")
    marks = ("<w:vanish", "<w:ins ", "<w:del ", "<w:comment", "w:rsid", "<w:moveFrom", "w:attachedTemplate")
    for name, text in parts(tmp_path / "通知.docx"):
        assert not [mark for mark in marks if mark in text], name


def settings_part(document: object) -> object:
    return next(
        each.target_part
        for each in document.part.rels.values()  # type: ignore[attr-defined]
        if each.reltype == RELATIONSHIP_TYPE.SETTINGS
    )


@pytest.fixture
def personal(tmp_path: Path) -> Path:
    """A template with everything that Word leaves in one."""
    folder = Path(shutil.copytree(templates() / "notice", tmp_path / "样式"))
    document = docx.Document(str(folder / "notice.docx"))
    document.core_properties.author = "起草人甲"
    document.add_comment(document.add_paragraph("内部附言").runs, text="内部附言", author="起草人甲")
    settings = document.settings
    reference = settings_part(document).relate_to("file:///C:\\Users\\WORKPC", ATTACHED, is_external=True)
    for tag, attributes in (
        ("w:attachedTemplate", {"r:id": reference}),
        ("w:documentProtection", {"w:edit": "readOnly"}),
    ):
        made = docx.oxml.OxmlElement(tag)
        for name, value in attributes.items():
            made.set(qn(name), value)
        settings.element.insert(1, made)
    document.save(str(folder / "notice.docx"))
    return folder


def test_what_a_templates_maker_left_in_it_is_not_passed_on(personal: Path, tmp_path: Path) -> None:
    done = write_notice(PROJECT, tmp_path / "通知.docx", template=personal)
    assert done.agrees
    texts = dict(parts(tmp_path / "通知.docx"))
    assert [(name, secret) for name, text in texts.items() for secret in SECRETS if secret in text] == []
    assert not any("comment" in name for name in texts)
    assert "documentProtection" not in texts["通知.docx:word/settings.xml"]
    assert docx.Document(str(tmp_path / "通知.docx")).paragraphs
