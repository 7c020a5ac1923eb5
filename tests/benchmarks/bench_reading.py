"""The speed of reading: `python tests/benchmarks/bench_reading.py`; exits 1 where a bound is missed.

Bounds: each given plan under 0.2 s once the program has started; a .docx of 3,000 paragraphs no slower than twice what
python-docx takes to open it and touch every paragraph's text; cost linear in the number of measures up to 10,000.
Every figure is the best of several runs.
"""

import io
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from docx import Document

from editor.reading import read_content

CHECKOUT = Path(__file__).parent.parent.parent
GIVEN = ("rongcheng_2025_county", "shandong_2025_province", "weihai_2020_city", "weihai_jingkai_2022_zone", "qixia_2020_county")  # fmt: skip
ROUNDS = 5
FEW, MOST = 1_000, 10_000
"""Measures of two plans whose cost is compared."""
MOST_SECONDS = 0.2
MOST_TIMES_DOCX = 2.0
MOST_GROWTH = 1.5
"""How much dearer one measure of 10,000 may be than one of 1,000; a quadratic cost would be ten times as dear."""
FIRST_READING = """
import sys, time
from pathlib import Path
from editor.reading import read_content
path = Path(sys.argv[1])
content = path.read_bytes()
started = time.perf_counter()
read_content(content, path.name)
print(time.perf_counter() - started)
"""
UNITS = ("县财政局", "县民政局", "县水务局", "县司法局", "县教育局", "县公安局", "县商务局", "县审计局", "县统计局", "县林业局", "县医保局")  # fmt: skip
SENTENCE = "设立专窗，推行集成服务，实行限时办结，逐步缩短办理时间，定期通报进展情况。"


def plans() -> list[Path]:
    """The given plans where the corpus lies beside the checkout, else the made-up examples."""
    corpus = Path(os.environ.get("CHENGQI_CORPUS") or CHECKOUT.parent / "shared" / "corpus")
    if corpus.is_dir():
        return [corpus / f"{name}.txt" for name in GIVEN]
    return sorted((CHECKOUT / "resources" / "examples").glob("*.txt"))


def seconds(work: Callable[[bytes], object], contents: Sequence[bytes]) -> float:
    """How much of the processor's time the work takes at best, whatever else the computer does meanwhile.

    It is done once for each content: nothing that was remembered from one helps with the next.
    """
    best = float("inf")
    for content in contents:
        started = time.process_time()
        work(content)
        best = min(best, time.process_time() - started)
    return best


def first_reading(path: Path) -> float:
    """How long a program that has just started takes to read the plan: nothing is remembered from another reading."""
    ran = subprocess.run(
        [sys.executable, "-c", FIRST_READING, path], check=True, capture_output=True, cwd=CHECKOUT
    )
    return float(ran.stdout)


def made_up(measures: int, first: int = 0) -> list[str]:
    """The paragraphs of a plan with so many measures, ten in each section; `first` makes its words others."""
    lines = ["示范县优化服务实施方案", "为优化服务，制定本方案。"]
    for number in range(measures):
        if number % 10 == 0:
            lines.append(f"（{'一二三四五六七八九十'[number // 10 % 10]}）优化服务")
        units = f"牵头单位：{UNITS[number % 7]}；责任单位：{UNITS[number % 11]}、{UNITS[number % 5]}、各镇"
        lines.append(
            f"{number % 10 + 1}.完善窗口服务。{SENTENCE}2026年底前建成{first + number}个。（{units}）"
        )
    return lines


def as_docx(paragraphs: list[str]) -> bytes:
    """The paragraphs as a Word document."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def touch(content: bytes) -> int:
    """What python-docx does: open the document, touch every paragraph's text."""
    return sum(len(paragraph.text) for paragraph in Document(io.BytesIO(content)).paragraphs)


def figures() -> Iterator[tuple[str, str, bool]]:
    """Every figure with its name, and whether it keeps its bound."""
    for path in plans():
        took = min(first_reading(path) for _ in range(ROUNDS - 2))
        yield f"reading {path.name} first thing after start", f"{took * 1000:.0f} ms", took < MOST_SECONDS
    documents = [as_docx(made_up(2725, turn * MOST)[:3000]) for turn in range(ROUNDS)]
    ours, theirs = (
        seconds(lambda content: read_content(content, "a.docx"), documents),
        seconds(touch, documents),
    )
    words = f"{ours * 1000:.0f} ms, {ours / theirs:.2f} times python-docx"
    yield ".docx of 3,000 paragraphs", words, ours <= MOST_TIMES_DOCX * theirs
    one, ten = (
        seconds(
            lambda content: read_content(content, "a.txt"),
            ["\n".join(made_up(count, turn * MOST)).encode() for turn in range(ROUNDS)],
        )
        for count in (FEW, MOST)
    )
    growth = ten / one * FEW / MOST
    yield (
        f"{MOST:,} measures",
        f"{ten:.2f} s, {growth:.2f} times as dear each as of {FEW:,}",
        growth <= MOST_GROWTH,
    )


def run() -> list[tuple[str, str]]:
    """Every figure with its name."""
    return [(name, figure) for name, figure, _kept in figures()]


if __name__ == "__main__":
    results = list(figures())
    sys.stdout.write(
        "".join(f"{name}: {figure}{'' if kept else '  MISSED'}\n" for name, figure, kept in results)
    )
    sys.exit(not all(kept for _name, _figure, kept in results))
