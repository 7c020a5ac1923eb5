"""One paragraph of the notice, between a project and a .docx, a page view or a check.

Element names and their order follow GB/T 9704—2012 clause 7.
"""

from typing import Literal, TypeAlias

from editor.plan.value import Value
from editor.writing.base.table import Table

Kind: TypeAlias = Literal[
    "copy_number",
    "urgency",
    "issuer_mark",
    "signatories",
    "document_number",
    "minutes_head",
    "title",
    "addressees",
    "text",
    "signature",
    "date",
    "annotation",
    "attendance",
    "plan_title",
    "heading",
    "measure",
    "attachment_note",
    "attachment_label",
    "attachment_title",
    "attachment_table",
    "sent_to",
    "copied_to",
    "printed",
]
"""title and plan_title: of the notice and of the plan it issues; the plan begins on a page of its own."""
IMPRINT: tuple[Kind, ...] = ("sent_to", "copied_to", "printed")


class Element(Value, frozen=True, kw_only=True):
    """One paragraph of the notice; `lead` + `text` is what is printed.

    `lead` is the part in the heading's face (number and heading), `level` 1 to 5 for headings and measures, `lines`
    a title's lines, the names of a joint mark or of signatories, a number and what it numbers, or both ends of the
    printing line or of that at the head of minutes, `block` the id of the plan's block it comes from,
    `new_page` whether it begins a page, `turned` whether that page is landscape up to the table that follows.
    """

    kind: Kind
    text: str = ""
    lead: str = ""
    level: int = 0
    lines: tuple[str, ...] = ()
    block: str | None = None
    new_page: bool = False
    turned: bool = False
    table: Table | None = None

    @property
    def printed(self) -> str:
        """The whole wording of the element."""
        cells = "".join((*self.table.heads, *self.table.texts)) if self.table else ""
        return self.lead + (self.text or "".join(self.lines)) + cells
