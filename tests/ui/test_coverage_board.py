"""The board of coverage: filtered, selected and decided on, watched by Qt's own model tester."""

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from editor.drafting import coverage
from editor.drafting.commands import Adopt, SetText
from editor.plan.project import Project
from editor.ui.base.document import Document
from editor.ui.coverage.board_gestures import BoardGestures
from editor.ui.coverage.coverage_board import CoverageBoard
from editor.ui.coverage.coverage_rows import FILTERS, SentenceOf
from editor.ui.coverage.covered import covered
from tests.ui.made_up import project

_FLAGS = QItemSelectionModel.SelectionFlag


class Desk:
    """A board beside a document, shown anew after every step."""

    def __init__(self, qtbot: QtBot) -> None:
        self.document = Document()
        draft = project("m1", "m3")
        first = draft.local.measures[0].id
        self.document.start(SetText(first, "随到随办。").apply(draft))
        self.board = CoverageBoard()
        qtbot.addWidget(self.board)
        self.gestures = BoardGestures(self.document, self.board)
        self.tester = QAbstractItemModelTester(
            self.board.model, QAbstractItemModelTester.FailureReportingMode.Fatal
        )
        self.document.changed.connect(lambda change: self.show(change.after))
        self.show(self.document.project)

    def show(self, shown: Project) -> None:
        self.board.show_coverage(covered(shown, coverage(shown)), {"parent1": "示范省"})

    def select(self, *keys: str) -> None:
        self.board.tree.clearSelection()
        for key in keys:
            index = self.board.model.find(f"parent1/{key}")
            assert index.isValid(), key
            self.board.tree.selectionModel().select(index, _FLAGS.Select | _FLAGS.Rows)

    def narrow(self, name: str) -> None:
        self.board.filter.setCurrentIndex([each.name for each in FILTERS].index(name))

    @property
    def keys(self) -> list[str]:
        return [row.key.removeprefix("parent1/") for row in self.board.model.rows()][1:]


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_measures_are_closed_until_sentences_are_looked_for(desk: Desk) -> None:
    model, tree = desk.board.model, desk.board.tree
    assert tree.isExpanded(model.find("plan parent1"))
    assert not tree.isExpanded(model.find("parent1/m1"))
    desk.narrow("dropped sentences")
    assert desk.keys == ["m1", "m1/5"]
    assert tree.isExpanded(model.find("parent1/m1"))
    desk.narrow("everything")
    assert [key for key in desk.keys if "/" not in key] == ["m2", "m4", "m1", "m3"]


def test_many_are_refused_at_once_and_come_back_with_one_undo(desk: Desk) -> None:
    desk.select("m2", "m4", "m1/5")
    desk.gestures.decline("不适用")
    assert len(desk.document.project.decisions) == 3
    assert "2 not adopted" in desk.board.summary.text()
    assert desk.document.session.undo_label == "Do not adopt what was selected"
    desk.document.undo()
    assert not desk.document.project.decisions


def test_a_reason_of_the_menu_is_recorded(desk: Desk) -> None:
    desk.select("m4")
    desk.board.reasons.actions()[0].trigger()
    assert [d.reason for d in desk.document.project.decisions] == ["省级事权"]


def test_a_dropped_sentence_is_put_back(desk: Desk) -> None:
    desk.narrow("dropped sentences")
    desk.select("m1/5")
    desk.board.buttons["adopt"].click()
    assert desk.document.project.local.measures[0].text == "减少材料20件，压缩时限。随到随办。"
    assert desk.keys == []


@pytest.mark.parametrize("selected", [("m1",), ("m1", "m1/5")])
def test_a_measure_shown_for_its_sentences_stands_for_these(desk: Desk, selected: tuple[str, ...]) -> None:
    desk.narrow("dropped sentences")
    desk.select(*selected)
    assert [type(item) for item in desk.board.selected] == [SentenceOf]
    desk.gestures.decline("不适用")
    assert len(desk.document.project.local.measures) == 2, "no measure is refused that nobody meant"
    assert [d.sentence is None for d in desk.document.project.decisions] == [False]
    desk.document.undo()
    desk.board.tree.selectAll()
    desk.board.buttons["adopt"].click()
    assert desk.document.project.local.measures[0].text == "减少材料20件，压缩时限。随到随办。"


def test_undecided_measures_are_adopted(desk: Desk) -> None:
    desk.narrow("undecided")
    desk.select("m2", "m4")
    desk.board.buttons["adopt"].click()
    assert len(desk.document.project.local.measures) == 4
    assert not desk.document.project.undecided


def test_nothing_to_decide_is_said_in_a_sentence(qtbot: QtBot, desk: Desk) -> None:
    desk.select("m3")
    with qtbot.waitSignal(desk.document.problem):
        desk.board.buttons["reconsider"].click()


def test_selecting_tells_both_places(qtbot: QtBot, desk: Desk) -> None:
    first = desk.document.project.local.measures[0].id
    with qtbot.waitSignal(desk.board.chosen) as told:
        desk.board.tree.go_to("parent1/m1/5")
    assert told.args == ["parent1", "m1", first]
    with qtbot.waitSignal(desk.board.chosen) as told:
        desk.board.tree.go_to("parent1/m2")
    assert told.args == ["parent1", "m2", ""]


def test_a_row_that_goes_leads_nobody_elsewhere(qtbot: QtBot, desk: Desk) -> None:
    desk.narrow("undecided")
    desk.board.tree.go_to("parent1/m2")
    with qtbot.assertNotEmitted(desk.board.chosen):
        desk.document.do(Adopt("parent1", ("m2",)))
    assert "m2" not in desk.keys


def test_the_board_is_narrowed_to_a_reason(desk: Desk) -> None:
    desk.select("m4")
    desk.gestures.decline("暂缓")
    assert [desk.board.reason.itemText(place) for place in range(desk.board.reason.count())] == [
        "any reason",
        "暂缓",
    ]
    desk.board.reason.setCurrentIndex(1)
    desk.board.reason.activated.emit(1)
    assert [key for key in desk.keys if "/" not in key] == ["m4"]
    desk.document.undo()
    assert desk.board.reason.currentText() == "any reason"
    assert "m1" in desk.keys
