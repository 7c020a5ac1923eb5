"""What is wrong with a locality's profile, field by field."""

from collections import Counter

from editor.plan.locality import Locality
from editor.plan.notice_fields import seal_problem
from editor.wording import _


def locality_problems(locality: Locality) -> dict[str, str]:
    """By field one sentence on what is wrong with it; empty where nothing is."""
    found = {
        "name": "" if locality.name.strip() else _("Every locality has a name."),
        "number_prefix": _number_prefix(locality.number_prefix),
        "seal_diameter": seal_problem(locality.seal_diameter),
        "superior_words": _superior_words(locality.superior_words),
    }
    return {field: sentence for field, sentence in found.items() if sentence}


def _number_prefix(prefix: str) -> str:
    if any(sign.isdigit() or sign in "〔〕[]（）()号" for sign in prefix):
        return _("Only the organ's code stands here, without year and number.")
    return ""


def _superior_words(pairs: tuple[tuple[str, str], ...]) -> str:
    words = Counter(word for word, _instead in pairs)
    lonely = next((instead for word, instead in pairs if not word), None)
    if lonely is not None:
        return _("Say which superior word “{instead}” stands for.").format(instead=lonely)
    twice = next((word for word, count in words.items() if count > 1), None)
    return _("“{word}” is there twice.").format(word=twice) if twice else ""
