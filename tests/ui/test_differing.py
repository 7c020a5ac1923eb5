"""What the views of a difference show: edits, clauses, what matters, rows side by side; without Qt."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from editor.drafting.commands import AddMeasure, Adopt, MarkDifference, SetText, TakeSnapshot
from editor.drafting.marks import marked
from editor.plan.project import Mark, Project
from editor.ui.difference.differing import Difference, difference, mark_counts
from editor.ui.difference.passages import Passage, side_by_side, visible
from tests.drafting.conftest import PROVINCE

TEXTS = st.text("全省县推行材料共享，。压减证明30日", max_size=30)


def drafted(text: str) -> Project:
    project = Adopt("parent1", ("m1",)).apply(Project(parents=(PROVINCE,)))
    return SetText(project.local.measures[0].id, text).apply(project)


def differing(text: str) -> Difference:
    project = drafted(text)
    return difference(project, project.local.measures[0].id)


def joined(passages: tuple[Passage, ...] | list[Passage], ops: str) -> str:
    return "".join(passage.text for passage in passages if passage.op in ops)


@given(TEXTS)
def test_both_sides_are_whole_in_every_view(text: str) -> None:
    found = differing(text)
    assert joined(found.passages, "=-<") == found.parent == PROVINCE.measure("m1").wording
    assert joined(found.passages, "=+>") == found.wording
    rows = side_by_side(found.passages)
    assert "".join(joined(left, "=-<") for left, _right in rows) == found.parent
    assert "".join(joined(right, "=+>") for _left, right in rows) == found.wording
    assert "".join(clause.text for clause in found.clauses) == found.parent
    assert "".join(joined(clause.old, "=-<") for clause in found.clauses) == found.parent
    ours = {
        place
        for c in found.clauses
        if c.local_place >= 0
        for place in range(c.local_place, c.local_place + len(c.local_text))
    }
    assert ours == set(range(len(found.wording)))
    assert {edit for clause in found.clauses for edit in clause.edits} == set(range(len(found.edits)))
    for clause in found.clauses:
        assert joined(clause.new, "=+>") == clause.local_text
    shown = list(visible(found.passages, found.punctuation | found.widths))
    assert joined(shown, "=+>") == found.wording
    assert not {passage.edit for passage in shown} & found.punctuation


def test_sides_agree_sentence_by_sentence() -> None:
    rows = side_by_side(differing("全县推行材料共享。压减证明。").passages)
    assert [(joined(left, "=-"), joined(right, "=+")) for left, right in rows] == [
        ("简化材料。", "简化材料。"),
        ("全省推行材料共享。", "全县推行材料共享。"),
        ("压减证明。", "压减证明。"),
    ]


def test_a_sentence_that_is_left_out_or_moved_has_a_row_of_its_own() -> None:
    parts = (
        ("<", "先行。"),
        ("=", "推行。"),
        ("-", "压减。"),
        ("+", "减少。"),
        ("=", "公布。"),
        (">", "先行。"),
    )
    rows = side_by_side([Passage(op, text) for op, text in parts])
    assert [(joined(left, "=-<"), joined(right, "=+>")) for left, right in rows] == [
        ("先行。", ""),
        ("推行。", "推行。"),
        ("压减。", "减少。"),
        ("公布。", "公布。"),
        ("", "先行。"),
    ]


def test_clauses_tell_what_was_kept_dropped_and_added() -> None:
    found = differing("压减证明。另外设立专门窗口办理。")
    assert [(clause.status, clause.text or clause.local_text) for clause in found.clauses] == [
        ("kept", "简化材料。"),
        ("dropped", "全省推行材料共享。"),
        ("kept", "压减证明。"),
        ("added", "另外设立专门窗口办理。"),
    ]
    assert found.clauses[1].place == len("简化材料。")


def clause_rows(text: str) -> list[tuple[str, str, str]]:
    return [(clause.status, clause.text, clause.local_text) for clause in differing(text).clauses]


def test_what_was_added_stands_where_it_stands_in_ours() -> None:
    assert clause_rows("另外设立专门窗口办理。全省推行材料共享。每季度公布一次。压减证明。") == [
        ("kept", "简化材料。", "简化材料。"),
        ("added", "", "另外设立专门窗口办理。"),
        ("kept", "全省推行材料共享。", "全省推行材料共享。"),
        ("added", "", "每季度公布一次。"),
        ("kept", "压减证明。", "压减证明。"),
    ]


def test_words_beside_or_inside_a_clause_are_part_of_it() -> None:
    assert clause_rows("在全县推行材料共享。压减证明，随到随办。")[1:] == [
        ("reworded", "全省推行材料共享。", "在全县推行材料共享。"),
        ("kept", "压减证明。", "压减证明，随到随办。"),
    ]


def test_a_reworded_clause_shows_its_edits() -> None:
    clause = differing("全县推行材料共享。压减证明。").clauses[1]
    assert [(p.op, p.text) for p in clause.old] == [("-", "全省"), ("=", "推行材料共享。")]
    assert [(p.op, p.text) for p in clause.new] == [("+", "全县"), ("=", "推行材料共享。")]
    assert clause.edits == (0,)


STAYS = "推行办事材料共享机制，实现数据多跑路、群众少跑腿。压减各类证明事项，按季公布保留清单。"


def test_a_clause_that_moved_says_so_and_shows_where_it_went() -> None:
    spans = "设立服务站点，方便群众办事。"
    parent = replace(PROVINCE.measure("m1"), text=f"{spans}{STAYS}")
    body = tuple(parent if block.id == "m1" else block for block in PROVINCE.body)
    project = Adopt("parent1", ("m1",)).apply(Project(parents=(replace(PROVINCE, body=body),)))
    id = project.local.measures[0].id
    found = difference(SetText(id, f"{STAYS}{spans}").apply(project), id)
    moved = [clause for clause in found.clauses if clause.is_moved]
    assert "".join(clause.text for clause in moved) == spans
    assert all(clause.local_text.strip("。") in spans for clause in moved)
    assert not [clause for clause in found.clauses if clause.status == "added"]


def test_mere_marks_are_told_from_words() -> None:
    found = differing("全省推行材料共享，压减证明。补充说明。")
    assert [(found.edits[n].old, found.edits[n].new) for n in sorted(found.punctuation)] == [("。", "，")]
    assert not found.widths
    assert len(found.edits) == 2


def test_what_matters_leads_to_its_edit() -> None:
    found = differing("全省推行材料共享20件。压减证明。")
    (matter,) = [m for m in found.matters if m.concern.kind == "figure"]
    assert matter.concern.new == "20件"
    assert found.edits[matter.edit].new == "20件"


def test_marks_follow_their_words_and_say_when_those_are_gone() -> None:
    project = drafted("全县推行材料共享。压减证明。")
    id = project.local.measures[0].id
    mark = Mark(measure=id, parent="parent1", old="全省", new="全县", verdict="doubtful", note="请示")
    project = MarkDifference(mark).apply(project)
    elsewhere = SetText(id, "全县推行材料共享。压减证明。另设专窗。").apply(project)
    found = difference(elsewhere, id)
    assert (found.mark_of(0), found.mark_of(1)) == (mark, None)
    assert mark_counts(found) == {"doubtful": 1, "": 1}
    assert [m.is_there for m in marked(elsewhere)] == [True]
    gone = SetText(id, "全省推行材料共享。压减证明。").apply(project)
    assert [m.is_there for m in marked(gone)] == [False]


def test_the_same_words_twice_are_two_differences() -> None:
    found = difference(*twice())
    assert [found.words(n)[:3] for n in range(2)] == [("", "县", 0), ("", "县", 1)]


def twice() -> tuple[Project, str]:
    project = drafted("县全省推行材料共享。县压减证明。")
    return project, project.local.measures[0].id


def test_a_measure_is_compared_with_a_snapshot_of_itself_too() -> None:
    project = TakeSnapshot("初稿", "2026-03-02").apply(drafted("全县推行材料共享。压减证明。"))
    id = project.local.measures[0].id
    assert difference(project, id).plans == ("parent1", "〔初稿〕")
    later = SetText(id, "全县推行材料共享。压减全部证明。").apply(project)
    found = difference(later, id, "〔初稿〕")
    assert found.is_with_snapshot
    assert [(edit.old, edit.new) for edit in found.edits] == [("", "全部")]
    assert not difference(later, id).is_with_snapshot
    own = TakeSnapshot("送审稿", "2026-03-09").apply(AddMeasure(None, 3, "自选", "自办。").apply(project))
    mine = next(measure.id for measure in own.local.measures if measure.heading == "自选")
    assert difference(own, mine).plans == ("", "〔送审稿〕")
    assert not difference(own, mine).edits
