"""The details of the official notice that issues the plan."""

from typing import Literal, TypeAlias

from editor.plan.value import Value

Form: TypeAlias = Literal["document", "letter", "order", "minutes"]
"""The usual document, or one of the special forms of GB/T 9704—2012 clause 10: 信函, 命令（令）, 纪要."""


class Notice(Value, frozen=True, kw_only=True):
    """What the notice needs beside the plan; dates are ISO 8601, empty strings are not yet filled in."""

    issuer_mark: str = ""
    issuers: tuple[str, ...] = ()
    document_number: str = ""
    title: str = ""
    addressees: tuple[str, ...] = ()
    """Groups as printed, without the closing colon."""
    text: str = ""
    date: str = ""
    sealed: bool = True
    annotation: str = ""
    copied_to: str = ""
    printed_by: str = ""
    printed_on: str = ""
    form: Form = "document"
    copy_number: str = ""
    """Six digits (份号), for documents whose copies are counted."""
    classification: str = ""
    """密级: the program writes no secret documents and says so where this is filled in."""
    urgency: str = ""
    """特急 or 加急."""
    mark_names: tuple[str, ...] = ()
    """The names stacked in a joint mark, that of the leading office first; 文件 stands to their right."""
    signatories: tuple[str, ...] = ()
    """Names of those who sign a document to a superior office (签发人); for an order, of who issues it."""
    signer_title: str = ""
    """The office of who signs an order, in full."""
    attachments: tuple[str, ...] = ()
    """Attachments of the notice: the title on the first line, the text below. A title that ends in 任务分工表 or
    对照表 and has no text stands for that table."""
    attendance: tuple[str, ...] = ()
    """Of minutes, as printed: 出席：…, 请假：…, 列席：…"""


def compose_title(issuers: tuple[str, ...], plan_title: str) -> str:
    """The customary title of a notice that issues a plan; empty while the issuer or the plan's title is.

    Title marks inside the plan's title become 〈〉 (GB/T 15834—2011, 4.15.3.5).
    """
    if not issuers or not plan_title:
        return ""
    inner = plan_title.replace("《", "〈").replace("》", "〉")
    return f"{' '.join(issuers)}关于印发《{inner}》的通知"
