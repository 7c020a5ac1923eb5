"""The invariants of the house, read off the sources: who may import whom, and how large anything may grow."""

import ast
import importlib
import pkgutil
import statistics
import typing
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import UnionType

import msgspec

import editor
from editor.plan.project import Project
from editor.plan.value import Value

HOUSE = Path(editor.__file__).parent
SOURCES = sorted(HOUSE.rglob("*.py"))

BASE = frozenset({"", "archives", "errors", "files", "libreoffice", "paths", "wording"})
BELOW_COMPARING = BASE | {"plan"}
BELOW_JOBS = BELOW_COMPARING | {"comparing"}
ROOMS = BELOW_JOBS | {"reading", "drafting", "checking", "writing", "storage"}
MAY_IMPORT = {
    **dict.fromkeys(BASE, BASE),
    "plan": BASE,
    "reading": BELOW_COMPARING,
    "comparing": BELOW_COMPARING,
    "storage": BELOW_COMPARING,
    "drafting": BELOW_JOBS,
    "checking": BELOW_JOBS,
    "writing": BELOW_JOBS,
    "jobs": ROOMS,
    "demo": ROOMS | {"jobs"},
    "contract": ROOMS | {"jobs", "demo"},
    "listing": ROOMS | {"jobs", "demo"},
    "cli": ROOMS | {"jobs", "demo", "contract", "listing", "ui"},
    "ui": ROOMS | {"jobs"},
    "__main__": BASE | {"cli", "ui"},
}
"""Room or module of editor/, and the others that it may import; "" is the package itself."""

WRITING = ("ooxml", "base", "template", "pages", "elements", "tables", "redline", "samples", "notice")
"""The rooms of editor/writing/, each before those that may import it."""

LIBRARIES = {
    "PySide6": {"ui"},
    "shiboken6": {"ui"},
    "docx": {"reading", "writing"},
    "lxml": {"reading", "writing"},
    "openpyxl": {"reading", "writing"},
    "pypdfium2": {"reading", "writing"},
}
"""Libraries that only some rooms may import."""

NETWORK = (
    *(
        "socket",
        "socketserver",
        "ssl",
        "http",
        "ftplib",
        "imaplib",
        "poplib",
        "smtplib",
        "xmlrpc",
        "webbrowser",
    ),
    *("urllib.request", "urllib.robotparser", "requests", "httpx", "aiohttp", "urllib3"),
    *("PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets"),
)
LONGEST_MODULE = 340
LONGEST_MEDIAN_FUNCTION = 10
FONTS = (
    "仿宋",
    "小标宋",
    "楷体",
    "黑体",
    "宋体",
    "SimSun",
    "SimHei",
    "FangSong",
    "KaiTi",
    "Noto",
    "Times New Roman",
)


def place(path: Path) -> str:
    """A source's path as failures show it."""
    return path.relative_to(HOUSE).as_posix()


def room(path: Path) -> str:
    """The room or module of editor/ that a source belongs to."""
    first = path.relative_to(HOUSE).parts[0].removesuffix(".py")
    return "" if first == "__init__" else first


@cache
def tree(path: Path) -> ast.Module:
    """The parsed source."""
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> Iterator[str]:
    """Every module that a source imports, anywhere in it, also for type checking only or by name at run time."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{place(path)}:{node.lineno} write the import in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("import_module", "__import__")):
            yield from (argument.value for argument in node.args[:1] if isinstance(argument, ast.Constant))


def all_imports() -> list[tuple[Path, str]]:
    """Every source with each module that it imports."""
    return [(path, module) for path in SOURCES for module in imports(path)]


def within(module: str, package: str) -> bool:
    """Whether a dotted name is the package or something in it."""
    return f"{module}.".startswith(f"{package}.")


def may_import(own: str, module: str) -> bool:
    """Whether a room may import a module of the house."""
    other = module.split(".")[1]
    other = other if other in MAY_IMPORT else ""  # `from editor import __version__`
    return other == own or other in MAY_IMPORT[own]


def test_every_module_has_its_place() -> None:
    unknown = {room(path) for path in SOURCES} - set(MAY_IMPORT)
    assert not unknown, "say in MAY_IMPORT what these may import"


def test_imports_go_one_way() -> None:
    inside = [(path, module) for path, module in all_imports() if within(module, "editor")]
    assert not [f"{place(path)}: {module}" for path, module in inside if not may_import(room(path), module)]


def test_what_all_panes_are_built_of_needs_no_pane() -> None:
    """Within the window, ui/base imports nothing but itself."""
    imports = [(path, module) for path, module in all_imports() if within(module, "editor.ui")]
    base = [(path, module) for path, module in imports if path.parent.name == "base"]
    assert base
    assert not [f"{place(path)}: {module}" for path, module in base if not within(module, "editor.ui.base")]


def test_rooms_of_writing_import_one_way() -> None:
    """Within writing, each of WRITING imports itself and those before it; what is written leaves by __init__."""
    inside = [(path, module.split(".")) for path, module in all_imports() if within(module, "editor.writing")]
    own = [(path, path.parent.name, names[2]) for path, names in inside if room(path) == "writing"]
    rooms = [each for each in own if each[1] != "writing"]
    assert {name for _path, name, _other in rooms} <= set(WRITING)
    assert not [
        f"{place(path)}: {other}"
        for path, name, other in rooms
        if other not in WRITING[: WRITING.index(name) + 1]
    ]


def test_libraries_stay_in_their_rooms() -> None:
    kept = [(path, module) for path, module in all_imports() if module.split(".")[0] in LIBRARIES]
    assert {module.split(".")[0] for _path, module in kept} >= {"PySide6", "docx", "lxml", "openpyxl"}
    assert not [
        f"{place(path)}: {name}" for path, name in kept if room(path) not in LIBRARIES[name.split(".")[0]]
    ]


def test_nothing_reaches_for_the_network() -> None:
    assert not [
        f"{place(path)}: {module}"
        for path, module in all_imports()
        if any(within(module, name) for name in NETWORK)
    ]


def test_modules_stay_small() -> None:
    lengths = {place(path): len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    assert not {name: length for name, length in lengths.items() if length > LONGEST_MODULE}


def test_functions_fit_in_a_glance() -> None:
    nodes = (node for path in SOURCES for node in ast.walk(tree(path)))
    lengths = [node.end_lineno - node.lineno + 1 for node in nodes if isinstance(node, ast.FunctionDef)]
    assert statistics.median(lengths) < LONGEST_MEDIAN_FUNCTION


def test_code_names_no_font() -> None:
    """The notice's look lives in templates/."""
    assert not [
        f"{place(path)}:{node.lineno} {node.value}"
        for path in SOURCES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if any(font in node.value for font in FONTS)
    ]


def test_nothing_gets_round_frozen_values() -> None:
    nodes = ((path, node) for path in SOURCES for node in ast.walk(tree(path)))
    attributes = [(path, node) for path, node in nodes if isinstance(node, ast.Attribute)]
    assert not [place(path) for path, node in attributes if node.attr in ("force_setattr", "__setattr__")]


def values(base: type[msgspec.Struct] = Value) -> Iterator[type[msgspec.Struct]]:
    """Every kind of value there is in the house."""
    for kind in base.__subclasses__():
        yield kind
        yield from values(kind)


def parts(hint: object) -> Iterator[object]:
    """A type and all types it is made of."""
    origin = typing.get_origin(hint)
    yield hint if origin is None or origin is UnionType else origin
    for argument in typing.get_args(hint):
        yield from parts(argument)


def test_values_cannot_be_changed() -> None:
    """All are frozen; and nothing that a project or a command is made of can be changed inside either."""
    for module in pkgutil.walk_packages(editor.__path__, "editor."):
        importlib.import_module(module.name)
    kinds = list(values())
    assert Project in kinds
    for kind in kinds:
        assert kind.__struct_config__.frozen, kind
        if within(kind.__module__, "editor.plan") or within(kind.__module__, "editor.drafting"):
            for name, hint in typing.get_type_hints(kind).items():
                assert not {list, dict, set, bytearray} & set(parts(hint)), (kind, name)
