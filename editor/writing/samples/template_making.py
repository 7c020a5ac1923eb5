"""An office's own template made from a sample notice of theirs: fonts, sizes, mark, margins and imprint read out."""

import io
from pathlib import Path
from typing import Any

from docx.oxml.ns import qn
from msgspec.structs import replace

from editor.errors import FileProblem, SaveProblem
from editor.files import make_folder, read_file, replace_file
from editor.plan.locality import Locality
from editor.plan.value import Value
from editor.wording import N_, _
from editor.writing.base.packing import anonymous
from editor.writing.ooxml.styles import Styles
from editor.writing.ooxml.wordml import Xml, element
from editor.writing.pages.pictures import Face
from editor.writing.samples.sample_faces import SampleFaces
from editor.writing.samples.sample_notice import SampleNotice, table_rules
from editor.writing.samples.sample_page import SamplePage, sample_page
from editor.writing.template.deviations import Deviation, deviations
from editor.writing.template.opening import open_document
from editor.writing.template.page import apply_layout, page_of
from editor.writing.template.template import Template, notice_template

_ELEMENTS = {
    "issuer_mark": N_("issuer's mark"),
    "document_number": N_("document number"),
    "title": N_("title"),
    "addressees": N_("addressees"),
    "text": N_("text"),
    "level1": N_("headings of level 1"),
    "level2": N_("headings of level 2"),
    "level3": N_("headings of level 3"),
    "level4": N_("headings of level 4"),
    "attachment_note": N_("attachment note"),
    "signature": N_("signature"),
    "date": N_("date"),
    "annotation": N_("annotation"),
    "attachment_label": N_("label of an attachment"),
    "copied_to": N_("copied to"),
    "printed": N_("printed by"),
}
"""What is looked for, and what it is called."""
_RUN_ORDER = ("w:rFonts", "w:color", "w:spacing", "w:sz", "w:szCs")
_HALF_POINT_TWIPS = 10
_SETTINGS = """# 公文样式：按样文读出。字体、字号、颜色、行距在 notice.docx 的样式里改；这里没有写的同程序自带的样式。

document = "notice.docx"

[page]
character = {character}
characters_per_line = {characters}

[imprint]
outer_rule = {outer_rule}
inner_rule = {inner_rule}
"""


class SampleFace(Value, frozen=True, kw_only=True):
    """One element of the sample: its name, and the fonts, points and colour (RRGGBB) it is set in."""

    element: str
    family: str
    latin: str
    size: float
    colour: str


class SampleReading(Value, frozen=True, kw_only=True):
    """What came of a sample: the faces found, the elements it lacks (they look as in the program's own template),
    what it tells about its office, and where the new template departs from the standard, clause by clause.
    """

    folder: str
    faces: tuple[SampleFace, ...]
    lacking: tuple[str, ...]
    locality: Locality
    deviations: tuple[Deviation, ...]


def template_from_sample(sample: Path, folder: Path) -> SampleReading:
    """Write `folder` with a template (notice.docx, notice.toml) that looks like the notice in the .docx `sample`.

    FileProblem where the sample can't be read or holds no notice, SaveProblem where the folder can't be written or
    holds a template already.
    """
    if (folder / "notice.toml").exists() or (folder / "notice.docx").exists():
        message = _("There is a template in “{name}” already; choose another folder.")
        raise SaveProblem(message.format(name=folder.name))
    document = _open_sample(sample)
    faces = SampleFaces(document)
    notice = SampleNotice(document.element.body, faces)
    found = _found_faces(notice, faces)
    if "text" not in found or len(found) == 1:
        message = _("“{name}” looks like no notice: no number, title and addressees were found in it.")
        raise FileProblem(message.format(name=sample.name))
    page = sample_page(
        document.element.body, faces.styles, notice.parts["text"], found["text"], notice_template()
    )
    content, settings = _template(found, page, _rules(notice))
    make_folder(folder)
    replace_file(folder / "notice.docx", content)
    replace_file(folder / "notice.toml", settings.encode("utf-8"))
    return SampleReading(
        folder=str(folder),
        faces=tuple(
            SampleFace(element=_(label), family=f.family, latin=f.latin, size=f.size, colour=f.colour)
            for kind, label in _ELEMENTS.items()
            if (f := found.get(kind))
        ),
        lacking=tuple(_(label) for kind, label in _ELEMENTS.items() if kind not in found),
        locality=notice.locality(),
        deviations=deviations(folder),
    )


def _open_sample(sample: Path) -> Any:
    content = read_file(sample)
    if not content.startswith(b"PK"):
        message = _("“{name}” is no .docx; open it in Word or WPS and save it as .docx.")
        raise FileProblem(message.format(name=sample.name))
    return open_document(replace(notice_template(), document=sample.name, content=content))


def _found_faces(notice: SampleNotice, faces: SampleFaces) -> dict[str, Face]:
    """The face of each element; of headings that with which they begin."""
    found = {kind: faces.main_face(paragraphs) for kind, paragraphs in notice.parts.items()}
    known: dict[str, Face] = {kind: face for kind, face in found.items() if face is not None}
    firsts = {f"level{n}": faces.first_face(paragraphs[0]) for n, paragraphs in notice.levels.items()}
    return known | firsts


def _rules(notice: SampleNotice) -> tuple[int, ...]:
    parts = [*notice.parts["copied_to"], *notice.parts["printed"]]
    return tuple(weight for part in parts[:1] for weight in table_rules(part))


def _template(found: dict[str, Face], page: SamplePage, rules: tuple[int, ...]) -> tuple[bytes, str]:
    """The .docx and the .toml."""
    own = notice_template()
    document = open_document(own)
    root = document.styles.element
    _apply_page(document.element.body.find(qn("w:sectPr")), root, page, own)
    for style, face in _faces_by_style(found, own).items():
        _set_face(root, style, face, page)
    packed = io.BytesIO()
    document.save(packed)
    settings = _SETTINGS.format(
        character=page.character,
        characters=page.characters_per_line,
        outer_rule=max(rules, default=own.imprint.outer_rule),
        inner_rule=min(rules, default=own.imprint.inner_rule),
    )
    return anonymous(packed.getvalue()), settings


def _apply_page(section: Xml, styles: Xml, page: SamplePage, own: Template) -> None:
    apply_layout(page.layout, section, styles)
    margins = section.find(qn("w:pgMar"))
    margins.set(qn("w:left"), str(page.left))
    margins.set(qn("w:right"), str(page.right))
    wide = page_of(section, page.characters_per_line).wide
    stop = _style(styles, own.styles.printed).find(f".//{qn('w:tab')}")
    stop.set(qn("w:pos"), str(wide - own.imprint.line // 2))


def _faces_by_style(found: dict[str, Face], own: Template) -> dict[str, Face]:
    """The face of each style by its name; a level's heading and run-in heading are alike."""
    named: dict[str, Face] = {"Normal": found["text"]}
    for kind, face in found.items():
        if kind.startswith("level"):
            place = int(kind.removeprefix("level")) - 1
            named |= {own.styles.headings[place]: face, own.styles.item_headings[place]: face}
        else:
            named[getattr(own.styles, kind)] = face
    return named


def _style(styles: Xml, name: str) -> Xml:
    names = styles.iter(qn("w:name"))
    return next(each for each in names if each.get(qn("w:val")) == name).getparent()


def _set_face(styles: Xml, name: str, face: Face, page: SamplePage) -> None:
    """Give a style fonts, size and colour; body-size text also the spacing with which a line holds its characters."""
    style = _style(styles, name)
    properties = style.find(qn("w:rPr"))
    if properties is None:
        properties = element("w:rPr")
        style.append(properties)
    half_points = round(face.size * 2)
    size: dict[str, object] = {"w:val": half_points}
    is_body = half_points * _HALF_POINT_TWIPS == page.character - page.spacing
    values: dict[str, dict[str, object]] = {
        "w:rFonts": _fonts(face, Styles(styles)),
        "w:spacing": {"w:val": page.spacing if is_body else 0},
        "w:sz": size,
        "w:szCs": size,
    }
    if face.colour != "000000":
        values["w:color"] = {"w:val": face.colour}
    for tag in _RUN_ORDER:
        for old in properties.findall(qn(tag)):
            properties.remove(old)
    properties.extend(element(tag, values[tag]) for tag in _RUN_ORDER if tag in values)
    pitch = style.find(f"{qn('w:pPr')}/{qn('w:spacing')}")
    if pitch is not None and int(pitch.get(qn("w:line"))) < half_points * _HALF_POINT_TWIPS:
        pitch.set(qn("w:line"), str(half_points * _HALF_POINT_TWIPS))


def _fonts(face: Face, styles: Styles) -> dict[str, object]:
    """Chinese marks that are of either script go with the Chinese font (hAnsi)."""
    family = face.family or styles.font(styles.id("Normal"))
    latin = face.latin or family
    return {"w:ascii": latin, "w:hAnsi": family, "w:eastAsia": family, "w:cs": latin}
