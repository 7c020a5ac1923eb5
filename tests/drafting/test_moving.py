"""One step up or down: nothing is swallowed, nothing falls out of its section but what is moved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.drafting.moving import move_down, move_up
from editor.plan.measures import Block, Measure, Section
from editor.plan.plans import Plan
from editor.plan.project import Project


def plan(words: str) -> Plan:
    """A plan in short: A1 is a section of level 1, m a measure."""
    body: list[Block] = []
    for word in words.split():
        level = int(word[1:]) if word[0].isupper() else 5
        kind = Section if word[0].isupper() else Measure
        body.append(kind(id=word, level=level, number=None, heading=word))
    return Plan(id="local", body=tuple(body))


def moved(words: str, ids: str, step) -> str | None:
    before = plan(words)
    command = step(before, ids.split())
    if command is None:
        return None
    return " ".join(block.id for block in command.change(Project(local=before)).local.body)


@pytest.mark.parametrize(
    ("words", "ids", "up", "down"),
    [
        ("A1 a b c", "b", "A1 b a c", "A1 a c b"),
        ("A1 a B1 b", "a", "a A1 B1 b", "A1 B1 a b"),
        ("A1 a b c d", "b c", "A1 b c a d", "A1 a d b c"),
        ("A1 a b c d", "b d", "A1 b d a c", None),
        ("A1 a B1 b C1 c", "B1", "B1 b A1 a C1 c", "A1 a C1 c B1 b"),
        ("A1 a B1 b", "A1", None, "B1 b A1 a"),
        ("A1 a B1 b", "B1", "B1 b A1 a", None),
        ("A1 X2 x Y2 y B1 Z2 z", "Y2", "A1 Y2 y X2 x B1 Z2 z", "A1 X2 x B1 Y2 y Z2 z"),
        ("A1 X2 x B1 b Z2 z", "X2", None, "A1 B1 b X2 x Z2 z"),
        ("A1 X2 x B1 m Z2 z", "Z2", "A1 X2 x Z2 z B1 m", None),
        ("A1 m X2 x", "X2", None, None),
        ("a b", "a", None, "b a"),
        ("a b", "", None, None),
    ],
)
def test_one_step(words: str, ids: str, up: str | None, down: str | None) -> None:
    assert moved(words, ids, move_up) == up
    assert moved(words, ids, move_down) == down


_WORDS = st.lists(st.sampled_from(["A1", "B2", "C2", "m"]), min_size=1, max_size=10)


@given(_WORDS, st.data())
def test_a_moved_section_takes_its_own_and_nothing_else(kinds: list[str], data: st.DataObject) -> None:
    body = tuple(
        Section(id=f"s{i}", level=int(kind[1]), number=None, heading=kind)
        if kind != "m"
        else Measure(id=f"m{i}", level=5, number=None, heading=kind)
        for i, kind in enumerate(kinds)
    )
    before = Project(local=Plan(id="local", body=body))
    chosen = data.draw(st.sampled_from(body))

    def holders(project: Project) -> dict[str, str]:
        sections = {
            b.id: project.local.section_of(b.id) for b in project.local.body if isinstance(b, Measure)
        }
        return {id: section.id if section else "" for id, section in sections.items()}

    for step in (move_up, move_down):
        command = step(before.local, (chosen.id,))
        if command is not None:
            after = command.change(before)
            assert sorted(b.id for b in after.local.body) == sorted(b.id for b in body)
            if isinstance(chosen, Section):
                assert holders(after) == holders(before)
