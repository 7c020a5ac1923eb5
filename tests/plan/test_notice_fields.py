"""Which details a notice's form prints, and what is said of those that are wrong."""

import typing

import pytest
from msgspec.structs import fields, replace

from editor.plan.notice import Form, Notice
from editor.plan.notice_fields import is_day, is_unnumbered, number_problem, problem, uses

FORMS: tuple[Form, ...] = typing.get_args(Form)


def test_every_detail_belongs_to_some_form() -> None:
    assert not [f.name for f in fields(Notice) if not any(uses(form, f.name) for form in FORMS)]


@pytest.mark.parametrize(
    ("form", "field", "used"),
    [
        ("document", "signatories", True),
        ("letter", "signatories", False),
        ("letter", "printed_by", False),
        ("order", "title", False),
        ("order", "signer_title", True),
        ("minutes", "attendance", True),
        ("minutes", "addressees", False),
        ("document", "attendance", False),
    ],
)
def test_a_form_prints_what_the_standard_gives_it(form: Form, field: str, used: bool) -> None:
    assert uses(form, field) is used


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("copy_number", "12"),
        ("copy_number", "００００01"),
        ("classification", "机密"),
        ("document_number", "示政发[2026]8号"),
        ("mark_names", ("示范县教育局",)),
        ("date", "2026-02-30"),
        ("date", "20260305"),
        ("printed_on", "2026-03-04"),
        ("seal_diameter", 5.0),
        ("attendance", ("张三",)),
    ],
)
def test_what_is_wrong_is_told_in_one_sentence(field: str, value: object) -> None:
    form: Form = "minutes" if field == "attendance" else "document"
    notice = replace(Notice(form=form, date="2026-03-05"), **{field: value})
    sentence = problem(notice, field)
    assert sentence.endswith(".")
    assert sentence.count(". ") == 0


def test_nothing_is_wrong_with_what_is_empty_or_right() -> None:
    filled = Notice(
        copy_number="000001",
        document_number="示政发〔2026〕8号",
        mark_names=("甲局", "乙局"),
        date="2026-03-05",
        printed_on="2026-03-05",
    )
    for notice in (Notice(), filled, Notice(form="minutes", attendance=("出席：张三", "请假: 李四"))):
        assert not [f.name for f in fields(Notice) if problem(notice, f.name)]


def test_what_a_form_does_not_print_is_not_judged() -> None:
    assert problem(Notice(form="letter", printed_on="soon"), "printed_on") == ""
    assert problem(Notice(sealed=False, seal_diameter=1.0), "seal_diameter") == ""


def test_orders_are_numbered_in_their_own_way() -> None:
    assert number_problem("第8号", "order") == ""
    assert number_problem("示政发〔2026〕8号", "order")
    assert number_problem("第8号")
    assert is_unnumbered("示政发〔2026〕号")


def test_days_are_written_in_one_way() -> None:
    assert is_day("2026-03-05")
    assert not is_day("2026-3-5")
    assert not is_day("2026-W10-4")
