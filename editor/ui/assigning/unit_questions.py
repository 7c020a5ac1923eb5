"""What is asked about units while they are entered: who an unknown name means, and whether counterparts are taken."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel

from editor.drafting.assigning import suggested_units
from editor.drafting.commands import AddAlias, AddUnit, CallUnits, Many
from editor.plan.assignments import ROLE_LABELS
from editor.plan.measures import Measure, Role
from editor.plan.near_names import near_names
from editor.plan.roster import Unit, UnitKind
from editor.ui.assigning.units_field import UnitsField
from editor.ui.base.document import Document
from editor.ui.base.inline_question import InlineQuestion, leave_it
from editor.wording import _

_KIND_ENDINGS: tuple[tuple[str, UnitKind], ...] = (
    ("公司", "enterprise"),
    ("集团", "enterprise"),
    ("街道", "subdistrict"),
    ("街道办事处", "subdistrict"),
    ("镇", "town"),
    ("乡", "town"),
    ("镇人民政府", "town"),
    ("乡人民政府", "town"),
    ("办公室", "office"),
    ("法院", "court"),
    ("检察院", "court"),
)


def likely_kind(name: str) -> UnitKind:
    """The kind that a unit's name tells; department where it tells none."""
    return next((kind for ending, kind in _KIND_ENDINGS if name.endswith(ending)), "department")


class UnitQuestions(QObject):
    """Asks once about a name that the roster doesn't know: a new unit, or another name of one that is near."""

    def __init__(
        self, document: Document, fields: Mapping[Role, UnitsField], question: InlineQuestion
    ) -> None:
        super().__init__(question)
        self._document, self._question = document, question
        self._asked: set[str] = set()
        for field in fields.values():
            field.unknown.connect(lambda name, field=field: self._ask(field, name))
            field.answers = question.take_key
        document.opened.connect(self._asked.clear)

    def _ask(self, field: UnitsField, name: str) -> None:
        if name in self._asked or self._document.is_read_only:
            return
        self._asked.add(name)
        near = [unit for unit, _score in near_names(self._document.project.roster, name)]
        answers: list[tuple[str, Callable[[], Any]]] = [
            (_("another name of {unit}").format(unit=unit), partial(self._alias, unit, name)) for unit in near
        ]
        answers += [(_("a new unit"), partial(self._add, name)), leave_it()]
        text = _("“{name}” is not in the roster: type the number of what it is.").format(name=name)
        self._question.ask(text, answers, field)

    def _add(self, name: str) -> None:
        self._document.do(AddUnit(Unit(name=name, kind=likely_kind(name))))

    def _alias(self, unit: str, name: str) -> None:
        """The roster learns the name; every measure prints the unit's own."""
        steps = (AddAlias(unit, name), CallUnits(((name, unit),)))
        self._document.do(Many(_("Add alias"), steps))


class SuggestedUnits(QObject):
    """A line that tells which counterparts the superior plan's organs have, while the measure has no unit."""

    def __init__(self, document: Document, line: QLabel) -> None:
        super().__init__(line)
        self._document, self._line = document, line
        self._shown_for: tuple[object, ...] = ()
        line.setWordWrap(True)
        line.hide()

    def show_for(self, measure: Measure) -> None:
        """Suggest for this measure; nothing is looked up again while nothing has changed that matters."""
        project = self._document.project
        key = (measure.id, measure.assignments, measure.origins, project.roster, project.parents)
        if len(key) == len(self._shown_for) and all(
            a is b for a, b in zip(key, self._shown_for, strict=True)
        ):
            return
        self._shown_for = key
        found = {} if measure.assignments else suggested_units(project, measure)
        words = "；".join(f"{ROLE_LABELS[role]}：{'、'.join(units)}" for role, units in found.items())
        self._line.setText(_("Counterparts: {units} (Alt+U takes them)").format(units=words))
        self._line.setVisible(bool(found))
