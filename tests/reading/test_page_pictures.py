"""Pages of a PDF or OFD as pictures: lines stand where their boxes say, sizes have bounds, bad files are refused."""

from collections.abc import Callable, Sequence
from threading import Event

import pytest

from editor.errors import FileProblem
from editor.reading import ended_by, extract_content, has_pages, page_picture
from editor.reading.readers.page_pictures import MOST_HEIGHT, MOST_WIDTH, Picture
from tests.reading.paged_files import HEIGHT, WIDTH, Placed, Sheet, grid, ofd, pdf

DARK = 128
SHEETS = (
    Sheet((Placed("ABCDEFGH", 100, 200),)),
    Sheet((Placed("ABCDEFGH", 100, 600), Placed("IJKLMNOP", 300, 700))),
)


def inked_rows(picture: Picture, left: float, right: float) -> list[int]:
    """The rows with dark pixels between two shares of the width."""
    length = picture.width * 3
    ends = round(left * picture.width) * 3, round(right * picture.width) * 3
    rows = range(picture.height)
    return [row for row in rows if min(picture.rgb[row * length + ends[0] : row * length + ends[1]]) < DARK]


def test_a_picture_is_as_wide_as_asked_for_and_keeps_the_shape() -> None:
    picture = page_picture(pdf(SHEETS), 1, 501)
    assert picture.width in (501, 502)
    assert abs(picture.height / picture.width - HEIGHT / WIDTH) < 0.01
    assert len(picture.rgb) == picture.width * picture.height * 3
    assert picture.pages == 2


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_lines_stand_where_their_boxes_say(rotate: int) -> None:
    content = pdf(SHEETS, rotate=rotate)
    lines = extract_content(content, "方案.pdf").lines
    for line in lines:
        assert line.box is not None
        assert line.page is not None
        left, top, right, bottom = line.box
        rows = inked_rows(page_picture(content, line.page, 600), left, right)
        height = page_picture(content, line.page, 600).height
        assert any(top * height <= row <= bottom * height for row in rows), line
    assert {line.page for line in lines} == {1, 2}


def test_sizes_have_bounds() -> None:
    wide = page_picture(pdf(SHEETS), 1, 10**9)
    assert wide.width <= MOST_WIDTH + 1
    long = page_picture(pdf(SHEETS).replace(b"[0 0 595 842]", b"[0 0 9 14000]"), 1, 2000)
    assert long.height <= MOST_HEIGHT + 1
    assert page_picture(pdf(SHEETS), 1, 0).width <= 2


@pytest.mark.parametrize("write", [pdf, ofd])
@pytest.mark.parametrize("page", [-1, 0, 3])
def test_a_page_that_is_not_there_is_refused(page: int, write: Callable[[Sequence[Sheet]], bytes]) -> None:
    with pytest.raises(FileProblem, match=f"Page {page} "):
        page_picture(write(SHEETS), page, 100)


@pytest.mark.parametrize("turn", range(4))
def test_the_characters_of_an_ofd_stand_where_they_do_in_a_pdf(turn: int) -> None:
    """Whatever font draws them: the dark pixels have the same bounds, but for a few."""
    rows = (Placed("示范县方案", 100, 200), Placed("ABC甲", 300, 500, 30))
    sheet = Sheet(rows, turn=turn, rules=grid((600, 650), (100, 200, 400)))
    expected = inked(page_picture(pdf([sheet]), 1, 600))
    found = inked(page_picture(ofd([sheet]), 1, 600))
    assert len(found) > 20
    assert len(expected ^ found) < 0.2 * len(expected)


def inked(picture: Picture) -> set[tuple[int, int]]:
    """The squares of six pixels that hold dark ones."""
    pixels = picture.rgb[::3]
    dark = (place for place, value in enumerate(pixels) if value < DARK)
    return {(place // picture.width // 6, place % picture.width // 6) for place in dark}


def test_colours_shapes_and_places_of_pictures_of_an_ofd_are_shown() -> None:
    red = "<ofd:FillColor Value='255 0 0'/>"
    objects = (
        f"<ofd:PathObject Boundary='20 20 50 50' Fill='true' Stroke='false'>{red}<ofd:AbbreviatedData>"
        "M 0 0 L 40 0 B 50 0 50 10 40 10 L 0 10 C</ofd:AbbreviatedData></ofd:PathObject>"
        "<ofd:ImageObject Boundary='20 100 40 40' CTM='40 0 0 40 0 0'/>"
        "<ofd:PathObject Boundary='20 200 9 9'><ofd:AbbreviatedData>M 0 0 L</ofd:AbbreviatedData></ofd:PathObject>"
    )
    picture = page_picture(ofd([Sheet((), objects=objects)]), 1, 210)

    def pixel(x: int, y: int) -> tuple[int, ...]:
        start = (y * picture.width + x) * 3
        return tuple(picture.rgb[start : start + 3])

    assert pixel(30, 25) == (255, 0, 0)
    assert pixel(40, 120) == (217, 217, 217)
    assert pixel(100, 60) == (255, 255, 255)


def test_files_with_pages() -> None:
    assert has_pages(pdf(SHEETS))
    assert has_pages(ofd(SHEETS))
    assert not has_pages("示范县方案".encode())
    assert not has_pages(b"PK\x03\x04")


def test_no_pdf_is_refused() -> None:
    with pytest.raises(FileProblem, match="Page 1 "):
        page_picture(b"%PDF-1.7 and nothing else", 1, 100)


@pytest.mark.usefixtures("apart")
def test_a_page_is_drawn_apart() -> None:
    picture = page_picture(pdf(SHEETS), 2, 300)
    assert inked_rows(picture, 0, 1)
    with pytest.raises(FileProblem, match="Page 7 "):
        page_picture(pdf(SHEETS), 7, 300)


@pytest.mark.usefixtures("apart")
def test_what_is_not_wanted_any_more_ends() -> None:
    """The other process takes longer to start than it takes to end it."""
    unwanted = Event()
    unwanted.set()
    with ended_by(unwanted), pytest.raises(FileProblem):
        extract_content(pdf(SHEETS), "方案.pdf")
    assert extract_content(pdf(SHEETS), "方案.pdf").lines
