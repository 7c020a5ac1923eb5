"""The units field, by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.plan.roster import Roster, Unit
from editor.ui.assigning.unit_search import matches
from editor.ui.assigning.units_field import UnitsField

ROSTER = Roster(
    units=(
        Unit(name="示范县人力资源和社会保障局", short="人社局", aliases=("人力资源社会保障局",)),
        Unit(name="示范县教育和体育局", short="教体局"),
        Unit(name="示范县市场监督管理局", short="市场监管局"),
        Unit(name="示范县公安局", short="公安局"),
    )
)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("rsj", "人社局"),
        ("RS", "人社局"),
        ("jiaoti", "教体局"),
        ("市场", "市场监管局"),
        ("监管", "市场监管局"),
        ("人力资源社会保障局", "人社局"),
        ("ga", "公安局"),
    ],
)
def test_units_are_found_by_characters_and_pinyin(typed: str, first: str) -> None:
    assert matches(typed, ROSTER)[0] == first


POLYPHONES = Roster(
    units=tuple(
        Unit(name=name)
        for name in (
            "重庆路街道",
            "长江路街道",
            "农业银行支行",
            "行政审批局",
            "单家镇",
            "会稽镇",
            "女儿湾村",
            "绿化中心",
            "人行",
        )
    )
)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("cql", "重庆路街道"),
        ("zql", "重庆路街道"),
        ("cjl", "长江路街道"),
        ("zhangjiang", "长江路街道"),
        ("nyyh", "农业银行支行"),
        ("yinhang", "农业银行支行"),
        ("zhih", "农业银行支行"),
        ("xzsp", "行政审批局"),
        ("shenpi", "行政审批局"),
        ("xingzhsp", "行政审批局"),
        ("sjz", "单家镇"),
        ("djz", "单家镇"),
        ("kjz", "会稽镇"),
        ("hjz", "会稽镇"),
        ("nver", "女儿湾村"),
        ("lvh", "绿化中心"),
        ("luhua", "绿化中心"),
        ("rh", "人行"),
        ("rx", "人行"),
    ],
)
def test_a_character_of_several_readings_is_found_by_each(typed: str, first: str) -> None:
    assert matches(typed, POLYPHONES)[0] == first


def test_what_fits_nothing_finds_nothing() -> None:
    assert matches("xyz", ROSTER) == ()
    assert matches("海关", ROSTER) == ()
    assert len(matches("", ROSTER)) == len(ROSTER.units)


@pytest.fixture
def field(qtbot: QtBot) -> UnitsField:
    units = UnitsField("lead units")
    units.set_roster(ROSTER)
    qtbot.addWidget(units)
    units.resize(400, 40)
    units.show()
    units.activateWindow()
    units.setFocus()
    qtbot.waitUntil(lambda: units.focusProxy().hasFocus())
    return units


def write(entry: QWidget, text: str) -> None:
    """Write as an input method does."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(entry, event)


def type_unit(qtbot: QtBot, field: UnitsField, typed: str) -> None:
    """Type and press Enter, as a clerk does: into the list of proposals where one is open."""
    entry = field.focusProxy()
    write(entry, typed)
    popup = field.completer.popup()
    qtbot.keyClick(popup if popup.isVisible() else entry, Qt.Key.Key_Return)


def test_two_letters_and_enter_add_a_unit(field: UnitsField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.edited) as told:
        type_unit(qtbot, field, "rs")
    assert told.args == [("人社局",)]
    type_unit(qtbot, field, "gaj")
    assert field.names == ("人社局", "公安局")
    assert field.focusProxy().text() == ""


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
@pytest.mark.parametrize("typed", ["s", "示范县"])
def test_what_is_chosen_in_the_list_is_added_alone(
    field: UnitsField, qtbot: QtBot, key: Qt.Key, typed: str
) -> None:
    """And not what fits best besides, or the words as they were typed."""
    write(field.focusProxy(), typed)
    popup = field.completer.popup()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    chosen = popup.currentIndex().data()
    assert chosen != matches(typed, ROSTER)[0]
    qtbot.keyClick(popup, key)
    assert field.names == (chosen,)
    assert field.focusProxy().text() == ""


def test_a_new_name_is_taken_as_it_is_typed(field: UnitsField, qtbot: QtBot) -> None:
    type_unit(qtbot, field, "数据局")
    assert field.names == ("数据局",)
    assert field.chips[0].text() == "数据局 ? ×"


def test_an_organ_led_from_above_is_marked(field: UnitsField) -> None:
    field.set_roster(
        Roster(units=(Unit(name="示范县税务局", short="税务局", kind="vertical"), *ROSTER.units))
    )
    field.show_names(("税务局", "公安局"))
    assert [chip.text() for chip in field.chips] == ["⇧ 税务局 ×", "公安局 ×"]
    assert "led from above" in field.chips[0].accessibleName()


def test_a_separator_ends_a_name(field: UnitsField, qtbot: QtBot) -> None:
    write(field.focusProxy(), "公安局、")
    assert field.names == ("公安局",)


def test_a_unit_stands_there_once(field: UnitsField, qtbot: QtBot) -> None:
    field.show_names(("公安局",))
    with qtbot.assertNotEmitted(field.edited):
        type_unit(qtbot, field, "gaj")
    assert field.names == ("公安局",)


@pytest.mark.parametrize(
    ("typed", "key", "expected"),
    [
        ("rs", Qt.Key.Key_Tab, ("人社局",)),
        ("公安局", Qt.Key.Key_Tab, ("公安局",)),
        ("公安", Qt.Key.Key_Tab, ("公安局",)),
        ("数据局", Qt.Key.Key_Backtab, ("数据局",)),
        ("3", Qt.Key.Key_Tab, ()),
    ],
)
def test_leaving_by_the_keyboard_takes_what_was_typed(
    desk: QWidget, qtbot: QtBot, field: UnitsField, typed: str, key: Qt.Key, expected: tuple[str, ...]
) -> None:
    other = in_a_window_with_another(desk, qtbot, field)
    write(field.focusProxy(), typed)
    popup = field.completer.popup()
    qtbot.keyClick(popup if popup.isVisible() else field.focusProxy(), key)
    assert other.hasFocus()
    assert field.names == expected
    assert field.focusProxy().text() == ("" if expected else typed)
    field.forget_typed()
    assert field.focusProxy().text() == ""


@pytest.mark.parametrize(("typed", "expected"), [("公安局", ("公安局",)), ("gong", ()), ("公安", ())])
def test_a_click_elsewhere_takes_a_known_name_only(
    desk: QWidget, qtbot: QtBot, field: UnitsField, typed: str, expected: tuple[str, ...]
) -> None:
    other = in_a_window_with_another(desk, qtbot, field)
    write(field.focusProxy(), typed)
    field.completer.popup().hide()
    other.setFocus(Qt.FocusReason.MouseFocusReason)
    assert field.names == expected


def in_a_window_with_another(desk: QWidget, qtbot: QtBot, field: UnitsField) -> QLineEdit:
    """Put the field into a window with a line to go to; the line."""
    layout, other = QVBoxLayout(desk), QLineEdit(desk)
    layout.addWidget(field)
    layout.addWidget(other)
    desk.show()
    desk.activateWindow()
    field.setFocus()
    qtbot.waitUntil(lambda: field.focusProxy().hasFocus())
    return other


def test_backspace_takes_the_last_unit_away(field: UnitsField, qtbot: QtBot) -> None:
    field.show_names(("人社局", "公安局"))
    qtbot.keyClick(field.focusProxy(), Qt.Key.Key_Backspace)
    assert field.names == ("人社局",)
    assert field.focusProxy().hasFocus()


def test_arrows_walk_over_the_units(field: UnitsField, qtbot: QtBot) -> None:
    field.show_names(("人社局", "教体局", "公安局"))
    qtbot.keyClick(field.focusProxy(), Qt.Key.Key_Left)
    qtbot.keyClick(field.chips[2], Qt.Key.Key_Left)
    assert field.chips[1].hasFocus()
    qtbot.keyClick(field.chips[1], Qt.Key.Key_Delete)
    assert field.names == ("人社局", "公安局")


def test_shift_and_arrows_put_the_units_in_another_order(field: UnitsField, qtbot: QtBot) -> None:
    field.show_names(("人社局", "教体局", "公安局"))
    qtbot.keyClick(field.focusProxy(), Qt.Key.Key_Left)
    shift = Qt.KeyboardModifier.ShiftModifier
    with qtbot.waitSignal(field.edited) as told:
        qtbot.keyClick(field.chips[2], Qt.Key.Key_Left, shift)
    assert told.args == [("人社局", "公安局", "教体局")]
    assert field.chips[1].hasFocus()
    qtbot.keyClick(field.chips[1], Qt.Key.Key_Left, shift)
    qtbot.keyClick(field.chips[0], Qt.Key.Key_Left, shift)
    assert field.names == ("公安局", "人社局", "教体局")


def test_following_the_project_tells_nothing(field: UnitsField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.edited):
        field.show_names(("人社局",))
        field.show_names(())
    assert field.chips == []
