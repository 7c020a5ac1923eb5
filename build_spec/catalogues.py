"""Keeps the message catalogues of resources/i18n in step with the sources: extracts, merges, compiles.

Everything written is byte for byte the same on every machine and day: sorted, without dates and places.
"""

import ast
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
TEMPLATE = FOLDER / "chengqi.pot"
LANGUAGES = ("zh_CN",)
KEYWORDS = {"_": 1, "N_": 1, "ngettext": 2}
"""The functions that look wording up, and how many of their arguments are wording."""
COMMENT = "# The interface's wording; brought up to date by `python dev.py translate`."
KEPT_HEADERS = ("Language", "Plural-Forms", "MIME-Version", "Content-Type", "Content-Transfer-Encoding")


class SteadyCatalog(Catalog):
    """A catalogue whose header says only what a reader needs, nothing about when and by what it was made."""

    @property
    def mime_headers(self):
        """The header's lines as pairs."""
        return [(name, value) for name, value in super().mime_headers if name in KEPT_HEADERS]


def new_catalogue(language: str | None = None) -> SteadyCatalog:
    """An empty catalogue; without a language, for the template."""
    return SteadyCatalog(locale=language, header_comment=COMMENT, fuzzy=False)


def catalogue_path(language: str) -> Path:
    """The file that holds the translations into `language`."""
    return FOLDER / language / "LC_MESSAGES" / "chengqi.po"


def messages_in(path: Path) -> Iterator[str | tuple[str, ...]]:
    """Every message that one source asks for; a tuple where it has a plural."""
    for call in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in KEYWORDS:
            wording = call.args[: KEYWORDS[call.func.id]]
            texts = tuple(text.value for text in wording if isinstance(text, ast.Constant))
            if texts:
                yield texts if len(texts) > 1 else texts[0]


def extract_messages() -> SteadyCatalog:
    """Every message that the sources ask for."""
    catalogue = new_catalogue()
    for path in sorted((ROOT / "editor").rglob("*.py")):
        for message in messages_in(path):
            catalogue.add(message)
    return catalogue


def read_catalogue(language: str) -> Catalog:
    """The translations into `language` as they are on disk; empty where there are none yet."""
    path = catalogue_path(language)
    if not path.exists():
        return new_catalogue(language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def is_translated(message: Message) -> bool:
    """Whether the message has a translation, in each of its plural forms."""
    strings = message.string if isinstance(message.string, tuple) else (message.string,)
    return all(strings) and not message.fuzzy


def merge(template: Catalog, translated: Catalog, language: str) -> SteadyCatalog:
    """The template's messages with the translations known so far; messages no longer asked for are left out."""
    merged = new_catalogue(language)
    for wanted in filter(lambda message: message.id, template):
        known = translated.get(wanted.id)
        merged.add(wanted.id, known.string if known and is_translated(known) else "")
    return merged


def po_content(catalogue: Catalog) -> bytes:
    """The catalogue as the text of a .po or .pot file."""
    buffer = BytesIO()
    write_po(buffer, catalogue, width=110, no_location=True, sort_output=True)
    return buffer.getvalue()


def mo_content(catalogue: Catalog) -> bytes:
    """The catalogue compiled, as gettext loads it."""
    buffer = BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def expected_files() -> dict[Path, bytes]:
    """What every catalogue file should hold, going by the sources and the translations on disk."""
    template = extract_messages()
    files = {TEMPLATE: po_content(template)}
    for language in LANGUAGES:
        merged = merge(template, read_catalogue(language), language)
        files[catalogue_path(language)] = po_content(merged)
        files[catalogue_path(language).with_suffix(".mo")] = mo_content(merged)
    return files


def main() -> None:
    """Write the catalogues and tell what is still to be translated."""
    for path, content in expected_files().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    for language in LANGUAGES:
        messages = [message for message in read_catalogue(language) if message.id]
        missing = [message.id for message in messages if not is_translated(message)]
        print(
            f"{language}: {len(messages)} messages, {len(missing)} to translate in {catalogue_path(language)}"
        )
        for message in missing:
            print(f"  {message}")


if __name__ == "__main__":
    main()
