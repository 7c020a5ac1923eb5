"""The licences of all that the frozen program brings along: Python, and the libraries that the program asks for."""

from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

TEXTS = Path(__file__).parent / "licences"
NOT_IN_THE_WHEEL = {
    "pyside6-essentials": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "shiboken6": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "rjieba": ("rjieba.txt",),
}
"""Texts in the folder `licences` for those whose wheels bring none; the LGPL is told in terms of the GPL."""
_NAMES = ("licen", "copying", "notice")


def libraries() -> Iterator[Distribution]:
    """The program itself, and every library that it needs to run on this system, each once."""
    seen: set[str] = set()
    names = ["chengqi"]
    while names:
        name = canonicalize_name(names.pop())
        if name not in seen:
            seen.add(name)
            found = distribution(name)
            asked = map(Requirement, found.requires or ())
            names += [each.name for each in asked if not each.marker or each.marker.evaluate({"extra": ""})]
            yield found


def texts_of(library: Distribution) -> Iterator[tuple[Path, Path]]:
    """The files with a library's licences, each with its place among them: several where it holds other works."""
    for file in library.files or ():
        inside = Path(*file.parts[1:])
        if ".dist-info" in file.parts[0] and any(name in inside.as_posix().lower() for name in _NAMES):
            yield Path(str(library.locate_file(file))), inside
    for name in NOT_IN_THE_WHEEL.get(canonicalize_name(library.name), ()):
        yield TEXTS / name, Path(name)


def licence_files() -> list[tuple[str, str]]:
    """Every file with a licence, and the folder of the frozen program that it goes to, as PyInstaller wants them."""
    found = [(str(TEXTS / "README.txt"), "licences"), (str(TEXTS / "Python.txt"), "licences/Python")]
    for library in libraries():
        folder = Path("licences", library.name)
        found += [(str(text), (folder / inside).parent.as_posix()) for text, inside in texts_of(library)]
    return found
