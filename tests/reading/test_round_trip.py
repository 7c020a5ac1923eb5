"""A notice that the program wrote, saved by LibreOffice in other formats, is the same plan when read again."""

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from editor.demo import draft_example
from editor.jobs import export
from editor.plan.project import Reading
from editor.reading import read_content, read_plan
from tests.reading.word_files import convert_all

LONG = "示范县推进数字惠农行动提升乡村公共服务水平重点任务和责任单位完成时限清单"
"""A name that takes two lines of a note of attachments."""
MARK = "示范县人民政府办公室"
KINDS = ("doc", "rtf", "pdf", "html", "txt:Text (encoded):UTF8")


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """By name: the notice of the made-up example, its table of assignments across A4 pages, a joint notice of three
    issuers with all that can stand above the mark and two attachments, and a letter.
    """
    folder = tmp_path_factory.mktemp("documents")
    found = {name: folder / f"{name}.docx" for name in ("notice", "table", "joint", "letter")}
    project = draft_example(date(2025, 7, 1))
    export(project, found["notice"], ledger=found["table"])
    joint = replace(
        project.notice,
        copy_number="000012",
        urgency="特急",
        issuer_mark="",
        mark_names=("示范县农业农村局", "示范县发展和改革局", "示范县财政局"),
        attachments=(f"{LONG}\n1.甲任务。按时完成。", "名词解释\n1.容缺：指先办后补。"),
    )
    export(replace(project, notice=joint), found["joint"])
    letter = replace(project.notice, form="letter", issuer_mark=MARK, copy_number="000007", urgency="加急")
    export(replace(project, notice=letter), found["letter"])
    return found


@pytest.fixture(scope="module")
def saved(documents: dict[str, Path]) -> Callable[[str, str], bytes]:
    """Gives a document in another format; all are saved in it at once."""

    @cache
    def all_as(kind: str) -> dict[str, bytes]:
        return dict(zip(documents, convert_all(tuple(documents.values()), kind), strict=True))

    return lambda name, kind: all_as(kind)[name]


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
def test_the_notice_is_the_same_plan_in_every_format(
    documents: dict[str, Path], saved: Callable[[str, str], bytes], kind: str
) -> None:
    expected = contents(read_plan(documents["notice"]))
    assert len(expected) > 30
    assert contents(read_content(saved("notice", kind), "通知")) == expected


@pytest.mark.parametrize("kind", KINDS)
def test_a_joint_notice_with_attachments_is_the_same_plan_in_every_format(
    documents: dict[str, Path], saved: Callable[[str, str], bytes], kind: str
) -> None:
    expected = read_plan(documents["joint"])
    cover = expected.plan.cover
    assert cover is not None
    assert cover.letterhead == "示范县农业农村局\n示范县发展和改革局\n示范县财政局文件"
    assert (cover.copy_number, cover.urgency) == ("000012", "特急")
    assert cover.title.startswith("示范县人民政府办公室关于印发")
    assert cover.text.endswith("请认真组织实施。")
    assert cover.attachments == (LONG, "名词解释")
    assert [m.number for m in expected.plan.measures] == [str(number) for number in range(1, 29)]
    assert contents(read_content(saved("joint", kind), "通知")) == contents(expected)


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_a_letter_is_read_with_its_mark_and_number(
    documents: dict[str, Path], saved: Callable[[str, str], bytes], kind: str
) -> None:
    content = documents["letter"].read_bytes() if kind == "docx" else saved("letter", kind)
    plan, notice = read_content(content, "函").plan, draft_example(date(2025, 7, 1)).notice
    assert plan.cover is not None
    assert (plan.cover.letterhead, plan.cover.copy_number, plan.cover.urgency) == (MARK, "000007", "加急")
    assert plan.document_number == notice.document_number
    assert plan.cover.title == notice.title


@pytest.mark.parametrize("kind", KINDS)
def test_the_table_of_assignments_is_the_same_plan(
    documents: dict[str, Path], saved: Callable[[str, str], bytes], kind: str
) -> None:
    """In a PDF it runs over many pages, its head repeated on each."""
    expected = contents(read_plan(documents["table"]))
    assert len(expected) > 30
    assert contents(read_content(saved("table", kind), "分工表")) == expected
