"""Which of the window's actions each pane offers at the mouse, or at the menu key."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from editor.ui.workbench import Workbench
from editor.wording import _

_LINKS = ("link", "link_more", "unlink")
PARENT = ("adopt", "merge_into", "decline", "reconsider", "", *_LINKS, "", "next_undecided")
LOCAL = (
    *("edit_block", "add_measure", "add_section", "split", "merge", "move_up", "move_down", "remove", ""),
    *("change_selected", "set_undecided", "set_drafting", "set_done", "set_reviewed", "finish", ""),
    *(
        "take_wording",
        "take_units",
        "sort_units",
        *_LINKS,
        "review",
        "review_changes",
        "rename_unit",
        "",
        "filter_outline",
        "show_all",
    ),
)
FINDINGS = ("fix_issue", "next_issue")
COVERAGE = ("adopt", "merge_into", "decline", "reconsider", "", *_LINKS, "", "next_undecided")
DIFFERENCE = (
    *("take_difference", "take_wording", "other_end", "", "next_difference", "previous_difference", ""),
    *("mark_checked", "mark_doubtful", "mark_to_ask", "unmark", "", "unlink_compared", ""),
)


def add_context_menus(bench: Workbench, actions: Mapping[str, QAction]) -> None:
    """Give the panes their menus."""
    difference = bench.difference
    views = (difference.inline, difference.columns, difference.clauses)
    for names, widgets in (
        (PARENT, (bench.parents,)),
        (LOCAL, (bench.local.tree,)),
        (FINDINGS, (bench.findings.tree,)),
        (COVERAGE, (bench.coverage.tree,)),
        (DIFFERENCE, views),
    ):
        for widget in widgets:
            _offer(widget, names, actions)
    for view in views:
        copy = QAction(_("Copy"), view)
        copy.triggered.connect(view.copy)
        view.addAction(copy)


def _offer(widget: QWidget, names: Iterable[str], actions: Mapping[str, QAction]) -> None:
    present = widget.actions()
    for name in names:
        if not name:
            separator = QAction(widget)
            separator.setSeparator(True)
            widget.addAction(separator)
        elif actions[name] not in present:
            widget.addAction(actions[name])
    widget.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
