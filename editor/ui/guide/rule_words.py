"""What the guide says about each rule and doubt, found by its code: the page of rules is the one place for these words."""

import re
from functools import lru_cache
from typing import NamedTuple

from editor.ui.guide.pages import GUIDE, RULES_PAGE
from editor.wording import current_language

_RULE = re.compile(r"^### (\S+) ([a-z_]+)\n+((?:(?!#).*\n?)*)", re.MULTILINE)


class Meaning(NamedTuple):
    """A rule's name and its explanation, as the guide has them."""

    name: str
    words: str


@lru_cache(maxsize=1)
def _meanings() -> dict[str, Meaning]:
    page = (GUIDE / f"{RULES_PAGE}.md").read_text(encoding="utf-8")
    return {code: Meaning(name, " ".join(words.split())) for name, code, words in _RULE.findall(page)}


def rule_name(code: str) -> str:
    """What a rule is called; in other languages than the guide's its code."""
    meaning = _meanings().get(code) if current_language() == "zh_CN" else None
    return meaning.name if meaning else code.replace("_", " ")


def rule_words(code: str) -> str:
    """What a rule means, empty where the guide knows nothing of it."""
    meaning = _meanings().get(code)
    return meaning.words if meaning else ""
