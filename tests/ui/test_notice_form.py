"""The notice's details: what its form prints is asked for, what is typed becomes steps, what is wrong is told at its field."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from editor.drafting.commands import SetNotice
from editor.plan.locality import Locality
from editor.plan.notice import Notice
from editor.plan.notice_fields import uses
from editor.ui.base.document import Document
from editor.ui.notice.notice_form import KINDS, NoticeForm
from tests.ui.made_up import project

OFFICE = "示范县人民政府办公室"
LOCALITY = Locality(
    name="示范县",
    government="示范县人民政府",
    issuer=OFFICE,
    issuer_mark=f"{OFFICE}文件",
    number_prefix="示县政办发",
    addressees=("各镇人民政府", "县政府有关部门"),
    other_addressees=(("各镇人民政府",),),
    offices=("示范县教育局",),
    printed_by=OFFICE,
)


@pytest.fixture
def document() -> Document:
    made = Document()
    made.start(replace(project("m1"), locality=LOCALITY))
    return made


@pytest.fixture
def form(desk: QWidget, document: Document) -> NoticeForm:
    shown = NoticeForm(document, desk)
    shown.resize(1300, 600)

    desk.show()
    return shown


def choose(form: NoticeForm, wording: str) -> None:
    place = next(n for n, kind in enumerate(KINDS) if kind.wording == wording)
    form.kind.setCurrentIndex(place)
    form.kind.activated.emit(place)


def shown_fields(form: NoticeForm) -> set[str]:
    return {name for name, control in form.controls.items() if control.isVisible()}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.wording)
def test_a_form_asks_for_what_it_prints(form: NoticeForm, document: Document, kind: tuple[str, ...]) -> None:
    choose(form, kind.wording)
    expected = {name for name in form.controls if uses(kind.form, name)}
    if not kind.is_upward:
        expected -= {"signatories"}
    if kind.form == "document":
        expected -= {"signer_title"}
    assert shown_fields(form) == expected
    assert (document.project.notice.form, document.project.notice.act) == (kind.form, kind.act)


def test_every_detail_can_be_changed(form: NoticeForm) -> None:
    elsewhere = {"form", "act", "layout", "template"}
    assert set(form.controls) | elsewhere == set(Notice.__struct_fields__)


def test_typing_becomes_one_step_that_can_be_taken_back(
    qtbot: QtBot, form: NoticeForm, document: Document
) -> None:
    qtbot.keyClicks(form.boxes["copy_number"], "000012")
    assert document.project.notice.copy_number == "000012"
    document.undo()
    assert document.project.notice.copy_number == ""
    assert form.boxes["copy_number"].text == ""


def test_what_is_wrong_is_told_at_the_field(qtbot: QtBot, form: NoticeForm) -> None:
    control = form.controls["copy_number"]
    qtbot.keyClicks(control.box, "12")
    assert control.sentence.isVisible()
    assert "six digits" in control.sentence.text()
    assert "six digits" in control.box.accessibleDescription()
    qtbot.keyClicks(control.box, "3456")
    assert not control.sentence.isVisible()


def test_classified_documents_are_refused_at_once(qtbot: QtBot, form: NoticeForm) -> None:
    qtbot.keyClicks(form.boxes["classification"], "x")
    assert "must not be drafted here" in form.controls["classification"].sentence.text()


def test_what_is_missing_is_proposed_and_filled_in_as_one_step(form: NoticeForm, document: Document) -> None:
    assert form.boxes["issuer_mark"].placeholderText() == LOCALITY.issuer_mark
    assert form.boxes["addressees"].placeholderText() == "各镇人民政府\n县政府有关部门"
    assert form.boxes["title"].placeholderText() == f"{OFFICE}关于印发《示范县方案》的通知"
    form.filling.click()
    notice = document.project.notice
    assert (notice.issuers, notice.addressees) == ((OFFICE,), LOCALITY.addressees)
    assert notice.title == f"{OFFICE}关于印发《示范县方案》的通知"
    document.undo()
    assert document.project.notice == Notice()
    assert form.boxes["issuer_mark"].text == ""


def test_nothing_to_fill_in_is_said(qtbot: QtBot, form: NoticeForm, document: Document) -> None:
    form.filling.click()
    with qtbot.waitSignal(document.problem):
        form.filling.click()


def test_lists_are_typed_one_a_line(qtbot: QtBot, form: NoticeForm, document: Document) -> None:
    box = form.boxes["issuers"]
    box.setFocus()
    qtbot.keyClicks(box, "A")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.keyClicks(box, "B")
    assert document.project.notice.issuers == ("A", "B")
    qtbot.keyClick(box, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert document.project.notice.issuers == ("B", "A")
    assert box.textCursor().blockNumber() == 0


def offered(form: NoticeForm, field: str) -> QMenu:
    menu = form.controls[field].findChild(QMenu)
    menu.aboutToShow.emit()
    return menu


def test_addressees_come_from_the_localitys_lists(form: NoticeForm, document: Document) -> None:
    menu = offered(form, "addressees")
    assert [action.text() for action in menu.actions()] == ["各镇人民政府，县政府有关部门", "各镇人民政府"]
    menu.actions()[1].trigger()
    assert document.project.notice.addressees == ("各镇人民政府",)


def test_offices_join_the_issuers_in_order(form: NoticeForm, document: Document) -> None:
    for _time in range(2):
        offered(form, "issuers").actions()[0].trigger()
    assert document.project.notice.issuers == ("示范县人民政府", OFFICE)
    assert [action.text() for action in offered(form, "issuers").actions()] == ["示范县教育局"]


def test_days_are_picked_from_a_calendar(form: NoticeForm, document: Document) -> None:
    control = form.controls["date"]
    control.calendar.clicked.emit(control.calendar.minimumDate().fromString("2026-03-05", "yyyy-MM-dd"))
    assert document.project.notice.date == "2026-03-05"
    assert form.boxes["date"].text == "2026-03-05"
    assert form.boxes["printed_on"].placeholderText() == "2026-03-05"


def test_a_seal_is_a_number(qtbot: QtBot, form: NoticeForm, document: Document) -> None:
    box = form.boxes["seal_diameter"]
    box.selectAll()
    qtbot.keyClicks(box, "4")
    qtbot.keyClicks(box, "2")
    assert document.project.notice.seal_diameter == 42.0
    qtbot.keyClicks(box, "x")
    assert document.project.notice.seal_diameter == 42.0
    assert "number" in form.controls["seal_diameter"].sentence.text()


def test_a_signature_is_a_seal_or_none_or_a_stamp(qtbot: QtBot, form: NoticeForm, document: Document) -> None:
    def choose_signature(place: int) -> None:
        form.boxes["sealed"].setCurrentIndex(place)
        form.boxes["sealed"].activated.emit(place)

    choose_signature(1)
    assert not document.project.notice.sealed
    assert "seal_diameter" not in shown_fields(form)
    choose_signature(2)
    assert {"signer_title", "sealed"} <= shown_fields(form)
    qtbot.keyClicks(form.boxes["signer_title"], "X")
    assert document.project.notice.signer_title == "X"
    choose_signature(0)
    assert (document.project.notice.sealed, document.project.notice.signer_title) == (True, "")
    assert "signer_title" not in shown_fields(form)
    document.undo()
    assert form.boxes["sealed"].currentIndex() == 2


def test_letters_are_not_stamped(form: NoticeForm) -> None:
    choose(form, "Letter")
    assert not form.boxes["sealed"].model().item(2).isEnabled()


def test_nothing_is_written_into_what_is_being_composed(form: NoticeForm, document: Document) -> None:
    box = form.boxes["title"]
    QApplication.sendEvent(box, QInputMethodEvent("tongzhi", []))
    document.do(SetNotice("title", "别处改的标题"))
    assert box.text == ""
    committed = QInputMethodEvent("", [])
    committed.setCommitString("通知")
    QApplication.sendEvent(box, committed)
    assert document.project.notice.title == box.text == "通知别处改的标题"


# The title's lines


def lines_found(qtbot: QtBot, form: NoticeForm) -> tuple[str, ...]:
    control = form.controls["title_lines"]
    qtbot.waitUntil(lambda: not control.is_busy)
    return control.box.entries


def test_the_titles_lines_are_proposed_and_can_be_broken_otherwise(
    qtbot: QtBot, form: NoticeForm, document: Document
) -> None:
    title = "示范县人民政府办公室关于印发《示范县办好小事实施方案》的通知"
    document.do(SetNotice("title", title))
    proposed = lines_found(qtbot, form)
    assert "".join(proposed) == title
    assert len(proposed) == 2
    form.boxes["title_lines"].rewrite((title[:12], title[12:20], title[20:]))
    assert lines_found(qtbot, form) == (title[:12], title[12:20], title[20:])
    assert document.project.notice.title == title
    assert "trapezoid" in form.controls["title_lines"].sentence.text()
    form.controls["title_lines"].again.click()
    assert lines_found(qtbot, form) == proposed
    assert form.controls["title_lines"].sentence.text() == ""


# Attachments


def test_attachments_are_added_ordered_and_removed(form: NoticeForm, document: Document) -> None:
    control = form.controls["attachments"]
    control.menu.aboutToShow.emit()
    by_name = {action.text(): action for action in control.menu.actions()}
    by_name["The plan itself"].trigger()
    by_name["The assignment table"].trigger()
    assert document.project.notice.attachments == ("示范县方案", "任务分工表")
    assert control.text.placeholderText() == "Here the table is printed."
    control.up.click()
    assert document.project.notice.attachments == ("任务分工表", "示范县方案")
    control.removing.click()
    assert document.project.notice.attachments == ("示范县方案",)
    for _step in range(4):
        document.undo()
    assert document.project.notice.attachments == ()
    assert control.box.count() == 0


def test_title_and_text_of_an_attachment_are_typed(
    qtbot: QtBot, form: NoticeForm, document: Document
) -> None:
    control = form.controls["attachments"]
    control.add("A")
    qtbot.keyClicks(control.title, "B")
    qtbot.keyClicks(control.text, "c")
    assert document.project.notice.attachments in (("BA\nc",), ("AB\nc",))
    assert control.title.isVisible()


def test_a_files_text_becomes_an_attachment(
    qtbot: QtBot, form: NoticeForm, document: Document, tmp_path: Path
) -> None:
    control = form.controls["attachments"]
    path = tmp_path / "说明.txt"
    path.write_text("补充说明\n\n第一条。\n第二条。\n", encoding="utf-8")
    control.take_file(path)
    qtbot.waitUntil(lambda: bool(document.project.notice.attachments))
    assert document.project.notice.attachments == ("补充说明\n第一条。\n第二条。",)
    with qtbot.waitSignal(document.problem):
        control.take_file(tmp_path / "missing.txt")
    assert len(document.project.notice.attachments) == 1


# Room


@pytest.mark.parametrize(("wide", "columns"), [(280, 1), (800, 2), (1366, 3)])
def test_there_are_as_many_columns_as_fit(qtbot: QtBot, form: NoticeForm, wide: int, columns: int) -> None:
    form.resize(wide, 500)
    qtbot.waitUntil(lambda: form.widget().count == columns)
    assert form.horizontalScrollBar().maximum() == 0


def test_the_focus_stays_where_it_is_while_columns_are_dealt(qtbot: QtBot, form: NoticeForm) -> None:
    form.activateWindow()
    form.boxes["title"].setFocus()
    form.resize(320, 500)
    form.resize(1300, 500)
    assert form.focusWidget() is form.boxes["title"]


def test_every_control_has_its_height_whatever_is_shown(
    qtbot: QtBot, form: NoticeForm, document: Document
) -> None:
    document.do(SetNotice("copy_number", "12"))
    for kind in KINDS:
        choose(form, kind.wording)
        qtbot.wait(1)
        squashed = [
            name
            for name, control in form.controls.items()
            if control.isVisible() and control.height() < control.minimumSizeHint().height()
        ]
        assert not squashed, kind.wording
