"""Every kind of .docx that is written, validated by openxml-audit: the rules of Microsoft's Open XML SDK in Python."""

from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from editor.plan.project import Project
from editor.writing import (
    template_from_sample,
    write_assignment_table,
    write_comparison_table,
    write_extracts,
    write_notice,
    write_redline,
)
from tests.writing.samples import BODY, PROJECT
from tests.writing.test_comparison_table import PROJECT as COMPARED
from tests.writing.test_forms import FORMS
from tests.writing.test_redline import DAY, local

FORMATS = (FileFormat.OFFICE_2007, FileFormat.OFFICE_2019, FileFormat.MICROSOFT_365)


def findings(path: Path, kind: FileFormat) -> list[str]:
    result = OpenXmlValidator(file_format=kind).validate(path)
    return [f"{error.part_uri} {error.path}: {error.description}" for error in result.errors]


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
    documents = sorted(tmp_path.rglob("*.docx"))
    assert len(documents) > 5
    assert {path.name: findings(path, FileFormat.OFFICE_2019) for path in documents} == {
        path.name: [] for path in documents
    }


def test_an_offices_own_template(tmp_path: Path) -> None:
    write_notice(PROJECT, tmp_path / "样文.docx")
    template_from_sample(tmp_path / "样文.docx", tmp_path / "样式")
    assert findings(tmp_path / "样式" / "notice.docx", FileFormat.OFFICE_2019) == []


def test_the_audit_finds_what_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule as thick as no Word knows."""
    monkeypatch.setattr("editor.writing.imprint.Imprint._rule", lambda *_all: wrong_rule())
    write_notice(PROJECT, tmp_path / "通知.docx")
    assert findings(tmp_path / "通知.docx", FileFormat.OFFICE_2019)


def wrong_rule() -> object:
    from editor.writing.wordml import element

    return element("w:top", {"w:val": "dick", "w:sz": "x"})


def test_an_empty_project(tmp_path: Path) -> None:
    write_notice(Project(), tmp_path / "通知.docx")
    assert findings(tmp_path / "通知.docx", FileFormat.OFFICE_2019) == []
