"""Where findings lie."""

from editor.plan.issues import Place
from editor.plan.measures import Measure
from editor.plan.plans import Plan
from editor.ui.base.places import block_at

PLAN = Plan(
    id="parent1",
    body=(
        Measure(id="m1", level=3, number="1", text="甲", lines=(3, 5)),
        Measure(id="m2", level=3, number="2", text="乙", lines=(6, 6)),
    ),
)


def test_a_place_names_its_block() -> None:
    assert block_at(PLAN, Place(plan="parent1", block="m1")) == "m1"


def test_lines_belong_to_the_block_that_begins_before_them() -> None:
    assert block_at(PLAN, Place(lines=(4, 4))) == "m1"
    assert block_at(PLAN, Place(lines=(9, 9))) == "m2"


def test_a_place_in_no_block() -> None:
    assert block_at(PLAN, Place()) is None
    assert block_at(PLAN, Place(lines=(1, 1))) is None
