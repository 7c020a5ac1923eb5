"""What the window lets people decide about the notice: its title's lines, the plan as an attachment."""

import pytest
from msgspec.structs import replace

from editor.plan.measures import Measure
from editor.plan.notice import Notice
from editor.plan.plans import Plan
from editor.plan.project import Project
from editor.writing import notice_elements
from editor.writing.notice.notice_docx import notice_bytes
from editor.writing.template.template import notice_template
from tests.writing.effective import Document

PLAN = Plan(
    id="local",
    title="示范县办好小事实施方案",
    body=(Measure(id="l1", level=3, number="1", heading="简化手续", text="压缩时限。"),),
)
NOTICE = Notice(title="示范县人民政府关于办好小事的函", text="请予支持。", issuers=("示范县人民政府",))


def lines_of(project: Project, kind: str) -> list[tuple[str, ...]]:
    return [each.lines for each in notice_elements(project) if each.kind == kind]


def test_a_title_is_broken_as_somebody_wants_it() -> None:
    lines = ("示范县人民政府关于", "办好小事的函")
    assert lines_of(Project(notice=replace(NOTICE, title_lines=lines)), "title") == [lines]


def test_lines_that_are_not_the_title_do_not_count() -> None:
    stale = replace(NOTICE, title_lines=("旧的", "标题"))
    assert lines_of(Project(notice=stale), "title") == lines_of(Project(notice=NOTICE), "title")


def test_the_plan_is_printed_once_where_it_is_attached() -> None:
    project = Project(local=PLAN, notice=replace(NOTICE, attachments=(PLAN.title, "说明\n略。")))
    kinds = [each.kind for each in notice_elements(project)]
    assert "plan_title" not in kinds
    assert kinds.count("measure") == 1
    assert kinds.index("signature") < kinds.index("attachment_label") < kinds.index("measure")


def test_a_text_below_the_plans_title_is_that_text() -> None:
    project = Project(local=PLAN, notice=replace(NOTICE, attachments=(f"{PLAN.title}\n略。",)))
    assert "plan_title" in [each.kind for each in notice_elements(project)]


@pytest.mark.parametrize("sealed", [True, False])
@pytest.mark.parametrize(
    "issuers", [("示范县特别长的机关名称" * 6,), ("示范县特别长的机关名称" * 6, "示范县教育局")]
)
def test_the_date_has_its_room_below_an_absurdly_long_signature(
    issuers: tuple[str, ...], sealed: bool
) -> None:
    project = Project(notice=replace(NOTICE, issuers=issuers, date="2026-03-05", sealed=sealed))
    document = Document(notice_bytes(project, notice_elements(project), notice_template()))
    (date,) = document.styled("公文成文日期")
    aside = (int(document.paragraph_value(date, "ind", side) or 0) for side in ("left", "right"))
    assert sum(aside) <= (28 - len("2026年3月5日")) * 315
