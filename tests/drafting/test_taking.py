"""Single differences and sentences taken from the parents, each as one step."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.comparing import diff
from editor.comparing.edits import edits, undo
from editor.drafting import Session
from editor.drafting.commands import Adopt, Merge, SetHeading, SetText, Split
from editor.drafting.commands.taking import TakeDifference, TakeSentence, UndoInsertion, split_wording
from editor.errors import CommandProblem
from editor.plan.measures import Measure
from editor.plan.project import Project
from tests.drafting.conftest import PROVINCE

PARENT = PROVINCE.measure("m1").wording


def only(project: Project) -> Measure:
    (measure,) = project.local.measures
    return measure


def drafted(project: Project, text: str) -> Session:
    session = Session(Adopt("parent1", ("m1",)).apply(project))
    session.do(SetText(only(session.project).id, text))
    session.break_typing()
    return session


def take(session: Session, number: int) -> None:
    measure = only(session.project)
    becomes = undo(diff(PARENT, measure.wording), [number])
    session.do(TakeDifference(measure.id, measure.wording, becomes))


def test_one_difference_is_taken_and_one_undo_gives_it_back(project: Project) -> None:
    session = drafted(project, "全县推行材料共享。压减证明20件。")
    take(session, 0)
    assert only(session.project).text == "全省推行材料共享。压减证明20件。"
    assert session.undo_label == "Take a difference from the superior plan"
    session.undo()
    assert only(session.project).text == "全县推行材料共享。压减证明20件。"


def test_an_insertion_is_undone(project: Project) -> None:
    session = drafted(project, "全省推行材料共享。压减证明20件。")
    measure = only(session.project)
    session.do(UndoInsertion(measure.id, measure.wording, undo(diff(PARENT, measure.wording), [0])))
    assert only(session.project).wording == PARENT
    assert session.undo_label == "Undo an insertion"


@given(st.text("全省县推行，。共享", max_size=12), st.text("简化材料办事。", max_size=6))
def test_all_differences_taken_give_the_parents_wording(text: str, heading: str) -> None:
    session = Session(Adopt("parent1", ("m1",)).apply(Project(parents=(PROVINCE,))))
    id = only(session.project).id
    session.do(SetText(id, text))
    session.do(SetHeading(id, heading))
    wording = only(session.project).wording
    spans = diff(PARENT, wording)
    session.do(TakeDifference(id, wording, undo(spans, range(len(edits(spans))))))
    taken, parent = only(session.project), PROVINCE.measure("m1")
    assert (taken.heading, taken.text) == (parent.heading, parent.text)


def test_a_wording_that_changed_meanwhile_is_left_alone(project: Project) -> None:
    session = drafted(project, "另写。")
    with pytest.raises(CommandProblem, match="changed meanwhile"):
        session.do(TakeDifference(only(session.project).id, "旧的。", "新的。"))


@given(
    st.text("全省县推行，。共享", max_size=12),
    st.sampled_from(["", "简化材料", "材料办事", "简化全部材料"]),
    st.integers(),
)
def test_differences_taken_one_by_one_in_any_order_give_the_parents_wording(
    text: str, heading: str, chance: int
) -> None:
    session = Session(Adopt("parent1", ("m1",)).apply(Project(parents=(PROVINCE,))))
    id = only(session.project).id
    session.do(SetText(id, text))
    session.do(SetHeading(id, heading))
    parent = PROVINCE.measure("m1")
    for _step in range(40):
        found = edits(diff(PARENT, only(session.project).wording))
        if not found:
            break
        take(session, chance % len(found))
    assert (only(session.project).heading, only(session.project).text) == (parent.heading, parent.text)


@pytest.mark.parametrize(
    ("wording", "former", "headings", "split"),
    [
        ("标题。正文。", ("标题", "旧文。"), [], ("标题", "正文。")),
        ("上级标题。正文。", ("标题", "正文。"), ["", "上级标题"], ("上级标题", "正文。")),
        (
            "半改标题。正文。又一句。",
            ("标题", "正文。又一句。"),
            ["上级标题"],
            ("半改标题", "正文。又一句。"),
        ),
        (
            "半改标题。另写。又一句。",
            ("标题", "正文。又一句。"),
            ["上级标题"],
            ("半改标题", "另写。又一句。"),
        ),
        ("标题", ("标题", "正文。"), [], ("标题", "")),
        ("正文。", ("标题", "正文。"), [], ("", "正文。")),
        ("正文。又一句。", ("", "正文。"), [], ("", "正文。又一句。")),
        ("正文。又一句。", ("", "另文。又一句。"), ["上级标题"], ("", "正文。又一句。")),
        ("上级标题。正文。", ("", "正文。"), ["上级标题"], ("上级标题", "正文。")),
    ],
)
def test_a_wording_is_heading_and_text(
    wording: str, former: tuple[str, str], headings: list[str], split: tuple[str, str]
) -> None:
    heading, text = former
    measure = Measure(id="m1", level=3, number="1", heading=heading, text=text)
    assert split_wording(wording, measure, headings) == split


def test_a_dropped_sentence_comes_back_to_its_place(project: Project) -> None:
    session = drafted(project, "压减证明。为此设立专窗。")
    place = PARENT.index("全省")
    session.do(TakeSentence("parent1", "m1", place, "全省推行材料共享。"))
    assert only(session.project).text == "全省推行材料共享。压减证明。为此设立专窗。"
    before = session.project
    session.do(TakeSentence("parent1", "m1", place, "全省推行材料共享。"))
    assert session.project is before


def test_of_a_split_measure_the_part_beside_the_sentence_takes_it_back(project: Project) -> None:
    session = Session(Adopt("parent1", ("m1",)).apply(project))
    id = only(session.project).id
    session.do(Split(id, len("全省推行材料共享。")))
    second = session.project.local.measures[1].id
    session.do(SetText(second, ""))
    session.do(TakeSentence("parent1", "m1", PARENT.index("压减"), "压减证明。"))
    assert [m.text for m in session.project.local.measures] == ["全省推行材料共享。压减证明。", ""]


def test_of_a_split_measure_the_part_that_is_named_takes_it_back(project: Project) -> None:
    session = Session(Adopt("parent1", ("m1",)).apply(project))
    session.do(Split(only(session.project).id, len("全省推行材料共享。")))
    second = session.project.local.measures[1].id
    place, sentence = PARENT.index("全省"), "全省推行材料共享。"
    session.do(TakeSentence("parent1", "m1", place, sentence, second))
    texts = [m.text for m in session.project.local.measures]
    assert texts == [sentence, f"{sentence}压减证明。"]


def test_a_merged_measure_takes_the_sentence_of_either_parent(project: Project) -> None:
    session = Session(Adopt("parent1", ("m3", "m4")).apply(project))
    session.do(Merge(tuple(m.id for m in session.project.local.measures)))
    session.do(SetText(only(session.project).id, "服务站进村。"))
    wording = PROVINCE.measure("m4").wording
    session.do(TakeSentence("parent1", "m4", wording.index("为老"), "为老年人上门服务。"))
    assert only(session.project).text == "服务站进村。为老年人上门服务。"


def test_a_dropped_heading_is_taken_whole(project: Project) -> None:
    session = drafted(project, "压减证明。")
    session.do(SetHeading(only(session.project).id, "别的事"))
    session.do(TakeSentence("parent1", "m1", 0, "简化材料。"))
    assert only(session.project).heading == "简化材料"


@pytest.mark.parametrize(("place", "text"), [(0, "没有的话。"), (99, "压减证明。"), (0, "")])
def test_only_the_parents_words_can_be_taken(project: Project, place: int, text: str) -> None:
    session = drafted(project, "另写。")
    with pytest.raises(CommandProblem, match="no such sentence"):
        session.do(TakeSentence("parent1", "m1", place, text))


def test_a_measure_that_was_not_adopted_holds_no_sentence(project: Project) -> None:
    with pytest.raises(CommandProblem, match="adopt it first"):
        TakeSentence("parent1", "m1", 0, "简化材料。").apply(project)
