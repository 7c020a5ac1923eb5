"""Lines whose characters stand apart, as text recognition and justified print leave them: 示 范 县 方 案."""

import re

from editor.plan.characters import is_cjk

_FEWEST = 6
"""Characters beside others from which on it shows that a line is spaced out."""
_SPACED_SHARE = 0.6
_GAP = re.compile("(?<=[^\\x00-\\x7f])[ \u3000](?=[^\\s\\x00-\\x7f])")


def close_up(text: str) -> str:
    """The line without the single blanks between its characters, where most of these are parted by one."""
    if text.count(" ") + text.count("\u3000") < _FEWEST:
        return text
    characters = [character for character in text if is_cjk(character)]
    gaps = len(_GAP.findall(text))
    return _GAP.sub("", text) if gaps >= _FEWEST and gaps >= len(characters) * _SPACED_SHARE else text
