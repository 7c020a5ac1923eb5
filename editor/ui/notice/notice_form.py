"""The pane of the notice's details: the form chosen, and just the details which that form prints."""

from datetime import date
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QWidget,
)

from editor.drafting import proposed_notice
from editor.drafting.commands import Many, SetForm, SetNotice
from editor.drafting.session import Change
from editor.plan.notice import Act, Form, Notice
from editor.plan.notice_fields import uses
from editor.ui.base.columns import Columns
from editor.ui.base.document import Document
from editor.ui.base.lines_box import LinesBox
from editor.ui.base.scrolled import Scrolled
from editor.ui.notice.attachments_field import AttachmentsControl
from editor.ui.notice.notice_controls import (
    ChoiceControl,
    Control,
    DayControl,
    FlagControl,
    ListControl,
    NumberControl,
    SignatureControl,
    TextControl,
)
from editor.ui.notice.title_lines import TitleLinesControl
from editor.wording import N_, _

_MARGINS = (6, 2, 6, 2)


class _Kind(NamedTuple):
    """A kind of notice that can be chosen."""

    wording: str
    form: Form
    act: Act = "issue"
    is_upward: bool = False


KINDS = (
    _Kind(N_("Notice that issues the plan"), "document"),
    _Kind(N_("Notice that forwards the plan"), "document", "forward"),
    _Kind(N_("Notice that approves and forwards the plan"), "document", "approve"),
    _Kind(N_("Document to a superior office"), "document", "issue", True),
    _Kind(N_("Letter"), "letter"),
    _Kind(N_("Letter of reply"), "letter", "reply"),
    _Kind(N_("Order"), "order"),
    _Kind(N_("Minutes"), "minutes"),
)


class NoticeForm(Scrolled):
    """Every detail of the notice in a control of its own; `boxes` finds what takes the focus by the detail's name."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._document = document
        self._forms: list[tuple[QFormLayout, tuple[Control, ...]]] = []
        self.controls: dict[str, Control] = {}
        self._wanted: set[str] = set()
        self.kind = self._make_kind()
        self.filling = QPushButton(_("Fill in what is empty"))
        self.filling.setToolTip(_("With what the locality's profile says, shown in grey"))
        self.filling.clicked.connect(self.fill_in)
        groups = [self._head(), *self._make_groups()]
        self.setWidget(Columns(groups, two=((0, 1, 4), (2, 3, 5)), three=((0, 1), (2, 3), (4, 5))))
        self.boxes = {name: control.box for name, control in self.controls.items()}
        document.opened.connect(self._load)
        document.changed.connect(self._follow)
        if document.is_open:
            self._load()

    # Putting together

    def _make_kind(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(_("Kind of notice"))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for kind in KINDS:
            box.addItem(_(kind.wording))
        box.activated.connect(self._choose_kind)
        return box

    def _head(self) -> QWidget:
        group = QGroupBox(_("Kind of notice"))
        line = QHBoxLayout(group)
        line.setContentsMargins(*_MARGINS)
        line.addWidget(self.kind, 1)
        line.addWidget(self.filling)
        return group

    def _make_groups(self) -> tuple[QWidget, ...]:
        text, list_, day = self._text, self._list, self._day
        urgency = ((_("ordinary"), ""), ("特急", "特急"), ("加急", "加急"))
        self.signature = SignatureControl(self._document, _("Signature"))
        self.signature.stamp_wanted.connect(self._want_stamp)
        title_lines = TitleLinesControl(self._document, "title_lines", _("Lines of the title"))
        attachments = AttachmentsControl(self._document, "attachments", _("Attachments"))
        even = _("on an even page")
        return (
            self._group(
                _("Letterhead"),
                text("copy_number", _("Copy number")),
                text("classification", _("Classification")),
                ChoiceControl(self._document, "urgency", _("Urgency"), urgency),
                text("issuer_mark", _("Letterhead")),
                list_("mark_names", _("Joint letterhead"), self._offer_offices),
                text("document_number", _("Document number")),
                list_("signatories", _("Signatories")),
            ),
            self._group(
                _("Title and text"),
                text("title", _("Title of the notice")),
                title_lines,
                list_("addressees", _("Addressees"), self._offer_addressees, lines=3),
                text("text", _("Text of the notice"), 4),
            ),
            self._group(_("Attachments"), attachments),
            self._group(
                _("Signature"),
                list_("issuers", _("Issuers"), self._offer_offices),
                self.signature,
                text("signer_title", _("Office of who signs")),
                NumberControl(self._document, "seal_diameter", _("Seal (mm across)")),
                day("date", _("Date")),
                text("annotation", _("Annotation")),
                list_("attendance", _("Attendance"), self._offer_attendance, lines=3),
            ),
            self._group(
                _("Imprint"),
                text("copied_to", _("Copied to"), 2),
                text("printed_by", _("Printed by")),
                day("printed_on", _("Printed on")),
                FlagControl(self._document, "imprint_even", _("Imprint"), even),
            ),
        )

    def _group(self, title: str, *controls: Control) -> QGroupBox:
        group = QGroupBox(title)
        form = QFormLayout(group)
        form.setContentsMargins(*_MARGINS)
        form.setVerticalSpacing(3)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for control in controls:
            self.controls[control.field] = control
            if len(controls) > 1:
                form.addRow(control.label, control)
            else:
                form.addRow(control)
        self._forms.append((form, controls))
        return group

    def _text(self, field: str, label: str, lines: int = 1) -> TextControl:
        return TextControl(self._document, field, label, lines)

    def _day(self, field: str, label: str) -> DayControl:
        return DayControl(self._document, field, label)

    def _list(self, field: str, label: str, fill: object = None, lines: int = 2) -> ListControl:
        control = ListControl(self._document, field, label, lines)
        if callable(fill):
            control.offer(_("Choose"), partial(fill, control.box))
        return control

    # What the locality offers

    def _offer_offices(self, box: LinesBox, menu: QMenu) -> None:
        locality = self._document.project.locality
        for name in dict.fromkeys((locality.government, locality.issuer, *locality.offices)):
            if name and name not in box.entries:
                menu.addAction(name, partial(box.add, name))
        self._say_if_empty(menu)

    def _offer_addressees(self, box: LinesBox, menu: QMenu) -> None:
        locality = self._document.project.locality
        for groups in (locality.addressees, *locality.other_addressees):
            if groups:
                menu.addAction("，".join(groups), partial(box.rewrite, groups))
        self._say_if_empty(menu)

    def _offer_attendance(self, box: LinesBox, menu: QMenu) -> None:
        for label in ("出席：", "请假：", "列席："):
            menu.addAction(label, partial(box.add, label))

    def _say_if_empty(self, menu: QMenu) -> None:
        if menu.isEmpty():
            menu.addAction(_("The locality's profile offers none")).setEnabled(False)

    def fill_in(self) -> None:
        """Fill in, as one step, whatever is empty and the locality's profile knows."""
        notice, proposed = self._document.project.notice, self._proposed()
        fields = [name for name in self.controls if uses(notice.form, name)]
        missing = [name for name in fields if not getattr(notice, name) and getattr(proposed, name)]
        steps = [SetNotice(name, getattr(proposed, name)) for name in missing]
        if steps:
            self._document.do(Many(_("Fill in what is empty"), steps))
        else:
            self._document.problem.emit(_("Nothing is empty that the locality's profile knows."))

    def _proposed(self) -> Notice:
        return proposed_notice(self._document.project, date.today())

    # Following the project

    def _load(self) -> None:
        """Show the notice of another project."""
        self._wanted.clear()
        for control in self.controls.values():
            control.load()
        self._follow_all()

    def _follow(self, change: Change) -> None:
        """Follow the project after a step."""
        if change.before.notice is not change.after.notice:
            for control in self.controls.values():
                control.follow(change.source)
            self._follow_all()

    def _follow_all(self) -> None:
        notice, proposed = self._document.project.notice, self._proposed()
        kind = self._kind_of(notice)
        with QSignalBlocker(self.kind):
            self.kind.setCurrentIndex(KINDS.index(kind))
        for control in self.controls.values():
            control.judge(notice)
            control.propose(proposed)
        self._show_used(notice, kind)

    def _kind_of(self, notice: Notice) -> _Kind:
        is_upward = notice.form == "document" and self._is_there("signatories")
        alike = [kind for kind in KINDS if kind.form == notice.form and kind.is_upward == is_upward]
        return next((kind for kind in alike if kind.act == notice.act), alike[0])

    def _show_used(self, notice: Notice, kind: _Kind) -> None:
        """Show just what this kind of notice prints."""
        is_stamped = notice.form == "order" or (notice.form == "document" and self._is_there("signer_title"))
        self.signature.show_kind(is_stamped=is_stamped, may_be_stamped=notice.form == "document")
        hidden = {
            "seal_diameter": is_stamped or not notice.sealed,
            "signatories": not kind.is_upward,
            "signer_title": not is_stamped,
        }
        for form, controls in self._forms:
            for control in controls:
                is_used = uses(notice.form, control.field) and not hidden.get(control.field)
                form.setRowVisible(control, is_used)

    def _is_there(self, field: str) -> bool:
        """Whether a detail that few notices have is filled in, or about to be."""
        return bool(getattr(self._document.project.notice, field)) or field in self._wanted

    def _want(self, field: str, wanted: bool) -> None:
        (self._wanted.add if wanted else self._wanted.discard)(field)

    def _want_stamp(self, wanted: bool) -> None:
        self._want("signer_title", wanted)
        self._follow_all()
        if wanted:
            self.boxes["signer_title"].setFocus()

    def _choose_kind(self, place: int) -> None:
        kind = KINDS[place]
        self._want("signatories", kind.is_upward)
        done = self._document.do(SetForm(kind.form, kind.act, kind.is_upward), source=self.kind)
        if done:
            self._follow_all()
        if kind.is_upward:
            self.boxes["signatories"].setFocus()
