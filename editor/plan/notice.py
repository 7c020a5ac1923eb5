"""The details of the official notice that issues the plan."""

from typing import Literal, TypeAlias

from editor.plan.value import Value

Form: TypeAlias = Literal["document", "letter", "order", "minutes"]
"""The usual document, or one of the special forms of GB/T 9704—2012 clause 10: 信函, 命令（令）, 纪要."""
Act: TypeAlias = Literal["issue", "forward", "approve", "reply"]
"""What the notice does with the text it comes with: 印发, 转发, 批转; or that it answers a letter (复函)."""
Layout: TypeAlias = Literal["A", "B"]
"""Where the type area's edges are: A in the page's settings, B on paper (GB/T 33476.2)."""
ASSIGNMENT, COMPARISON = "任务分工表", "对照表"
"""How the titles of attachments end that stand for these tables."""
COUNTY_SEAL = 45.0
"""The diameter of a county government's seal in millimetres (国发〔1999〕25号); a town's has 42."""


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
    对照表 and has no text stands for that table, the plan's own title for the plan."""
    attendance: tuple[str, ...] = ()
    """Of minutes, as printed: 出席：…, 请假：…, 列席：…"""
    act: Act = "issue"
    seal_diameter: float = COUNTY_SEAL
    """Millimetres: what room each seal gets."""
    imprint_even: bool = False
    """Whether the imprint stands on an even page, the back of the last sheet, though the text end on an odd one."""
    title_lines: tuple[str, ...] = ()
    """The title's lines as somebody broke them; they don't count where they aren't the title any more."""
    layout: Layout = "A"
    template: str = ""
    """The name of the office's own template; empty for the one that comes with the program."""


_TITLES: dict[Act, str] = {
    "issue": "{issuers}关于印发《{quoted}》的通知",
    "forward": "{issuers}关于转发《{quoted}》的通知",
    "approve": "{issuers}批转《{quoted}》的通知",
    "reply": "{issuers}关于{title}的复函",
}
_TEXTS: dict[Act, str] = {
    "issue": "现将《{quoted}》印发给你们，请结合实际，认真抓好贯彻落实。",
    "forward": "现将《{quoted}》转发给你们，请结合实际，认真贯彻执行。",
    "approve": "《{quoted}》已经研究同意，现批转给你们，请结合实际，认真贯彻执行。",
    "reply": "《{quoted}》收悉。经研究，现函复如下：",
}


def compose_title(issuers: tuple[str, ...], plan_title: str, act: Act = "issue") -> str:
    """The customary title of a notice that does this with a plan; empty while the issuer or the plan's title is.

    Title marks inside the plan's title become 〈〉 (GB/T 15834—2011, 4.15.3.5).
    """
    if not issuers or not plan_title:
        return ""
    return _TITLES[act].format(issuers=" ".join(issuers), quoted=_quotable(plan_title), title=plan_title)


def compose_text(plan_title: str, act: Act = "issue") -> str:
    """The customary sentence of such a notice, to be written on; empty while the plan's title is."""
    return _TEXTS[act].format(quoted=_quotable(plan_title)) if plan_title else ""


def _quotable(title: str) -> str:
    return title.replace("《", "〈").replace("》", "〉")
