"""Every code that an issue of reading may have: fixed words, part of the command line's contract."""

from typing import Literal, TypeAlias

Code: TypeAlias = Literal[
    "appended_explanation",
    "clipped_unit",
    "converted",
    "count_claim",
    "damaged_character",
    "damaged_page",
    "dangling_reference",
    "duplicate_number",
    "empty_item",
    "falling_number",
    "false_number",
    "glued_item",
    "lost_numbers",
    "missing_number",
    "no_text_layer",
    "private_use_character",
    "repeated_title",
    "reversed_lines",
    "several_documents",
    "stray_line",
    "tracked_changes",
    "turned_text",
    "unclosed_bracket",
    "unfinished_sentence",
    "unit_variants",
    "unknown_unit",
]
