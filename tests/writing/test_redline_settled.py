"""The redline in LibreOffice: accepting all changes there gives the local plan, refusing all the old one."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from editor.plan.measures import Assignment, Block, Deadline, Measure, Origin, Paragraph, Section
from editor.plan.project import Project
from editor.writing import write_redline
from tests.settling import Settled, settle
from tests.writing.samples import BODY, PLAN, WORDS, measure
from tests.writing.test_redline import DAY, PARENT, SENTENCES, local, printed

PAIRS = [
    ("shandong_2025_province", "rongcheng_2025_county"),
    ("yingtan_2024_city", "yujiang_2024_district"),
    ("yiyang_2022_city", "anhua_2022_county"),
]


def changed(place: int, **changes: object) -> tuple[Block, ...]:
    """The parent's body with one block changed."""
    return (*BODY[:place], replace(BODY[place], **changes), *BODY[place + 1 :])


def merged() -> tuple[Block, ...]:
    """The parent's body with two measures made one."""
    first = BODY[4]
    assert isinstance(first, Measure)
    both = replace(first, text=first.text + WORDS, origins=(_origin("m1", "m2"),))
    return (*BODY[:4], both, *BODY[6:])


def _origin(*measures: str) -> Origin:
    return Origin(parent=PARENT.id, measures=measures, fingerprint="", text="")


OTHER_UNITS = Assignment(lead_units=("县民政局",), responsible_units=("县医保局", "县人力资源社会保障局"))
KINDS: dict[str, Project] = {
    "nothing but the title": local(*BODY),
    "the opening by two paragraphs": local(*BODY, opening="另一段开头。\n再一段。"),
    "no opening": local(*BODY, opening=""),
    "the closing": local(*BODY, closing=""),
    "a figure": local(*changed(4, text=WORDS.replace("30%", "50%"))),
    "a heading": local(*changed(4, heading="企业开办一日办")),
    "units": local(*changed(4, assignments=(OTHER_UNITS,))),
    "no units": local(*changed(4, assignments=(), deadline=None)),
    "a deadline": local(*changed(4, deadline=Deadline(text="2026年9月底前", date="2026-09-30"))),
    "a leader": local(*changed(4, leader="示范同志")),
    "the text by sentences in another order": local(*changed(4, text="".join(reversed(SENTENCES)))),
    "a paragraph put into a measure": local(*changed(4, text=WORDS + "\n" + SENTENCES[-2] + SENTENCES[-1])),
    "a paragraph taken out of a measure": local(*changed(5, text=WORDS)),
    "a section's heading": local(*changed(2, heading="重点任务和改革事项")),
    "a section gone": local(*BODY[:2], *BODY[3:]),
    "a section put in": local(
        *BODY[:6], Section(id="s9", level=2, number="二", heading="新的一节"), *BODY[6:]
    ),
    "a paragraph gone": local(BODY[0], *BODY[2:]),
    "a paragraph put in": local(*BODY[:1], Paragraph(id="p9", text="另有一段目标。"), *BODY[1:]),
    "a measure gone": local(*BODY[:5], *BODY[6:]),
    "a measure put in": local(*BODY[:5], measure("m9", 3, "2", "另办一件事"), *BODY[5:]),
    "a measure moved": local(*BODY[:4], *BODY[5:], BODY[4]),
    "a measure moved and reworded": local(*BODY[5:], replace(BODY[4], text=WORDS.replace("30%", "50%"))),
    "everything in another order": local(*reversed(BODY)),
    "everything gone": local(),
    "two measures made one": Project(parents=(PARENT,), local=replace(PLAN, body=merged())),
}


@pytest.fixture(scope="module")
def in_libreoffice(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Settled]:
    """What LibreOffice makes of a redline of every kind."""
    folder = tmp_path_factory.mktemp("redlines")
    files = [folder / f"{number}.docx" for number in range(len(KINDS))]
    for path, project in zip(files, KINDS.values(), strict=True):
        assert write_redline(project, path, on=DAY).agrees
    return dict(zip(KINDS, settle(folder, *files), strict=True))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_change(in_libreoffice: dict[str, Settled], kind: str) -> None:
    assert in_libreoffice[kind].accepted == printed(KINDS[kind].local)
    assert in_libreoffice[kind].refused == printed(PARENT)


def test_real_pairs(corpus: Path, tmp_path: Path) -> None:
    from editor.jobs import draft

    projects = [
        draft([corpus / f"{one}.txt"], local=corpus / f"{other}.txt", today=DAY) for one, other in PAIRS
    ]
    files = [tmp_path / f"{number}.docx" for number in range(len(PAIRS))]
    for path, project in zip(files, projects, strict=True):
        write_redline(project, path, on=DAY)
    for project, settled in zip(projects, settle(tmp_path, *files), strict=True):
        assert settled.accepted == printed(project.local)
        assert settled.refused == printed(project.parents[0])
