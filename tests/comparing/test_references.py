"""Parents that a local measure names by number, on made-up plans."""

import pytest
from msgspec.structs import replace

from editor.comparing import align
from editor.comparing.references import named_parents
from editor.plan.measures import Measure, Origin, Section
from editor.plan.plans import Plan
from tests.comparing.made_up import HEALTH, SCHOOL, TAX, TRADE, WASTE, plan

PARENT = replace(plan("p", HEALTH, SCHOOL, TRADE, TAX, WASTE), title="示范省改革方案")
OWN = ("组建专班", "每周调度，销号管理。")
"""A measure without a word in common with the parent's."""


def local(*texts: str) -> Plan:
    return plan("l", *((OWN[0], text) for text in texts))


def named(text: str, parent: Plan = PARENT) -> tuple[int, ...]:
    """The numbers of the parent measures that a text names."""
    return tuple(place + 1 for place in named_parents(parent, local(text)).get(0, ()))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("落实上级方案第三条、第五条，每周调度。", (3, 5)),
        ("每周调度。（对应省方案第5条）", (5,)),
        ("每周调度（省方案第2条）。", (2,)),
        ("每周调度，见上级方案第四条。", (4,)),
        ("对应第二条、三条。", (2, 3)),
        ("落实省级方案第2至4条。", (2, 3, 4)),
        ("落实省方案第二条和第四条要求。", (2, 4)),
        ("落实《示范省改革方案》第1条。", (1,)),
        ("细化省方案第（三）项。", (3,)),
        ("落实上级方案第十三条。", ()),
        ("每周调度，见第四条。", ()),
        ("按照本方案第四条办理。", ()),
        ("落实本方案第四条。", ()),
        ("落实《示范省条例》第四条。", ()),
        ("执行省条例第四条规定。", ()),
        ("落实市方案第四条。", ()),
        ("落实第三批清单。", ()),
    ],
)
def test_what_a_text_names(text: str, numbers: tuple[int, ...]) -> None:
    assert named(text) == numbers


def test_named_parents_are_linked_without_a_word_in_common() -> None:
    pair, other = align([PARENT], local("落实上级方案第三条、第五条，每周调度。", "每月通报。"))
    assert (pair.parents, pair.link, pair.is_offer) == (("p-m3", "p-m5"), "merged", False)
    assert pair.parent_numbers == ("3", "5")
    assert other.parents == ()


def test_words_that_agree_make_it_surer() -> None:
    alone = align([PARENT], local("对应省方案第三条，每周调度。"))[0]
    agreed = align([PARENT], plan("l", (TRADE[0], TRADE[1] + "（对应省方案第三条）")))[0]
    assert alone.parents == agreed.parents == ("p-m3",)
    assert agreed.confidence > alone.confidence


def test_words_that_speak_for_another_make_it_an_offer() -> None:
    pair = align([PARENT], plan("l", (TAX[0], TAX[1] + "（对应省方案第三条）")))[0]
    assert pair.parents == ("p-m3", "p-m4")
    assert pair.is_offer


def test_a_parent_named_and_taken_up_elsewhere_is_split() -> None:
    pairs = align([PARENT], plan("l", HEALTH, SCHOOL, (OWN[0], "落实省方案第二条，每周调度。")))
    assert [pair.parents for pair in pairs] == [("p-m1",), ("p-m2",), ("p-m2",)]
    assert [pair.link for pair in pairs] == ["paired", "split", "split"]


def test_two_measures_that_name_one_parent_share_it() -> None:
    pairs = align([PARENT], local("落实省方案第二条，每周调度。", "落实省方案第二条，每月通报。"))
    assert [(pair.parents, pair.link, pair.is_offer) for pair in pairs] == [(("p-m2",), "split", False)] * 2


def test_of_several_parents_the_one_meant_is_linked() -> None:
    city = replace(plan("q", WASTE, TAX, TRADE), title="示范市改革方案")
    pairs = align([PARENT, city], local("落实市方案第二条，定期会商。"))
    assert [(pair.parent_plan, pair.parents) for pair in pairs if not pair.is_offer] == [("q", ("q-m2",))]


def test_a_number_given_twice_is_not_guessed_one_of_a_section_means_its_measures() -> None:
    body = (
        Section(id="s7", level=1, number="七", heading="优化服务"),
        Measure(id="a", level=3, number="1", text=HEALTH[1]),
        Measure(id="b", level=3, number="2", text=SCHOOL[1]),
        Section(id="s8", level=1, number="八", heading="改善环境"),
        Measure(id="c", level=3, number="1", text=WASTE[1]),
    )
    parent = Plan(id="p", title="示范省改革方案", body=body)
    assert named("落实省方案第一条。", parent) == ()
    assert named("落实省方案第二条。", parent) == (2,)
    assert named("落实省方案第七条。", parent) == (1, 2)


def test_a_parent_without_numbers_is_counted() -> None:
    parent = replace(plan("p", HEALTH, SCHOOL, TRADE, numbers=False), title="示范省改革方案")
    assert named("落实省方案第三条。", parent) == (3,)


def test_a_stored_link_stays() -> None:
    origin = Origin(parent="p", measures=("p-m1",), fingerprint="", text="")
    linked = local("落实省方案第三条。")
    linked = replace(linked, body=(replace(linked.measures[0], origins=(origin,)),))
    assert align([PARENT], linked)[0].parents == ("p-m1",)


PARTS = Plan(
    id="p",
    title="示范省改革方案",
    body=(
        Section(id="s1", level=1, number="一", heading="优化服务"),
        Measure(id="a", level=2, number="一", text=HEALTH[1]),
        Measure(id="b", level=2, number="二", text=SCHOOL[1]),
        Section(id="s2", level=1, number="二", heading="改善环境"),
        Measure(id="c", level=2, number="一", text=WASTE[1]),
        Section(id="s22", level=2, number="二", heading="便利企业"),
        Measure(id="d", level=3, number="1", text=TRADE[1]),
        Measure(id="e", level=3, number="2", text=TAX[1]),
    ),
)
"""Numbers begin anew in every part; a measure is known by those of its part and its own."""


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("落实省方案第一部分第二条。", (2,)),
        ("落实省方案第二部分第（一）项。", (3,)),
        ("落实省方案第二部分（一），每周调度。", (3,)),
        ("落实省方案第一部分第一条、第二条。", (1, 2)),
        ("落实省方案第一部分第二条和第二部分第一条。", (2, 3)),
        ("落实省方案第二部分第二条第1项。", (4,)),
        ("落实省方案第二部分第（二）条第1、2项。", (4, 5)),
        ("落实省方案第二章第二节。", (4, 5)),
        ("落实省方案第二部分第二条。", (4, 5)),
        ("落实省方案第一、二部分。", (1, 2, 3, 4, 5)),
        ("落实省方案第二部分。", (3, 4, 5)),
        ("落实省方案第一部分第二条第三款。", (2,)),
        ("落实省方案第一部分第九条。", ()),
        ("落实省方案第二条。", ()),
        ("落实省方案第三部分第一条。", ()),
        ("落实《示范省条例》第一章第二条。", ()),
    ],
)
def test_numbers_within_parts(text: str, numbers: tuple[int, ...]) -> None:
    assert named(text, PARTS) == numbers


def test_a_part_of_a_measure_means_the_measure() -> None:
    assert named("落实省方案第三条第（二）项。") == (3,)
    assert named("落实省方案第三条第二款、第五条。") == (3, 5)


def test_measures_without_numbers_are_counted_within_their_part() -> None:
    bare = tuple(replace(b, number=None) if isinstance(b, Measure) else b for b in PARTS.body)
    parent = replace(PARTS, body=bare)
    assert named("落实省方案第一部分第二条。", parent) == (2,)
    assert named("落实省方案第四条。", parent) == (4,)
