"""A real pair of plans in the window: the parent opened, the existing local plan taken in and aligned."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from editor.ui.files import opening_gestures
from editor.ui.main_window import MainWindow
from tests.ui.driving import answered, open_file

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_an_existing_plan_is_taken_in(
    qtbot: QtBot, window: MainWindow, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening_gestures, "ask_role", lambda *_: "local")
    open_file(qtbot, window, corpus / "shandong_2025_province.txt")
    with qtbot.waitSignal(window.document.changed):
        window.open_path(corpus / "rongcheng_2025_county.txt")
    measures = window.document.project.local.measures
    assert (
        sum(bool(measure.units("responsible_units") or measure.units("lead_units")) for measure in measures)
        == 29
    )
    answered(qtbot, window)
    assert len(window.bench.covered) == 35
    undecided = {
        item.caption.split(".")[0] for item in window.bench.covered if item.disposition == "undecided"
    }
    assert {"30", "31"} <= undecided
    for measure in measures:
        window.bench.local.tree.go_to(measure.id)
        answered(qtbot, window)
        shown = window.bench.difference.difference
        assert shown is not None
        assert "".join(p.text for p in shown.passages if p.op in "=+>") == measure.wording
