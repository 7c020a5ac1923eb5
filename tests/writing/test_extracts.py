"""Per-unit extracts, the text for a website, and printing."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from editor import libreoffice
from editor.errors import SaveProblem
from editor.plan.measures import Assignment, Section
from editor.writing.notice.extracts import file_names, unit_tasks, write_extracts
from editor.writing.notice.notice_docx import write_notice
from editor.writing.notice.pdf import printed_in, write_pdf
from editor.writing.notice.website import write_website_text
from tests.rendering import read_pdf
from tests.writing.effective import Document, text_of
from tests.writing.samples import BODY, PROJECT, WORDS, measure, with_plan


def texts(path: Path) -> list[str]:
    return [text for each in Document(path.read_bytes()).paragraphs if (text := text_of(each))]


def test_every_unit_gets_its_measures_by_role(tmp_path: Path) -> None:
    led = replace(measure("m9", 1, "四", "另一件事"), assignments=(Assignment(lead_units=("县财政局",)),))
    done = write_extracts(with_plan(body=(*BODY, led)), tmp_path / "各单位")
    assert [Path(file.path).name for file in done] == [
        *("县发展改革局.docx", "县财政局.docx", "县市场监管局.docx", "各镇人民政府.docx")
    ]
    assert all(file.agrees for file in done)
    assert [file.measures for file in done] == [6, 7, 6, 6]
    lines = texts(tmp_path / "各单位" / "县财政局.docx")
    assert lines[:4] == [
        "县财政局任务清单",
        "摘自《示范县深化营商环境改革创新实施方案》。共7项：牵头任务1项、责任任务6项。",
        "一、牵头任务",
        "四、另一件事。" + WORDS + "（牵头单位：县财政局；完成时限：2026年12月底）",
    ]
    assert lines[4:6] == ["二、责任任务", "【二、重点任务 （一）优化政务服务】"]
    assert sum(line.startswith("【") for line in lines) == 3


def test_measures_without_units_of_their_own_have_those_of_their_section() -> None:
    section = Section(
        id="s9", level=1, number="一", heading="任务", assignments=(Assignment(lead_units=("县民政局",)),)
    )
    bare = replace(measure("m9", 2, "一", "一件事"), assignments=())
    tasks = unit_tasks(with_plan(body=(section, bare)).local)
    assert [found.id for _around, found in tasks["县民政局"]["lead_units"]] == ["m9"]


def test_a_unit_named_twice_has_the_measure_once() -> None:
    units = Assignment(lead_units=("县民政局",), supporting_units=("县民政局",))
    both = replace(measure("m9", 2, "一", "一件事"), assignments=(units,))
    (roles,) = unit_tasks(with_plan(body=(both,)).local).values()
    assert [len(found) for found in roles.values()] == [1, 0, 0]


def test_names_that_a_system_refuses_are_made_safe() -> None:
    units = ("县/局", "县\\局", "CON", "nul.x", " . ", "局" * 300, "a", "A", "../../县")
    names = file_names(units)
    assert len({name.casefold() for name in names.values()}) == len(units)
    assert names["县/局"] == "县_局.docx"
    assert names["县\\局"] == "县_局 (2).docx"
    assert names["CON"] == "_CON.docx"
    assert not any(set(name) & set('<>:"/\\|?*') for name in names.values())
    assert all(len(name.encode()) < 255 for name in names.values())


@given(st.lists(st.text(max_size=80), unique=True, max_size=5))
def test_any_names_are_told_apart(units: list[str]) -> None:
    names = file_names(units)
    assert len({name.casefold() for name in names.values()}) == len(units)
    assert all(name == Path(name).name for name in names.values())


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(SaveProblem, match="can't be made"):
        write_extracts(PROJECT, tmp_path / "file" / "各单位")


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        assert tag == "html" or tag == "meta" or not attrs
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words += data


def test_text_for_a_website(tmp_path: Path) -> None:
    body = (*BODY, measure("m9", 3, "1", "<script>", "甲<b>乙"))
    for name in ("通知.html", "通知.txt"):
        done = write_website_text(with_plan(body=body), tmp_path / name)
        assert done.agrees
        assert "Letterhead and imprint left out." in done.left_out
    reader = Reader()
    reader.feed((tmp_path / "通知.html").read_text(encoding="utf-8"))
    assert {"h1", "h2", "h3", "p", "strong"} <= set(reader.tags)
    assert "script" not in reader.tags
    assert "1.<script>。甲<b>乙" in reader.words
    plain = (tmp_path / "通知.txt").read_text(encoding="utf-8")
    assert plain.startswith("示政办发〔2026〕3号\n示范县人民政府办公室关于印发")
    assert "\n　　1.企业开办一次办。" in plain
    assert "抄送" not in plain


def test_another_kind_of_website_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SaveProblem, match=r"neither \.html nor \.txt"):
        write_website_text(PROJECT, tmp_path / "通知.doc")


@pytest.mark.skipif(libreoffice.find_libreoffice() is None, reason="LibreOffice is not installed.")
def test_printing_says_who_printed(tmp_path: Path) -> None:
    write_notice(PROJECT, tmp_path / "通知.docx")
    assert "LibreOffice" in write_pdf(tmp_path / "通知.docx", tmp_path / "通知.pdf")
    told = printed_in(tmp_path / "通知.pdf")
    assert re.fullmatch(r"Printed in the fonts [^,.]+(, [^,.]+)*\.", told)
    assert "示政办发〔2026〕3号" in read_pdf(tmp_path / "通知.pdf").pages[0].text
    assert sorted(each.name for each in tmp_path.iterdir()) == ["通知.docx", "通知.pdf"]


def test_where_there_is_no_libreoffice_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "find_libreoffice", lambda: None)
    with pytest.raises(SaveProblem, match="No LibreOffice is installed"):
        write_pdf(tmp_path / "通知.docx", tmp_path / "通知.pdf")


def test_a_printer_that_fails_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_notice(PROJECT, tmp_path / "通知.docx")
    monkeypatch.setattr(libreoffice, "find_libreoffice", lambda: str(tmp_path / "no-such-program"))
    with pytest.raises(SaveProblem, match="could not make"):
        write_pdf(tmp_path / "通知.docx", tmp_path / "通知.pdf")
    assert not (tmp_path / "通知.pdf").exists()
