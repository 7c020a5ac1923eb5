"""Every kind of .docx that is written, validated by openxml-audit: the rules of Microsoft's Open XML SDK in Python."""

from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator, ValidationSeverity

from editor.drafting.commands import Remove, SetText
from editor.plan.project import Project
from editor.writing import (
    template_from_sample,
    write_assignment_table,
    write_changes,
    write_comparison_table,
    write_extracts,
    write_notice,
    write_redline,
)
from editor.writing.tables.matrix_table import write_matrix
from tests.writing.samples import BODY, PROJECT
from tests.writing.test_change_list import MEASURES, after, versions
from tests.writing.test_comparison_table import PROJECT as COMPARED
from tests.writing.test_forms import FORMS
from tests.writing.test_redline import DAY, local

FORMATS = (FileFormat.OFFICE_2007, FileFormat.OFFICE_2019, FileFormat.MICROSOFT_365)


def findings(path: Path, kind: FileFormat, *, warnings: bool = True) -> list[str]:
    result = OpenXmlValidator(file_format=kind).validate(path)
    kept = (error for error in result.errors if warnings or error.severity is ValidationSeverity.ERROR)
    return [f"{error.part_uri} {error.path}: {error.description}" for error in kept]


@pytest.mark.parametrize("layout", ["A", "B"])
@pytest.mark.parametrize("name", FORMS)
def test_notices_of_every_form(name: str, layout: str, tmp_path: Path) -> None:
    write_notice(FORMS[name], tmp_path / "通知.docx", layout)
    assert [findings(tmp_path / "通知.docx", kind) for kind in FORMATS] == [[], [], []]


def test_tables_redlines_and_extracts(tmp_path: Path) -> None:
    write_assignment_table(PROJECT, tmp_path / "任务分工表.docx")
    write_comparison_table(COMPARED, tmp_path / "对照表.docx")
    write_redline(local(*BODY[1:], title="示范县方案"), tmp_path / "修订.docx", on=DAY)
    write_extracts(PROJECT, tmp_path / "各单位")
    write_matrix(PROJECT, tmp_path / "分工矩阵.docx")
    changed = after(SetText(MEASURES[0].id, "改为30%"), Remove((MEASURES[1].id,)))
    write_changes(changed, *versions(changed), tmp_path / "改动说明.docx")
    documents = sorted(tmp_path.rglob("*.docx"))
    assert len(documents) > 5
    assert {path.name: findings(path, FileFormat.OFFICE_2019) for path in documents} == {
        path.name: [] for path in documents
    }


@pytest.mark.parametrize("kind", FORMATS)
def test_spreadsheets(kind: FileFormat, tmp_path: Path) -> None:
    """Their marked cells and their fonts too; that openpyxl keeps texts in their cells is but a warning."""
    write_assignment_table(PROJECT, tmp_path / "任务分工表.xlsx")
    write_comparison_table(COMPARED, tmp_path / "对照表.xlsx")
    write_matrix(PROJECT, tmp_path / "分工矩阵.xlsx")
    changed = after(SetText(MEASURES[0].id, "改为30%"), Remove((MEASURES[1].id,)))
    write_changes(changed, *versions(changed), tmp_path / "改动说明.xlsx")
    found = {path.name: findings(path, kind, warnings=False) for path in tmp_path.iterdir()}
    assert len(found) == 4
    assert found == {name: [] for name in found}


def test_an_offices_own_template(tmp_path: Path) -> None:
    write_notice(PROJECT, tmp_path / "样文.docx")
    template_from_sample(tmp_path / "样文.docx", tmp_path / "样式")
    assert findings(tmp_path / "样式" / "notice.docx", FileFormat.OFFICE_2019) == []


def test_the_audit_finds_what_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule as thick as no Word knows."""
    monkeypatch.setattr("editor.writing.notice.imprint.Imprint._rule", lambda *_all: wrong_rule())
    write_notice(PROJECT, tmp_path / "通知.docx")
    assert findings(tmp_path / "通知.docx", FileFormat.OFFICE_2019)


def wrong_rule() -> object:
    from editor.writing.ooxml.wordml import element

    return element("w:top", {"w:val": "dick", "w:sz": "x"})


def test_an_empty_project(tmp_path: Path) -> None:
    write_notice(Project(), tmp_path / "通知.docx")
    assert findings(tmp_path / "通知.docx", FileFormat.OFFICE_2019) == []
