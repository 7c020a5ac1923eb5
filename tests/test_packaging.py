"""What is installed: the wheel holds the program and its data, nothing else, and finds the data wherever it lies."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from build_spec.licence_texts import libraries, licence_files
from editor import __version__

CHECKOUT = Path(__file__).parent.parent
ASK = """
from editor import __file__, __version__
from editor.paths import resources, templates
from editor.wording import use_language
use_language("zh_CN")
print(__version__, __file__, (resources() / "examples" / "province.txt").is_file(), templates())
"""


def tracked(folder: str) -> set[str]:
    """The files of a folder that belong to the program."""
    files = (
        path
        for path in (CHECKOUT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and not path.match("screenshots/*-dark.png")
    )
    return {path.relative_to(CHECKOUT).as_posix() for path in files}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as `pip install .` builds it."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
    subprocess.run(command, cwd=CHECKOUT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_the_program_and_its_data(wheel: Path) -> None:
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    data = {f"editor/_data/{name}" for folder in ("templates", "resources") for name in tracked(folder)}
    assert names == tracked("editor") | data


def test_the_wheel_carries_its_licence_and_its_command(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    information = {
        name.partition(".dist-info/")[2]: name for name in archive.namelist() if ".dist-info/" in name
    }
    assert b"Apache License" in archive.read(information["licenses/LICENSE"])
    assert b"chengqi = editor.__main__:main" in archive.read(information["entry_points.txt"])


def test_the_installed_program_finds_its_data(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "installed")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "installed")}
    answer = subprocess.check_output(
        [sys.executable, "-c", ASK], cwd=tmp_path, env=environment, encoding="utf-8"
    )
    version, file, has_example, templates = answer.split()
    assert version == __version__
    assert Path(file).is_relative_to(tmp_path)
    assert has_example == "True"
    assert (Path(templates) / "notice" / "notice.docx").is_file()


def test_the_frozen_program_carries_the_licence_of_all_it_brings_along() -> None:
    names = {library.name for library in libraries()}
    assert {"PySide6_Essentials", "lxml", "msgspec", "chengqi"} <= names
    files = licence_files()
    assert {Path(folder).parts[1] for _file, folder in files if folder != "licences"} == names | {"Python"}
    places = [
        (Path(folder, Path(file).name), Path(file).read_text("utf-8", "replace")) for file, folder in files
    ]
    assert len({place for place, _text in places}) == len(places)
    assert all(text.strip() for _place, text in places)
    assert any(
        "GNU LESSER GENERAL PUBLIC LICENSE" in text for place, text in places if "PySide6" in str(place)
    )
