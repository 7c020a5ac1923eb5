"""Reviewers' marks on real plans: taking any other difference back leaves each mark on its own."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from editor.drafting import new_project, take_in
from editor.drafting.marks import marked_edit
from editor.plan.locality import Locality
from editor.plan.project import Mark, Project
from editor.plan.roster import Roster
from editor.reading import read_plan
from editor.ui.difference.difference_gestures import take_edits
from editor.ui.difference.differing import Difference, difference
from tests.ui.test_taking_back import PAIRS


def mark(found: Difference, edit: int) -> Mark:
    known = found.words(edit)._asdict()
    return Mark(measure=found.measure, parent=found.plan, verdict="checked", **known)


def places_after(project: Project, found: Difference, gone: int) -> Iterator[tuple[int | None, int | None]]:
    """Where each other difference is once one was taken back, and where its mark is."""
    after = difference(take_edits(found, [gone]).apply(project), found.measure)
    places = {(edit.old, edit.new, edit.old_place): number for number, edit in enumerate(after.edits)}
    for number, edit in enumerate(found.edits):
        if number not in (gone, dict(found.ends).get(gone)):
            there = places.get((edit.old, edit.new, edit.old_place))
            yield there, marked_edit(after.edits, mark(found, number), after.parent)


@pytest.mark.parametrize(("parent", "local"), PAIRS)
def test_a_mark_stays_on_its_difference(corpus: Path, parent: str, local: str) -> None:
    readings = [read_plan(corpus / f"{parent}.txt", "parent1")]
    draft = new_project(readings, Roster(), Locality(), "none", date(2026, 3, 1))
    draft = take_in(draft, read_plan(corpus / f"{local}.txt", "local"))
    found = [difference(draft, measure.id) for measure in draft.local.measures if measure.origins]
    places = [
        place
        for each in found
        for gone in range(len(each.edits))
        for place in places_after(draft, each, gone)
    ]
    assert places
    assert [mine for there, mine in places if there is not None] == [
        there for there, _ in places if there is not None
    ]
    cut_anew = sum(there is None for there, _ in places)
    assert cut_anew <= len(places) / 100
