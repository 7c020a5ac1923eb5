"""What is particular to one county: its names, its offices, its habits."""

from editor.plan.notice import COUNTY_SEAL
from editor.plan.value import Value


class Locality(Value, frozen=True, kw_only=True):
    """The profile of one locality (地区档案)."""

    name: str = ""
    level: str = "county"
    government: str = ""
    issuer: str = ""
    issuer_mark: str = ""
    number_prefix: str = ""
    addressees: tuple[str, ...] = ()
    other_addressees: tuple[tuple[str, ...], ...] = ()
    """Further lists to choose from, for notices that don't go to everybody."""
    annotation: str = ""
    copied_to: str = ""
    printed_by: str = ""
    offices: tuple[str, ...] = ()
    """The offices of the locality that issue notices, alone or together."""
    seal_diameter: float = COUNTY_SEAL
    """Millimetres."""
    imprint_even: bool = False
    """Whether notices have their imprint on an even page."""
    superior_words: tuple[tuple[str, str], ...] = ()
    """Words of the upper level and what the county says instead: ("我省", "我县"); empty second = look at it."""
