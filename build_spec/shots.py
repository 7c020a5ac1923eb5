"""The pictures of the README and the guide: `python -m build_spec.shots FOLDER` draws window, panes and dialogs on the example."""

import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("CHENGQI_LANGUAGE", "zh_CN")
sys.path.insert(0, str(Path(__file__).parent.parent))

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QImage, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from build_spec.scenes import DIALOGS as SHOWN
from build_spec.scenes import VIEWS, show_example, wait_for, with_dialog
from editor.storage import Recovery
from editor.ui.application import make_application
from editor.ui.base.settings import Settings
from editor.ui.main_window import MainWindow

SIZE = (1366, 768)
PANES = ("findings", "coverage", "notice", "marks", "pages", "matrix", "calendar")
"""Those below, each shown enlarged."""
PANE_SIZE, PANE_SHARE = (1024, 768), 55
"""Pixels of the window around the panes, which the guide shows no smaller than that; per cent of its height they have."""
DIALOGS = (
    "export",
    "edit_roster",
    "change_selected",
    "original",
    "template",
    "locality",
)
"""Those of scenes.DIALOGS that the guide shows."""
_DOUBLE = "--double"
_DARK = {
    QPalette.ColorRole.Window: "#2b2b2b",
    QPalette.ColorRole.WindowText: "#e6e6e6",
    QPalette.ColorRole.Base: "#1f1f1f",
    QPalette.ColorRole.AlternateBase: "#292929",
    QPalette.ColorRole.Text: "#e6e6e6",
    QPalette.ColorRole.Button: "#353535",
    QPalette.ColorRole.ButtonText: "#e6e6e6",
    QPalette.ColorRole.ToolTipBase: "#3a3a2a",
    QPalette.ColorRole.ToolTipText: "#e6e6e6",
    QPalette.ColorRole.PlaceholderText: "#8c8c8c",
    QPalette.ColorRole.Link: "#6cb2ff",
    QPalette.ColorRole.LinkVisited: "#b79cff",
    QPalette.ColorRole.Highlight: "#2f6fb2",
    QPalette.ColorRole.HighlightedText: "#ffffff",
    QPalette.ColorRole.Light: "#454545",
    QPalette.ColorRole.Midlight: "#3d3d3d",
    QPalette.ColorRole.Mid: "#4a4a4a",
    QPalette.ColorRole.Dark: "#161616",
    QPalette.ColorRole.Shadow: "#0c0c0c",
}


def dark_palette() -> QPalette:
    """A dark palette as desktops hand one to programs."""
    palette = QPalette()
    for role, colour in _DARK.items():
        palette.setColor(role, QColor(colour))
    disabled = QPalette.ColorGroup.Disabled
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(disabled, role, QColor("#7a7a7a"))
    return palette


def save(widget: QWidget, path: Path) -> None:
    """Write a widget's picture in the 256 colours that are most of it, so that it stays small."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    counts = Counter(memoryview(image.constBits()).cast("I"))
    colours = [colour for colour, _count in counts.most_common(256)]
    flat = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    image.convertToFormat(QImage.Format.Format_Indexed8, colours, flat).save(str(path))


def take(application: QApplication, folder: Path, name: str, palette: QPalette | None) -> None:
    """The empty window, the window on the example, its panes and the guide's dialogs in one look."""
    if palette is not None:
        application.setPalette(palette)
    with tempfile.TemporaryDirectory() as place:
        window = MainWindow(Settings(Path(place)), Recovery(Path(place)))
        window.resize(*SIZE)
        window.show()
        wait_for(window)
        save(window, folder / f"start-{name}.png")
        show_example(window)
        wait_for(window)
        save(window, folder / f"window-{name}.png")
        VIEWS["inline"](window)
        wait_for(window)
        save(window.bench.docks["difference"], folder / f"difference-{name}.png")
        window.resize(*PANE_SIZE)
        for pane in PANES:
            dock = window.bench.docks[pane]
            dock.raise_()
            window.resizeDocks([dock], [PANE_SIZE[1] * PANE_SHARE // 100], Qt.Orientation.Vertical)
            wait_for(window)
            save(dock, folder / f"{pane}-{name}.png")
        for dialog in DIALOGS:
            show = SHOWN[dialog]
            with_dialog(
                window, show, lambda shown, dialog=dialog: save(shown, folder / f"{dialog}-{name}.png")
            )
        window.document.forget_changes()
        window.close()


def take_double(folder: Path) -> None:
    """The window on the example on the same screen where everything is drawn twice as large."""
    with tempfile.TemporaryDirectory() as place:
        window = MainWindow(Settings(Path(place)), Recovery(Path(place)))
        window.resize(SIZE[0] // 2, SIZE[1] // 2)
        window.show()
        show_example(window)
        wait_for(window)
        save(window, folder / "window-double.png")
        window.document.forget_changes()
        window.close()


def make_shots(folder: Path, is_double: bool) -> None:
    """Write the pictures into `folder`; that of twice the size needs a process of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    application = make_application(sys.argv[:1])
    application.setStyle("Fusion")
    application.setFont(QFont(application.font().family(), 10))
    application.styleHints().setColorScheme(Qt.ColorScheme.Light)
    if is_double:
        take_double(folder)
        return
    take(application, folder, "light", None)
    take(application, folder, "dark", dark_palette())
    again = (sys.executable, "-m", "build_spec.shots", str(folder), _DOUBLE)
    subprocess.run(again, env={**os.environ, "QT_SCALE_FACTOR": "2"}, check=True)


if __name__ == "__main__":
    make_shots(Path(sys.argv[1] if len(sys.argv) > 1 else "shots"), _DOUBLE in sys.argv)
