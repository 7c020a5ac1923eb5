"""Where templates/ and resources/ lie, in a checkout, an installed wheel and a frozen build; and what is the user's own."""

import os
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


def user_folder() -> Path:
    """The folder of the user's settings, localities and templates: CHENGQI_CONFIG where set, else the system's place."""
    if chosen := os.environ.get("CHENGQI_CONFIG"):
        return Path(chosen)
    from platformdirs import user_config_path

    return user_config_path("chengqi", appauthor=False)
