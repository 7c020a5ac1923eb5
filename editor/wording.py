"""The interface's wording: English source strings, looked up in the catalogues of resources/i18n.

Only messages to the person at the screen go through here; the notice is official Chinese in every language.
"""

import gettext
import locale
import os

from editor.paths import resources

LANGUAGES = ("zh_CN", "en")
DOMAIN = "chengqi"

_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_language = "en"


def preferred_language(chosen: str = "") -> str:
    """The language to start in: CHENGQI_LANGUAGE if set, else the one chosen, else the system's, else Chinese."""
    wanted = os.environ.get("CHENGQI_LANGUAGE") or chosen or locale.getlocale()[0] or "zh_CN"
    return "en" if wanted.lower().startswith("en") else "zh_CN"


def use_language(language: str) -> None:
    """Look up every later message in `language`, one of LANGUAGES."""
    global _catalogue, _language
    _catalogue = gettext.translation(
        DOMAIN, str(resources() / "i18n"), languages=[language], fallback=language == "en"
    )
    _language = language


def current_language() -> str:
    """The language in use."""
    return _language


def _(message: str) -> str:
    """The message in the language in use; English where `use_language` was never called."""
    return _catalogue.gettext(message)


def N_(message: str) -> str:
    """The message itself: marks wording in tables for extraction; look it up with `_` when it is shown."""
    return message


def ngettext(singular: str, plural: str, count: int) -> str:
    """The singular or plural message for `count`, in the language in use."""
    return _catalogue.ngettext(singular, plural, count)
