"""What the superior plans are called."""

import pytest

from editor.plan.plans import Plan
from editor.plan.project import Project, Source
from editor.ui.base.plan_names import issuing_place, plan_names


@pytest.mark.parametrize(
    ("issuer", "place"),
    [
        ("示范省人民政府办公厅", "示范省"),
        ("示范市示例区人民政府", "示范市示例区"),
        ("中共示范县委办公室", "示范县"),
        ("示范经济技术开发区管理委员会", "示范经济技术开发区"),
        ("示范省财政厅", "示范省"),
        ("国务院办公厅", "国务院"),
    ],
)
def test_a_plan_goes_by_the_place_that_issued_it(issuer: str, place: str) -> None:
    assert issuing_place(Plan(id="p", issuers=(issuer,))) == place


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("示范市推进便民到村行动实施方案", "示范市"),
        ("2026年度示范县工作要点", "示范县"),
        ("关于促进城市更新的若干措施", ""),
    ],
)
def test_without_an_issuer_the_title_tells_the_place(title: str, place: str) -> None:
    assert issuing_place(Plan(id="p", title=title)) == place


def test_plans_of_one_place_go_by_their_files() -> None:
    plans = tuple(Plan(id=id, title="示范省实施方案") for id in "ab")
    sources = tuple(Source(plan=id, name=f"{id} plan.docx", sha256="") for id in "ab")
    assert plan_names(Project(parents=plans[:1], sources=sources[:1])) == {"a": "示范省"}
    assert plan_names(Project(parents=plans, sources=sources)) == {"a": "a plan", "b": "b plan"}
