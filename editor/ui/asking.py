"""The few questions the window asks, each giving back what was chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, TypeVar

from PySide6.QtWidgets import QMessageBox, QWidget

from editor.wording import _

if TYPE_CHECKING:  # not needed at start
    from editor.storage import Recovered

_Roles = QMessageBox.ButtonRole
_Choice = TypeVar("_Choice")


def ask(
    window: QWidget, title: str, text: str, choices: Sequence[tuple[str, _Choice]], otherwise: _Choice
) -> _Choice:
    """The choice whose button was pressed, `otherwise` where none was; the first is the default."""
    box = QMessageBox(QMessageBox.Icon.Question, title, text, parent=window)
    buttons = {box.addButton(wording, _Roles.AcceptRole): choice for wording, choice in choices}
    box.addButton(_("Cancel"), _Roles.RejectRole)
    box.setDefaultButton(next(iter(buttons)))
    box.exec()
    chosen = box.clickedButton()
    return next((choice for button, choice in buttons.items() if button is chosen), otherwise)


def ask_role(window: QWidget, name: str) -> Literal["parent", "local", "new", "nothing"]:
    """What a plan that was read is to the draft that is open."""
    choices: list[tuple[str, Literal["parent", "local", "new", "nothing"]]] = [
        (_("Another superior plan"), "parent"),
        (_("The existing local plan"), "local"),
        (_("A new draft"), "new"),
    ]
    text = _("“{name}” can join the draft that is open.").format(name=name)
    return ask(window, _("What is this plan?"), text, choices, "nothing")


def ask_recovery(window: QWidget, found: Recovered) -> Literal["recover", "discard", "later"]:
    """What to do with unsaved work that was found."""
    name = found.path.name if found.path else found.project.local.title or _("Untitled draft")
    text = _("The program ended without saving “{name}”; its work was kept at {time}.")
    choices: list[tuple[str, Literal["recover", "discard", "later"]]] = [
        (_("Recover"), "recover"),
        (_("Discard"), "discard"),
    ]
    text = text.format(name=name, time=found.kept.replace("T", " "))
    return ask(window, _("Unsaved work"), text, choices, "later")


def ask_leaving(window: QWidget, name: str) -> Literal["save", "discard", "stay"]:
    """What to do with changes that are not saved."""
    choices: list[tuple[str, Literal["save", "discard", "stay"]]] = [
        (_("Save"), "save"),
        (_("Don't save"), "discard"),
    ]
    text = _("“{name}” has changes that are not saved.").format(name=name)
    return ask(window, _("Unsaved work"), text, choices, "stay")


def ask_read_only(window: QWidget, message: str) -> bool:
    """Whether to open a project read-only that somebody else has open."""
    return ask(window, _("Open elsewhere"), message, [(_("Open read-only"), True)], False)
