"""The comparison table (上级条文 / 本级条文 / 说明) as rows: every superior measure, then what the county adds."""

from collections.abc import Iterator, Sequence

from editor.comparing import diff, figure_changes, sentence_fates, split_sentences
from editor.comparing.relations import Relation, relation
from editor.plan.measures import Measure, Section, sources_of
from editor.plan.notice import COMPARISON
from editor.plan.numbering import format_number
from editor.plan.plans import Plan
from editor.plan.project import Decision, Project
from editor.writing.base.characters import one_line, paragraphs
from editor.writing.base.table import Cell, Row, Stretch, Table, stretches
from editor.writing.tables.marking import LEGEND, PrintedMeasure, joined, marked_among, printed_measure

HEADS = ("序号", "上级条文", "本级条文", "说明")
_RELATIONS: dict[Relation, str] = {
    "verbatim": "原文采用",
    "localized": "按本地名称调整",
    "adapted": "结合本地实际修改",
    "new": "结合本地实际修改",
}
_SHOWN = 24
"""Characters of a sentence that name it."""


def comparison_table(project: Project) -> Table:
    """The whole table."""
    title = f"{one_line(project.local.title)}与上级文件{COMPARISON}"
    return Table(name=COMPARISON, title=title, heads=HEADS, rows=tuple(_Rows(project).rows()))


class _Rows:
    """Makes the rows of one project; what differs is marked in both columns."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._names = project.roster.unit_names
        self._carriers = project.carriers
        self._decisions = {(d.parent, d.measure, d.sentence): d for d in project.decisions}
        self._printed: set[str] = set()
        self._serial = 0
        self._has_marks = False

    def rows(self) -> Iterator[Row]:
        """Every superior measure in its plan's order, then the local ones without a superior."""
        for plan in self._project.parents:
            if len(self._project.parents) > 1 and plan.title:
                yield Row(cells=(f"《{one_line(plan.title)}》",))
            yield from self._plan(plan)
        added = [measure for measure in self._project.local.measures if not measure.sources]
        if added:
            yield Row(cells=("本级新增",))
            yield from (self._row("", printed_measure(each).whole, "本级新增") for each in added)
        if self._has_marks:
            yield Row(cells=(LEGEND,), is_remark=True)

    def _plan(self, plan: Plan) -> Iterator[Row]:
        for block in plan.body:
            if isinstance(block, Section):
                yield Row(cells=(format_number(block.number, block.level) + one_line(block.heading),))
            elif isinstance(block, Measure):
                locals_ = self._carriers.get((plan.id, block.id), ())
                above, here = self._side_by_side(plan, block, locals_)
                yield self._row(above, here, self._explained(plan, block, locals_))

    def _row(self, *cells: Cell) -> Row:
        self._serial += 1
        return Row(cells=(str(self._serial), *cells))

    def _side_by_side(self, plan: Plan, measure: Measure, locals_: Sequence[Measure]) -> tuple[Cell, Cell]:
        """The superior measure and the local ones, compared with all that goes into the same local ones."""
        known = {each.id: each for each in plan.measures}
        together = dict.fromkeys(id for local in locals_ for id in sources_of(local, plan.id) if id in known)
        olds = [printed_measure(known[id]) for id in together] or [printed_measure(measure)]
        news = list(map(printed_measure, locals_))
        above, below = [each.wording for each in olds], [each.wording for each in news]
        old_cells, new_cells = marked_among(above, below, self._names) if news else ((above[0],), ())
        place = list(together).index(measure.id) if together else 0
        framed = map(_framed, news, new_cells)
        here = joined([self._local(*each) for each in zip(locals_, framed, strict=True)])
        whole = _framed(olds[place], old_cells[place])
        self._has_marks |= any(stretch.op != "=" for stretch in (*whole, *here))
        return whole, here

    def _local(self, measure: Measure, whole: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
        """The local measure in full where it is met first, by its number and heading later."""
        if measure.id in self._printed:
            shown = f"见上“{format_number(measure.number, measure.level)}{_short(measure)}”"
            return (Stretch(text=shown),)
        self._printed.add(measure.id)
        return whole

    def _explained(self, plan: Plan, measure: Measure, locals_: Sequence[Measure]) -> str:
        if not locals_:
            decision = self._decisions.get((plan.id, measure.id, None))
            return "尚未决定" if decision is None else _with_reason("未采用", decision)
        text = "".join(each.wording for each in locals_)
        how = relation(diff(measure.wording, text, self._names), self._names)
        alone = len(locals_) == 1 and len(sources_of(locals_[0], plan.id)) == 1
        lines = [
            _RELATIONS[how if alone or how != "verbatim" else "adapted"],
            *_regrouped(plan, measure, locals_),
        ]
        if how != "verbatim":
            lines += [*_figures(measure.wording, text), *self._sentences(plan, measure, text)]
        return "；".join((*lines, *_deadlines(measure, locals_)))

    def _sentences(self, plan: Plan, measure: Measure, text: str) -> Iterator[str]:
        """Sentences refused with their reason; how many others are gone without one."""
        refused = 0
        for place, sentence in enumerate(split_sentences(measure.wording)):
            if decision := self._decisions.get((plan.id, measure.id, place)):
                refused += 1
                yield _with_reason(f"未采用“{one_line(sentence)[:_SHOWN]}”", decision)
        gone = sum(fate.status == "dropped" for fate in sentence_fates(measure.wording, text)) - refused
        if gone > 0:
            yield f"未保留上级语句{gone}处"


def _framed(measure: PrintedMeasure, wording: Cell) -> tuple[Stretch, ...]:
    """The marked wording with number and bracket, which always are the plan's own, around it."""
    frame = (Stretch(text=measure.number), *stretches(wording), Stretch(text=measure.bracket))
    return tuple(stretch for stretch in frame if stretch.text)


def _short(measure: Measure) -> str:
    return one_line(measure.heading) or "".join(paragraphs(measure.text))[:_SHOWN]


def _with_reason(what: str, decision: Decision) -> str:
    reason = one_line(decision.reason)
    return f"{what}：{reason}" if reason else what


def _regrouped(plan: Plan, measure: Measure, locals_: Sequence[Measure]) -> Iterator[str]:
    """That several were made of one, or one of several."""
    if len(locals_) > 1:
        yield f"拆分为{len(locals_)}条"
    others = [id for local in locals_ for id in sources_of(local, plan.id) if id != measure.id]
    if others:
        merged = [each for each in plan.measures if each.id in others]
        names = "、".join(f"“{format_number(each.number, each.level)}{_short(each)}”" for each in merged)
        yield f"与上级{names}合并"


def _figures(parent: str, local: str) -> Iterator[str]:
    for fate in figure_changes(parent, local):
        if fate.change == "changed":
            yield f"“{fate.text}”改为“{fate.becomes}”"
        elif fate.change == "dropped":
            yield f"未保留“{fate.text}”"


def _deadlines(measure: Measure, locals_: Sequence[Measure]) -> Iterator[str]:
    before = measure.deadline.text if measure.deadline else ""
    after = "、".join(dict.fromkeys(each.deadline.text for each in locals_ if each.deadline))
    if before and after and before != after:
        yield f"时限“{one_line(before)}”改为“{one_line(after)}”"
