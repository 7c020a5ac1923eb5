"""The speed of comparing, in one run with the engines at hand: `python tests/benchmarks/bench_diff.py`.

The texts are the 29 aligned measures of two real plans where the corpus lies beside the checkout, else the made-up
example's. Every figure is the best of several runs, the engines taking turns, so that all meet the same machine.
"""

import difflib
import importlib.util
import os
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from random import Random

from diff_match_patch import diff_match_patch
from msgspec.structs import replace

from editor.comparing import align, compare_plans, diff
from editor.comparing.linking import find_links
from editor.plan.measures import Measure
from editor.plan.plans import Plan
from editor.reading import read_plan

CHECKOUT = Path(__file__).parent.parent.parent
ROUNDS = 8
MEASURE_LENGTH = 800


def plans() -> tuple[Plan, Plan]:
    """A parent and its local plan."""
    corpus = Path(os.environ.get("CHENGQI_CORPUS") or CHECKOUT.parent / "shared" / "corpus")
    if corpus.is_dir():
        parent, local = corpus / "shandong_2025_province.txt", corpus / "rongcheng_2025_county.txt"
    else:
        parent, local = (CHECKOUT / "resources" / "examples" / name for name in ("province.txt", "city.txt"))
    return read_plan(parent, "parent1").plan, read_plan(local, "local").plan


def wordings(parent: Plan, local: Plan) -> list[tuple[str, str]]:
    """The wordings of every pair that is sure, the parent's first."""
    pairs = [pair for pair in align([parent], local) if pair.parents and not pair.is_offer]
    return [
        ("".join(parent.measure(id).wording for id in pair.parents), local.measure(pair.local).wording)
        for pair in pairs
    ]


def forget() -> None:
    """Let the room of comparing forget all that it remembers, so that no run profits from the one before."""
    for name, module in list(sys.modules.items()):
        if name.startswith("editor.comparing"):
            for value in vars(module).values():
                if hasattr(value, "cache_clear"):
                    value.cache_clear()


def with_diff_match_patch(old: str, new: str) -> object:
    """diff-match-patch in pure Python, as its authors advise: diff_main, then cleanupSemantic."""
    engine = diff_match_patch()
    difference = engine.diff_main(old, new)
    engine.diff_cleanupSemantic(difference)
    return difference


def with_difflib(old: str, new: str) -> object:
    """Python's own matcher, character by character."""
    return difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def with_fast_diff_match_patch(old: str, new: str) -> object:
    """diff-match-patch in C++, cleaned up semantically."""
    import fast_diff_match_patch

    return fast_diff_match_patch.diff(old, new, cleanup="Semantic", timelimit=0, checklines=False)


ENGINES: dict[str, Callable[[str, str], object]] = {
    "chengqi": diff,
    "diff-match-patch, pure Python": with_diff_match_patch,
    "difflib": with_difflib,
}
if importlib.util.find_spec(
    "fast_diff_match_patch"
):  # no wheels for Python 3.13 and newer, nor for Linux on ARM
    ENGINES["fast-diff-match-patch, C++"] = with_fast_diff_match_patch


ALIGNED = "chengqi, after their alignment"


def seconds(work: Callable[[], object], before: Callable[[], object] = bool) -> float:
    """How long the work takes once, in processor time, with nothing remembered but what was done `before`."""
    forget()
    before()
    started = time.process_time()
    work()
    return time.process_time() - started


def compare_engines(parent: Plan, local: Plan) -> Iterator[tuple[str, str]]:
    """The time of every engine for all sure pairs; ours twice, with nothing remembered and as the program meets them.

    There the plans were aligned before, which cut their wordings into words.
    """
    pairs = wordings(parent, local)
    times: defaultdict[str, float] = defaultdict(lambda: float("inf"))

    def work(engine: Callable[[str, str], object]) -> None:
        for old, new in pairs:
            engine(old, new)

    for _ in range(ROUNDS):
        for name, engine in ENGINES.items():
            times[name] = min(times[name], *(seconds(partial(work, engine)) for _ in range(3)))
        aligned = partial(find_links, parent, local)
        times[ALIGNED] = min(times[ALIGNED], *(seconds(partial(work, diff), aligned) for _ in range(3)))
    for name, took in times.items():
        ratios = f", {took / times['chengqi']:.1f} times ours, {took / times[ALIGNED]:.1f} times ours aligned"
        yield f"{len(pairs)} measures, {name}", f"{took * 1000:.1f} ms{'' if 'chengqi' in name else ratios}"


def made_up_plans(count: int) -> tuple[Plan, Plan]:
    """Two plans of so many measures of some 200 characters, half of them edited, half of them rewritten in part."""
    chance = Random(count)
    han = [chr(code) for code in range(0x4E00, 0x5600)]
    words = ["".join(chance.choices(han, k=2)) for _ in range(20_000)]

    def clauses(number: int) -> str:
        marks = chance.choices("，。；", k=number)
        return "".join("".join(chance.choices(words, k=chance.randint(5, 9))) + mark for mark in marks)

    items = [(clauses(1)[:-1], clauses(12) + "。") for _ in range(count)]
    edited = [
        (
            heading,
            text.replace("，", "，" + chance.choice(words), 2) if place % 2 else text[:100] + clauses(6),
        )
        for place, (heading, text) in enumerate(items)
    ]
    return _plan("parent1", items), _plan("local", edited)


def _plan(id: str, items: list[tuple[str, str]]) -> Plan:
    numbered = enumerate(items, 1)
    body = (Measure(id=f"m{n}", level=3, number=str(n), heading=h, text=t) for n, (h, t) in numbered)
    return Plan(id=id, body=tuple(body))


def growth() -> Iterator[tuple[str, str]]:
    """How long whole plans take as they grow."""
    for count in (100, 1_000, 10_000):
        parent, local = made_up_plans(count)
        took = seconds(lambda p=parent, q=local: compare_plans([p], q))  # type: ignore[misc]
        yield f"{count} measures: align, diff, sentences, figures", f"{took:.2f} s"


def f1(parent: Plan, local: Plan) -> float:
    """How well the measures of made-up plans find each other, which have the same ids: 1 if all do and no others."""
    links = [(id, pair.local) for pair in align([parent], local) for id in pair.parents]
    right = sum(id == other for id, other in links)
    return 2 * right / (len(links) + len(parent.measures))


def alignment() -> Iterator[tuple[str, str]]:
    """How right the links are, as the plans stand and spoilt in every way at once."""
    for count in (100, 1_000):
        parent, local = made_up_plans(count)
        spoilt = [replace(measure, number=None, heading="") for measure in local.measures]
        Random(count).shuffle(spoilt)
        yield f"{count} measures, F1 of the links", f"{f1(parent, local):.3f}"
        shuffled = f1(parent, replace(local, body=tuple(spoilt)))
        yield f"{count} measures without numbers, headings and order, F1 of the links", f"{shuffled:.3f}"


def run() -> list[tuple[str, str]]:
    """Every figure with its name."""
    parent, local = plans()
    pairs = wordings(parent, local)
    long = "".join(new for _, new in pairs)[:MEASURE_LENGTH]
    typed = long[: MEASURE_LENGTH // 2] + "逐项" + long[MEASURE_LENGTH // 2 :]
    whole = min(seconds(lambda: compare_plans([parent], local)) for _ in range(ROUNDS))
    key = min(
        seconds(lambda: diff("".join(old for old, _ in pairs)[:MEASURE_LENGTH], typed)) for _ in range(ROUNDS)
    )
    return [
        *compare_engines(parent, local),
        ("both whole plans: align, diff, sentences, figures", f"{whole * 1000:.0f} ms"),
        (f"diff of {MEASURE_LENGTH} characters that share little", f"{key * 1000:.2f} ms"),
        *alignment(),
        *growth(),
    ]


if __name__ == "__main__":
    sys.stdout.write("".join(f"{name}: {figure}\n" for name, figure in run()))
