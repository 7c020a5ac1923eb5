"""Fingerprints of wording, by which a local measure knows that its parent has changed."""

import hashlib
import re
import unicodedata


def fingerprint(text: str) -> str:
    """A short stable mark of a wording; differences in blanks and character widths alone don't change it."""
    shadow = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
    return hashlib.sha256(shadow.encode("utf-8")).hexdigest()[:16]
