"""Damaged and hostile files of every format: always a plan or one clear sentence, soon, and within bounds."""

import ast
import io
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import get_args

import pytest

from editor import libreoffice
from editor.errors import FileProblem
from editor.plan.project import Reading
from editor.reading import read_content
from editor.reading.readers.formats import Kind
from tests.reading.paged_files import Placed, Sheet, grid, ofd, pdf, typeset
from tests.reading.word_files import compound, old_word, plan_document

LONGEST = 10.0
"""Seconds of the processor that any file may take; other work on the machine does not count."""
MOST_MEMORY = 2**30
MUTATIONS = 200
PLAN = [
    "示范县优化服务实施方案",
    "为优化服务，制定本方案。",
    "一、主要任务",
    "1.完善服务。设立专窗，方便群众。（责任单位：甲局、乙局）",
    "2.压缩时限。限时办结，群众少跑路。（牵头单位：丙局；完成时限：2025年9月底）",
]
TEXT = "\n".join(PLAN)
GBK = "".join(
    f"\\'{byte:02x}" if byte > 127 else chr(byte) for byte in TEXT.replace("\n", "\\par ").encode("gbk")
)


def word() -> bytes:
    file = io.BytesIO()
    plan_document().save(file)
    return file.getvalue()


def page() -> bytes:
    rows = "".join(f"<tr><td>{line}</td></tr>" for line in PLAN[2:])
    return f"<html><body><p align=center><b>{PLAN[0]}</b></p><p>{PLAN[1]}</p><table>{rows}</table></body></html>".encode()


GOOD: dict[str, Callable[[], bytes]] = {
    "docx": word,
    "doc": lambda: old_word(TEXT),
    "wps": lambda: old_word(TEXT, table=0),
    "rtf": lambda: f"{{\\rtf1\\ansi\\ansicpg936{{\\fonttbl{{\\f0\\fcharset134 A;}}}}\\f0 {GBK}}}".encode(),
    "pdf": lambda: pdf(typeset(PLAN, lines=5)),
    "ofd": lambda: ofd(typeset(PLAN, lines=5)),
    "html": page,
    "txt": lambda: TEXT.encode("gb18030"),
    "md": lambda: ("# " + TEXT.replace("\n", "\n\n")).encode(),
}
"""A sound file of each format."""


def read(content: bytes) -> Reading | None:
    """The plan, None for a file refused in one sentence; anything else fails the test."""
    begun = time.process_time()
    reading, sentence = None, "Read."
    try:
        reading = read_content(content, "方案")
    except FileProblem as problem:
        sentence = str(problem)
    assert time.process_time() - begun < LONGEST
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return reading


def mutated(content: bytes, random: Random) -> bytes:
    """The file with a piece cut off, taken out, said twice, or overwritten, or some bytes changed."""
    start = random.randrange(len(content))
    end = min(len(content), start + 1 + int(random.expovariate(0.02)))
    kind = random.randrange(5)
    if kind == 0:
        return content[:start]
    if kind == 1:
        return content[:start] + content[end:]
    if kind == 2:
        return content[:end] + content[start:]
    if kind == 3:
        return content[:start] + bytes([random.choice((0, 255, 32))]) * (end - start) + content[end:]
    changed = bytearray(content)
    for _ in range(random.randint(1, 20)):
        changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def mutated_entries(content: bytes, random: Random) -> bytes:
    """The zip archive with one of its entries mutated, which its check sum then fits."""
    archive = zipfile.ZipFile(io.BytesIO(content))
    victim = random.choice([entry for entry in archive.namelist() if entry.endswith((".xml", ".rels"))])
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as copy:
        for entry in archive.namelist():
            data = archive.read(entry)
            copy.writestr(entry, mutated(data, random) if entry == victim else data)
    return file.getvalue()


@pytest.fixture(autouse=True)
def no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """No installed LibreOffice takes part."""
    monkeypatch.setattr(libreoffice, "find_libreoffice", lambda: None)


FUZZ = Path(__file__).parents[1] / "fuzz" / "fuzz_readers.py"


def test_every_kind_has_a_sound_file_and_a_fuzz_entry() -> None:
    """The entries are read as text, for the fuzzer is not among the packages of the tests."""
    starts = FUZZ.read_text(encoding="utf-8").partition("STARTS = ")[2].partition("\n}")[0] + "}"
    assert set(get_args(Kind)) <= set(GOOD)
    assert set(ast.literal_eval(starts)) == {*GOOD, "pasted"}


@pytest.mark.parametrize("kind", GOOD)
def test_the_sound_file_is_read(kind: str) -> None:
    reading = read(GOOD[kind]())
    assert reading is not None
    assert reading.plan.title == PLAN[0]
    assert len(reading.plan.measures) >= 2


@pytest.mark.parametrize("kind", GOOD)
def test_mutated_files_are_read_or_refused(kind: str) -> None:
    random = Random(f"faults of {kind}")
    content = GOOD[kind]()
    is_archive = content.startswith(b"PK")
    outcomes = []
    for number in range(MUTATIONS):
        mutate = mutated_entries if is_archive and number % 2 else mutated
        outcomes.append(read(mutate(content, random)) is None)
    assert len(outcomes) == MUTATIONS
    if kind not in ("docx", "ofd"):
        assert not all(outcomes), "some damage must leave a file readable"


def entries(content: bytes, **changed: bytes) -> bytes:
    """The archive with some entries replaced, named by the last part of their path."""
    archive = zipfile.ZipFile(io.BytesIO(content))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as copy:
        for entry in archive.namelist():
            stem = entry.rpartition("/")[2].partition(".")[0]
            copy.writestr(entry, changed.get(stem, archive.read(entry)))
    return file.getvalue()


ENTITIES = b"<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'>%s]><a>&j;</a>" % b"".join(
    b"<!ENTITY %c '%s'>" % (97 + place, b"&%c;" % (96 + place) * 10) for place in range(1, 10)
)
DEEP = b"<a>" * 100_000 + b"</a>" * 100_000
MANY = 100_000
W = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def many_in_word(paragraph: bytes, count: int = MANY) -> bytes:
    body = b'<w:document xmlns:w="%s"><w:body>%s</w:body></w:document>' % (W, paragraph * count)
    return entries(word(), document=body)


def empty_objects() -> bytes:
    item = b"<TextObject Boundary='0 0 1 1' Size='3'><TextCode X='0' Y='0'> </TextCode></TextObject>"
    return entries(ofd([Sheet((Placed("甲", 1, 1),))]), Content=b"<a>%s</a>" % (item * MANY))


def nested_composites() -> bytes:
    """Each of five composite objects holds thirty of the next."""
    inner = "<CompositeObject ResourceID='{}'/>"
    many = "".join(
        f"<CompositeGraphicUnit ID='{number}'>{inner.format(number + 1) * 30}</CompositeGraphicUnit>"
        for number in range(5)
    )
    return ofd(
        [Sheet((Placed("甲", 1, 1),), objects="<ofd:CompositeObject ResourceID='0'/>" * 30)],
        extra={"Doc_0/Res.xml": f"<Res>{many}</Res>"},
        common="<ofd:PublicRes>Res.xml</ofd:PublicRes>",
    )


RULES = grid([place / 10 for place in range(1400)], [place / 10 for place in range(1400)])


HOSTILE: dict[str, Callable[[], bytes]] = {
    "docx of entities": lambda: entries(word(), document=ENTITIES),
    "ofd of entities": lambda: entries(ofd([Sheet((Placed("甲", 1, 1),))]), Content=ENTITIES),
    "html of entities": lambda: ENTITIES.replace(b"<a>", b"<html>"),
    "docx bomb": lambda: entries(word(), document=b"<a>" + b" " * 100_000_000 + b"</a>"),
    "ofd bomb": lambda: entries(ofd([Sheet(())]), Content=b"<a>" + b" " * 100_000_000 + b"</a>"),
    "deep docx": lambda: entries(word(), document=DEEP),
    "deep ofd": lambda: entries(ofd([Sheet(())]), Document=DEEP),
    "deep html": lambda: b"<html>" + b"<div>" * MANY,
    "deep rtf": lambda: b"{\\rtf1" + b"{a" * MANY,
    "deep md": lambda: b"# a\n\n" + b"> " * 20_000 + b"b",
    "deep pdf": lambda: pdf([Sheet(())]).replace(b"/Catalog", b"/Catalog/X" + b"[" * MANY),
    "ofd of composites in composites": nested_composites,
    "ofd of thousands of rules": lambda: ofd([Sheet((Placed("甲", 1, 1),), rules=RULES)]),
    "pdf of thousands of rules": lambda: pdf([Sheet((Placed("甲", 1, 1),), rules=RULES)]),
    "docx of tables in tables": lambda: many_in_word(b"<w:tbl><w:tr><w:tc>" * 60 + b"<w:p/>" + b"</w:tc></w:tr></w:tbl>" * 60, 500),
    "html of cells over all rows": lambda: b"<html><table>" + b"<tr><td rowspan=9999 colspan=999>a" * 2000,
    "html of lists in lists": lambda: b"<html>" + b"<ol><li>a" * 200 + b"<li>b" * 50_000,
    "docx of empty paragraphs": lambda: many_in_word(b"<w:p/>"),
    "docx of brief paragraphs": lambda: many_in_word("<w:p><w:r><w:t>1.甲。</w:t></w:r></w:p>".encode(), MANY // 4),
    "doc of empty paragraphs": lambda: old_word("甲" + "\n" * MANY),
    "rtf of empty paragraphs": lambda: b"{\\rtf1 a" + b"\\par " * MANY + b"}",
    "html of empty paragraphs": lambda: b"<html><body>a" + b"<p></p>" * MANY,
    "ofd of empty objects": empty_objects,
    "pdf of empty pages": lambda: pdf([Sheet(())] * 2900),
    "pdf of too many pages": lambda: pdf([Sheet(())] * 3001),
    "txt of empty lines": lambda: b"a" + b"\n" * MANY,
    "md of empty lines": lambda: b"# a\n\n- b" + b"\n" * MANY,
    "rtf of half links": lambda: b"{\\rtf1" + b"{\\field{\\*\\fldinst{HYPERLINK " * 1500,
    "txt of a unit that is nothing but a bracket": lambda: "1.甲。乙。（责任单位：（甲）、乙局）".encode(),
    "doc of overlapping pieces": lambda: compound({"WordDocument": old_word("甲" * 999)[512:4608], "1Table": bytes(9)}),
}  # fmt: skip


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_files_are_read_or_refused(kind: str) -> None:
    read(HOSTILE[kind]())


def test_memory_stays_within_bounds() -> None:
    """Of the whole run so far, the hostile files above included."""
    resource = pytest.importorskip("resource", reason="this system doesn't tell how much memory was used")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    assert peak < MOST_MEMORY
