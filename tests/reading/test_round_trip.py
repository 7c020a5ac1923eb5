"""A notice that the program wrote, saved by LibreOffice in other formats, is the same plan when read again."""

from datetime import date
from pathlib import Path

import pytest

from editor.demo import draft_example
from editor.jobs import export
from editor.plan.project import Reading
from editor.reading import read_content, read_plan
from tests.reading.word_files import convert

KINDS = ("doc", "rtf", "pdf", "html", "txt:Text (encoded):UTF8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The notice of the made-up example, and its table of assignments across A4 pages."""
    folder = tmp_path_factory.mktemp("notice")
    export(draft_example(date(2025, 7, 1)), folder / "notice.docx", ledger=folder / "table.docx")
    return folder


@pytest.fixture(scope="module")
def notice(folder: Path) -> Path:
    """The notice."""
    return folder / "notice.docx"


def contents(reading: Reading) -> list[tuple[object, ...]]:
    plan = reading.plan
    sections = [(section.number, section.heading) for section in plan.sections]
    measures = [
        (m.number, m.heading, m.text, m.assignments, m.deadline and m.deadline.date) for m in plan.measures
    ]
    return [
        (plan.title, plan.document_number, plan.issuers, plan.date, plan.addressees),
        *sections,
        *measures,
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_the_notice_is_the_same_plan_in_every_format(notice: Path, kind: str) -> None:
    expected = contents(read_plan(notice))
    assert len(expected) > 30
    assert contents(read_content(convert(notice, kind), "通知")) == expected


@pytest.mark.parametrize("kind", ["doc", "pdf"])
def test_the_table_of_assignments_is_the_same_plan(folder: Path, kind: str) -> None:
    """In a PDF it runs over many pages, its head repeated on each."""
    document = folder / "table.docx"
    expected = contents(read_plan(document))
    assert len(expected) > 30
    assert contents(read_content(convert(document, kind), "分工表")) == expected
