"""What is chosen, opened and in sight in a tree while its rows come and go by the hundred."""

import pytest
from PySide6.QtWidgets import QWidget

from editor.ui.base.rows import Row
from editor.ui.base.tree import Tree, TreeModel

SECTIONS, MEASURES = 25, 30


def rows(*, leave_out: int = 0, text: str = "") -> list[Row]:
    """Sections with measures; of `leave_out` measures one is left out, none where it is 0."""
    return [
        Row(
            f"s{section}",
            (f"section {section}",),
            tuple(
                Row(f"m{section}-{place}", (text or f"measure {place}",))
                for place in range(MEASURES)
                if not leave_out or place % leave_out
            ),
        )
        for section in range(SECTIONS)
    ]


@pytest.fixture
def tree(desk: QWidget) -> Tree:
    shown = Tree("outline", TreeModel(("measures",), parent=desk), desk)
    shown.resize(300, 200)
    desk.show()
    shown._model.update(rows())
    return shown


def update(tree: Tree, wanted: list[Row]) -> None:
    tree._model.update(wanted)


def test_what_was_chosen_stays_chosen_without_a_word(tree: Tree) -> None:
    tree.go_to("m7-4")
    tree.select_keys(("m7-5", "m9-1"))
    told: list[str] = []
    tree.current_changed.connect(told.append)
    update(tree, rows(leave_out=2))
    assert (tree.current_key, tree.selected_keys, told) == ("m7-5", ("m7-5", "m9-1"), ["m7-5"])
    update(tree, rows())
    assert (tree.current_key, tree.selected_keys, told) == ("m7-5", ("m7-5", "m9-1"), ["m7-5"])


def test_the_nearest_row_takes_the_place_of_one_that_is_gone(tree: Tree) -> None:
    tree.go_to("m7-29")
    update(tree, rows()[:7])
    assert tree.current_key == "m6-29"


def test_what_was_folded_stays_folded(tree: Tree) -> None:
    model = tree._model
    tree.collapse(model.find("s3"))
    update(tree, rows(leave_out=2))
    assert not tree.isExpanded(model.find("s3"))
    assert tree.isExpanded(model.find("s4"))


def test_all_that_is_in_sight_is_selected(tree: Tree) -> None:
    tree.collapse(tree._model.find("s3"))
    tree.selectAll()
    assert tree.selected_count == SECTIONS + (SECTIONS - 1) * MEASURES
    assert "m3-1" not in tree.selected_keys


def test_many_changed_cells_are_told_at_once(tree: Tree) -> None:
    told: list[None] = []
    tree._model.much_changed.connect(lambda: told.append(None))
    update(tree, rows(text="other"))
    assert len(told) == 1
    assert tree._model.find("m24-29").data() == "other"
