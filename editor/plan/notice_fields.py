"""Which details of a notice its form uses, and what is wrong with one of them (GB/T 9704—2012 clauses 7 and 10)."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from editor.plan.deadlines import parse_date
from editor.plan.notice import Form, Notice
from editor.plan.searching import folded
from editor.wording import _

_DOCUMENT_NUMBER = re.compile(r"[\u4e00-\u9fa5]+〔(19|20)\d{2}〕[1-9]\d*号")
"""机关代字〔year〕N号: the year in full, hexagonal brackets, no 第, no leading zero (7.2.5)."""
_UNNUMBERED_YET = re.compile(r"[\u4e00-\u9fa5]*(〔(19|20)\d{2}〕)?号?")
_ORDER_NUMBER = re.compile(r"第[1-9]\d*号")
_FULL_FIGURES = re.compile("[０-９]+")
_IN_BRACKETS = re.compile(r"[\[［【(（〔]([0-9]{4})[\]］】)）〕]")
"""A year as it is typed where 〔〕 are not at hand."""
_COPY_NUMBER = re.compile(r"[0-9]{6}|")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ATTENDANCE = re.compile(r"(出席|请假|列席)[：:].+")
_SEALS = (20.0, 60.0)
"""Millimetres: no organ's seal is smaller or larger (国发〔1999〕25号 goes from 42 to 60)."""
_ALL_FORMS = frozenset(
    {
        *(
            "form",
            "act",
            "copy_number",
            "classification",
            "urgency",
            "issuer_mark",
            "document_number",
            "text",
        ),
        *("attachments", "copied_to", "imprint_even", "layout", "template"),
    }
)
_TITLED = frozenset({"title", "title_lines"})
_ADDRESSED = _TITLED | {"addressees", "issuers", "sealed", "seal_diameter", "date", "annotation"}
_PRINTED = frozenset({"printed_by", "printed_on"})
_OF_FORM: dict[Form, frozenset[str]] = {
    "document": _ADDRESSED | _PRINTED | {"mark_names", "signatories", "signer_title"},
    "letter": _ADDRESSED,
    "order": _PRINTED | {"signer_title", "date", "annotation"},
    "minutes": _TITLED | _PRINTED | {"issuers", "date", "attendance"},
}


def uses(form: Form, field: str) -> bool:
    """Whether a notice of this form prints this detail."""
    return field in _ALL_FORMS or field in _OF_FORM[form]


def problem(notice: Notice, field: str) -> str:
    """One sentence on what is wrong with a detail; empty where nothing is, or where it isn't filled in or used."""
    check = _CHECKS.get(field)
    return check(notice) if check is not None and uses(notice.form, field) else ""


def meant(field: str, typed: str) -> str:
    """What was typed for a detail, in the form that it must have: days as 2026-03-05, 〔〕 and figures of half width."""
    if field in ("date", "printed_on"):
        return parse_date(typed) or folded(typed)
    if field == "copy_number":
        return folded(typed.strip())
    if field == "document_number":
        return _IN_BRACKETS.sub(r"〔\1〕", _FULL_FIGURES.sub(lambda match: folded(match[0]), typed))
    return typed


def is_unnumbered(number: str) -> bool:
    """Whether a document number is not yet filled in, or filled in up to the serial number only."""
    return _UNNUMBERED_YET.fullmatch(number) is not None


def number_problem(number: str, form: Form = "document") -> str:
    """One sentence on what is wrong with a document number; empty where it is right, or still to come."""
    pattern = _ORDER_NUMBER if form == "order" else _DOCUMENT_NUMBER
    if is_unnumbered(number) or pattern.fullmatch(number):
        return ""
    if form == "order":
        return _("“{number}” is not an order's number of the form 第8号.").format(number=number)
    message = _("“{number}” is not a document number of the form 〔2026〕8号 behind the organ's code.")
    return message.format(number=number)


def seal_problem(diameter: float) -> str:
    """One sentence on a seal's diameter in millimetres that no organ's seal has; empty where it may be."""
    least, most = _SEALS
    if least <= diameter <= most:
        return ""
    return _("Seals measure from {least:.0f} to {most:.0f} mm.").format(least=least, most=most)


def is_day(text: str) -> bool:
    """Whether a text is a day of the calendar as ISO 8601 writes it."""
    try:
        return _DAY.fullmatch(text) is not None and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _copy_number(notice: Notice) -> str:
    return "" if _COPY_NUMBER.fullmatch(notice.copy_number) else _("A copy number has six digits: 000001.")


def _classification(notice: Notice) -> str:
    if not notice.classification.strip():
        return ""
    return _("Classified documents must not be drafted here: use a computer approved for secrets.")


def _document_number(notice: Notice) -> str:
    return number_problem(notice.document_number, notice.form)


def _mark_names(notice: Notice) -> str:
    return _("A joint mark has two names or more.") if len(notice.mark_names) == 1 else ""


def _date(notice: Notice) -> str:
    return _day(notice.date)


def _printed_on(notice: Notice) -> str:
    if is_day(notice.printed_on) and is_day(notice.date) and notice.printed_on < notice.date:
        return _("The day of printing is before the notice's date.")
    return _day(notice.printed_on)


def _day(text: str) -> str:
    return "" if not text or is_day(text) else _("“{day}” is no day; write 2026-03-05.").format(day=text)


def _seal_diameter(notice: Notice) -> str:
    return seal_problem(notice.seal_diameter) if notice.sealed else ""


def _attendance(notice: Notice) -> str:
    wrong = next((each for each in notice.attendance if not _ATTENDANCE.fullmatch(each.strip())), None)
    message = _("“{line}” begins with none of 出席：, 请假： and 列席：.")
    return "" if wrong is None else message.format(line=wrong)


_CHECKS: Mapping[str, Callable[[Notice], str]] = {
    "copy_number": _copy_number,
    "classification": _classification,
    "document_number": _document_number,
    "mark_names": _mark_names,
    "date": _date,
    "printed_on": _printed_on,
    "seal_diameter": _seal_diameter,
    "attendance": _attendance,
}
