"""Taken back one after another, in any order and in either way, differences lead to the parent's own wording."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.drafting import new_project, take_in
from editor.drafting.commands import AdoptAll, Command, SetHeading, SetText
from editor.plan.locality import Locality
from editor.plan.measures import Measure
from editor.plan.plans import Plan
from editor.plan.project import Project
from editor.plan.roster import Roster
from editor.reading import read_plan
from editor.ui.difference.difference_gestures import take_clause, take_edits
from editor.ui.difference.differing import Difference, difference

MOST_STEPS = 80
SENTENCES = [
    "县级大厅设立综合窗口，实行一窗受理。",
    "一般事项3个工作日内办结，特殊事项20个工作日内办结；",
    "乡镇便民中心配备帮办人员，周末照常开放。",
    "办好“一件事”，落实《示范条例》。",
]
PARENT = Plan(
    id="p",
    body=(Measure(id="m1", level=3, number="1", heading="优化办事服务", text="".join(SENTENCES)),),
)
PAIRS = [
    ("shandong_2025_province", "rongcheng_2025_county"),
    ("yingtan_2024_city", "yujiang_2024_district"),
    ("yiyang_2022_city", "anhua_2022_county"),
]


def by_edit(found: Difference, chance: Random) -> Command:
    return take_edits(found, [chance.randrange(len(found.edits))])


def by_clause(found: Difference, chance: Random) -> Command:
    return take_clause(found, chance.choice([c for c in found.clauses if c.status != "kept" or c.edits]))


def either(found: Difference, chance: Random) -> Command:
    return chance.choice((by_edit, by_clause))(found, chance)


def taken_back(
    project: Project, id: str, way: Callable[[Difference, Random], Command], chance: Random
) -> tuple[str, str]:
    """The measure's wording once nothing more can be taken back, and the parent's."""
    found = difference(project, id)
    for _step in range(MOST_STEPS):
        if not found.edits:
            break
        project = way(found, chance).apply(project)
        found = difference(project, id)
    return found.wording, found.parent


@st.composite
def drafts(draw: st.DrawFn) -> tuple[str, str]:
    """Heading and text of a measure made from the parent's by every kind of edit."""
    words = draw(st.permutations(SENTENCES))[: draw(st.integers(0, 4))]
    for _edit in range(draw(st.integers(0, 4))):
        text = "".join(words)
        place = draw(st.integers(0, len(text)))
        gone = draw(st.integers(0, 8))
        come = draw(st.sampled_from(["", "全面", "30个工作日", "，", "。", "另建服务站5个。", "(", "\n"]))
        words = [text[:place], come, text[place + gone :]]
    heading = draw(st.sampled_from(["优化办事服务", "优化服务", "", "推进办事便利"]))
    return heading, "".join(words)


@pytest.mark.parametrize("way", [by_edit, by_clause, either])
@given(drafts(), st.randoms(use_true_random=False))
def test_made_up_measures(
    way: Callable[[Difference, Random], Command], draft: tuple[str, str], chance: Random
) -> None:
    project = AdoptAll("p").apply(Project(parents=(PARENT,)))
    (measure,) = project.local.measures
    project = SetHeading(measure.id, draft[0]).apply(SetText(measure.id, draft[1]).apply(project))
    ours, parents = taken_back(project, measure.id, way, chance)
    assert ours == parents == PARENT.body[0].wording  # type: ignore[union-attr]


@pytest.mark.parametrize(("parent", "local"), PAIRS)
@pytest.mark.parametrize("way", [by_edit, by_clause, either])
def test_real_measures(
    corpus: Path, parent: str, local: str, way: Callable[[Difference, Random], Command]
) -> None:
    readings = [read_plan(corpus / f"{parent}.txt", "parent1")]
    draft = new_project(readings, Roster(), Locality(), "none", date(2026, 3, 1))
    draft = take_in(draft, read_plan(corpus / f"{local}.txt", "local"))
    carried = [measure for measure in draft.local.measures if measure.origins]
    results = [taken_back(draft, measure.id, way, Random(7)) for measure in carried]
    assert len(results) > 10
    assert [ours for ours, _ in results] == [parents for _, parents in results]
