"""A heading without number divides the numbered section of its own level."""

from editor.plan.measures import Measure, Section
from editor.plan.numbering import renumber
from editor.plan.plans import Plan

PLAN = Plan(
    id="p",
    body=(
        Section(id="s1", level=3, number="1", heading="创新"),
        Section(id="s2", level=3, number=None, heading="活跃度"),
        Measure(id="m1", level=4, number="1"),
        Measure(id="m2", level=4, number="2"),
        Section(id="s3", level=3, number=None, heading="便利度"),
        Measure(id="m3", level=4, number="7"),
        Measure(id="m4", level=3, number=None),
        Section(id="s4", level=3, number="2", heading="监管"),
        Measure(id="m5", level=4, number="1"),
    ),
)


def test_it_stands_in_the_numbered_section() -> None:
    around = {block.id: [section.id for section in sections] for sections, block in PLAN.nested()}
    assert around["s2"] == ["s1"]
    assert around["m2"] == ["s1", "s2"]
    assert around["m3"] == ["s1", "s3"]
    assert around["m4"] == ["s1"]
    assert around["m5"] == ["s4"]


def test_numbers_start_again_below_it() -> None:
    assert [m.number for m in renumber(PLAN).measures] == ["1", "2", "1", None, "1"]
    assert [s.number for s in renumber(PLAN).sections] == ["1", None, None, "2"]
