"""The model of all lists and trees, watched by Qt's own model tester."""

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from editor.ui.base.rows import Row, RowModel


def row(key: str, *children: Row, text: str = "") -> Row:
    return Row(key, (text or key, ""), children=children)


def shape(model: RowModel, index: QModelIndex | None = None) -> list[tuple[str, list[object]]]:
    """What a view would show: first cells, nested."""
    index = index or QModelIndex()
    places = [model.index(place, 0, index) for place in range(model.rowCount(index))]
    return [(model.data(place), shape(model, place)) for place in places]


def wanted(rows: tuple[Row, ...]) -> list[tuple[str, list[object]]]:
    return [(each.cells[0], wanted(each.children)) for each in rows]


@st.composite
def trees(draw: st.DrawFn) -> tuple[Row, ...]:
    """Rows with keys unique in the tree, in any order and nesting."""
    keys = draw(st.lists(st.sampled_from("abcdefghij"), unique=True))
    top: list[Row] = []
    for key in keys:
        text = draw(st.sampled_from(("", "changed")))
        if top and draw(st.booleans()):
            last = top[-1]
            top[-1] = replace(last, children=(*last.children, row(key, text=text)))
        else:
            top.append(row(key, text=text))
    return tuple(top)


@settings(max_examples=150)
@given(st.lists(trees(), min_size=1, max_size=5))
def test_any_rows_can_follow_any_others(qapp: object, states: list[tuple[Row, ...]]) -> None:
    model = RowModel(("first", "second"))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for rows in states:
        model.update(rows)
        assert shape(model) == wanted(rows)
        for each in model.rows():
            assert model.row_at(model.find(each.key)) == each
    assert tester.model() is model


def test_a_changed_cell_tells_only_of_its_row(qtbot: QtBot) -> None:
    model = RowModel(("first", "second"))
    model.update([row("a", row("b"), row("c"))])
    changed: list[str] = []
    model.dataChanged.connect(lambda index, *_rest: changed.append(model.data(index)))
    with qtbot.assertNotEmitted(model.rowsInserted), qtbot.assertNotEmitted(model.rowsRemoved):
        model.update([row("a", row("b"), row("c", text="new"))])
    assert changed == ["new"]


def test_a_moved_row_keeps_its_persistent_index(qtbot: QtBot) -> None:
    from PySide6.QtCore import QPersistentModelIndex

    model = RowModel(("first", "second"))
    model.update([row("a"), row("b"), row("c")])
    kept = QPersistentModelIndex(model.find("c"))
    model.update([row("c"), row("a"), row("b")])
    assert (kept.row(), model.data(kept)) == (0, "c")


def test_a_row_changed_alone_is_changed_back_by_an_update() -> None:
    model = RowModel(("first", "second"))
    before = (row("s", row("m")),)
    model.update(before)
    model.change(row("m", text="other"))
    assert model.find("m").data() == "other"
    model.update(before)
    assert model.find("m").data() == "m"
