"""Repairs: each removes the issue that it was made for."""

from datetime import date

import pytest
from msgspec.structs import replace

from editor.checking import check_project
from editor.drafting import Session, command_for
from editor.drafting.commands import (
    AddMeasure,
    AddSection,
    Command,
    SetDeadline,
    SetDetail,
    SetNotice,
    SetText,
    SetUnits,
)
from editor.plan.issues import Issue
from editor.plan.measures import Measure, Paragraph
from editor.plan.project import Project

TODAY = date(2026, 3, 1)


def issues(project: Project, code: str) -> list[Issue]:
    return [issue for issue in check_project(project, TODAY) if issue.code == code]


@pytest.fixture
def draft(project: Project) -> Project:
    return AddMeasure("s1", 3, "自选动作", "本县自定。").apply(AddSection(None, 1, "任务").apply(project))


@pytest.mark.parametrize(
    ("code", "commands", "fixed"),
    [
        (
            "superior_word",
            [SetText("m2", "全省推广《全省办法》，在全省实行。")],
            "全县推广《全省办法》，在全县实行。",
        ),
        ("superior_word", [SetDetail("opening", "为在全省推行，制定本方案。")], "为在全县推行，制定本方案。"),
        ("superior_word", [SetDetail("closing", "全省施行。")], "全县施行。"),
        ("superior_word", [SetDetail("title", "全省方案")], "全县方案"),
        ("superior_word", [SetNotice("text", "现在全省印发《全省方案》。")], "现在全县印发《全省方案》。"),
        ("unknown_unit", [SetUnits("m2", "lead_units", ("大数据局",))], "('数据局',)"),
        ("yearless_deadline", [SetDeadline("m2", "9月底前"), SetNotice("date", "2026-03-01")], "2026-09-30"),
    ],
)
def test_a_fix_removes_its_issue(draft: Project, code: str, commands: list[Command], fixed: str) -> None:
    session = Session(draft)
    for command in commands:
        session.do(command)
    (issue,) = issues(session.project, code)
    assert issue.fix
    repair = command_for(issue, session.project)
    assert repair is not None
    session.do(repair)
    assert issues(session.project, code) == []
    assert fixed in f"{session.project.local}{session.project.notice}"


def test_section_headings_and_measure_headings_are_reworded_too(draft: Project) -> None:
    body = tuple(
        replace(block, heading="全省行动") for block in draft.local.body if not isinstance(block, Paragraph)
    )
    draft = replace(draft, local=replace(draft.local, body=body))
    for issue in issues(draft, "superior_word"):
        repair = command_for(issue, draft)
        assert repair is not None
        assert repair.label == "Replace “全省” by “全县”"
        draft = repair.apply(draft)
    assert {getattr(block, "heading", "") for block in draft.local.body} == {"全县行动"}


def test_numbers_are_put_in_order(draft: Project) -> None:
    body = tuple(replace(b, number="7") if isinstance(b, Measure) else b for b in draft.local.body)
    draft = replace(draft, local=replace(draft.local, body=body))
    (issue,) = issues(draft, "missing_number")
    repair = command_for(issue, draft)
    assert repair is not None
    assert issues(repair.apply(draft), "missing_number") == []


def test_what_needs_a_decision_has_no_fix(draft: Project) -> None:
    draft = SetText("m2", "各市落实。").apply(draft)
    (issue,) = issues(draft, "superior_word")
    assert not issue.fix
    assert command_for(issue, draft) is None
    assert command_for(replace(issue, fix=True), draft) is None


@pytest.mark.parametrize("code", ["superior_word", "unknown_unit", "yearless_deadline"])
def test_a_fix_for_a_block_that_is_gone_is_none(draft: Project, code: str) -> None:
    issue = Issue(code=code, severity="warning", message="", fix=True, subject="全省")
    place = replace(issue.place, plan="local", block="m99", field="text")
    assert command_for(replace(issue, place=place), draft) is None
