"""Writes templates/notice/notice.docx: `python build_spec/make_notice_template.py [FILE]`.

The look of the notice after GB/T 9704—2012, as a document of named styles: no theme fonts, no stylesWithEffects,
pPr and rPr children in schema order. Standard library only; the same bytes on every run.
Lengths are twips (1 mm = 56.6929), type sizes half-points, `line` the exact line pitch.
"""

import sys
import zipfile
from pathlib import Path

PLACE = Path(__file__).parent.parent / "templates" / "notice" / "notice.docx"

FANGSONG, KAITI, HEITI, SONGTI = "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体"
TITLE_SONG = "方正小标宋简体"
LATIN = "Times New Roman"
BODY_PITCH, TITLE_PITCH, IMPRINT_PITCH, NUMBER_PITCH, TABLE_PITCH = 579, 720, 560, 280, 400
SIZE_MARK, SIZE_2, SIZE_3, SIZE_4, SIZE_SMALL_4 = 84, 44, 32, 28, 24
CHARACTER, SMALL_CHARACTER = 315, 280
TYPE_AREA = 8845
TIGHTER = -5
"""Run spacing that fits 28 characters of size 3 into 156 mm."""
RED = "FF0000"

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NAMESPACES = f'xmlns:w="{_WORD}" xmlns:r="{_OFFICE}"'


def fonts(east: str, latin: str = LATIN) -> str:
    high = east if latin == LATIN else latin
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{high}" w:eastAsia="{east}" w:cs="{latin}"/>'


def run(font: str = "", color: str = "", spacing: int | None = None, size: int | None = None) -> str:
    parts = [
        font,
        f'<w:color w:val="{color}"/>' if color else "",
        f'<w:spacing w:val="{spacing}"/>' if spacing is not None else "",
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else "",
    ]
    return f"<w:rPr>{''.join(parts)}</w:rPr>" if any(parts) else ""


def paragraph(
    *,
    keep: bool = False,
    border: str = "",
    tabs: str = "",
    line: int = BODY_PITCH,
    indent: str = "",
    justify: str = "",
    outline: int | None = None,
    keeps_off_grid: bool = False,
) -> str:
    """pPr of a style: what is given, and always that Latin letters get no extra space beside Han."""
    snap = "" if line == BODY_PITCH and not border and not keeps_off_grid else '<w:snapToGrid w:val="0"/>'
    return (
        "<w:pPr>"
        + ("" if outline is None else f'<w:keepNext w:val="{int(keep)}"/>')
        + '<w:widowControl w:val="0"/>'
        + border
        + tabs
        + '<w:kinsoku/><w:overflowPunct/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
        + snap
        + f'<w:spacing w:before="0" w:after="0" w:line="{line}" w:lineRule="exact"/>'
        + (f"<w:ind {indent}/>" if indent else "")
        + (f'<w:jc w:val="{justify}"/>' if justify else "")
        + ("" if outline is None else f'<w:outlineLvl w:val="{outline}"/>')
        + "</w:pPr>"
    )


def style(
    name: str,
    id: str,
    paragraph_part: str,
    run_part: str = "",
    based: str = "Normal",
    follow: str = "",
    kind: str = "paragraph",
) -> str:
    return (
        f'<w:style w:type="{kind}" w:styleId="{id}"{"" if _is_built_in(name) else " w:customStyle=" + chr(34) + "1" + chr(34)}>'
        f'<w:name w:val="{name}"/><w:basedOn w:val="{based}"/>'
        + (f'<w:next w:val="{follow}"/>' if follow else "")
        + f"<w:qFormat/>{paragraph_part}{run_part}</w:style>"
    )


def _is_built_in(name: str) -> bool:
    return name.isascii()


_FLAT = 'w:left="0" w:firstLine="0"'
_INDENTED = f'w:firstLine="{2 * CHARACTER}"'
_RULE = f'<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="7" w:color="{RED}"/></w:pBdr>'


def _double_rule(upper: int, lower: int) -> str:
    """Two single rules, because programs disagree on which line of a thick-thin border is on top."""
    rules = zip(("top", "bottom"), (upper, lower), strict=True)
    sides = (
        f'<w:{side} w:val="single" w:sz="{thick}" w:space="0" w:color="{RED}"/>' for side, thick in rules
    )
    return f"<w:pBdr>{''.join(sides)}</w:pBdr>"


def character_styles() -> list[str]:
    """Characters that have a face of their own within a paragraph."""
    faces = {
        ("公文签发人姓名", "SignatoryName"): KAITI,
        ("公文出席标签", "AttendanceLabel"): HEITI,
        ("公文紧急程度字符", "Urgent"): HEITI,
    }
    return [
        style(name, id, "", run(fonts(font)), based="DefaultParagraphFont", kind="character")
        for (name, id), font in faces.items()
    ]


def paragraph_styles() -> list[str]:
    song = run(fonts(TITLE_SONG), spacing=0, size=SIZE_2)
    mark = run(fonts(TITLE_SONG), color=RED, spacing=0, size=SIZE_MARK)
    small = run(spacing=0, size=SIZE_4)
    number = run(fonts(SONGTI, SONGTI), spacing=0, size=SIZE_4)
    right_tab = f'<w:tabs><w:tab w:val="right" w:pos="{TYPE_AREA - SMALL_CHARACTER}"/></w:tabs>'
    imprint = {"line": IMPRINT_PITCH, "justify": "both"}
    both_sides = f'w:left="{SMALL_CHARACTER}" w:right="{SMALL_CHARACTER}" w:firstLine="0"'
    hanging = f'w:left="{4 * SMALL_CHARACTER}" w:right="{SMALL_CHARACTER}" w:hanging="{3 * SMALL_CHARACTER}"'
    return [
        style("公文占位行", "Spacer", paragraph(line=1984, indent=_FLAT)),
        style(
            "公文发文机关标志",
            "IssuerMark",
            paragraph(line=SIZE_MARK * 10, indent=_FLAT, justify="center"),
            mark,
        ),
        style("公文份号", "CopyNumber", paragraph(indent=_FLAT)),
        style("公文紧急程度", "Urgency", paragraph(indent=_FLAT), run(fonts(HEITI))),
        style("公文签发人", "Signatories", paragraph(indent=_FLAT, justify="left")),
        style("公文令号", "OrderNumber", paragraph(indent=_FLAT, justify="center")),
        style(
            "公文信函发文字号",
            "LetterNumber",
            paragraph(indent=_FLAT, justify="left", keeps_off_grid=True),
        ),
        style(
            "公文信函上线",
            "LetterUpperLine",
            paragraph(border=_double_rule(18, 6), line=20, indent=_FLAT),
            run(spacing=0, size=2),
        ),
        style(
            "公文信函下线",
            "LetterLowerLine",
            paragraph(border=_double_rule(6, 18), line=20, indent=_FLAT),
            run(spacing=0, size=2),
        ),
        style("公文附件标签", "AttachmentLabel", paragraph(indent=_FLAT), run(fonts(HEITI))),
        style(
            "公文出席名单",
            "Attendance",
            paragraph(indent=f'w:left="{5 * CHARACTER}" w:hanging="{3 * CHARACTER}"'),
        ),
        style("公文发文字号", "DocumentNumber", paragraph(border=_RULE, indent=_FLAT, justify="center")),
        style("Title", "Title", paragraph(line=TITLE_PITCH, indent=_FLAT, justify="center"), song),
        style("公文主送机关", "Addressees", paragraph(indent=_FLAT)),
        style("公文正文", "OfficialText", paragraph(indent=_INDENTED)),
        style("公文署名", "Signature", paragraph(indent=_FLAT)),
        style("公文成文日期", "SignatureDate", paragraph(indent=_FLAT)),
        style("公文附注", "Annotation", paragraph(indent=_INDENTED)),
        style("公文附件说明", "AttachmentNote", paragraph(indent=_FLAT)),
        style("公文版记抄送", "ImprintCopiedTo", paragraph(indent=hanging, **imprint), small),
        style(
            "公文版记印发",
            "ImprintPrinted",
            paragraph(indent=both_sides, tabs=right_tab, line=IMPRINT_PITCH, justify="left"),
            small,
        ),
        style("公文版记锚点", "ImprintAnchor", paragraph(line=20, indent=_FLAT), run(spacing=0, size=2)),
        style(
            "公文表格表头",
            "TableHead",
            paragraph(line=TABLE_PITCH, indent=_FLAT, justify="center"),
            run(fonts(HEITI), spacing=0, size=SIZE_SMALL_4),
        ),
        style(
            "公文表格正文",
            "TableText",
            paragraph(line=TABLE_PITCH, indent=_FLAT, justify="left"),
            run(spacing=0, size=SIZE_SMALL_4),
        ),
        style("footer", "Footer", paragraph(line=NUMBER_PITCH, indent=_FLAT), number),
        style(
            "公文页码单页",
            "PageNumberOdd",
            paragraph(line=NUMBER_PITCH, indent=f'w:right="{SMALL_CHARACTER}"', justify="right"),
            based="Footer",
        ),
        style(
            "公文页码双页",
            "PageNumberEven",
            paragraph(line=NUMBER_PITCH, indent=f'w:left="{SMALL_CHARACTER}"', justify="left"),
            based="Footer",
        ),
        style("公文横排页码", "PageNumberTurned", paragraph(line=NUMBER_PITCH, indent=_FLAT), based="Footer"),
    ]


def level_styles() -> list[str]:
    """Per level: the heading on a line of its own, the paragraph with a run-in heading, and that heading's characters."""
    made = []
    for level, font in enumerate((HEITI, KAITI, FANGSONG, FANGSONG, FANGSONG), start=1):
        face = run(fonts(font))
        outline = {"indent": _INDENTED, "outline": level - 1}
        made += [
            style(f"heading {level}", f"Heading{level}", paragraph(**outline), face, follow="OfficialText"),
            style(
                f"公文条目 {level}",
                f"Item{level}",
                paragraph(**outline),
                follow=f"Item{level}",
                based="OfficialText",
            ),
            style(
                f"公文条目小标题 {level}",
                f"ItemHeading{level}",
                "",
                face,
                based="DefaultParagraphFont",
                kind="character",
            ),
        ]
    return made


def styles_xml() -> str:
    defaults = (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        + fonts(FANGSONG)
        + f'<w:sz w:val="{SIZE_3}"/><w:szCs w:val="{SIZE_3}"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )
    built_in = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        + paragraph(justify="both")
        + run(fonts(FANGSONG), spacing=TIGHTER, size=SIZE_3)
        + '</w:style><w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    )
    own = "".join(paragraph_styles() + level_styles() + character_styles())
    return f"{_HEAD}<w:styles {_NAMESPACES}>{defaults}{built_in}{own}</w:styles>"


def font_table_xml() -> str:
    """The fonts with the names that stand in for them where the first is not installed."""
    stand_ins = {
        FANGSONG: "仿宋",
        KAITI: "楷体",
        TITLE_SONG: "方正小标宋_GBK",
        HEITI: "SimHei",
        SONGTI: "SimSun",
    }
    entries = [
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font>'
        for name, other in stand_ins.items()
    ]
    latin = f'<w:font w:name="{LATIN}"><w:charset w:val="00"/><w:family w:val="roman"/></w:font>'
    return f"{_HEAD}<w:fonts {_NAMESPACES}>{''.join(entries)}{latin}</w:fonts>"


def settings_xml() -> str:
    return (
        f"{_HEAD}<w:settings {_NAMESPACES}>"
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="630"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/>'
        "<w:compat><w:balanceSingleByteDoubleByteWidth/><w:doNotExpandShiftReturn/><w:useFELayout/>"
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        "</w:compat></w:settings>"
    )


def footer_xml(style_id: str) -> str:
    """— 1 —: one-em dashes on both sides of the page number."""
    hint = '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'
    field = "".join(
        f"<w:r>{content}</w:r>"
        for content in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    return (
        f'{_HEAD}<w:ftr {_NAMESPACES}><w:p><w:pPr><w:pStyle w:val="{style_id}"/></w:pPr>'
        f'<w:r>{hint}<w:t xml:space="preserve">— </w:t></w:r>{field}'
        f'<w:r>{hint}<w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>'
    )


def document_xml() -> str:
    return (
        f"{_HEAD}<w:document {_NAMESPACES}><w:body><w:p/><w:sectPr>"
        '<w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="1417" w:gutter="0"/>'
        f'<w:docGrid w:type="lines" w:linePitch="{BODY_PITCH}"/></w:sectPr></w:body></w:document>'
    )


def theme_xml() -> str:
    """A theme that nothing refers to: Word adds one of its own, with its own fonts, where there is none."""
    drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'
        for name, value in zip(
            [
                "dk1",
                "lt1",
                "dk2",
                "lt2",
                "accent1",
                "accent2",
                "accent3",
                "accent4",
                "accent5",
                "accent6",
                "hlink",
                "folHlink",
            ],
            ["000000", "FFFFFF"] * 6,
            strict=True,
        )
    )
    faces = f'<a:latin typeface="{LATIN}"/><a:ea typeface="{FANGSONG}"/><a:cs typeface="{LATIN}"/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    styles = (
        f"<a:fillStyleLst>{fill * 3}</a:fillStyleLst>"
        f"<a:lnStyleLst>{f'<a:ln>{fill}</a:ln>' * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
    )
    return (
        f'{_HEAD}<a:theme xmlns:a="{drawing}" name="公文"><a:themeElements>'
        f'<a:clrScheme name="公文">{colours}</a:clrScheme><a:fontScheme name="公文">'
        f"<a:majorFont>{faces}</a:majorFont><a:minorFont>{faces}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="公文">{styles}</a:fmtScheme></a:themeElements></a:theme>'
    )


_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def content_types_xml() -> str:
    kinds = {
        "document": "document.main",
        "styles": "styles",
        "settings": "settings",
        "fontTable": "fontTable",
    }
    kinds |= {"footer1": "footer", "footer2": "footer"}
    overrides = [
        f'<Override PartName="/word/{part}.xml" ContentType="{_MAIN}.{kind}+xml"/>'
        for part, kind in kinds.items()
    ]
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f"{''.join(overrides)}"
        '<Override PartName="/word/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        "</Types>"
    )


def relationships_xml(targets: dict[str, str]) -> str:
    entries = [
        f'<Relationship Id="rId{place}" Type="{kind}" Target="{target}"/>'
        for place, (target, kind) in enumerate(targets.items(), start=1)
    ]
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(entries)}</Relationships>'


def core_xml() -> str:
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title></dc:title><dc:creator></dc:creator></cp:coreProperties>'
    )


def parts() -> dict[str, str]:
    """Every part of the package by its name, in the order written."""
    around = {
        "word/document.xml": f"{_OFFICE}/officeDocument",
        "docProps/core.xml": f"{_PACKAGE}/relationships/metadata/core-properties",
    }
    inside = {
        "styles.xml": f"{_OFFICE}/styles",
        "settings.xml": f"{_OFFICE}/settings",
        "fontTable.xml": f"{_OFFICE}/fontTable",
        "footer1.xml": f"{_OFFICE}/footer",
        "footer2.xml": f"{_OFFICE}/footer",
        "theme/theme1.xml": f"{_OFFICE}/theme",
    }
    return {
        "[Content_Types].xml": content_types_xml(),
        "_rels/.rels": relationships_xml(around),
        "word/document.xml": document_xml(),
        "word/_rels/document.xml.rels": relationships_xml(inside),
        "word/styles.xml": styles_xml(),
        "word/settings.xml": settings_xml(),
        "word/fontTable.xml": font_table_xml(),
        "word/footer1.xml": footer_xml("PageNumberOdd"),
        "word/footer2.xml": footer_xml("PageNumberEven"),
        "word/theme/theme1.xml": theme_xml(),
        "docProps/core.xml": core_xml(),
    }


def write(path: Path) -> None:
    """The template at `path`; entries stored, not compressed, so that its bytes hang on nothing but this script."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts().items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 0
            archive.writestr(entry, content.encode("utf-8"))


if __name__ == "__main__":
    place = Path(sys.argv[1]) if len(sys.argv) > 1 else PLACE
    write(place)
    print(place)
