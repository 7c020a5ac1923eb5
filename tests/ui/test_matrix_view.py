"""The assignment matrix in the window: clicks and keys assign, counts follow, undo works."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageSize, QTextDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QAbstractItemModelTester

from editor.drafting.commands import SetHeading, SetRoster, SetUnits
from editor.plan.roster import Roster
from editor.ui.assigning.matrix_model import upright
from editor.ui.assigning.matrix_printing import matrix_html, paint_matrix
from editor.ui.assigning.matrix_view import MatrixView
from editor.ui.base.document import Document
from editor.writing.tables.matrix_table import matrix_table
from tests.ui.made_up import project


@pytest.fixture
def document(qtbot):
    document = Document()
    document.start(project("m1", "m2", "m3"))
    return document


@pytest.fixture
def view(qtbot, document):
    view = MatrixView(document)
    qtbot.addWidget(view)
    QAbstractItemModelTester(view.model, QAbstractItemModelTester.FailureReportingMode.Fatal, view)
    document.changed.connect(lambda _change: view.follow(document.project))
    view.resize(800, 400)
    view.show()
    view.follow(document.project)
    return view


def roles(document, place=0):
    measure = document.project.local.measures[place]
    return [measure.units(role) for role in ("lead_units", "responsible_units", "supporting_units")]


def press(qtbot, view, row, column, key):
    view.table.setCurrentIndex(view.model.index(row, column))
    qtbot.keyClick(view.table, key)


def test_a_click_goes_through_the_roles(qtbot, document, view):
    cell = view.table.visualRect(view.model.index(0, 0)).center()
    seen = []
    for _click in range(4):
        qtbot.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
        seen.append(view.model.index(0, 0).data())
    assert seen == ["●", "○", "△", ""]
    assert roles(document) == [(), (), ()]
    document.undo()
    assert roles(document) == [(), (), ("公安局",)]


def test_keys_give_and_take_roles(qtbot, document, view):
    press(qtbot, view, 1, 1, Qt.Key.Key_1)
    press(qtbot, view, 1, 0, Qt.Key.Key_2)
    assert roles(document, 1) == [("教育局",), ("公安局",), ()]
    press(qtbot, view, 1, 1, Qt.Key.Key_Delete)
    assert roles(document, 1) == [(), ("公安局",), ()]


def test_the_menu_at_the_mouse_gives_and_takes_roles(qtbot, document, view):
    cell = view.table.visualRect(view.model.index(1, 1)).center()
    qtbot.mouseClick(view.table.viewport(), Qt.MouseButton.RightButton, pos=cell)
    offered = {action.text().partition("\t")[0]: action for action in view.table.actions()}
    assert list(offered) == ["● lead", "○ responsible", "△ supporting", "not assigned", "Go to the measure"]
    assert roles(document, 1) == [(), (), ()], "a right click only chooses"
    offered["○ responsible"].trigger()
    assert roles(document, 1) == [(), ("教育局",), ()]
    offered["not assigned"].trigger()
    assert roles(document, 1) == [(), (), ()]
    with qtbot.waitSignal(view.entered) as entered:
        offered["Go to the measure"].trigger()
    assert entered.args == [document.project.local.measures[1].id]


def test_enter_goes_to_the_measure(qtbot, document, view):
    with qtbot.waitSignal(view.entered) as entered:
        press(qtbot, view, 2, 0, Qt.Key.Key_Return)
    assert entered.args == [document.project.local.measures[2].id]


def test_the_heads_count_what_falls_to_a_unit(document, view):
    first, second = (measure.id for measure in document.project.local.measures[:2])
    document.do(SetUnits(first, "lead_units", ("公安局",)))
    document.do(SetUnits(second, "supporting_units", ("公安局",)))
    head = view.model.headerData(0, Qt.Orientation.Horizontal)
    assert head == "公安\n局\n1/2"


def test_a_unit_keeps_the_name_that_the_measure_had_for_it(qtbot, document, view):
    id = document.project.local.measures[0].id
    document.do(SetUnits(id, "responsible_units", ("示范县公安局",)))
    press(qtbot, view, 0, 0, Qt.Key.Key_1)
    assert roles(document) == [("示范县公安局",), (), ()]


def test_rows_and_columns_follow_the_project(document, view):
    document.do(SetRoster(Roster()))
    assert view.model.columnCount() == 0
    document.undo()
    id = document.project.local.measures[0].id
    document.do(SetHeading(id, "换个说法"))
    assert "换个说法" in view.model.headerData(0, Qt.Orientation.Vertical)


def test_the_measure_chosen_in_the_outline_comes_into_sight(document, view):
    view.show_block(document.project.local.measures[2].id)
    assert view.table.currentIndex().row() == 2
    view.show_block(None)
    assert view.table.currentIndex().row() == 2


def test_only_units_that_are_named(document, view):
    document.do(SetUnits(document.project.local.measures[0].id, "lead_units", ("教育局",)))
    view.only_used.setChecked(True)
    assert view.model.matrix.units == ("教育局",)


def test_long_names_are_shortened_where_they_stand_upright():
    assert upright("行政审批服务局某中心") == "行政\n审批\n服务\n局…"


def test_the_matrix_is_printed(tmp_path, document, view):
    document.do(SetUnits(document.project.local.measures[0].id, "lead_units", ("教育<局",)))
    html = matrix_html(matrix_table(document.project, view.model.matrix))
    assert "教育<br>&lt;局" in html
    text = QTextDocument()
    text.setHtml(html)
    assert "●" in text.toPlainText()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "matrix.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    paint_matrix(document.project, printer)
    assert (tmp_path / "matrix.pdf").read_bytes().startswith(b"%PDF")
