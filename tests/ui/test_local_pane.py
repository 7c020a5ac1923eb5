"""The local outline and the session: each follows the other."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from editor.drafting.commands import Move, Remove, SetHeading
from editor.ui.base.document import Document
from editor.ui.base.rows import RowModel
from editor.ui.base.tree import TreeModel
from editor.ui.outline.local_pane import LocalPane
from tests.ui.made_up import project


@pytest.fixture
def pane(qtbot: QtBot) -> LocalPane:
    document = Document()
    document.start(project("m1", "m2", "m3", "m4"))
    local = LocalPane(document)
    local.document = document
    local.tester = QAbstractItemModelTester(local.model)
    document.changed.connect(lambda _change: local.refresh())
    local.refresh()
    qtbot.addWidget(local)
    return local


def captions(model: RowModel) -> list[str]:
    return [row.cells[0] for row in model.rows()][1:]


def id_of(pane: LocalPane, heading: str) -> str:
    return next(b.id for b in pane.document.project.local.body if b.heading == heading)


def drop(pane: LocalPane, source: TreeModel, headings: list[str], target: QModelIndex, place: int) -> None:
    indexes = [source.find(row.key) for row in source.rows() if row.cells[0].endswith(tuple(headings))]
    data = source.mimeData(indexes)
    assert pane.model.dropMimeData(data, Qt.DropAction.MoveAction, place, 0, target)


def test_numbers_follow_the_order(pane: LocalPane) -> None:
    pane.document.do(Move(blocks=(id_of(pane, "减免费用"),), before=id_of(pane, "简化手续")))
    assert captions(pane.model) == [
        "一、方便群众",
        "1. 减免费用",
        "2. 简化手续",
        "3. 延长服务",
        "二、方便企业",
        "4. 建设平台",
    ]


def test_dropping_between_rows_moves_there(pane: LocalPane) -> None:
    section = pane.model.find(id_of(pane, "方便企业"))
    drop(pane, pane.model, ["简化手续"], section, 1)
    assert captions(pane.model)[2:] == ["二、方便企业", "2. 建设平台", "3. 简化手续", "4. 减免费用"]


def test_dropping_behind_the_last_row_of_a_section_stays_in_it(pane: LocalPane) -> None:
    drop(pane, pane.model, ["建设平台"], pane.model.find(id_of(pane, "方便群众")), 2)
    assert captions(pane.model)[:4] == ["一、方便群众", "1. 简化手续", "2. 延长服务", "3. 建设平台"]


def test_dropping_on_a_section_moves_to_its_beginning(pane: LocalPane) -> None:
    drop(pane, pane.model, ["延长服务"], pane.model.find(id_of(pane, "方便企业")), -1)
    assert captions(pane.model)[2:4] == ["二、方便企业", "2. 延长服务"]


def test_dropping_below_everything_moves_to_the_end(pane: LocalPane) -> None:
    drop(pane, pane.model, ["简化手续"], QModelIndex(), -1)
    assert captions(pane.model)[-1] == "4. 简化手续"


def test_superior_measures_are_adopted_where_they_are_dropped(qtbot: QtBot, pane: LocalPane) -> None:
    from editor.ui.base.outline_rows import parent_rows

    pane.document.do(Remove(blocks=(id_of(pane, "建设平台"),)))
    superior = TreeModel(("", ""), "parent1")
    superior.update(parent_rows(pane.document.project.parents[0], {}, {}))
    drop(pane, superior, ["建设平台"], pane.model.find(id_of(pane, "方便群众")), 0)
    assert captions(pane.model)[:2] == ["一、方便群众", "1. 建设平台"]
    assert pane.document.project.local.measures[0].origins[0].measures == ("m3",)


def test_the_current_row_stays_current_through_edits(pane: LocalPane) -> None:
    chosen = id_of(pane, "延长服务")
    pane.tree.go_to(chosen)
    pane.document.do(SetHeading(id_of(pane, "简化手续"), "简化所有手续"))
    pane.document.do(Move(blocks=(chosen,), before=None))
    assert pane.current == chosen
    pane.document.undo()
    assert pane.current == chosen


def test_several_rows_can_be_chosen(pane: LocalPane) -> None:
    pane.tree.selectAll()
    assert [heading for heading in ("简化手续", "减免费用") if id_of(pane, heading) in pane.selected]
    assert len(pane.selected) == 6
