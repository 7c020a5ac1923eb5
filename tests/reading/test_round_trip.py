"""A notice that the program wrote, saved by LibreOffice in other formats, is the same plan when read again."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from editor.demo import draft_example
from editor.jobs import export
from editor.plan.project import Reading
from editor.reading import read_content, read_plan
from tests.reading.word_files import convert

LONG = "示范县推进数字惠农行动提升乡村公共服务水平重点任务和责任单位完成时限清单"
"""A name that takes two lines of a note of attachments."""
KINDS = ("doc", "rtf", "pdf", "html", "txt:Text (encoded):UTF8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The notice of the made-up example, and its table of assignments across A4 pages."""
    folder = tmp_path_factory.mktemp("notice")
    export(draft_example(date(2025, 7, 1)), folder / "notice.docx", ledger=folder / "table.docx")
    return folder


@pytest.fixture(scope="module")
def joint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A notice of three issuers with all that can stand above the mark, and two attachments."""
    project = draft_example(date(2025, 7, 1))
    notice = replace(
        project.notice,
        copy_number="000012",
        urgency="特急",
        issuer_mark="",
        mark_names=("示范县农业农村局", "示范县发展和改革局", "示范县财政局"),
        attachments=(f"{LONG}\n1.甲任务。按时完成。", "名词解释\n1.容缺：指先办后补。"),
    )
    document = tmp_path_factory.mktemp("joint") / "notice.docx"
    export(replace(project, notice=notice), document)
    return document


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
        (plan.title, plan.document_number, plan.issuers, plan.date, plan.addressees, plan.cover),
        *sections,
        *measures,
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_the_notice_is_the_same_plan_in_every_format(notice: Path, kind: str) -> None:
    expected = contents(read_plan(notice))
    assert len(expected) > 30
    assert contents(read_content(convert(notice, kind), "通知")) == expected


@pytest.mark.parametrize("kind", KINDS)
def test_a_joint_notice_with_attachments_is_the_same_plan_in_every_format(joint: Path, kind: str) -> None:
    expected = read_plan(joint)
    cover = expected.plan.cover
    assert cover is not None
    assert cover.letterhead == "示范县农业农村局\n示范县发展和改革局\n示范县财政局文件"
    assert (cover.copy_number, cover.urgency) == ("000012", "特急")
    assert cover.title.startswith("示范县人民政府办公室关于印发")
    assert cover.text.endswith("请认真组织实施。")
    assert cover.attachments == (LONG, "名词解释")
    assert [m.number for m in expected.plan.measures] == [str(number) for number in range(1, 29)]
    assert contents(read_content(convert(joint, kind), "通知")) == contents(expected)


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_a_letter_is_read_with_its_mark_and_number(tmp_path: Path, kind: str) -> None:
    project = draft_example(date(2025, 7, 1))
    mark = "示范县人民政府办公室"
    notice = replace(project.notice, form="letter", issuer_mark=mark, copy_number="000007", urgency="加急")
    document = tmp_path / "letter.docx"
    export(replace(project, notice=notice), document)
    plan = (read_plan(document) if kind == "docx" else read_content(convert(document, kind), "函")).plan
    assert plan.cover is not None
    assert (plan.cover.letterhead, plan.cover.copy_number, plan.cover.urgency) == (mark, "000007", "加急")
    assert plan.document_number == project.notice.document_number
    assert plan.cover.title == project.notice.title


@pytest.mark.parametrize("kind", KINDS)
def test_the_table_of_assignments_is_the_same_plan(folder: Path, kind: str) -> None:
    """In a PDF it runs over many pages, its head repeated on each."""
    document = folder / "table.docx"
    expected = contents(read_plan(document))
    assert len(expected) > 30
    assert contents(read_content(convert(document, kind), "分工表")) == expected
