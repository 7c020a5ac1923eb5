"""The redline: what comes of accepting and of refusing all its tracked changes, read off the XML."""

import copy
from datetime import date
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace

from editor.comparing import diff
from editor.plan.measures import Block, Measure, Origin
from editor.plan.plans import Plan
from editor.plan.project import Project, Snapshot
from editor.writing.elements.plan_elements import plan_elements
from editor.writing.redline.redline import main_parent, redline_bytes, write_redline
from editor.writing.template.template import notice_template
from tests.rendering import render
from tests.writing.effective import Document, W, text_of
from tests.writing.samples import BODY, PLAN, WORDS, measure

DAY = date(2026, 3, 5)
CHANGES = {"ins", "del", "moveFrom", "moveTo"}
PARENT = replace(PLAN, id="parent1", title="示范省深化营商环境改革创新实施方案")


def local(*body: Block, **changes: object) -> Project:
    """A county's project whose measures come from the parent's of the same id."""
    linked = tuple(
        replace(each, origins=(Origin(parent="parent1", measures=(each.id,), fingerprint="", text=""),))
        if isinstance(each, Measure)
        else replace(each, taken_from=("parent1", each.id))
        for each in body
    )
    return Project(parents=(PARENT,), local=replace(PLAN, body=linked, **changes))


def settled(content: bytes, accept: bool) -> list[str]:
    """The paragraphs after all changes were accepted or refused, as a word processor does it."""
    body = copy.deepcopy(Document(content).body)
    gone, kept = (
        ({"del", "moveFrom"}, {"ins", "moveTo"}) if accept else ({"ins", "moveTo"}, {"del", "moveFrom"})
    )
    lines, line = [], ""
    for paragraph in body.findall(f"{W}p"):
        for child in paragraph:
            name = etree.QName(child).localname
            if name == "r":
                line += text_of(child)
            elif name in kept:
                line += "".join(each.text or "" for each in child.iter(f"{W}t", f"{W}delText"))
        mark = paragraph.find(f"{W}pPr/{W}rPr")
        marks = set() if mark is None else {etree.QName(each).localname for each in mark}
        if not marks & gone:
            lines.append(line)
            line = ""
    assert not line, "the last paragraph mark stays"
    return [each for each in lines if each]


def printed(plan: Plan) -> list[str]:
    return [each.printed for each in plan_elements(plan) if each.printed]


def check(project: Project, old: Plan = PARENT) -> Document:
    content = redline_bytes(old, project, notice_template(), "承启", DAY)
    assert settled(content, accept=True) == printed(project.local)
    assert settled(content, accept=False) == printed(old)
    return Document(content)


def changed(document: Document, tag: str) -> list[str]:
    words = [
        "".join(each.text or "" for each in change.iter(f"{W}t", f"{W}delText"))
        for change in document.body.iter(f"{W}{tag}")
    ]
    return [each for each in words if each]


def test_an_unchanged_plan_has_no_changes() -> None:
    document = check(local(*BODY, title=PARENT.title))
    assert not any(changed(document, tag) for tag in CHANGES)


def test_edits_are_those_of_the_comparison() -> None:
    text = WORDS.replace("30%", "50%").replace("各环节", "全部环节")
    document = check(
        local(measure("m1", 3, "1", "企业开办一次办", text), title=PARENT.title, opening=PLAN.opening),
        replace(PARENT, body=(BODY[4],)),
    )
    spans = diff(WORDS, text)
    assert changed(document, "del") == [span.text for span in spans if span.op == "-"]
    assert changed(document, "ins") == [span.text for span in spans if span.op == "+"]


def test_merged_split_dropped_and_new_measures() -> None:
    one, two, three = (
        measure(f"m{n}", 3, str(n), f"任务{n}", f"做好第{n}件事，按时办结。") for n in (1, 2, 3)
    )
    old = replace(PARENT, body=(one, two, three))
    both = Origin(parent="parent1", measures=("m1", "m2"), fingerprint="", text="")
    third = Origin(parent="parent1", measures=("m3",), fingerprint="", text="")
    merged = replace(one, id="l1", text=one.text + two.text, origins=(both,))
    halves = [
        replace(three, id=f"l{n}", number=str(n), heading=f"分任务{n}", origins=(third,)) for n in (2, 3)
    ]
    new = measure("l4", 3, "4", "新任务", "另办一件事。")
    check(Project(parents=(old,), local=replace(PLAN, body=(merged, *halves, new))), old)
    check(Project(parents=(old,), local=replace(PLAN, body=(new,))), old)
    check(Project(parents=(old,), local=Plan(id="local")), old)
    check(Project(parents=(old,), local=replace(PLAN, body=(merged,))), Plan(id="parent1"))


def test_what_changed_its_place_is_moved_with_its_edits() -> None:
    moved = replace(BODY[-1], text=WORDS.replace("30%", "50%"))
    document = check(local(moved, *BODY[:-1], title=PARENT.title))
    assert WORDS in changed(document, "moveFrom")[0]
    assert "50%" in changed(document, "ins")
    names = [
        {each.get(f"{W}name") for each in document.body.iter(f"{W}{tag}RangeStart")}
        for tag in ("moveFrom", "moveTo")
    ]
    assert names[0] == names[1] == {"move0"}
    for tag in ("moveFrom", "moveTo"):
        starts = [each.get(f"{W}id") for each in document.body.iter(f"{W}{tag}RangeStart")]
        assert starts == [each.get(f"{W}id") for each in document.body.iter(f"{W}{tag}RangeEnd")]


def test_a_sentence_that_moved_inside_a_measure_is_moved_not_rewritten() -> None:
    first, second = "县级大厅设立综合窗口，实行一窗受理。", "乡镇便民中心配备帮办人员，周末照常开放。"
    old = replace(PARENT, body=(measure("m1", 3, "1", "优化服务", first + second + WORDS),))
    document = check(local(measure("m1", 3, "1", "优化服务", second + WORDS + first)), old)
    moved = [changed(document, tag) for tag in ("moveFrom", "moveTo")]
    assert moved[0] == moved[1] != []
    assert moved[0][0].strip("。") in first + second
    names = [
        [each.get(f"{W}name") for each in document.body.iter(f"{W}{tag}RangeStart")]
        for tag in ("moveFrom", "moveTo")
    ]
    assert names[0] == names[1]
    for tag in ("moveFrom", "moveTo"):
        starts = [each.get(f"{W}id") for each in document.body.iter(f"{W}{tag}RangeStart")]
        assert starts == [each.get(f"{W}id") for each in document.body.iter(f"{W}{tag}RangeEnd")]


SENTENCES = [
    *WORDS.split("，"),
    "县级大厅设立综合窗口，实行一窗受理。",
    "乡镇便民中心配备帮办人员。\n",
    "周末照常开放。",
]


@given(st.permutations(SENTENCES), st.integers(0, len(SENTENCES)))
def test_any_order_of_sentences_agrees(order: list[str], kept: int) -> None:
    old = replace(PARENT, body=(measure("m1", 3, "1", "优化服务", "".join(SENTENCES)),))
    check(local(measure("m1", 3, "1", "优化服务", "".join(order[:kept]))), old)


def test_a_snapshot_is_an_earlier_state_of_the_plan(tmp_path: Path) -> None:
    later = replace(PLAN, body=(*BODY[:4], replace(BODY[4], text=WORDS.replace("30%", "50%")), *BODY[6:]))
    snapshot = Snapshot(name="送审稿", date="2026-03-01", plan=PLAN)
    check(Project(local=later, snapshots=(snapshot,)), PLAN)
    done = write_redline(Project(local=later), tmp_path / "修订稿.docx", snapshot, on=DAY)
    assert (done.agrees, done.against) == (True, "送审稿")


def test_any_superior_plan_may_be_chosen(tmp_path: Path) -> None:
    other = replace(PARENT, id="parent2", title="示范市方案", body=BODY[4:6])
    project = replace(local(*BODY), parents=(PARENT, other))
    assert main_parent(project) is PARENT
    assert write_redline(project, tmp_path / "省.docx", on=DAY).against == PARENT.title
    done = write_redline(project, tmp_path / "市.docx", other, on=DAY)
    assert (done.agrees, done.against) == (True, "示范市方案")


def test_an_earlier_state_of_the_plan_is_compared_by_its_blocks() -> None:
    later = replace(PLAN, body=tuple(reversed(BODY)))
    check(Project(local=later), PLAN)


def test_every_change_has_its_own_id_and_the_author_and_day_that_were_given(tmp_path: Path) -> None:
    project = local(*reversed(BODY), title="示范县方案")
    done = write_redline(project, tmp_path / "修订稿.docx", author="示范同志", on=DAY)
    assert done.agrees, done.differences
    document = Document((tmp_path / "修订稿.docx").read_bytes())
    changes = [each for each in document.body.iter() if etree.QName(each).localname in CHANGES]
    assert {each.get(f"{W}author") for each in changes} == {"示范同志"}
    assert {each.get(f"{W}date") for each in changes} == {"2026-03-05T00:00:00Z"}
    ids = [each.get(f"{W}id") for each in changes]
    assert len(set(ids)) == len(ids)
    assert docx.Document(str(tmp_path / "修订稿.docx")).core_properties.author == ""


@given(st.lists(st.sampled_from([*range(len(BODY))]), unique=True), st.data())
def test_any_choice_and_order_of_blocks_agrees(order: list[int], data: st.DataObject) -> None:
    body = [BODY[place] for place in order]
    for at, each in enumerate(body):
        if isinstance(each, Measure) and data.draw(st.booleans()):
            body[at] = replace(each, text=data.draw(st.text(max_size=30)))
    check(local(*body, opening=data.draw(st.sampled_from(["", PLAN.opening, "另一段。\n再一段。"]))))


@pytest.mark.parametrize("name", ["shandong_2025_province.txt rongcheng_2025_county.txt"])
def test_a_real_pair_agrees(corpus: Path, name: str) -> None:
    from editor.jobs import draft

    parent, county = (corpus / each for each in name.split())
    project = draft([parent], local=county, today=DAY)
    check(project, project.parents[0])


def test_libreoffice_shows_the_changes(tmp_path: Path) -> None:
    write_redline(local(*BODY[4:], title="示范县方案"), tmp_path / "redline.docx", on=DAY)
    (rendering,) = render(tmp_path, tmp_path / "redline.docx")
    text = "".join(page.text for page in rendering.pages)
    assert "示范省" in text, "what was deleted is shown struck out"
    assert "示范县方案" in text
