"""Every message that a person can see is in the catalogues, translated, and compiled."""

import ast
import re
from collections import Counter

from babel.messages.catalog import Message

from build_spec.catalogues import KEYWORDS, LANGUAGES, ROOT, expected_files, is_translated, read_catalogue

SOURCES = sorted((ROOT / "editor").rglob("*.py"))


def messages() -> list[Message]:
    """All messages of all translations on disk."""
    return [message for language in LANGUAGES for message in read_catalogue(language) if message.id]


def forms(wording: str | tuple[str, ...]) -> tuple[str, ...]:
    """The singular and plural forms of a message, or its only one."""
    return wording if isinstance(wording, tuple) else (wording,)


def placeholders(text: str) -> Counter[str]:
    """The names in braces, with how often each stands there."""
    return Counter(re.findall(r"\{(\w*)[^}]*\}", text))


def test_the_catalogues_are_what_the_sources_ask_for() -> None:
    stale = [path.name for path, content in expected_files().items() if path.read_bytes() != content]
    assert not stale, f"{stale} are behind the sources; run `python dev.py translate`"


def test_every_message_is_translated() -> None:
    missing = [message.id for message in messages() if not is_translated(message)]
    assert not missing


def test_translations_fill_in_the_same_names() -> None:
    for message in filter(is_translated, messages()):
        source = placeholders(forms(message.id)[-1])
        for translation in forms(message.string):
            assert placeholders(translation) == source, message.id


def test_menu_letters_are_kept() -> None:
    """A label that has a letter to press (&File) keeps it behind the Chinese, as office programs do: 文件(&F)."""
    for message in filter(is_translated, messages()):
        letters = re.findall(r"&(\w)", forms(message.id)[0])
        for translation in forms(message.string):
            assert [letter.lower() for letter in re.findall(r"&(\w)", translation)] == [
                letter.lower() for letter in letters
            ], message.id


def test_wording_is_written_so_that_it_can_be_extracted() -> None:
    """As a plain string: write _("… {x} …").format(x=x)."""
    nodes = ((path, node) for path in SOURCES for node in ast.walk(ast.parse(path.read_bytes())))
    calls = [
        (path, node) for path, node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    ]
    looked_up = [(path, call) for path, call in calls if call.func.id in KEYWORDS]
    assert len(looked_up) > 100
    assert not [
        f"{path.name}:{call.lineno}"
        for path, call in looked_up
        if isinstance(call.args[0], ast.JoinedStr | ast.BinOp)
    ]
