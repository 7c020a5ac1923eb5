"""Counterparts' units and deadlines' years."""

import pytest

from editor.drafting.assigning import suggested_units
from editor.drafting.commands import Adopt, SetDeadline, SetDeadlineYear, SetUnits, TakeUnits
from editor.errors import CommandProblem
from editor.plan.measures import Assignment, Measure, Section
from editor.plan.plans import Plan
from editor.plan.project import Project
from editor.plan.roster import Roster, Unit

ROSTER = Roster(
    units=(
        Unit(name="示范县人力资源和社会保障局", short="人社局"),
        Unit(name="示范县财政局", short="财政局"),
        Unit(name="示范县公安局", short="公安局"),
    )
)
PARENT = Plan(
    id="parent1",
    body=(
        Section(
            id="s1",
            level=1,
            number="一",
            heading="章",
            assignments=(Assignment(responsible_units=("省公安厅",)),),
        ),
        Measure(
            id="m1",
            level=3,
            number="1",
            heading="一",
            text="甲。",
            assignments=(
                Assignment(
                    lead_units=("省人力资源和社会保障厅",),
                    responsible_units=("省财政厅", "省人社厅", "省航天局"),
                ),
            ),
        ),
        Measure(id="m2", level=3, number="2", heading="二", text="乙。"),
    ),
)


@pytest.fixture
def draft() -> Project:
    empty = Project(parents=(PARENT,), local=Plan(id="local"), roster=ROSTER)
    return Adopt("parent1", ("m1", "m2")).apply(empty)


def test_counterparts_keep_their_roles_each_once(draft: Project) -> None:
    first, second = draft.local.measures
    assert suggested_units(draft, first) == {"lead_units": ("人社局",), "responsible_units": ("财政局",)}
    assert suggested_units(draft, second) == {"responsible_units": ("公安局",)}, "from the section above"


def test_they_are_taken_for_many_measures_in_one_step(draft: Project) -> None:
    first, second = (m.id for m in draft.local.measures)
    assigned = SetUnits(first, "lead_units", ("财政局",)).apply(draft)
    taken = TakeUnits((first, second)).apply(assigned)
    assert taken.local.measure(first).units("lead_units") == ("财政局", "人社局")
    assert taken.local.measure(first).units("responsible_units") == ()
    assert taken.local.measure(second).units("responsible_units") == ("公安局",)
    with pytest.raises(CommandProblem):
        TakeUnits((first, second)).apply(taken)


def test_a_year_gives_the_words_a_date_and_leaves_them(draft: Project) -> None:
    id = draft.local.measures[0].id
    typed = SetDeadline(id, "9月底前").apply(draft)
    deadline = SetDeadlineYear(id, 2027).apply(typed).local.measure(id).deadline
    assert deadline is not None
    assert (deadline.text, deadline.date) == ("9月底前", "2027-09-30")


@pytest.mark.parametrize("words", ["明年6月", "6月底前", "次年6月"])
def test_the_year_is_the_one_in_which_the_deadline_falls(draft: Project, words: str) -> None:
    id = draft.local.measures[0].id
    typed = SetDeadline(id, words).apply(draft)
    deadline = SetDeadlineYear(id, 2027).apply(typed).local.measure(id).deadline
    assert deadline is not None
    assert (deadline.text, deadline.date) == (words, "2027-06-30")


@pytest.mark.parametrize("words", ["", "持续推进", "每年12月20日前", "3个月内", "9月31日"])
def test_what_names_no_day_takes_no_year(draft: Project, words: str) -> None:
    id = draft.local.measures[0].id
    typed = SetDeadline(id, words).apply(draft)
    with pytest.raises(CommandProblem):
        SetDeadlineYear(id, 2027).apply(typed)
