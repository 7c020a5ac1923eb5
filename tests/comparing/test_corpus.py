"""Real plans: the alignment, the quality of the differences, sentences and figures, all as counts."""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from pathlib import Path

import pytest
import rjieba

from editor.comparing import Comparison, Span, compare_plans, diff, figures, split_sentences
from editor.comparing.atoms import ATOM
from editor.comparing.shadow import shadow
from editor.plan.plans import Plan
from editor.reading import read_plan

PAIRS = {
    "shandong": ("shandong_2025_province.txt", "rongcheng_2025_county.txt"),
    "yingtan": ("yingtan_2024_city.txt", "yujiang_2024_district.txt"),
    "yiyang": ("yiyang_2022_city.txt", "anhua_2022_county.txt"),
}


def read(corpus: Path, pair: str) -> tuple[Plan, Plan]:
    parent, local = PAIRS[pair]
    return read_plan(corpus / parent, "parent1").plan, read_plan(corpus / local, "local").plan


@pytest.fixture(scope="module")
def shandong(corpus: Path) -> tuple[Plan, Plan]:
    return read(corpus, "shandong")


@pytest.fixture(scope="module")
def comparison(shandong: tuple[Plan, Plan]) -> Comparison:
    return compare_plans([shandong[0]], shandong[1])


@pytest.fixture(scope="module")
def differences(comparison: Comparison) -> list[tuple[Span, ...]]:
    return [difference.ops for difference in comparison.diffs if int(difference.local_number or 0) < 30]


def islands(spans: Sequence[Span]) -> int:
    """Equal runs of one or two characters between two edits."""
    return sum(span.op == "=" and len(span.text) < 3 for span in spans[1:-1])


def edits(spans: Sequence[Span]) -> int:
    return sum(
        span.op != "=" and (not place or spans[place - 1].op == "=") for place, span in enumerate(spans)
    )


def boundaries(spans: Sequence[Span], side: str) -> set[int]:
    """Where edits begin and end in one of the texts."""
    places, place = set(), 0
    for span in spans:
        if span.op in side:
            place += len(span.text)
        places.add(place)
    return places - {place, 0}


def inside(places: set[int], pieces: list[tuple[int, int]]) -> int:
    return sum(start < place < end for start, end in pieces for place in places)


def test_29_measures_are_paired_and_two_offered(comparison: Comparison) -> None:
    sure = [(pair.local_number, pair.parent_numbers) for pair in comparison.pairs if not pair.is_offer]
    assert sure == [(str(number), (str(number),)) for number in range(1, 30)]
    offered = [(pair.local_number, pair.parent_numbers) for pair in comparison.pairs if pair.is_offer]
    assert offered == [("30", ("35",)), ("31", ("35",))]
    assert [parent.number for parent in comparison.unmatched_parents] == ["30", "31", "32", "33", "34"]


def test_differences_are_few_and_whole(differences: list[tuple[Span, ...]]) -> None:
    kept = sum(sum(map(str.isalnum, span.text)) for spans in differences for span in spans if span.op == "=")
    count = sum(map(edits, differences))
    assert len(differences) == 29
    assert count <= 145
    assert sum(map(islands, differences)) == 0
    assert kept - 3 * count >= 1_130


def cuts(spans: Sequence[Span], side: str) -> int:
    """How often an edit begins or ends within an atom or a word of one of the texts."""
    text = "".join(span.text for span in spans if span.op in side)
    places = boundaries(spans, side)
    compared = shadow(text)
    atoms = [
        (compared.places[found.start()], compared.places[found.end()])
        for found in ATOM.finditer(compared.text)
    ]
    ends = list(accumulate(map(len, rjieba.cut(text)), initial=0))
    words = places - {place for atom in atoms for place in atom}
    return inside(places, atoms) + inside(words, list(pairwise(ends)))


@pytest.mark.parametrize("side", ["=-<", "=+>"])
def test_no_atom_and_no_word_is_cut(differences: list[tuple[Span, ...]], side: str) -> None:
    assert sum(cuts(spans, side) for spans in differences) == 0


def test_sentences_of_the_29_measures(shandong: tuple[Plan, Plan], comparison: Comparison) -> None:
    long = gone = 0
    for measure in shandong[0].measures[:29]:
        fates = [fate for fate in comparison.sentences if fate.parent == measure.id]
        assert "".join(fate.text for fate in fates) == measure.wording
        ends = list(accumulate((len(fate.text) for fate in fates), initial=0))
        start = 0
        for sentence in split_sentences(measure.wording):
            place, start = start, start + len(sentence)
            statuses = {
                f.status for f, (a, b) in zip(fates, pairwise(ends), strict=True) if a < start and b > place
            }
            long += len(sentence) >= 8
            gone += len(sentence) >= 8 and statuses == {"dropped"}
    assert long == 157
    assert 50 <= gone <= 66


def test_five_of_seven_figures_are_gone(comparison: Comparison) -> None:
    figures = [
        figure for figure in comparison.figures if figure.parent and int(figure.parent_number or 0) < 30
    ]
    assert len(figures) == 7
    assert [figure.text for figure in figures if figure.change == "kept"] == ["3个工作日内", "12345"]
    assert sum(figure.change == "dropped" for figure in figures) == 5


@pytest.mark.parametrize(
    ("pair", "counted"), [("shandong", (7, 17)), ("yingtan", (79, 98)), ("yiyang", (15, 15))]
)
def test_every_figure_that_was_counted_by_hand_is_found(
    corpus: Path, pair: str, counted: tuple[int, int]
) -> None:
    """Both plans were read for numbers, in digits and in Han characters, that measure or date something."""
    found = [
        [figure for measure in plan.measures for figure in figures(measure.wording)]
        for plan in read(corpus, pair)
    ]
    assert tuple(map(len, found)) == counted
    telling = {
        "shandong": {"半年", "3个工作日"},
        "yingtan": {"两年", "1/2", "0.7%"},
        "yiyang": {"一个月", "三分之一", "四分之一"},
    }
    assert telling[pair] <= {figure for plan in found for figure in plan}


@pytest.mark.parametrize(
    ("pair", "counted", "changed"),
    [
        ("shandong", (2, 0, 5), {}),
        (
            "yingtan",
            (64, 3, 12),
            {"2013年12月28日": "2014年1月18日", "10万元": "8万元", "2022年10月1日": "2023年10月1日"},
        ),
        ("yiyang", (15, 0, 0), {}),
    ],
)
def test_every_figure_fares_as_it_was_read(
    corpus: Path, pair: str, counted: tuple[int, int, int], changed: dict[str, str]
) -> None:
    """Of the 101 figures of the parents none is told wrong."""
    parent, local = read(corpus, pair)
    read_by_hand = {measure.id for measure in parent.measures[: 29 if pair == "shandong" else None]}
    fates = [fate for fate in compare_plans([parent], local).figures if fate.parent in read_by_hand]
    told = [fate.change for fate in fates]
    assert (told.count("kept"), told.count("changed"), told.count("dropped")) == counted
    assert {fate.text: fate.becomes for fate in fates if fate.change == "changed"} == changed


@pytest.mark.parametrize("pair", ["yingtan", "yiyang"])
def test_other_pairs_align_without_gaps(corpus: Path, pair: str) -> None:
    parent, local = read(corpus, pair)
    comparison = compare_plans([parent], local)
    assert comparison.unmatched_parents == ()
    assert all(pair.parents and not pair.is_offer for pair in comparison.pairs)
    same_number = sum(pair.parent_numbers == (pair.local_number,) for pair in comparison.pairs)
    assert same_number == len(comparison.pairs) - (4 if pair == "yingtan" else 0)
    assert sum(islands(difference.ops) for difference in comparison.diffs) == 0


@pytest.mark.parametrize(("pair", "most_edits", "least_net"), [("yingtan", 52, 4_680), ("yiyang", 7, 1_650)])
def test_other_differences_are_as_few_and_whole(
    corpus: Path, pair: str, most_edits: int, least_net: int
) -> None:
    parent, local = read(corpus, pair)
    spans_of_all = [difference.ops for difference in compare_plans([parent], local).diffs]
    count = sum(map(edits, spans_of_all))
    kept = sum(sum(map(str.isalnum, s.text)) for spans in spans_of_all for s in spans if s.op == "=")
    assert count <= most_edits
    assert kept - 3 * count >= least_net
    for spans in spans_of_all:
        assert cuts(spans, "=-<") == cuts(spans, "=+>") == 0


@pytest.mark.parametrize("pair", PAIRS)
def test_every_difference_rejoins(corpus: Path, pair: str) -> None:
    parent, local = read(corpus, pair)
    for old in parent.measures:
        for new in local.measures[:12]:
            spans = diff(old.wording, new.wording)
            assert "".join(span.text for span in spans if span.op in "=-") == old.wording
            assert "".join(span.text for span in spans if span.op in "=+") == new.wording
