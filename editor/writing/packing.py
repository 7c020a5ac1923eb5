"""Office files packed so that the same content gives the same bytes, without the hour or the machine."""

import io
import zipfile
from collections.abc import Mapping

_BEGINNING = (1980, 1, 1, 0, 0, 0)


def repacked(content: bytes, replaced: Mapping[str, bytes] | None = None) -> bytes:
    """The zip in `content` with the entries of `replaced` in place of its own, all dated alike."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            plain = zipfile.ZipInfo(entry.filename, _BEGINNING)
            plain.compress_type = zipfile.ZIP_DEFLATED
            plain.create_system = 0
            new.writestr(plain, (replaced or {}).get(entry.filename) or old.read(entry.filename))
    return packed.getvalue()
