"""The walk through the example: each step goes on by itself once it was done."""

import pytest

from editor.drafting.commands import (
    Adopt,
    Decline,
    SetDeadline,
    SetState,
    SetText,
    SetUnits,
    TakeSnapshot,
)
from editor.ui.guide.walk import STEPS
from tests.ui.made_up import project


@pytest.fixture
def walk(qtbot, window):
    window.actions_.by_name["walk"].trigger()
    bar = window.groups.help.walk_bar
    qtbot.waitUntil(bar.isVisible)
    return bar


def test_steps_that_were_done_go_on_by_themselves(qtbot, window, walk):
    document = window.document
    parent = document.project.parents[0]
    first, second, third = (measure.id for measure in parent.measures[:3])

    def go_on(*commands):
        before = walk.place
        for command in commands:
            assert document.do(command)
        assert walk.place == before + 1

    go_on(Adopt(parent.id, (first, second)))
    id = document.project.local.measures[0].id
    go_on(Decline(parent.id, (third,), "省级事权"))
    go_on(SetText(id, "换个说法。"))
    walk.next.click()
    go_on(SetUnits(id, "lead_units", ("公安局",)))
    go_on(SetDeadline(id, "2027年底前"))
    go_on(SetState(id, "done"))
    walk.next.click()
    walk.next.click()
    go_on(TakeSnapshot("初稿", "2026-11-22"))
    assert window.bench.docks["pages"].isVisible()
    walk.next.click()
    assert walk.isVisible()
    walk.next.click()
    assert not walk.isVisible()


def test_a_step_does_not_go_on_for_something_else(window, walk):
    parent = window.document.project.parents[0]
    window.document.do(Decline(parent.id, (parent.measures[0].id,), "省级事权"))
    assert walk.place == 0


def test_one_can_go_back(walk):
    walk.next.click()
    walk.back.click()
    assert walk.place == 0
    assert not walk.back.isEnabled()


def test_another_document_ends_the_walk(window, walk):
    window.document.forget_changes()
    window.document.start(project("m1"))
    assert not walk.isVisible()


def test_every_step_names_a_pane_that_exists(window, walk):
    assert {step.dock for step in STEPS} <= set(window.bench.docks)
