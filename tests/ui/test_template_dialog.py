"""The template's dialog: what a template looks like here is told, own ones are made and chosen."""

from pathlib import Path

import docx
import pytest
from docx.shared import Pt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.drafting.commands import SetNotice
from editor.paths import templates
from editor.storage import Recovery, copy_template, own_templates, template_place
from editor.ui.base.document import Document
from editor.ui.base.settings import Look, Settings
from editor.ui.files.filing import Filing
from editor.ui.files.opening import Plans
from editor.ui.notice import template_dialog
from editor.ui.notice.template_dialog import TemplateDialog
from editor.writing import write_notice
from tests.ui.made_up import project
from tests.ui.test_page_view import noticed


@pytest.fixture
def document() -> Document:
    made = Document()
    made.start(project("m1"))
    return made


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings")


@pytest.fixture
def dialog(qtbot: QtBot, desk: QWidget, document: Document, settings: Settings) -> TemplateDialog:
    shown = TemplateDialog(document, settings, desk)
    settled(qtbot, shown)
    return shown


def settled(qtbot: QtBot, dialog: TemplateDialog) -> None:
    qtbot.waitUntil(lambda: not dialog.is_busy)


def told(dialog: TemplateDialog) -> str:
    return "\n".join(dialog.deviations.item(row).text() for row in range(dialog.deviations.count()))


def row_of(dialog: TemplateDialog, style: str) -> list[str]:
    row = next(n for n in range(dialog.faces.rowCount()) if dialog.faces.item(n, 0).text() == style)
    return [dialog.faces.item(row, column).text() for column in range(dialog.faces.columnCount())]


def test_the_programs_own_is_as_the_standard_has_it(dialog: TemplateDialog) -> None:
    assert told(dialog) == "As GB/T 9704—2012 has it."
    assert row_of(dialog, "Title")[3:5] == ["22", "36"]
    assert row_of(dialog, "公文正文")[3:5] == ["16", "28.95"]
    assert not dialog.buttons["delete"].isEnabled()


def test_what_prints_instead_of_a_missing_font_is_told(dialog: TemplateDialog) -> None:
    missing = [row for row in range(dialog.faces.rowCount()) if "→" in dialog.faces.item(row, 5).text()]
    sentence = dialog.fonts.text()
    assert ("→" in sentence) == bool(missing)
    for row in missing:
        assert dialog.faces.item(row, 5).text().split(" → ")[0] in sentence


def test_a_copy_is_changed_in_word_and_its_departures_told(
    qtbot: QtBot, dialog: TemplateDialog, document: Document
) -> None:
    dialog.copy("本办样式")
    assert own_templates() == ("本办样式",)
    settled(qtbot, dialog)
    path = template_place("本办样式") / "notice.docx"
    edited = docx.Document(str(path))
    edited.styles["Title"].font.size = Pt(20)
    edited.save(str(path))
    dialog.read()
    settled(qtbot, dialog)
    assert row_of(dialog, "Title")[3] == "20"
    assert "7.3.1" in told(dialog)
    dialog.buttons["use"].click()
    assert document.project.notice.template == "本办样式"
    document.undo()
    assert document.project.notice.template == ""


def test_new_drafts_get_the_look_that_is_kept_for_them(
    qtbot: QtBot, dialog: TemplateDialog, settings: Settings
) -> None:
    dialog.copy("本办样式")
    dialog.layouts.show_layout("B")
    dialog.for_new.setChecked(True)
    dialog.buttons["use"].click()
    assert settings.look == Look("本办样式", "B")
    dialog.for_new.setChecked(False)
    dialog.buttons["use"].click()
    assert settings.look == Look()
    settled(qtbot, dialog)


def test_a_new_draft_begins_with_it(document: Document, settings: Settings, tmp_path: Path) -> None:
    settings.remember_look(Look("本办样式", "B"))
    Filing(document, settings, Recovery(tmp_path / "state")).start_draft(Plans(()))
    assert (document.project.notice.template, document.project.notice.layout) == ("本办样式", "B")


def test_a_template_is_made_from_a_notice_of_ours(
    qtbot: QtBot, dialog: TemplateDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(template_dialog, "ask", lambda *_args: False)
    sample = tmp_path / "样文.docx"
    write_notice(noticed(), sample)
    dialog.make_from(sample, "照样文")
    settled(qtbot, dialog)
    assert own_templates() == ("照样文",)
    assert dialog.name == "照样文"
    assert "照样文" in dialog.note.text()


def test_what_cannot_be_made_is_told(qtbot: QtBot, dialog: TemplateDialog, tmp_path: Path) -> None:
    copy_template("", "有")
    dialog._attempt(lambda: dialog.copy("有"))
    assert "有" in dialog.note.text()
    (tmp_path / "x.docx").write_bytes(b"PK nothing")
    dialog.make_from(tmp_path / "x.docx", "新")
    settled(qtbot, dialog)
    assert dialog.note.text().startswith("▲")
    assert own_templates() == ("有",)


def test_a_template_that_is_not_here_is_told(
    qtbot: QtBot, desk: QWidget, document: Document, settings: Settings
) -> None:
    document.do(SetNotice("template", "别处的"))
    dialog = TemplateDialog(document, settings, desk)
    settled(qtbot, dialog)
    assert dialog.name == "别处的"
    assert "别处的" in dialog.note.text()


def test_deleting_goes_back_to_the_programs_own(qtbot: QtBot, dialog: TemplateDialog) -> None:
    dialog.copy("本办样式")
    dialog.delete()
    settled(qtbot, dialog)
    assert (dialog.name, own_templates()) == ("", ())
    assert (templates() / "notice" / "notice.docx").is_file()
