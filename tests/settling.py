"""What LibreOffice makes of tracked changes: the paragraphs after it accepted or refused all of them."""

from pathlib import Path
from typing import NamedTuple

from tests.office import run_libreoffice

_LIBRARY = "user/basic/Standard"
_MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Settle(files As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  Dim saved(1) As New com.sun.star.beans.PropertyValue
  saved(0).Name = "FilterName" : saved(0).Value = "Text (encoded)"
  saved(1).Name = "FilterOptions" : saved(1).Value = "UTF8,LF,,,"
  Dim file, how, document, dispatcher
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  For Each file In Split(files, "|")
    For Each how In Array("Accept", "Reject")
      document = StarDesktop.loadComponentFromURL(file, "_blank", 0, hidden())
      dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" &amp; how &amp; "AllTrackedChanges", "", 0, Array())
      document.storeToURL(file &amp; "." &amp; how, saved())
      document.close(True)
    Next
  Next
  StarDesktop.terminate()
End Sub
</script:module>
"""


class Settled(NamedTuple):
    """The paragraphs that hold something, once all changes were accepted, or refused."""

    accepted: list[str]
    refused: list[str]


def settle(folder: Path, *documents: Path) -> tuple[Settled, ...]:
    """What LibreOffice leaves of each .docx, in one start of it; its profile goes into `folder`.

    The test is skipped where there is no LibreOffice.
    """
    urls = "|".join(document.as_uri() for document in documents)
    run_libreoffice(
        folder, "--terminate_after_init"
    )  # makes the profile, which would undo what was put there
    (folder / "profile" / _LIBRARY / "Module1.xba").write_text(_MACRO, "utf-8")
    run_libreoffice(folder, f'macro:///Standard.Module1.Settle("{urls}")')
    return tuple(Settled(_lines(document, "Accept"), _lines(document, "Reject")) for document in documents)


def _lines(document: Path, how: str) -> list[str]:
    text = document.with_name(f"{document.name}.{how}").read_text("utf-8-sig")
    return [line for line in text.split("\n") if line]
