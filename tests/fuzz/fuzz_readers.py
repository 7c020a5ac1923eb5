"""Fuzzing of one reader with atheris: `python tests/fuzz/fuzz_readers.py docx [CORPUS_FOLDER] [libFuzzer options]`.

The reader is told by the first word: docx, doc, wps, rtf, pdf, ofd, html, txt, md, or pasted for the clipboard. atheris is not among the locked
packages, for it has no wheels for every system: `pip install atheris` first. A finding is whatever is neither a plan
nor a FileProblem; libFuzzer writes the file that caused it beside the run. Sound files to start from are made by
`GOOD` in tests/reading/test_faults.py.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import atheris

with atheris.instrument_imports(include=["editor", "olefile", "docx"]):
    from editor import libreoffice
    from editor.errors import FileProblem
    from editor.reading import pasted_file, read_content
    from editor.reading.readers import child

STARTS = {
    "docx": b"PK\x03\x04",
    "doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "wps": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "rtf": b"{\\rtf1",
    "pdf": b"%PDF-1.7\n",
    "ofd": b"PK\x03\x04",
    "html": b"<html>",
    "txt": b"",
    "md": b"# ",
    "pasted": b"Version:1.0\r\nStartHTML:",
}
"""How a file of each kind begins, without which its reader is never asked."""


def main() -> None:
    """Fuzz the reader named first until something is found."""
    kind = sys.argv.pop(1)
    start = STARTS[kind]
    child.read_apart = lambda reader, content, name: reader(content, name)
    libreoffice.find_libreoffice = lambda: None

    def read(content: bytes) -> None:
        try:
            whole = content if content.startswith(start) else start + content
            read_content(*(pasted_file(whole) if kind == "pasted" else (whole, "fuzz")))
        except FileProblem:
            return

    atheris.Setup(sys.argv, read)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
