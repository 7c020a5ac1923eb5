"""Where templates/ and resources/ lie: in a checkout, in an installed wheel and in a frozen build alike."""

import sys
from pathlib import Path


def _data_root() -> Path:
    """The folder that holds templates/ and resources/."""
    if bundle := getattr(sys, "_MEIPASS", None):
        return Path(bundle)
    packaged = Path(__file__).parent / "_data"
    return packaged if packaged.is_dir() else Path(__file__).parent.parent


def templates() -> Path:
    """The folder of notice templates, localities, rosters and wording rules."""
    return _data_root() / "templates"


def resources() -> Path:
    """The folder of translations, icons and examples."""
    return _data_root() / "resources"
