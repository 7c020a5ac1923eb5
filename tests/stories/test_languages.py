"""Interface wording and exported wording are apart: the same files come out in every interface language."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from editor.demo import demonstrate
from editor.wording import LANGUAGES, _, use_language


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    use_language("en")


def test_exported_files_are_the_same_in_every_interface_language(tmp_path: Path) -> None:
    exported, interface = [], []
    for language in LANGUAGES:
        use_language(language)
        demonstrate(tmp_path / language, today=date(2026, 3, 2))
        files = sorted((tmp_path / language).iterdir())
        exported.append({path.name: path.read_bytes() for path in files if path.suffix != ".chengqi"})
        interface.append(_("Findings"))
    assert len(set(interface)) == len(LANGUAGES)
    assert len(exported[0]) == 2
    assert all(files == exported[0] for files in exported)
