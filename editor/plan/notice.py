"""The details of the official notice that issues the plan."""

from editor.plan.value import Value


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


def compose_title(issuers: tuple[str, ...], plan_title: str) -> str:
    """The customary title of a notice that issues a plan; empty while the issuer or the plan's title is.

    Title marks inside the plan's title become 〈〉 (GB/T 15834—2011, 4.15.3.5).
    """
    if not issuers or not plan_title:
        return ""
    inner = plan_title.replace("《", "〈").replace("》", "〉")
    return f"{' '.join(issuers)}关于印发《{inner}》的通知"
