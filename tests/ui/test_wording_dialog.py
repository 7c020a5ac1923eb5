"""Wording rules previewed and made in one step."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidgetItem
from pytestqt.qtbot import QtBot

from editor.drafting.commands import SetText
from editor.plan.locality import Locality
from editor.ui.base.document import Document
from editor.ui.finding.wording_dialog import WordingDialog
from tests.ui.made_up import project

TEXT = "全省推进，按《全省办法》落实，各市配合，省级公安局指导。"


@pytest.fixture
def document() -> Document:
    draft = project("m1", "m2")
    draft = replace(draft, locality=Locality(name="示范县", superior_words=(("全省", "全县"), ("省级", ""))))
    shown = Document()
    shown.start(SetText(draft.local.measures[0].id, TEXT).apply(draft))
    return shown


@pytest.fixture
def dialog(qtbot: QtBot, document: Document) -> WordingDialog:
    made = WordingDialog(document)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.open()
    qtbot.waitUntil(lambda: not made.is_busy)
    return made


def accept(qtbot: QtBot, dialog: WordingDialog) -> None:
    """Press OK, and wait until a thread has computed what comes of it."""
    with qtbot.waitSignal(dialog.finished):
        dialog.accept()
        assert dialog.work.is_busy


def test_what_would_change_is_shown_and_titles_are_left(dialog: WordingDialog) -> None:
    assert [(each.old, each.new, each.start) for each in dialog.list.proposals] == [("全省", "全县", 0)]
    assert dialog.note.text().startswith("1 of 1 places are ticked; 1 words have no rule")


def test_rules_can_be_changed_for_this_run(dialog: WordingDialog, document: Document, qtbot: QtBot) -> None:
    before = document.project
    dialog.rules.setItem(2, 0, QTableWidgetItem("各市"))
    dialog.rules.setItem(2, 1, QTableWidgetItem("各镇街"))
    qtbot.waitUntil(lambda: len(dialog.list.proposals) == 2 and not dialog.is_busy)
    accept(qtbot, dialog)
    assert (
        document.project.local.measures[0].text
        == "全县推进，按《全省办法》落实，各镇街配合，省级公安局指导。"
    )
    assert document.project.locality == before.locality
    document.undo()
    assert document.project == before


def test_what_may_be_meant_itself_has_to_be_ticked_by_hand(
    dialog: WordingDialog, document: Document, qtbot: QtBot
) -> None:
    measure = document.project.local.measures[0].id
    document.do(SetText(measure, "全省推进，各市配合，走在全省前列。"))
    again = WordingDialog(document, dialog)
    qtbot.waitUntil(lambda: not again.is_busy)
    first, second = again.list.proposals
    assert again.list.ticked == (first,)
    again.list.model.tick([second.key], is_ticked=True)
    again.rules.setItem(2, 0, QTableWidgetItem("各市"))
    again.rules.setItem(2, 1, QTableWidgetItem("各镇街"))
    qtbot.waitUntil(lambda: len(again.list.proposals) == 3 and not again.is_busy)
    assert len(again.list.ticked) == 3, "what was ticked by hand stays ticked"
    accept(qtbot, again)
    assert document.project.local.measure(measure).text == "全县推进，各镇街配合，走在全县前列。"


def test_rules_are_kept_in_the_same_step_where_wanted(
    dialog: WordingDialog, document: Document, qtbot: QtBot
) -> None:
    before = document.project
    dialog.rules.setItem(2, 0, QTableWidgetItem("各市"))
    dialog.rules.setItem(2, 1, QTableWidgetItem("各镇街"))
    qtbot.waitUntil(lambda: len(dialog.list.proposals) == 2 and not dialog.is_busy)
    dialog.list.model.tick([each.key for each in dialog.list.proposals], is_ticked=False)
    dialog.keep.setChecked(True)
    accept(qtbot, dialog)
    assert document.project.local == before.local
    assert ("各市", "各镇街") in document.project.locality.superior_words
    document.undo()
    assert document.project == before
