"""A finding that can be repaired is repaired at one key, and the step undone."""

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from editor.plan.issues import Issue
from editor.plan.locality import Locality
from editor.plan.project import Project
from editor.ui.main_window import MainWindow
from editor.ui.outline.issue_list import counted_title, issue_rows
from tests.ui.driving import answered
from tests.ui.made_up import project

LOCALITY = Locality(name="示范县", superior_words=(("我省", "我县"),))


def provincial() -> Project:
    """A draft whose first text still speaks of the province."""
    draft = project("m1", "m2")
    first = draft.local.measures[0]
    body = [replace(b, text="在我省推行。") if b.id == first.id else b for b in draft.local.body]
    return replace(draft, locality=LOCALITY, local=replace(draft.local, body=tuple(body)))


@pytest.fixture
def window(qtbot: QtBot, window: MainWindow) -> MainWindow:
    window.document.start(provincial())
    answered(qtbot, window)
    return window


def choose(window: MainWindow, code: str) -> None:
    tree = window.bench.findings.tree
    tree.go_to(next(row.key for row in window.bench.findings.model.rows() if row.value.code == code))


def test_a_superior_word_is_replaced_and_the_finding_goes(qtbot: QtBot, window: MainWindow) -> None:
    choose(window, "superior_word")
    action = window.actions_.by_name["fix_issue"]
    assert action.isEnabled()
    assert action.shortcut().toString() == "Ctrl+R"
    action.trigger()
    assert window.document.project.local.measures[0].text == "在我县推行。"
    answered(qtbot, window)
    assert "superior_word" not in {issue.code for issue in window.bench.survey.issues}
    window.document.undo()
    assert window.document.project.local.measures[0].text == "在我省推行。"


def test_without_a_repair_there_is_nothing_to_press(window: MainWindow) -> None:
    assert not window.actions_.by_name["fix_issue"].isEnabled()
    plain = next(issue for issue in window.bench.survey.issues if not issue.fix)
    choose(window, plain.code)
    assert not window.actions_.by_name["fix_issue"].isEnabled()


def test_the_list_says_which_can_be_repaired(window: MainWindow) -> None:
    rows = issue_rows(window.bench.survey.issues)
    assert {bool(row.cells[1]) for row in rows if row.value.code == "superior_word"} == {True}
    assert all(bool(row.cells[1]) is row.value.fix for row in rows)


def test_a_finding_of_the_past_repairs_nothing(window: MainWindow) -> None:
    choose(window, "superior_word")
    window.bench.local.tree.go_to(window.document.project.local.measures[0].id)
    window.groups.gestures.remove()
    before = window.document.project
    window.groups.issues.fix_issue()
    assert window.document.project is before
    assert window.messages.isVisible()


def test_a_finding_is_put_aside_with_a_reason_and_taken_up_again(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(_parent: object, _title: str, question: str, **_more: object) -> tuple[str, bool]:
        asked.append(question)
        return "引用原文", True

    monkeypatch.setattr("editor.ui.outline.issue_gestures.ask_words", answer)
    findings = window.bench.findings
    choose(window, "superior_word")
    before = findings.count
    window.actions_.by_name["dismiss_issue"].trigger()
    qtbot.waitUntil(lambda: findings.count == before - 1)
    assert asked
    assert findings.aside.isVisibleTo(findings)
    findings.aside.click()
    assert findings.count == before
    choose(window, "superior_word")
    row = findings.model.row_at(findings.tree.currentIndex())
    assert "引用原文" in row.cells[3]
    window.actions_.by_name["take_up_issue"].trigger()
    qtbot.waitUntil(lambda: not findings.aside.isVisibleTo(findings))
    assert window.document.project.dismissals == ()


def test_a_list_counts_what_is_open_in_its_title() -> None:
    found = [
        Issue(code="x", severity=severity, message="") for severity in ("hint", "warning", "error", "warning")
    ]
    aside = replace(found[2], dismissed="looked at")
    assert counted_title("Findings", [*found, aside]) == "Findings (errors 1, warnings 2, hints 1)"
    assert counted_title("Findings", [aside]) == "Findings"
