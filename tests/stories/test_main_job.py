"""The main job from the command line on real plans: take in, compare, cover, export, read the notice again."""

import json

import pytest

from editor.__main__ import run
from tests.rendering import render

PLANS = {
    # name: measures with units, deadlines, levels 1 to 4 (hand counts of the corpus)
    "rongcheng_2025_county": (29, 0, (4, 0, 31, 0)),
    "shandong_2025_province": (0, 0, (3, 3, 35, 0)),
    "weihai_2020_city": (100, 100, (4, 25, 100, 0)),
    "weihai_jingkai_2022_zone": (143, 0, (3, 11, 25, 133)),
    "qixia_2020_county": (27, 0, (4, 32, 0, 0)),
}


@pytest.fixture
def run_json(capsysbinary):
    """Runs a verb with --json and gives back the object."""

    def call(*words):
        code = run([*map(str, words), "--json"])
        out, err = capsysbinary.readouterr()
        assert (code, err) == (0, b"")
        return json.loads(out)

    return call


@pytest.mark.parametrize("name", PLANS)
def test_outline_gives_the_hand_counts(run_json, corpus, name):
    form = run_json("outline", corpus / f"{name}.txt")
    numbered = [block["level"] for block in (*form["sections"], *form["measures"]) if block["number"]]
    measures = form["measures"]
    assert (
        sum(bool(measure["assignments"]) for measure in measures),
        sum(measure["deadline"] is not None for measure in measures),
        tuple(numbered.count(level) for level in (1, 2, 3, 4)),
    ) == PLANS[name]
    assert form["characters"]["in"] == form["characters"]["placed"] + form["characters"]["set_aside"]


def test_a_county_plan_is_held_against_its_province(run_json, corpus, tmp_path):
    parent, local = corpus / "shandong_2025_province.txt", corpus / "rongcheng_2025_county.txt"
    project, notice = tmp_path / "x.chengqi", tmp_path / "x.docx"
    assert run_json("draft", parent, "--local", local, "-o", project)["counts"]["measures"] == 31

    pairs = {pair["local_number"]: pair for pair in run_json("compare", parent, local)["pairs"]}
    sure = {number: pair["parent_numbers"] for number, pair in pairs.items() if pair["confidence"] >= 0.5}
    assert sure == {str(number): [str(number)] for number in range(1, 30)}
    offered = {number: pair["parent_numbers"] for number, pair in pairs.items() if number not in sure}
    assert offered == {"30": ["35"], "31": ["35"]}

    covered = run_json("coverage", project)
    assert [m["number"] for m in covered["measures"] if m["disposition"] == "undecided"] == [
        "30",
        "31",
        "32",
        "33",
        "34",
        "35",
    ]
    assert covered["undecided"] == 6

    assert run_json("export", project, "-o", notice)["files"][0]["differences"] == []
    drafted, printed = run_json("outline", local), run_json("outline", notice)
    for field in ("title", "document_number", "issuers", "date", "addressees", "annotation"):
        assert printed[field] == drafted[field]
    for field in ("number", "heading", "text"):
        assert [m[field] for m in printed["measures"]] == [m[field] for m in drafted["measures"]]
    units = [[a["responsible_units"] for a in m["assignments"]] for m in drafted["measures"]]
    assert [[a["responsible_units"] for a in m["assignments"]] for m in printed["measures"]] == units

    (rendering,) = render(tmp_path, notice)
    full = rendering.pages[5].line_texts()
    assert len(full) - 1 == 22, "lines above the page number"
    assert max(map(len, full)) in range(26, 31)
