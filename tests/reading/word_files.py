"""Word documents made for tests, turned into older formats by LibreOffice; and compound files made by hand."""

import struct
from collections.abc import Sequence
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement

from tests.office import run_libreoffice


def convert(document: Path, kind: str) -> bytes:
    """The document in another format; the test is skipped where there is no LibreOffice."""
    return convert_all((document,), kind)[0]


def convert_all(documents: Sequence[Path], kind: str) -> list[bytes]:
    """Documents of one folder in another format, in one start of LibreOffice."""
    folder = documents[0].parent
    run_libreoffice(folder, "--convert-to", kind, "--outdir", folder, *documents)
    return [document.with_suffix(f".{kind.partition(':')[0]}").read_bytes() for document in documents]


def plan_document() -> Document:
    """A plan with automatic numbers of two levels, a table, a tracked change, a link."""
    document = docx.Document()
    document.add_paragraph("示范县优化服务实施方案").alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph("为优化服务，制定本方案。")
    _number(document)
    for level, text in [
        (0, "主要任务"),
        (1, "完善窗口服务。设立专窗，方便群众。（责任单位：甲局、乙局）"),
        (1, "压缩办理时限。限时办结，𠮷祥如意。（责任单位：丙局）"),
        (0, "组织保障"),
        (1, "压实工作责任。主要负责人亲自抓。（责任单位：丁局）"),
    ]:
        document.add_paragraph(text)._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>')
        )
    _changes(document.add_paragraph("本方案"))
    table = document.add_table(2, 3)
    for cell, text in zip(table._cells, ("序号", "任务", "责任单位", "1", "甲项", "戊局"), strict=True):
        cell.text = text
    return document


def text_box(words: str) -> BaseOxmlElement:
    """A run with a text box that holds these words."""
    return parse_xml(
        f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape id="box" type="#_x0000_t202" '
        'style="position:absolute;margin-left:9pt;margin-top:9pt;width:200pt;height:60pt"><v:textbox><w:txbxContent>'
        f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )


def _number(document: Document) -> None:
    """Lists 一、 and （一） that no text holds."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="{shown}"/></w:lvl>'
        for level, shown in enumerate(("%1、", "（%2）"))
    )
    numbering = document.part.numbering_part.element
    abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>')
    numbering.insert(0, abstract)
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))


def _changes(paragraph: docx.text.paragraph.Paragraph) -> None:
    """A deletion, an insertion and a field with its result."""
    mark = 'w:id="1" w:author="某" w:date="2025-01-01T00:00:00Z"'
    for part in (
        f"<w:del {nsdecls('w')} {mark}><w:r><w:delText>旧词</w:delText></w:r></w:del>",
        f"<w:ins {nsdecls('w')} {mark}><w:r><w:t>新词</w:t></w:r></w:ins>",
        f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="begin"/></w:r>',
        f'<w:r {nsdecls("w")}><w:instrText>HYPERLINK "http://example.invalid/"</w:instrText></w:r>',
        f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="separate"/></w:r>',
        f"<w:r {nsdecls('w')}><w:t>县网站</w:t></w:r>",
        f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="end"/></w:r>',
        f"<w:r {nsdecls('w')}><w:t>印发。</w:t></w:r>",
    ):
        paragraph._p.append(parse_xml(part))


_SECTOR = 512
_END, _FREE, _TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file with these streams, each padded to 4,096 bytes so that it lies in whole sectors."""
    chain: list[int] = []
    body = b""
    entries = []
    for name, data in streams.items():
        padded = data.ljust(max(4096, -(-len(data) // _SECTOR) * _SECTOR), b"\0")
        first, count = len(chain), len(padded) // _SECTOR
        chain += [*range(first + 1, first + count), _END]
        body += padded
        entries.append(_entry(name, 2, first, len(padded)))
    for place in range(len(entries) - 1):
        entries[place] = _beside(entries[place], place + 2)
    directory = _entry("Root Entry", 5, _END, 0, child=1) + b"".join(entries)
    directory = directory.ljust(-(-len(directory) // _SECTOR) * _SECTOR, b"\0")
    first_directory = len(chain)
    count = len(directory) // _SECTOR
    chain += [*range(first_directory + 1, first_directory + count), _END]
    first_table = len(chain)
    sectors = -(-(first_table + 2) // (_SECTOR // 4 - 1))
    chain += [_TABLE] * sectors
    table = struct.pack(f"<{len(chain)}I", *chain).ljust(sectors * _SECTOR, b"\xff")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH6xII", 0x3E, 3, 0xFFFE, 9, 6, 0, sectors)
    head += struct.pack("<IIIIIII", first_directory, 0, 4096, _END, 0, _END, 0)
    head += struct.pack(f"<{sectors}I", *range(first_table, first_table + sectors))
    return head.ljust(_SECTOR, b"\xff") + body + directory + table


def _entry(name: str, kind: int, start: int, size: int, child: int = _FREE) -> bytes:
    words = (name + "\0").encode("utf-16-le")
    return struct.pack("<64sHBBIII36xIQ", words, len(words), kind, 1, _FREE, _FREE, child, start, size)


def _beside(entry: bytes, right: int) -> bytes:
    return entry[:72] + struct.pack("<I", right) + entry[76:]


def old_word(text: str, table: int = 1) -> bytes:
    """A Word 97 document by hand: its header, one piece of text, and nothing about its paragraphs.

    Its other stream is 1Table as Word writes it, or 0Table.
    """
    words = text.replace("\n", "\r").encode("utf-16-le")
    count = len(words) // 2
    pieces = struct.pack("<II", 0, count) + struct.pack("<HIH", 0, 0x400, 0)
    tables = b"\2" + struct.pack("<I", len(pieces)) + pieces
    head = bytearray(0x400)
    head[:12] = struct.pack("<HH6xH", 0xA5EC, 0xC1, 0x0200 * table)
    head[76:80] = struct.pack("<I", count)
    head[154 + 33 * 8 : 154 + 34 * 8] = struct.pack("<II", 0, len(tables))
    return compound({"WordDocument": bytes(head) + words, f"{table}Table": tables})
