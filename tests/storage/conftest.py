"""A small made-up project with a source."""

from hashlib import sha256

import pytest

from editor.plan.issues import Issue, Place
from editor.plan.locality import Locality
from editor.plan.measures import Assignment, Deadline, Measure, Origin, Paragraph, Section
from editor.plan.notice import Notice
from editor.plan.plans import Plan
from editor.plan.project import Decision, Mark, Project, Snapshot, Source
from editor.plan.roster import Roster, Unit

CONTENT = "原件全文".encode()
PARENT = Plan(
    id="parent1",
    title="示范省便民行动方案",
    body=(
        Section(id="s1", level=1, number="一", heading="任务", lines=(1, 1)),
        Measure(id="m1", level=3, number="1", heading="简化材料", text="材料共享。", lines=(2, 2)),
    ),
)
LOCAL = Plan(
    id="local",
    title="示范县便民行动方案",
    body=(
        Section(id="s1", level=1, number="一", heading="任务", taken_from=("parent1", "s1")),
        Paragraph(id="p2", text="引言。"),
        Measure(
            id="m3",
            level=3,
            number="1",
            heading="简化材料",
            text="材料只交一次。",
            assignments=(Assignment(lead_units=("数据局",), responsible_units=("民政局",)),),
            deadline=Deadline(text="2026年9月底前", date="2026-09-30"),
            origins=(
                Origin(parent="parent1", measures=("m1",), fingerprint="0" * 16, text="简化材料。材料共享。"),
            ),
            state="done",
            note="已商民政局",
        ),
    ),
)


@pytest.fixture
def project() -> Project:
    doubt = Issue(code="glued_item", severity="warning", message="…", place=Place(lines=(2, 2)))
    source = Source(
        plan="parent1", name="方案.txt", sha256=sha256(CONTENT).hexdigest(), issues=(doubt,), content=CONTENT
    )
    return Project(
        parents=(PARENT,),
        sources=(source,),
        local=LOCAL,
        decisions=(Decision(parent="parent1", measure="m1", sentence=1, reason="已完成"),),
        roster=Roster(units=(Unit(name="示范县数据局", short="数据局", aliases=("大数据局",)),)),
        locality=Locality(name="示范县", superior_words=(("全省", "全县"),)),
        notice=Notice(issuers=("示范县人民政府",), date="2026-03-01"),
        next_id=4,
        snapshots=(
            Snapshot(name="征求意见稿", date="2026-03-02", plan=LOCAL, notice=Notice(date="2026-03-01")),
        ),
        marks=(
            Mark(
                measure="m3",
                parent="parent1",
                old="材料共享",
                new="材料只交一次",
                verdict="to_ask",
                note="问省厅",
            ),
        ),
    )
