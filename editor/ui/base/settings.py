"""What the program remembers between two starts: recent files and how the window was arranged."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QSettings

from editor.paths import user_folder
from editor.wording import LANGUAGES

MOST_RECENT = 10
TYPE_SIZES = (100, 110, 125, 150, 175, 200)
"""Per cent of the system's."""


class Look(NamedTuple):
    """How the notices of new drafts look: the name of an own template, and a layout."""

    template: str = ""
    layout: str = "A"


class Settings:
    """Recent files and window state in one ini file."""

    def __init__(self, folder: Path | None = None) -> None:
        folder = folder or user_folder()
        self._store = QSettings(str(folder / "chengqi.ini"), QSettings.Format.IniFormat)

    @property
    def recent(self) -> tuple[Path, ...]:
        """Files opened lately that still exist, the latest first."""
        stored = self._store.value("recent", [])
        names = stored if isinstance(stored, list) else [stored] if isinstance(stored, str) else []
        return tuple(path for path in map(Path, names) if path.is_file())

    def remember(self, path: Path) -> None:
        """Put a file at the head of the recent ones."""
        known = [path, *(other for other in self.recent if other != path)]
        self._store.setValue("recent", [str(other) for other in known[:MOST_RECENT]])

    @property
    def profile(self) -> Path | None:
        """The file of the locality chosen last, None where there is none any more."""
        path = Path(str(self._store.value("locality", "")))
        return path if path.is_file() else None

    def remember_profile(self, path: Path) -> None:
        """Begin later drafts with this locality."""
        self._store.setValue("locality", str(path))

    def forget_profile(self) -> None:
        """Begin later drafts without a locality."""
        self._store.remove("locality")

    @property
    def look(self) -> Look:
        """How the notices of new drafts look."""
        template, layout = self._store.value("template", ""), self._store.value("layout", "A")
        return Look(str(template), "B" if layout == "B" else "A")

    def remember_look(self, look: Look) -> None:
        """Let the notices of later drafts look like this."""
        self._store.setValue("template", look.template)
        self._store.setValue("layout", look.layout)

    def choices(self, name: str) -> tuple[str, ...]:
        """What was chosen last in a dialog, as it was kept."""
        stored = self._store.value(name, [])
        return tuple(stored) if isinstance(stored, list) else (stored,) if isinstance(stored, str) else ()

    def keep_choices(self, name: str, values: list[str]) -> None:
        """Remember what was chosen in a dialog."""
        self._store.setValue(name, values)

    @property
    def language(self) -> str:
        """The interface's language, one of LANGUAGES; empty where it is the system's."""
        stored = str(self._store.value("language", ""))
        return stored if stored in LANGUAGES else ""

    def remember_language(self, language: str) -> None:
        """Speak this language from the next start on."""
        self._store.setValue("language", language)

    @property
    def type_size(self) -> int:
        """How large the interface's type is, one of TYPE_SIZES."""
        stored = str(self._store.value("type_size", ""))
        return int(stored) if stored in map(str, TYPE_SIZES) else TYPE_SIZES[0]

    def remember_type_size(self, percent: int) -> None:
        """Use type of this size from now on."""
        self._store.setValue("type_size", percent)

    def arrangement(self, name: str) -> QByteArray | None:
        """A stored geometry or state of docks or headers, None where there is none."""
        value = self._store.value(name)
        return value if isinstance(value, QByteArray) else None

    def keep_arrangement(self, name: str, value: QByteArray) -> None:
        """Store a geometry or a state."""
        self._store.setValue(name, value)
