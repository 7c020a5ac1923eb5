"""Type and windows: as large as wanted, as far as the screen has room."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from editor.ui.base.command_button import CommandButton
from editor.ui.base.settings import TYPE_SIZES
from editor.ui.base.sizes import open_at, room_for, set_type_size, type_scale


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    set_type_size(qapp, 100)
    yield qapp
    set_type_size(qapp, 100)


def test_type_is_offered_up_to_twice_as_large() -> None:
    assert TYPE_SIZES[0] == 100
    assert TYPE_SIZES[-1] == 200


def test_windows_grow_with_the_type_but_not_beyond_the_screen(
    application: QApplication,
) -> None:
    window = QWidget()
    open_at(window, 200, 100)
    assert (window.width(), window.height()) == (200, 100)
    set_type_size(application, 200)
    assert type_scale() == 2.0
    open_at(window, 200, 100)
    assert (window.width(), window.height()) == (400, 200)
    open_at(window, 10_000, 10_000)
    assert window.size() == room_for(window)


def test_the_large_buttons_of_the_start_page_grow_and_wrap(application: QApplication) -> None:
    button = CommandButton("Open a superior plan", "Start a draft from the superior notice")
    button.show()
    usual = button.heightForWidth(400)
    assert button.heightForWidth(120) > usual
    set_type_size(application, 200)
    QApplication.processEvents()
    assert button.heightForWidth(800) > 1.5 * usual
