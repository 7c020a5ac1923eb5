"""Which local measure goes with which parent measure, on made-up plans."""

from msgspec.structs import replace

from editor.comparing import Pair, align
from editor.plan.measures import Measure, Origin, Section
from editor.plan.plans import Plan
from tests.comparing.made_up import HEALTH, SCHOOL, TAX, TRADE, WASTE, plan

PARENT = plan("p", HEALTH, SCHOOL, TRADE, TAX)


def links(pairs: tuple[Pair, ...]) -> list[tuple[tuple[str, ...], str]]:
    return [(pair.parents, pair.link) for pair in pairs]


def test_a_copy_is_verbatim_and_sure() -> None:
    pairs = align([PARENT], plan("l", HEALTH, SCHOOL, TRADE, TAX))
    assert links(pairs) == [((f"p-m{n}",), "paired") for n in (1, 2, 3, 4)]
    assert {pair.relation for pair in pairs} == {"verbatim"}
    assert {pair.similarity for pair in pairs} == {1.0}
    assert all(pair.confidence > 0.9 and not pair.is_offer for pair in pairs)


def test_without_numbers_headings_and_order() -> None:
    parent = plan("p", *(("", text) for _, text in (HEALTH, SCHOOL, TRADE, TAX)), numbers=False)
    local = plan("l", *(("", text) for _, text in (TAX, HEALTH, SCHOOL, TRADE)), numbers=False)
    assert links(align([parent], local)) == [
        (("p-m4",), "moved"),
        (("p-m1",), "paired"),
        (("p-m2",), "paired"),
        (("p-m3",), "paired"),
    ]


def test_what_the_parent_does_not_say_is_new() -> None:
    pairs = align([PARENT], plan("l", HEALTH, WASTE))
    assert links(pairs) == [(("p-m1",), "paired"), ((), "none")]
    assert pairs[1].relation == "new"
    assert pairs[1].parent_plan == ""


def test_a_formulaic_heading_is_no_proof() -> None:
    parent = plan(
        "p", ("推行就医服务改革", HEALTH[1]), ("推行养老服务改革", "建设居家照护床位，培训护理员。")
    )
    local = plan("l", ("推行养老服务改革", HEALTH[1]), ("推行养老床位改革", "培训护理员，建设居家照护床位。"))
    assert [pair.parents for pair in align([parent], local)] == [("p-m1",), ("p-m2",)]


def test_a_parent_taken_up_twice_is_offered_as_split() -> None:
    first, second = (
        "成立专班每月会商，列出任务清单，逐项销号。",
        "开设专栏刊播做法，组织媒体走访，选树典型。",
    )
    parent = plan("p", HEALTH, TAX, ("", first + second))
    local = plan(
        "l", HEALTH, TAX, ("强化组织领导", "由专班" + first), ("强化宣传引导", second + "评选优秀做法。")
    )
    pairs = align([parent], local)
    assert links(pairs[2:]) == [(("p-m3",), "split"), (("p-m3",), "split")]
    assert all(pair.is_offer for pair in pairs[2:])
    assert not any(pair.is_offer for pair in pairs[:2])


def test_two_parents_in_one_local_measure_are_merged() -> None:
    pairs = align([PARENT], plan("l", HEALTH, (SCHOOL[0], SCHOOL[1] + TRADE[1]), TAX))
    assert links(pairs)[1] == (("p-m2", "p-m3"), "merged")
    assert pairs[1].parent_numbers == ("2", "3")


def test_items_below_the_same_heading_belong_to_it() -> None:
    parent = plan(
        "p", ("发放购房补贴", "在城区购房的，给予补贴。二孩家庭增加补贴，三孩家庭再增加补贴。"), TAX
    )
    body = (
        Section(id="s", level=2, number="一", heading="发放购房补贴"),
        Measure(id="a", level=3, number="1", text="二孩家庭购房的，增加补贴。"),
        Measure(id="b", level=3, number="2", text="三孩家庭购房的，再增加补贴。"),
    )
    pairs = align([parent], Plan(id="l", body=body))
    assert [pair.parents for pair in pairs] == [("p-m1",), ("p-m1",)]
    assert not any(pair.is_offer for pair in pairs)


def test_a_stored_link_beats_all_likeness() -> None:
    local = plan("l", HEALTH, SCHOOL)
    origin = Origin(parent="p", measures=("p-m4",), fingerprint="", text="")
    linked = replace(local, body=(replace(local.measures[0], origins=(origin,)), local.measures[1]))
    pairs = align([PARENT], linked)
    assert links(pairs) == [(("p-m4",), "stored"), (("p-m2",), "paired")]
    assert pairs[0].confidence == 1.0


def test_a_link_to_a_parent_that_is_gone_is_not_replaced_by_a_guess() -> None:
    local = plan("l", HEALTH)
    origin = Origin(parent="elsewhere", measures=("x",), fingerprint="", text="")
    assert links(align([PARENT], replace(local, body=(replace(local.measures[0], origins=(origin,)),)))) == [
        ((), "none")
    ]


def test_several_parents_each_have_their_pair() -> None:
    other = plan("q", TAX, HEALTH)
    pairs = align([PARENT, other], plan("l", HEALTH))
    assert [(pair.parent_plan, pair.parents) for pair in pairs] == [("p", ("p-m1",)), ("q", ("q-m2",))]


def test_empty_plans_align() -> None:
    assert align([], Plan(id="l")) == ()
    assert align([Plan(id="p")], plan("l", HEALTH))[0].relation == "new"
    assert align([PARENT], Plan(id="l")) == ()
