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
def notice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The notice of the made-up example."""
    file = tmp_path_factory.mktemp("notice") / "notice.docx"
    export(draft_example(date(2025, 7, 1)), file)
    return file


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
