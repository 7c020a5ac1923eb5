"""What the window's tests share."""

from pathlib import Path

import pytest

FOLDER = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform can't raise windows or grab keys, and says so; everything else Qt warns of fails the test."""
    for item in items:
        if FOLDER in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))
