"""The README's screenshots: `python build_spec/shots.py OUTFOLDER` draws the window on the example, light and dark."""

import os
import sys
import tempfile
from collections import Counter
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("CHENGQI_LANGUAGE", "zh_CN")
sys.path.insert(0, str(Path(__file__).parent.parent))

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QImage, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from editor.demo import draft_example
from editor.storage import Recovery
from editor.ui.application import make_application
from editor.ui.base.settings import Settings
from editor.ui.main_window import MainWindow

SIZE = (1366, 768)
PATIENCE = 30_000
DOCKS = ("coverage", "notice", "doubts", "marks", "pages", "matrix", "calendar")
"""Those behind the findings, each shown in front once."""
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


def show_example(window: MainWindow) -> None:
    """Show the example draft at a measure that was adapted and assigned."""
    window.document.start(draft_example(date(2026, 3, 20)))
    measure = next(m for m in window.document.project.local.measures if m.origins and m.units("lead_units"))
    window.bench.local.tree.go_to(measure.id)


def wait_for(window: MainWindow) -> None:
    """Let every answer arrive and be painted."""
    loop, waited = QEventLoop(), QTimer()
    waited.timeout.connect(lambda: None if window.bench and window.bench.is_busy else loop.quit())
    waited.start(50)
    QTimer.singleShot(PATIENCE, loop.quit)
    loop.exec()
    QApplication.processEvents()


def save(widget: QWidget, path: Path) -> None:
    """Write a widget's picture in the 256 colours that are most of it, so that it stays small."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    counts = Counter(memoryview(image.constBits()).cast("I"))
    colours = [colour for colour, _count in counts.most_common(256)]
    flat = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    image.convertToFormat(QImage.Format.Format_Indexed8, colours, flat).save(str(path))


def take(application: QApplication, folder: Path, name: str, palette: QPalette | None) -> None:
    """One picture of the window on the example, one of the empty window."""
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
        for dock in DOCKS:
            window.bench.docks[dock].raise_()
            wait_for(window)
            save(window, folder / f"{dock}-{name}.png")
        window.document.forget_changes()
        window.close()


def make_shots(folder: Path) -> None:
    """Write the pictures into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    application = make_application(sys.argv[:1])
    application.setStyle("Fusion")
    application.setFont(QFont(application.font().family(), 10))
    light = Qt.ColorScheme.Light
    application.styleHints().setColorScheme(light)
    take(application, folder, "light", None)
    take(application, folder, "dark", dark_palette())


if __name__ == "__main__":
    make_shots(Path(sys.argv[1] if len(sys.argv) > 1 else "shots"))
