"""Pictures of every view and dialog to look at: `python -m build_spec.every_view FOLDER` takes them in all LOOKS.

`python -m build_spec.every_view FOLDER LOOK ...` takes them in those only. Nothing of it is kept in the project.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from build_spec.shots import dark_palette, save


class Look(NamedTuple):
    """How the pictures are taken: on a screen of so many pixels, with so many for one, with type of so many per cent."""

    screen: tuple[int, int] = (1366, 768)
    ratio: float = 1.0
    type_size: int = 100
    is_dark: bool = False
    language: str = "zh_CN"


LOOKS = {
    "light": Look(),
    "dark": Look(is_dark=True),
    "english": Look(language="en"),
    "double": Look(screen=(2732, 1536), ratio=2.0),
    "small": Look(ratio=2.0),
    "small-english": Look(ratio=2.0, language="en"),
    "large": Look(type_size=150),
    "largest": Look(type_size=200),
    "largest-dark-english": Look(type_size=200, is_dark=True, language="en"),
}
_USUAL_TYPE = 9
"""Points, as desktops have it."""


def take_apart(folder: Path, name: str) -> None:
    """Take one look's pictures in a process of its own: Qt takes ratio and screen at its start."""
    look = LOOKS[name]
    screen = {"name": "screen", "x": 0, "y": 0, "width": look.screen[0], "height": look.screen[1]}
    with tempfile.TemporaryDirectory() as place:
        config = Path(place) / "screens.json"
        config.write_text(
            json.dumps({"screens": [{**screen, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]})
        )
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": f"offscreen:configfile={config}",
            "QT_SCALE_FACTOR": str(look.ratio),
            "CHENGQI_LANGUAGE": look.language,
            "CHENGQI_STATE": place,
            "HOME": place,
        }
        arguments = (sys.executable, "-m", "build_spec.every_view", str(folder), "--take", name)
        subprocess.run(arguments, env=environment, check=True)


def take(folder: Path, name: str) -> None:
    """Take one look's pictures in this process."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QWidget

    from build_spec.scenes import DIALOGS, PROVINCE, VIEWS, show_example, wait_for, with_dialog
    from editor.storage import Recovery
    from editor.ui.application import make_application
    from editor.ui.base.settings import Settings
    from editor.ui.base.sizes import set_type_size
    from editor.ui.main_window import MainWindow

    look, place = LOOKS[name], Path(os.environ["CHENGQI_STATE"])
    application = make_application(sys.argv[:1])
    application.setStyle("Fusion")
    application.setFont(QFont(application.font().family(), _USUAL_TYPE))
    set_type_size(application, look.type_size)
    application.styleHints().setColorScheme(Qt.ColorScheme.Light)
    if look.is_dark:
        application.setPalette(dark_palette())
    settings = Settings(place)
    settings.remember(PROVINCE)
    target = folder / name
    target.mkdir(parents=True, exist_ok=True)

    def new_window() -> MainWindow:
        window = MainWindow(settings, Recovery(place))
        window.resize(window.screen().availableSize())
        window.show()
        wait_for(window)
        return window

    def keep(widget: QWidget, shown: str) -> None:
        save(widget, target / f"{shown}.png")
        screen, size = widget.screen().availableSize(), widget.size()
        if size.width() > screen.width() or size.height() > screen.height():
            print(f"{name}: {shown} is {size.width()}x{size.height()} on {screen.width()}x{screen.height()}")

    window = new_window()
    keep(window, "start")
    show_example(window)
    wait_for(window)
    for shown, show in VIEWS.items():
        show(window)
        wait_for(window)
        wait_for(window)
        keep(window, f"view-{shown}")
    window.document.forget_changes()
    window.close()
    window = new_window()
    show_example(window)
    wait_for(window)
    for shown, show in DIALOGS.items():
        with_dialog(window, show, lambda dialog, shown=shown: keep(dialog, f"dialog-{shown}"))
    window.document.forget_changes()
    window.close()


def main(arguments: list[str]) -> None:
    """Take the pictures of the looks named, all where none is."""
    folder, names = Path(arguments[0]), arguments[1:]
    if names[:1] == ["--take"]:
        take(folder, names[1])
        return
    for name in names or LOOKS:
        take_apart(folder, name)


if __name__ == "__main__":
    main(sys.argv[1:])
