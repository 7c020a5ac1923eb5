"""Rules about the details of the notice (GB/T 9704—2012)."""

from collections.abc import Iterator

from editor.checking.case import Case, Finding
from editor.plan.issues import Place
from editor.plan.notice import ASSIGNMENT, COMPARISON
from editor.plan.notice_fields import is_day, is_unnumbered, number_problem, uses
from editor.wording import _


def missing_document_number(case: Case) -> Iterator[Finding]:
    """A notice whose number is not yet filled in, or filled in up to the serial number only."""
    if case.project and is_unnumbered(case.project.notice.document_number):
        yield Finding(_("The notice has no document number yet."), _place("document_number"))


def malformed_document_number(case: Case) -> Iterator[Finding]:
    """A document number in another form than 机关代字〔2026〕8号, of an order than 第8号."""
    if case.project:
        notice, place = case.project.notice, _place("document_number")
        number, message = notice.document_number, number_problem(notice.document_number, notice.form)
    else:
        place, number = case.place(field="document_number"), case.plan.document_number or ""
        message = number_problem(number)
    if message:
        yield Finding(message, place, number)


def missing_title(case: Case) -> Iterator[Finding]:
    """A plan, or the notice of a project, without a title."""
    if not case.plan.title:
        yield Finding(_("The plan has no title."), case.place(field="title"))
    if _lacks(case, "title"):
        yield Finding(_("The notice has no title."), _place("title"))


def missing_issuer(case: Case) -> Iterator[Finding]:
    """A notice that nobody issues."""
    if _lacks(case, "issuers"):
        yield Finding(_("The notice names no issuing organ."), _place("issuers"))


def missing_addressees(case: Case) -> Iterator[Finding]:
    """A notice that is addressed to nobody."""
    if _lacks(case, "addressees"):
        yield Finding(_("The notice names no addressees."), _place("addressees"))


def missing_date(case: Case) -> Iterator[Finding]:
    """A notice without a date, or with one that is no day of the calendar."""
    if case.project and uses(case.project.notice.form, "date") and not is_day(case.project.notice.date):
        yield Finding(_("The notice has no date of issue."), _place("date"))


def missing_text(case: Case) -> Iterator[Finding]:
    """A notice without a text of its own before the plan."""
    if _lacks(case, "text"):
        yield Finding(_("The notice has no text of its own."), _place("text"))


def empty_attachments(case: Case) -> Iterator[Finding]:
    """Attachments that have a title and no text, and stand neither for a table nor for the plan itself."""
    if case.project is None or not uses(case.project.notice.form, "attachments"):
        return
    message = _("The attachment “{title}” has no text: add it, or take the attachment away.")
    for attachment in case.project.notice.attachments:
        title, _break, text = attachment.partition("\n")
        if not text.strip() and not title.endswith((ASSIGNMENT, COMPARISON)) and title != case.plan.title:
            yield Finding(message.format(title=title), _place("attachments"), title)


def _lacks(case: Case, field: str) -> bool:
    """Whether the notice's form prints a detail that isn't there."""
    if case.project is None or not uses(case.project.notice.form, field):
        return False
    value = getattr(case.project.notice, field)
    return not (value.strip() if isinstance(value, str) else value)


def _place(field: str) -> Place:
    return Place(plan="notice", field=field)
