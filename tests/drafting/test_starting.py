"""New drafts, and local plans that are taken in."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from editor.drafting import coverage, new_project, suspects, take_in
from editor.drafting.commands import Adopt, Decline
from editor.drafting.starting import local_title
from editor.plan.locality import Locality
from editor.plan.measures import Measure, Section
from editor.plan.notice import Notice
from editor.plan.plans import Cover, Plan
from editor.plan.project import Project, Reading, Source
from editor.plan.roster import Roster
from editor.reading import read_plan

TODAY = date(2026, 3, 1)
SHIFAN = Locality(
    name="示范县",
    issuer="示范县人民政府办公室",
    issuer_mark="示范县人民政府办公室文件",
    number_prefix="示县政办发",
    addressees=("各镇人民政府",),
    annotation="此件公开发布",
)


def reading(plan: Plan) -> Reading:
    return Reading(plan=plan, source=Source(plan="plan", name="方案.txt", sha256="0" * 64))


def test_parents_and_their_sources_are_numbered(province: Plan) -> None:
    readings = [reading(replace(province, id="plan")), reading(Plan(id="plan", title="示范市方案"))]
    project = new_project(readings, Roster(), Locality(), "none", TODAY)
    assert (
        [plan.id for plan in project.parents]
        == [source.plan for source in project.sources]
        == ["parent1", "parent2"]
    )
    assert project.local.body == ()
    assert len(project.undecided) == 5


def test_everything_of_every_parent_can_be_adopted_at_once(province: Plan) -> None:
    project = new_project([reading(province), reading(province)], Roster(), Locality(), "all", TODAY)
    assert len(project.local.measures) == 10
    assert project.undecided == suspects(project) == ()
    assert project.local.running_levels == province.running_levels


def test_the_locality_fills_the_notice_and_nothing_is_guessed(province: Plan) -> None:
    assert new_project([reading(province)], Roster(), SHIFAN, "none", TODAY).notice == Notice(
        issuer_mark="示范县人民政府办公室文件",
        issuers=("示范县人民政府办公室",),
        document_number="示县政办发〔2026〕号",
        title="示范县人民政府办公室关于印发《示范县便民行动方案》的通知",
        addressees=("各镇人民政府",),
        annotation="此件公开发布",
    )
    assert new_project([reading(province)], Roster(), Locality(), "none", TODAY).notice == Notice()


@pytest.mark.parametrize(
    ("title", "issuers", "local"),
    [
        ("示范省便民行动方案", ("示范省人民政府办公厅",), "示范县便民行动方案"),
        ("便民行动方案", ("示范省人民政府办公厅",), "便民行动方案"),
        ("示范市便民行动方案", ("中共示范市委办公室", "示范市人民政府办公室"), "示范县便民行动方案"),
        ("城市更新行动方案", (), "城市更新行动方案"),
        ("", ("示范省人民政府",), ""),
    ],
)
def test_the_title_names_the_county_where_it_named_the_superior_place(
    title: str, issuers: tuple[str, ...], local: str
) -> None:
    assert local_title(Plan(id="parent1", title=title, issuers=issuers), SHIFAN) == local


LOCAL = Plan(
    id="plan",
    title="示范县便民行动方案",
    document_number="示县政办发〔2026〕8号",
    date="2026-04-01",
    cover=Cover(title="示范县人民政府办公室关于印发方案的通知", text="现印发给你们。"),
    body=(
        Section(id="s1", level=1, number="一", heading="办事与服务"),
        Measure(id="m1", level=3, number="1", heading="简化材料", text="全县推行材料共享。压减证明。"),
        Measure(id="m2", level=3, number="2", heading="上门服务", text="为老年人上门服务。"),
        Measure(id="m7", level=3, number="4", heading="植树造林", text="春季完成绿化。"),
    ),
    running_levels=(3,),
)


def test_a_local_plan_is_taken_in_and_linked(project: Project) -> None:
    project = Decline("parent1", ("m1",), "暂缓").apply(Adopt("parent1", ("m5",)).apply(project))
    taken = take_in(project, reading(LOCAL))
    assert [[o.measures for o in m.origins if o.parent == "parent1"] for m in taken.local.measures] == [
        [("m1",)],
        [("m4",)],
        [],
    ]
    assert [m.number for m in taken.local.measures] == ["1", "2", "3"]
    assert taken.decisions == ()
    assert taken.next_id == 8
    assert taken.notice.title == "示范县人民政府办公室关于印发方案的通知"
    assert taken.notice.document_number == "示县政办发〔2026〕8号"
    assert [source.plan for source in take_in(taken, reading(LOCAL)).sources] == ["local"]


def test_all_that_a_joint_notice_prints_is_taken_in(project: Project) -> None:
    cover = Cover(
        letterhead="示范县财政局\n示范县民政局文件",
        copy_number="000012",
        urgency="特急",
        attachments=("示范县任务清单", "名词解释"),
    )
    notice = take_in(project, reading(replace(LOCAL, cover=cover))).notice
    assert (notice.issuer_mark, notice.mark_names) == ("", ("示范县财政局", "示范县民政局"))
    assert (notice.copy_number, notice.urgency) == ("000012", "特急")
    assert notice.attachments == ("示范县任务清单", "名词解释")


def test_measures_adopted_after_taking_in_join_the_section_of_their_like(project: Project) -> None:
    adopted = Adopt("parent1", ("m2",)).apply(take_in(project, reading(LOCAL)))
    assert [m.heading for m in adopted.local.measures] == ["简化材料", "缩短时限", "上门服务", "植树造林"]
    assert len(adopted.local.sections) == 1


@pytest.mark.parametrize(
    ("parent", "local", "paired", "measures"),
    [
        ("shandong_2025_province", "rongcheng_2025_county", 29, 31),
        ("yiyang_2022_city", "anhua_2022_county", 13, 13),
    ],
)
def test_real_local_plans_find_their_parents(
    corpus: Path, parent: str, local: str, paired: int, measures: int
) -> None:
    draft = new_project([read_plan(corpus / f"{parent}.txt")], Roster(), Locality(), "none", TODAY)
    taken = take_in(draft, read_plan(corpus / f"{local}.txt"))
    assert len(taken.local.measures) == measures
    assert sum(bool(measure.origins) for measure in taken.local.measures) == paired
    covered = coverage(taken)
    assert len(covered.measures) - covered.undecided >= paired
    for measure in taken.parents[0].measures:
        told = [sentence.text for sentence in covered.sentences if sentence.parent == measure.id]
        assert "".join(told) == measure.wording
