"""A local plan whose reading was put right is taken in again; the drafter's own work stays."""

from msgspec.structs import replace

from editor.drafting import Session, retake, take_in
from editor.drafting.commands import (
    AddMeasure,
    Many,
    Move,
    Remove,
    Retake,
    SetDetail,
    SetNote,
    SetState,
    SetText,
    TakeIn,
)
from editor.plan.measures import Measure, Section
from editor.plan.plans import Plan
from editor.plan.project import Project, Reading, Source

PARENT = Plan(
    id="parent1",
    title="示范省优化服务实施方案",
    body=(
        Measure(id="m1", level=3, number="1", heading="简化手续", text="减少材料20件，压缩时限。"),
        Measure(id="m2", level=3, number="2", heading="延长服务", text="周末不打烊，午间不断岗。"),
        Measure(id="m3", level=3, number="3", heading="上门办理", text="送证到家，服务到人。"),
    ),
)


def plan(*measures: tuple[str, str]) -> Plan:
    """A plan as a file's reading gives one."""
    body = tuple(
        Measure(id=f"m{n}", level=3, number=str(n), heading=heading, text=text, lines=(n + 1, n + 1))
        for n, (heading, text) in enumerate(measures, 1)
    )
    section = Section(id="s1", level=1, number="一", heading="方便群众", lines=(1, 1))
    return Plan(id="local", title="示范县优化服务实施方案", body=(section, *body))


GLUED = plan(
    ("简化手续", "减少材料20件，压缩时限。"),
    ("延长服务", "周末不打烊，午间不断岗。3.上门办理。送证到家，服务到人。"),
    ("减免费用", "减免登记费用。"),
)
SPLIT = plan(
    ("简化手续", "减少材料20件，压缩时限。"),
    ("延长服务", "周末不打烊，午间不断岗。"),
    ("上门办理", "送证到家，服务到人。"),
    ("减免费用", "减免登记费用。"),
)


def reading(read: Plan) -> Reading:
    return Reading(plan=read, source=Source(plan="local", name="县.txt", sha256="0" * 64))


def taken_in() -> Project:
    return take_in(Project(parents=(PARENT,)), reading(GLUED))


def headings(project: Project) -> list[str]:
    return [measure.heading for measure in project.local.measures]


def found(project: Project, heading: str) -> Measure:
    return next(measure for measure in project.local.measures if measure.heading == heading)


def test_an_unchanged_plan_becomes_what_is_read_now() -> None:
    retaken = retake(taken_in(), GLUED, reading(SPLIT))
    assert retaken.overwritten == ()
    assert headings(retaken.project) == ["简化手续", "延长服务", "上门办理", "减免费用"]
    assert [measure.number for measure in retaken.project.local.measures] == ["1", "2", "3", "4"]
    assert found(retaken.project, "上门办理").origins[0].measures == ("m3",)
    assert found(retaken.project, "延长服务").origins[0].measures == ("m2",)
    assert len({block.id for block in retaken.project.local.body}) == len(retaken.project.local.body)


def test_what_was_changed_by_hand_stays_where_its_reading_is_the_same() -> None:
    project = taken_in()
    first, _glued, last = (measure.id for measure in project.local.measures)
    steps = Many(
        "work",
        (
            SetText(first, "减少材料30件。"),
            SetState(first, "done"),
            SetNote(last, "再问财政局"),
            SetDetail("title", "示范县便民实施方案"),
        ),
    )
    retaken = retake(steps.apply(project), GLUED, reading(SPLIT))
    assert retaken.overwritten == ()
    assert found(retaken.project, "简化手续").text == "减少材料30件。"
    assert found(retaken.project, "简化手续").state == "done"
    assert found(retaken.project, "减免费用").note == "再问财政局"
    assert found(retaken.project, "减免费用").lines == (5, 5)
    assert retaken.project.local.title == "示范县便民实施方案"


def test_what_was_added_moved_and_removed_by_hand_stays_so() -> None:
    project = taken_in()
    first, glued, last = (measure.id for measure in project.local.measures)
    steps = Many("work", (AddMeasure(after=glued, level=3), Move(blocks=(last,), before=first)))
    changed = steps.apply(project)
    new = next(measure.id for measure in changed.local.measures if measure.id not in (first, glued, last))
    changed = Many("work", (SetText(new, "县里自加的一条。"), Remove(blocks=(first,)))).apply(changed)
    retaken = retake(changed, GLUED, reading(SPLIT))
    assert retaken.overwritten == ()
    texts = [measure.heading or measure.text for measure in retaken.project.local.measures]
    assert texts == ["减免费用", "延长服务", "上门办理", "县里自加的一条。"]


def test_what_is_overwritten_is_told() -> None:
    project = taken_in()
    glued = project.local.measures[1]
    changed = SetText(glued.id, "周末和节假日不打烊。").apply(project)
    retaken = retake(changed, GLUED, reading(SPLIT))
    assert [block.id for block in retaken.overwritten] == [glued.id]
    assert found(retaken.project, "延长服务").text == "周末不打烊，午间不断岗。"


def test_a_changed_measure_that_is_read_no_more_is_told() -> None:
    project = take_in(Project(parents=(PARENT,)), reading(SPLIT))
    third = project.local.measures[2]
    changed = SetText(third.id, "改过的。").apply(project)
    assert [block.id for block in retake(changed, SPLIT, reading(GLUED)).overwritten] == [third.id]


def test_details_of_the_notice_follow_unless_they_were_changed() -> None:
    former = replace(GLUED, document_number="示县政办发〔2026〕1号", addressees=("各镇",))
    project = take_in(Project(parents=(PARENT,)), reading(former))
    project = replace(project, notice=replace(project.notice, addressees=("各镇、街道",)))
    now = replace(SPLIT, document_number="示县政办发〔2026〕12号", addressees=("各乡镇",))
    notice = retake(project, former, reading(now)).project.notice
    assert notice.document_number == "示县政办发〔2026〕12号"
    assert notice.addressees == ("各镇、街道",)


def test_it_is_one_step() -> None:
    session = Session(Project(parents=(PARENT,)))
    session.do(TakeIn(reading(GLUED)))
    before = session.project
    session.do(Retake(GLUED, reading(SPLIT)))
    assert len(session.project.local.measures) == 4
    assert session.undo_label == "Put the reading right"
    session.undo()
    assert session.project is before
