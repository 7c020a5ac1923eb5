"""All rules, in the order in which their findings of one severity are listed."""

from editor.checking import completeness, deadlines, notices, numbers, superior_words, units, weakenings
from editor.checking.case import Rule

_NUMBERS = "GB/T 9704—2012 7.3.3"
_LIGHTENING = "《整治形式主义为基层减负若干规定》（2024）"

RULES: tuple[Rule, ...] = (
    Rule("duplicate_number", "error", "must", _NUMBERS, numbers.duplicate_numbers),
    Rule("missing_number", "error", "must", _NUMBERS, numbers.missing_numbers),
    Rule("falling_number", "error", "must", _NUMBERS, numbers.falling_numbers),
    Rule("empty_measure", "error", "practice", None, completeness.empty_measures),
    Rule("empty_section", "warning", "practice", None, completeness.empty_sections),
    Rule("past_deadline", "error", "practice", None, deadlines.past_deadlines),
    Rule("late_deadline", "error", "practice", None, deadlines.late_deadlines),
    Rule("past_date", "warning", "practice", None, deadlines.past_dates),
    Rule("yearless_deadline", "warning", "practice", None, deadlines.yearless_deadlines),
    Rule("later_date", "warning", "practice", None, weakenings.later_dates),
    Rule("lower_target", "warning", "practice", None, weakenings.lower_targets),
    Rule("weaker_duty", "hint", "practice", None, weakenings.weaker_duties),
    Rule("missing_units", "warning", "practice", None, units.missing_units),
    Rule("missing_lead", "hint", "practice", None, units.missing_leads),
    Rule("unknown_unit", "warning", "practice", None, units.unknown_units),
    Rule("undecided_parent", "warning", "practice", None, completeness.undecided_parents),
    Rule("superior_word", "warning", "practice", None, superior_words.superior_words),
    Rule("missing_title", "error", "must", "GB/T 9704—2012 7.3.1", notices.missing_title),
    Rule(
        "malformed_document_number",
        "error",
        "must",
        "GB/T 9704—2012 7.2.5",
        notices.malformed_document_number,
    ),
    Rule(
        "missing_document_number", "warning", "must", "GB/T 9704—2012 7.2.5", notices.missing_document_number
    ),
    Rule("missing_issuer", "warning", "must", "GB/T 9704—2012 7.3.5", notices.missing_issuer),
    Rule("missing_addressees", "warning", "must", "GB/T 9704—2012 7.3.2", notices.missing_addressees),
    Rule("missing_date", "warning", "must", "GB/T 9704—2012 7.3.5.4", notices.missing_date),
    Rule("missing_notice_text", "warning", "must", "GB/T 9704—2012 7.3.3", notices.missing_text),
    Rule("empty_attachment", "warning", "must", "GB/T 9704—2012 7.3.4", notices.empty_attachments),
    Rule("text_too_long", "hint", "should", _LIGHTENING, completeness.long_text),
)
