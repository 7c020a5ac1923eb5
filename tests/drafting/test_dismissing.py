"""Findings are put aside with a reason, remembered, and taken up again."""

from datetime import date

import pytest
from msgspec.structs import replace

from editor.checking import check_project
from editor.drafting.commands import Dismiss, SetText, TakeUp
from editor.drafting.session import Session
from editor.errors import CommandProblem
from editor.jobs import has_errors
from editor.plan.issues import open_issues
from editor.plan.measures import Measure
from editor.plan.plans import Plan
from editor.plan.project import Project
from editor.storage import load_project, save_project

TODAY = date(2026, 11, 22)


def draft(text: str = "全省推行。") -> Project:
    body = (Measure(id="m1", level=3, number="1", heading="推行新办法", text=text),)
    return Project(local=Plan(id="local", title="示范县方案", body=body, running_levels=(3,)))


def found(project: Project, code: str):
    return tuple(issue for issue in check_project(project, TODAY) if issue.code == code)


def test_a_finding_put_aside_says_why_and_counts_no_more():
    project = draft()
    word = found(project, "superior_word")
    assert len(word) == 1
    aside = Dismiss(word, " 引用省里的说法 ").apply(project)
    assert [issue.dismissed for issue in found(aside, "superior_word")] == ["引用省里的说法"]
    assert open_issues(found(aside, "superior_word")) == ()
    assert len(check_project(aside, TODAY)) == len(check_project(project, TODAY))


def test_it_is_remembered_in_the_file(tmp_path):
    project = Dismiss(found(draft(), "superior_word"), "已核").apply(draft())
    save_project(project, tmp_path / "draft.chengqi")
    again = load_project(tmp_path / "draft.chengqi")
    assert found(again, "superior_word")[0].dismissed == "已核"


def test_it_comes_up_again_where_its_words_change():
    aside = Dismiss(found(draft(), "superior_word"), "已核").apply(draft())
    changed = SetText("m1", "我省推行。").apply(aside)
    assert found(changed, "superior_word")[0].dismissed is None


def test_it_can_be_taken_up_again_and_undone():
    session = Session(draft())
    word = found(session.project, "superior_word")
    session.do(Dismiss(word, "已核"))
    session.do(Dismiss(word, "另有说明"))
    assert [each.reason for each in session.project.dismissals] == ["另有说明"]
    session.do(TakeUp(word))
    assert session.project.dismissals == ()
    session.undo()
    assert [each.reason for each in session.project.dismissals] == ["另有说明"]


def test_a_reason_is_wanted():
    with pytest.raises(CommandProblem):
        Dismiss(found(draft(), "superior_word"), "  ").apply(draft())


def test_an_error_put_aside_is_no_error_of_the_check():
    project = draft("")
    project = replace(
        project, local=replace(project.local, body=(replace(project.local.body[0], heading=""),))
    )
    errors = tuple(issue for issue in check_project(project, TODAY) if issue.severity == "error")
    assert has_errors(errors)
    assert not has_errors(check_project(Dismiss(errors, "留待补写").apply(project), TODAY))
