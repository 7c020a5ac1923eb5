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
