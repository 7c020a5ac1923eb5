"""Rules about the details of the notice (GB/T 9704—2012)."""

import re
from collections.abc import Iterator
from datetime import date

from editor.checking.case import Case, Finding
from editor.plan.issues import Place
from editor.wording import _

DOCUMENT_NUMBER = re.compile(r"[\u4e00-\u9fa5]+〔(19|20)\d{2}〕[1-9]\d*号")
"""机关代字〔year〕N号: the year in full, hexagonal brackets, no 第, no leading zero (GB/T 9704—2012, 7.2.5)."""
_UNNUMBERED_YET = re.compile(r"[\u4e00-\u9fa5]*(〔(19|20)\d{2}〕)?号?")


def missing_document_number(case: Case) -> Iterator[Finding]:
    """A notice whose number is not yet filled in, or filled in up to the serial number only."""
    if case.project and _UNNUMBERED_YET.fullmatch(case.project.notice.document_number):
        yield Finding(_("The notice has no document number yet."), _place("document_number"))


def malformed_document_number(case: Case) -> Iterator[Finding]:
    """A document number in another form than 机关代字〔2026〕8号."""
    place = _place("document_number") if case.project else case.place(field="document_number")
    number = case.project.notice.document_number if case.project else case.plan.document_number or ""
    if not DOCUMENT_NUMBER.fullmatch(number) and not _UNNUMBERED_YET.fullmatch(number):
        message = _("“{number}” is not a document number of the form 〔2026〕8号 behind the organ's code.")
        yield Finding(message.format(number=number), place, number)


def missing_title(case: Case) -> Iterator[Finding]:
    """A plan, or the notice of a project, without a title."""
    if not case.plan.title:
        yield Finding(_("The plan has no title."), case.place(field="title"))
    if case.project and not case.project.notice.title:
        yield Finding(_("The notice has no title."), _place("title"))


def missing_issuer(case: Case) -> Iterator[Finding]:
    """A notice that nobody issues."""
    if case.project and not case.project.notice.issuers:
        yield Finding(_("The notice names no issuing organ."), _place("issuers"))


def missing_addressees(case: Case) -> Iterator[Finding]:
    """A notice that is addressed to nobody."""
    if case.project and not case.project.notice.addressees:
        yield Finding(_("The notice names no addressees."), _place("addressees"))


def missing_date(case: Case) -> Iterator[Finding]:
    """A notice without a date, or with one that is no day of the calendar."""
    if not case.project or _is_day(case.project.notice.date):
        return
    yield Finding(_("The notice has no date of issue."), _place("date"))


def missing_text(case: Case) -> Iterator[Finding]:
    """A notice without a text of its own before the plan."""
    if case.project and not case.project.notice.text.strip():
        yield Finding(_("The notice has no text of its own."), _place("text"))


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _place(field: str) -> Place:
    return Place(plan="notice", field=field)
