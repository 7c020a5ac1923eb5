"""The matrix of assignments."""

from editor.plan.matrix import matrix
from editor.plan.measures import Assignment, Measure
from editor.plan.roster import Roster, Unit

ROSTER = Roster(
    units=(
        Unit(name="示范县公安局", short="公安局", aliases=("县公安局",)),
        Unit(name="示范县教育局", short="教育局"),
        Unit(name="示范县民政局", short="民政局"),
    )
)


def measure(id: str, lead: str = "", responsible: str = "", supporting: str = "") -> Measure:
    lists = ((name,) if name else () for name in (lead, responsible, supporting))
    roles = zip(("lead_units", "responsible_units", "supporting_units"), lists, strict=True)
    return Measure(id=id, level=3, number="1", heading=id, assignments=(Assignment(**dict(roles)),))


def test_units_stand_under_the_name_that_notices_print_in_the_rosters_order():
    shown = matrix((measure("m1", "教育局", "县公安局"), measure("m2", "某公司")), ROSTER)
    assert shown.units == ("公安局", "教育局", "民政局", "某公司")
    assert shown.roles == (
        {"教育局": "lead_units", "公安局": "responsible_units"},
        {"某公司": "lead_units"},
    )


def test_only_units_that_are_named():
    shown = matrix((measure("m1", "教育局"),), ROSTER, only_used=True)
    assert shown.units == ("教育局",)


def test_the_weightiest_role_counts_once():
    shown = matrix((measure("m1", "教育局", "教育局"), measure("m2", supporting="教育局")), ROSTER)
    assert [
        shown.times("教育局", role) for role in ("lead_units", "responsible_units", "supporting_units")
    ] == [
        1,
        0,
        1,
    ]
