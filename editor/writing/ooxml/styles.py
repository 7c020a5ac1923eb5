"""The styles of one .docx: ids by name, looked up once, and the values that take effect through their chain."""

from collections.abc import Iterator

from docx.oxml.ns import qn

from editor.errors import FileProblem
from editor.wording import _
from editor.writing.ooxml.wordml import Xml

_LOWER_BORDER = "w:pPr/w:pBdr/w:bottom"
_TWIPS_PER_POINT = 20


class Styles:
    """Answers questions about a styles part; names are what Word shows, ids what paragraphs refer to."""

    def __init__(self, styles: Xml) -> None:
        self._by_id = {style.get(qn("w:styleId")): style for style in styles.iter(qn("w:style"))}
        names = {style_id: style.find(qn("w:name")) for style_id, style in self._by_id.items()}
        self._ids = {name.get(qn("w:val")): style_id for style_id, name in names.items() if name is not None}
        self.default: str | None = self._ids.get("Normal")

    def id(self, name: str) -> str:
        """The id of the style with this name; FileProblem where the template lacks it."""
        if name not in self._ids:
            message = _("The notice template has no style “{name}”; add it to the template's .docx.")
            raise FileProblem(message.format(name=name))
        return str(self._ids[name])

    def half_points(self, style_id: str) -> int:
        """The type size of a style."""
        return int(self.value(style_id, "w:rPr/w:sz", "w:val") or 0)

    def font(self, style_id: str) -> str:
        """The East Asian font of a style, empty where none is stated."""
        return self.value(style_id, "w:rPr/w:rFonts", "w:eastAsia") or ""

    def pitch(self, style_id: str | None) -> int:
        """The exact line pitch of a style in twips, of the default style where the id is None."""
        return int(self.value(style_id or self.default, "w:pPr/w:spacing", "w:line") or 0)

    def border(self, style_id: str | None) -> int:
        """What a lower border and its distance add to a paragraph of this style, in twips."""
        space = float(self.value(style_id, _LOWER_BORDER, "w:space") or 0)
        eighths = float(self.value(style_id, _LOWER_BORDER, "w:sz") or 0)
        return round((space + eighths / 8) * _TWIPS_PER_POINT)

    def tab_stops(self, style_id: str | None) -> list[tuple[int, str]]:
        """The tab stops that a style itself sets: twips from the margin, and what is aligned there."""
        style = self._by_id.get(style_id)
        stops = [] if style is None else style.findall(f"{qn('w:pPr')}/{qn('w:tabs')}/{qn('w:tab')}")
        return sorted((int(each.get(qn("w:pos"))), each.get(qn("w:val"))) for each in stops)

    def value(self, style_id: str | None, path: str, attribute: str) -> str | None:
        """An attribute of the element at `path` below a style or the nearest it is based on that has it."""
        for found in self.chain(style_id, path):
            if found is not None and found.get(qn(attribute)) is not None:
                return str(found.get(qn(attribute)))
        return None

    def chain(self, style_id: str | None, path: str) -> Iterator[Xml]:
        """The element at `path` below a style and below every one it is based on; None for those without it."""
        steps, seen = "/".join(map(qn, path.split("/"))), set[str | None]()
        while style_id in self._by_id and style_id not in seen:
            seen.add(style_id)
            yield self._by_id[style_id].find(steps)
            based = self._by_id[style_id].find(qn("w:basedOn"))
            style_id = None if based is None else based.get(qn("w:val"))
