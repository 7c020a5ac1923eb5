"""The notice's form, its composed wordings and its title's lines."""

from msgspec.structs import replace

from editor.drafting.commands import SetDetail, SetForm, SetNotice, SetTitleLines
from editor.plan.notice import Notice, compose_text, compose_title
from editor.plan.plans import Plan
from editor.plan.project import Project

PLAN = "示范县办好小事实施方案"
OFFICE = ("示范县人民政府",)


def drafted(**details: object) -> Project:
    composed = Notice(issuers=OFFICE, title=compose_title(OFFICE, PLAN), text=compose_text(PLAN))
    return Project(local=Plan(id="local", title=PLAN), notice=replace(composed, **details))


def test_composed_wordings_follow_the_form() -> None:
    changed = SetForm("document", "forward").apply(drafted()).notice
    assert changed.act == "forward"
    assert changed.title == f"示范县人民政府关于转发《{PLAN}》的通知"
    assert changed.text.startswith(f"现将《{PLAN}》转发给你们")


def test_wordings_of_ones_own_stay() -> None:
    changed = SetForm("letter", "reply").apply(drafted(title="另拟的标题", text="另拟的正文。")).notice
    assert (changed.form, changed.title, changed.text) == ("letter", "另拟的标题", "另拟的正文。")


def test_only_upward_documents_have_signatories() -> None:
    upward = drafted(signatories=("张三",))
    assert SetForm("document", is_upward=True).apply(upward).notice.signatories == ("张三",)
    assert SetForm("document").apply(upward).notice.signatories == ()


def test_a_composed_title_follows_the_issuers() -> None:
    both = (*OFFICE, "示范县教育局")
    assert SetNotice("issuers", both).apply(drafted()).notice.title == compose_title(both, PLAN)
    assert SetNotice("issuers", both).apply(drafted(title="另拟")).notice.title == "另拟"


def test_an_attached_plan_keeps_its_title() -> None:
    project = drafted(attachments=(PLAN, "任务分工表"))
    assert SetDetail("title", "新方案").apply(project).notice.attachments == ("新方案", "任务分工表")


def test_lines_of_a_title_change_it_only_in_their_words() -> None:
    lines = ("示范县人民政府关于印发", "《示范县办好小事实施方案》的通知")
    broken = SetTitleLines(lines).apply(drafted()).notice
    assert broken.title == drafted().notice.title
    assert broken.title_lines == lines
    assert SetTitleLines(("新的", "标题")).apply(drafted()).notice.title == "新的标题"
