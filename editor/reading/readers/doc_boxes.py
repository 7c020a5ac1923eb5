"""The text boxes of an old Word document: where in the text each is anchored, and which words are its own.

MS-DOC 2.8.37 (PlcfSpa: anchors with the number of a shape) and 2.8.32 (PlcftxbxTxt: the story of all boxes, cut by shapes).
"""

from editor.reading.readers.binary import Damaged, table, u32
from editor.reading.readers.doc_text import Header

_ANCHORS, _BOXES = 40, 56
_ANCHOR_SIZE, _BOX_SIZE = 26, 22
_SHAPE_OF_BOX = 14


def anchored_boxes(header: Header, tables: bytes) -> list[tuple[int, range]]:
    """The position of each anchor in the main text, rising, and the positions of its box's words; none where they contradict."""
    story = header.stories["text_boxes"]
    try:
        places, anchors = table(header.part(tables, _ANCHORS), _ANCHOR_SIZE)
        starts, boxes = table(header.part(tables, _BOXES), _BOX_SIZE)
        shapes = {u32(box, _SHAPE_OF_BOX): number for number, box in enumerate(boxes)}
        numbers = [
            (place, shapes.get(u32(anchor, 0))) for place, anchor in zip(places, anchors, strict=False)
        ]
    except Damaged:
        return []
    found = (
        (place, range(story.start + starts[number], story.start + starts[number + 1]))
        for place, number in numbers
        if number is not None and 0 <= starts[number] < starts[number + 1] <= len(story)
    )
    return sorted(found, key=lambda box: box[0])
