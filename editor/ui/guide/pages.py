"""Where the pages of the user's guide lie."""

from pathlib import Path

from editor.paths import resources

GUIDE = resources() / "guide"
FIRST_PAGE, KEYS_PAGE, RULES_PAGE = "index", "keys", "rules"


def page_path(page: str) -> Path:
    """The file of a page, the first page's where there is none of this name."""
    path = GUIDE / f"{page}.md"
    return path if path.is_file() or page == KEYS_PAGE else GUIDE / f"{FIRST_PAGE}.md"
