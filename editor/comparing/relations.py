"""How a local wording relates to its parent's: copied, adapted, only made local, or new."""

import re
from collections.abc import Collection, Sequence
from typing import Literal, TypeAlias

from editor.comparing.difference import Span
from editor.comparing.shadow import fold

Relation: TypeAlias = Literal["verbatim", "adapted", "localized", "new"]

_LOCAL_WORDS = tuple(
    map(
        re.compile,
        (
            "[一-鿿]{1,16}?(?:委员会|办公室|人民政府|管委会|领导小组|联席会议|[厅局委])",
            "[一-鿿]{1,6}?(?:自治区|自治州|自治县|新区|开发区|街道|[省市县区州盟旗镇乡])",
            "[我全本各有]|[级直属内]|境内|范围|中心城区|城区|辖区|地方|中央|国家|部门|单位|有关|相关|[、，和及与等的在（）]",
        ),
    )
)
"""Words that say by whom and where, and what joins them, in the order in which they are taken away."""
_LONGEST_EDIT = 60
"""No edit of more characters only makes a wording local."""


def relation(spans: Sequence[Span], names: Collection[str] = ()) -> Relation:
    """The relation told by a difference: localized where only places, levels and units (or `names`) differ."""
    if not any(span.op == "=" for span in spans):
        return "new" if all(span.op == "+" for span in spans) else "adapted"
    old, new = (_bare(fold("".join(span.text for span in spans if span.op in ops))) for ops in ("=-<", "=+>"))
    if old == new:
        return "verbatim"
    edits = (fold(span.text) for span in spans if span.op != "=")
    return "localized" if all(_is_local(text, names) for text in edits) else "adapted"


def similarity(spans: Sequence[Span]) -> float:
    """The share of letters, digits and Han characters of both wordings that stands in both, moved or not, 0 to 1."""
    kept = sum(count(span.text) for span in spans if span.op in "=<")
    edited = sum(count(span.text) for span in spans if span.op in "-+")
    return round(2 * kept / (2 * kept + edited), 2) if kept + edited else 1.0


def _is_local(text: str, names: Collection[str]) -> bool:
    for name in sorted((fold(name) for name in names if name), key=len, reverse=True):
        text = text.replace(name, "")
    if len(text) > _LONGEST_EDIT:
        return False
    for words in _LOCAL_WORDS:
        text = words.sub("", text)
    return not _bare(text)


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


def count(text: str) -> int:
    """The letters, digits and Han characters of a text."""
    return sum(map(str.isalnum, text))
