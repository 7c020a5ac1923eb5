"""The few questions the window asks, each giving back what was chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias, TypeVar

from PySide6.QtWidgets import QInputDialog, QMessageBox, QWidget

from editor.ui.base.help_key import offer_help
from editor.ui.base.sizes import open_at
from editor.wording import _

_Roles = QMessageBox.ButtonRole
_Choice = TypeVar("_Choice")
_SIZE = (420, 0)
_MOST_NAMED = 8
"""Places that a question lists by name."""


def ask(
    window: QWidget,
    title: str,
    text: str,
    choices: Sequence[tuple[str, _Choice]],
    otherwise: _Choice,
    page: str = "safety",
) -> _Choice:
    """The choice whose button was pressed, `otherwise` where none was; the first is the default, F1 opens the guide's page."""
    box = QMessageBox(QMessageBox.Icon.Question, title, text, parent=window)
    offer_help(box, page)
    buttons = {box.addButton(wording, _Roles.AcceptRole): choice for wording, choice in choices}
    box.addButton(_("Cancel"), _Roles.RejectRole)
    box.setDefaultButton(next(iter(buttons)))
    box.exec()
    chosen = box.clickedButton()
    return next((choice for button, choice in buttons.items() if button is chosen), otherwise)


def ask_words(
    parent: QWidget,
    title: str,
    question: str,
    *,
    page: str,
    words: str = "",
    choices: Sequence[str] = (),
    is_free: bool = True,
) -> tuple[str, bool]:
    """The words typed, or chosen where there are choices, and whether they were given; F1 opens the guide's page."""
    box = QInputDialog(parent)
    box.setWindowTitle(title)
    box.setLabelText(question)
    if choices:
        box.setComboBoxItems(choices)
        box.setComboBoxEditable(is_free)
    box.setTextValue(words or next(iter(choices), ""))
    open_at(box, *_SIZE)
    offer_help(box, page)
    return (box.textValue(), True) if box.exec() else ("", False)


Role: TypeAlias = Literal["parent", "local", "new", "nothing"]
"""What plans that were read are to the draft that is open."""


def ask_role(window: QWidget, names: Sequence[str]) -> Role:
    """What plans that were read are to the draft that is open; only one alone can be the local plan."""
    if len(names) == 1:
        title, text = _("What is this plan?"), _("“{name}” can join the draft that is open.")
        choices: list[tuple[str, Role]] = [
            (_("Another superior plan"), "parent"),
            (_("The existing local plan"), "local"),
        ]
    else:
        title, text = (
            _("What are these plans?"),
            _("These {count} plans can join the draft that is open: {name}"),
        )
        choices = [(_("More superior plans"), "parent")]
    text = text.format(name=_(", ").join(names), count=len(names))
    return ask(window, title, text, [*choices, (_("A new draft"), "new")], "nothing", "start")


def ask_leaving(window: QWidget, name: str) -> Literal["save", "discard", "stay"]:
    """What to do with changes that are not saved."""
    choices: list[tuple[str, Literal["save", "discard", "stay"]]] = [
        (_("Save"), "save"),
        (_("Don't save"), "discard"),
    ]
    text = _("“{name}” has changes that are not saved.").format(name=name)
    return ask(window, _("Unsaved work"), text, choices, "stay")


def ask_outside(window: QWidget, name: str) -> Literal["save_as", "replace", "stay"]:
    """How to save a project whose file another program has changed."""
    choices: list[tuple[str, Literal["save_as", "replace", "stay"]]] = [
        (_("Save under another name…"), "save_as"),
        (_("Replace it"), "replace"),
    ]
    text = _(
        "Another program has changed “{name}” since it was opened here. If it is replaced, what it holds now"
        " is kept beside it with the ending .bak."
    )
    return ask(window, _("Changed outside"), text.format(name=name), choices, "stay")


def ask_replacing(window: QWidget, name: str) -> bool:
    """Whether to replace a file that is there already."""
    text = _("“{name}” is there already. If it is replaced, what it holds now is kept beside it as .bak.")
    choices = [(_("Replace it"), True)]
    return ask(window, _("Save the draft"), text.format(name=name), choices, False)


def ask_repairs(window: QWidget, count: int) -> Literal["use", "discard", "stay"]:
    """What to do with the repairs of a reading that is left."""
    choices: list[tuple[str, Literal["use", "discard", "stay"]]] = [
        (_("Use this reading"), "use"),
        (_("Discard the repairs"), "discard"),
    ]
    text = _("{count} repairs of the reading are not used yet.").format(count=count)
    return ask(window, _("Repairs"), text, choices, "stay", "doubts")


def ask_overwriting(window: QWidget, captions: Sequence[str], snapshot: str) -> bool:
    """Whether what was changed by hand may be overwritten by what is read now; a snapshot keeps it."""
    text = _(
        "{count} changed by hand are read otherwise now and would be replaced:\n{captions}\n"
        "The draft as it is now stays as the snapshot “{snapshot}”."
    )
    shown = [*captions[:_MOST_NAMED], *(["…"] if len(captions) > _MOST_NAMED else [])]
    text = text.format(count=len(captions), captions="\n".join(shown), snapshot=snapshot)
    return ask(window, _("Put the reading right"), text, [(_("Replace them"), True)], False, "doubts")


def ask_locked(window: QWidget, message: str) -> Literal["read_only", "take_over", "nothing"]:
    """How to open a project that somebody else has open, as `message` tells."""
    choices: list[tuple[str, Literal["read_only", "take_over", "nothing"]]] = [
        (_("Open read-only"), "read_only"),
        (_("Take it over"), "take_over"),
    ]
    advice = _(
        "Take it over only where nobody works on it any more, as after a computer broke down. What others save"
        " meanwhile is noticed, and kept beside it with the ending .bak."
    )
    return ask(window, _("Open elsewhere"), f"{message}\n\n{advice}", choices, "nothing")
