"""What the actions of finding and replacing do."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from editor.drafting.commands import Replace
from editor.drafting.replacing import Replacement
from editor.ui.base.outline_rows import DETAILS_KEY
from editor.ui.base.text_box import TextBox
from editor.ui.files.long_steps import do_many
from editor.wording import _

if TYPE_CHECKING:  # loaded when needed: the window starts without them
    from editor.ui.finding.find_view import FindView
    from editor.ui.main_window import MainWindow

_LINES = "\u2029\n"


class FindingGestures:
    """The actions on words in the whole plan; method names are the actions' names."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @cached_property
    def view(self) -> FindView:
        """The pane of finding and replacing."""
        view: FindView = self._window.side_panes["find"].made()
        view.place_entered.connect(self.show_place)
        view.replace_wanted.connect(self.replace_ticked)
        view.left.connect(self._leave)
        return view

    def palette(self) -> None:
        """Find an action or a measure by its name."""
        from editor.ui.finding.palette import Palette

        Palette(self._window).open()

    def wording_rules(self) -> None:
        """Say the county's words for the upper level's, all over the draft."""
        from editor.ui.finding.wording_dialog import WordingDialog

        WordingDialog(self._window.document, self._window).open()

    def find(self) -> None:
        """Look for words, first of all those that are selected."""
        self._open(is_replacing=False)

    def replace(self) -> None:
        """Look for words to replace."""
        self._open(is_replacing=True)

    def _open(self, *, is_replacing: bool) -> None:
        words = _selected_words(QApplication.focusWidget())
        dock = self._window.workbench.docks["find"]
        dock.show()
        dock.raise_()
        self.view.show_replacing(is_replacing)
        self.view.begin(words)

    def find_next(self) -> None:
        """Go to the next place of the words looked for."""
        self._step(1)

    def find_previous(self) -> None:
        """Go to the place before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if self.view.wanted.text():
            self.view.catch_up(self._window.document.project)
            self.view.step(by)
        else:
            self.find()

    def replace_ticked(self) -> None:
        """Replace the words at all ticked places as one step, and say how many there were."""
        chosen, query = self.view.list.ticked, self.view.query
        if not chosen or any(each.new != query.new for each in chosen):
            self._window.messages.tell(_("Tick places in the list of words found first."))
            return
        label = _("Replace “{old}” with “{new}”").format(old=query.wanted, new=query.new)
        message = _("{count} places replaced; undo takes all of them back.").format(count=len(chosen))
        do_many(self._window, chosen, Replace(label, chosen), partial(self._window.messages.tell, message))

    def _leave(self) -> None:
        self._window.workbench.editors.edit()

    def show_place(self, found: Replacement, take_focus: bool = True) -> None:
        """Show words in the outline and in their text box, or in the outline of their superior plan."""
        bench, place = self._window.workbench, found.place
        if place.plan != self._window.document.project.local.id:
            bench.parents.go_to(place.plan or "", place.block or "")
            return
        bench.local.tree.go_to(place.block or DETAILS_KEY)
        box = getattr(bench.editors.currentWidget(), place.field or "", None)
        if isinstance(box, TextBox):
            if box.text == found.text:  # else it was edited since the search
                box.select(found.start, found.end)
            if take_focus:
                box.setFocus()


def _selected_words(focus: QWidget | None) -> str:
    """What is selected in a text box, as far as it is on one line."""
    words = focus.textCursor().selectedText() if isinstance(focus, TextBox) else ""
    return "" if any(line in words for line in _LINES) else words
