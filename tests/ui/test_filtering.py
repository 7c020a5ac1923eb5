"""Filters of the outline, and many measures changed at once, in the window."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from editor.drafting.commands import SetDeadline, SetState, SetUnits
from editor.ui.main_window import MainWindow
from editor.ui.outline.change_dialog import ChangeDialog
from editor.ui.outline.filtering import CHOICES, Filter, Known, shown, units_in
from tests.ui.driving import act
from tests.ui.made_up import project


@pytest.mark.parametrize(
    ("filter", "expected"),
    [
        (Filter(), None),
        (Filter("undecided"), ()),
        (Filter("drafting"), (1, 2)),
        (Filter("done"), (0,)),
        (Filter("reviewed"), (3,)),
        (Filter("unfinished"), (1, 2)),
        (Filter("no_unit"), (1, 2, 3)),
        (Filter("no_lead"), (1, 2, 3)),
        (Filter("no_deadline"), (0, 1, 3)),
        (Filter("suspect"), (1,)),
        (Filter("found"), (2, 3)),
        (Filter("own"), ()),
        (Filter(unit="公安局"), (0,)),
        (Filter(words="１００个"), (2,)),
        (Filter("no_unit", words="费用"), (3,)),
    ],
    ids=str,
)
def test_every_filter_shows_its_measures(filter: Filter, expected: tuple[int, ...] | None) -> None:
    draft = project("m1", "m2", "m3", "m4")
    ids = [measure.id for measure in draft.local.measures]
    for command in (
        SetState(ids[0], "done"),
        SetState(ids[3], "reviewed"),
        SetUnits(ids[0], "lead_units", ("公安局",)),
        SetDeadline(ids[2], "年底"),
    ):
        draft = command.apply(draft)
    known = Known(frozenset({ids[1]}), frozenset(ids[2:]))
    wanted = None if expected is None else frozenset(ids[place] for place in expected)
    assert shown(draft.local, filter, known) == wanted
    if wanted is not None:
        assert shown(draft.local, filter, known, (ids[0],)) == wanted | {ids[0]}
    assert units_in(draft.local) == {"公安局": 1}
    assert filter.choice in CHOICES


@pytest.fixture
def window(window: MainWindow) -> MainWindow:
    window.document.start(project("m1", "m2", "m3", "m4"))
    return window


def listed(window: MainWindow) -> list[str]:
    measures = {m.id: m.heading for m in window.document.project.local.measures}
    return [measures[row.key] for row in window.bench.local.model.rows() if row.key in measures]


def go_to(window: MainWindow, place: int) -> str:
    id = window.document.project.local.measures[place].id
    window.bench.local.tree.go_to(id)
    return id


def test_words_filter_while_one_types(window: MainWindow, qtbot: QtBot) -> None:
    act(window, "filter_outline")
    bar = window.bench.local.bar
    assert bar.words.hasFocus()
    bar.words.setText("减")
    qtbot.waitUntil(lambda: listed(window) == ["简化手续", "减免费用"])
    assert bar.count.text() == "2 / 4"
    assert window.bench.editors.id == window.document.project.local.measures[0].id
    qtbot.keyClick(bar.words, Qt.Key.Key_Return)
    assert window.bench.local.tree.hasFocus()
    act(window, "show_all")
    assert len(listed(window)) == 4
    assert not bar.all.isVisible()


def test_the_measure_at_work_stays_in_sight(window: MainWindow) -> None:
    go_to(window, 1)
    window.bench.local.bar.choose("drafting")
    assert len(listed(window)) == 4
    act(window, "set_done")
    assert listed(window) == ["简化手续", "延长服务", "建设平台", "减免费用"], "it goes when one goes on"
    go_to(window, 2)
    window.bench.local.refresh()
    assert listed(window) == ["简化手续", "建设平台", "减免费用"]


def test_a_hidden_measure_that_is_gone_to_makes_the_filter_give_way(window: MainWindow) -> None:
    window.bench.local.bar.choose("done")
    assert listed(window) == []
    chosen = go_to(window, 3)
    assert window.bench.local.current == chosen
    assert window.bench.local.bar.filter.is_open


def test_units_are_offered_with_their_counts(window: MainWindow) -> None:
    first = go_to(window, 0)
    window.document.do(SetUnits(first, "lead_units", ("公安局",)))
    bar = window.bench.local.bar
    bar.unit.setFocus()
    assert [bar.unit.itemText(place) for place in range(bar.unit.count())] == ["Any unit", "公安局 (1)"]
    bar.unit.setCurrentIndex(1)
    assert listed(window) == ["简化手续"]


def test_measures_with_findings(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.bench.is_busy and window.bench.survey is not None)
    assert window.bench.survey.found
    window.bench.local.bar.choose("found")
    assert len(listed(window)) == len(window.bench.survey.found)


@pytest.mark.parametrize(
    ("action", "state"),
    [
        ("set_undecided", "undecided"),
        ("set_drafting", "drafting"),
        ("set_done", "done"),
        ("set_reviewed", "reviewed"),
    ],
)
def test_states_are_set_for_all_that_is_selected(window: MainWindow, action: str, state: str) -> None:
    go_to(window, 0)
    window.bench.local.tree.selectAll()
    before = window.document.project
    act(window, action)
    assert {m.state for m in window.document.project.local.measures} == {state}
    if state != "drafting":
        window.document.undo()
    assert window.document.project == before


def test_units_deadline_and_state_of_many_in_one_step(window: MainWindow, qtbot: QtBot) -> None:
    window.bench.local.tree.selectAll()
    act(window, "change_selected")
    dialog = window.findChild(ChangeDialog)
    qtbot.waitUntil(dialog.units.focusProxy().hasFocus)
    dialog.units.add("公安局")
    dialog.deadline.setText("年底前")
    dialog.deadline.textEdited.emit("年底前")
    assert "year missing" in dialog.understood.text()
    assert not dialog.state_wanted.isChecked()
    before = window.document.project
    qtbot.keyClick(dialog.deadline, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.document.project is before, "the year is asked for first"
    qtbot.keyClick(dialog.question.buttons[0], Qt.Key.Key_2)
    measures = window.document.project.local.measures
    assert {m.units("responsible_units") for m in measures} == {("公安局",)}
    day = f"{date.today().year + 1}-12-31"
    assert {(m.deadline.text, m.deadline.date) for m in measures} == {("年底前", day)}
    assert window.actions_.by_name["undo"].text().endswith("Change 4 measures")


def test_a_year_can_be_left_open_for_many(window: MainWindow, qtbot: QtBot) -> None:
    window.bench.local.tree.selectAll()
    act(window, "change_selected")
    dialog = window.findChild(ChangeDialog)
    dialog.deadline.setText("9月底前")
    dialog.deadline.textEdited.emit("9月底前")
    dialog.accept()
    qtbot.keyClick(dialog.question.buttons[0], Qt.Key.Key_3)
    measures = window.document.project.local.measures
    assert {(m.deadline.text, m.deadline.date) for m in measures} == {("9月底前", None)}


def test_units_of_a_section_go_into_the_rosters_order(window: MainWindow) -> None:
    measure = window.document.project.local.measures[0].id
    window.document.do(SetUnits(measure, "responsible_units", ("教育局", "公安局")))
    window.bench.local.tree.go_to(window.document.project.local.sections[0].id)
    act(window, "sort_units")
    assert window.document.project.local.measure(measure).units("responsible_units") == ("公安局", "教育局")
    assert window.actions_.by_name["sort_units"] in window.bench.local.tree.actions()


def test_a_section_stands_for_its_measures(window: MainWindow) -> None:
    section = window.document.project.local.sections[0].id
    window.bench.local.tree.go_to(section)
    act(window, "set_reviewed")
    states = [m.state for m in window.document.project.local.measures]
    assert states == ["reviewed", "reviewed", "drafting", "drafting"]


def test_every_pane_has_a_menu_of_its_own(window: MainWindow) -> None:
    bench = window.bench
    panes = (
        bench.parents,
        bench.local.tree,
        bench.findings.tree,
        bench.coverage.tree,
        bench.difference.inline,
    )
    for pane in panes:
        assert pane.contextMenuPolicy() == Qt.ContextMenuPolicy.ActionsContextMenu
        names = {action.objectName() for action in pane.actions()}
        assert names & set(window.actions_.by_name)
    assert window.actions_.by_name["set_reviewed"] in bench.local.tree.actions()
