"""The look lives in templates/: what comes with the program, and what an office makes of it."""

import re
import runpy
import shutil
import zipfile
from pathlib import Path

import docx
import pytest

import editor
from editor.errors import FileProblem
from editor.paths import templates
from editor.writing.notice.notice_docx import write_notice
from editor.writing.template.template import notice_template
from tests.writing.effective import Document, W, text_of
from tests.writing.samples import PROJECT

CHECKOUT = Path(__file__).parent.parent.parent
MAKER = CHECKOUT / "build_spec" / "make_notice_template.py"
FONTS = re.compile("仿宋|楷体|黑体|宋体|小标宋|Times New Roman|FangSong|KaiTi|SimHei|SimSun")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """An office's own copy of the template."""
    return Path(shutil.copytree(templates() / "notice", tmp_path / "本办样式"))


def edit(office: Path, part: str, old: str, new: str) -> None:
    path = office / "notice.docx"
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new)
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)


def test_the_template_is_what_its_maker_writes(tmp_path: Path) -> None:
    runpy.run_path(str(MAKER))["write"](tmp_path / "notice.docx")
    made, kept = tmp_path / "notice.docx", templates() / "notice" / "notice.docx"
    assert made.read_bytes() == kept.read_bytes(), "run: python build_spec/make_notice_template.py"


def test_fonts_and_sizes_are_in_the_template_only() -> None:
    for path in (Path(editor.__file__).parent / "writing").glob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert not FONTS.search(text), path.name
        assert not re.search(r"half_points\s*=\s*\d|w:sz[\"'] ?: ?\{?[\"']?\d|\bsize\s*=\s*\d", text), (
            path.name
        )


def test_every_style_that_is_named_is_there() -> None:
    template = notice_template()
    names = {style.find(f"{W}name").get(f"{W}val") for style in Document(template.content).styles.values()}
    styles = template.styles
    for field in styles.__struct_fields__:
        value = getattr(styles, field)
        assert set(value if isinstance(value, tuple) else [value]) <= names


def test_built_in_headings_keep_their_names() -> None:
    assert notice_template().styles.headings == tuple(f"heading {level}" for level in range(1, 6))


def test_an_offices_own_fonts_and_mark_are_followed(office: Path, tmp_path: Path) -> None:
    edit(office, "word/styles.xml", "楷体_GB2312", "华文楷体")
    edit(office, "word/styles.xml", 'w:val="84"', 'w:val="60"')
    write_notice(PROJECT, tmp_path / "通知.docx", template=office)
    document = Document((tmp_path / "通知.docx").read_bytes())
    (item,) = document.styled("公文条目 2")
    assert document.run_value(item.find(f"{W}r"), "rFonts", "eastAsia") == "华文楷体"
    (mark,) = document.styled("公文发文机关标志")
    assert document.run_value(mark.find(f"{W}r"), "sz") == "60"
    assert document.paragraph_value(mark, "spacing", "line") == "600"


def test_an_offices_own_offsets_are_followed(office: Path, tmp_path: Path) -> None:
    settings = office / "notice.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("longest_line = 20", "longest_line = 12"), encoding="utf-8")
    write_notice(PROJECT, tmp_path / "通知.docx", template=office)
    title = Document((tmp_path / "通知.docx").read_bytes()).styled("Title")[0]
    assert len(list(title.iter(f"{W}br"))) >= 3
    assert text_of(title) == PROJECT.notice.title


def test_styles_are_found_by_name_whatever_their_ids(office: Path, tmp_path: Path) -> None:
    edit(office, "word/styles.xml", 'w:styleId="Item3"', 'w:styleId="a7"')
    write_notice(PROJECT, tmp_path / "通知.docx", template=office)
    document = Document((tmp_path / "通知.docx").read_bytes())
    assert {document.style_id(each) for each in document.styled("公文条目 3")} == {"a7"}


def test_the_name_of_who_edited_the_template_is_not_passed_on(office: Path, tmp_path: Path) -> None:
    edit(office, "docProps/core.xml", "<dc:creator></dc:creator>", "<dc:creator>示范同志</dc:creator>")
    write_notice(PROJECT, tmp_path / "通知.docx", template=office)
    properties = docx.Document(str(tmp_path / "通知.docx")).core_properties
    assert (properties.author, properties.title) == ("", PROJECT.notice.title)


def test_a_layout_that_is_missing_is_named(office: Path, tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="no layout “C”; choose one of A, B"):
        write_notice(PROJECT, tmp_path / "通知.docx", "C", template=office)


def test_a_style_that_is_missing_is_named(office: Path, tmp_path: Path) -> None:
    edit(office, "word/styles.xml", '"公文正文"', '"改了名"')
    with pytest.raises(FileProblem, match="no style “公文正文”"):
        write_notice(PROJECT, tmp_path / "通知.docx", template=office)
    assert not (tmp_path / "通知.docx").exists()


@pytest.mark.parametrize("mistake", ["[styles", "[page]\ncharacter = 'x'", "\udcff"])
def test_a_mistake_in_the_settings_is_one_sentence(office: Path, tmp_path: Path, mistake: str) -> None:
    (office / "notice.toml").write_bytes(mistake.encode("utf-8", "surrogateescape"))
    with pytest.raises(FileProblem, match="template “本办样式” has a mistake"):
        write_notice(PROJECT, tmp_path / "通知.docx", template=office)


@pytest.mark.parametrize("content", [b"no document", b"PK\x05\x06" + bytes(18)])
def test_a_document_that_is_none_is_one_sentence(office: Path, tmp_path: Path, content: bytes) -> None:
    (office / "notice.docx").write_bytes(content)
    with pytest.raises(FileProblem, match=r"notice\.docx"):
        write_notice(PROJECT, tmp_path / "通知.docx", template=office)
