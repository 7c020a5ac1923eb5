"""What of a notice decides how its elements stand on the page, beside the elements themselves."""

from typing import Literal, TypeAlias

from editor.plan.notice import COUNTY_SEAL, Form, Notice
from editor.plan.value import Value

ImprintBreak: TypeAlias = Literal["", "numbered", "unnumbered"]
"""What brings the imprint to an even page: nothing, the next page, or the one behind a blank page.

A blank page and the imprint behind it bear no page numbers (GB/T 9704—2012 7.5).
"""
_SEALS = (10.0, 100.0)


class Setting(Value, frozen=True, kw_only=True):
    """Form and layout, whether and how large it is sealed, whether a signature stamp takes the seal's place."""

    form: Form = "document"
    layout: str = "A"
    sealed: bool = True
    stamped: bool = False
    seal_diameter: float = COUNTY_SEAL
    """Millimetres."""
    imprint_even: bool = False


def setting_of(notice: Notice, layout: str | None = None) -> Setting:
    """The notice's setting; `layout` where it is to be another one than the notice asks for."""
    least, most = _SEALS
    diameter = notice.seal_diameter if least <= notice.seal_diameter <= most else COUNTY_SEAL
    return Setting(
        form=notice.form,
        layout=layout or notice.layout,
        sealed=notice.sealed,
        stamped=is_stamped(notice),
        seal_diameter=diameter,
        imprint_even=notice.imprint_even,
    )


def is_stamped(notice: Notice) -> bool:
    """Whether who signs does so with a stamp: orders always, other documents where the signer's office is told."""
    return notice.form == "order" or (notice.form == "document" and bool(notice.signer_title.strip()))
