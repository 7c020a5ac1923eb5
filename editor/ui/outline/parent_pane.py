"""The pane of the superior plans: an outline for each, with what became of every measure."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QTabWidget, QVBoxLayout, QWidget

from editor.plan.plans import Plan
from editor.plan.project import Project
from editor.ui.base.outline_rows import parent_rows
from editor.ui.base.plan_names import plan_names
from editor.ui.base.tree import Tree, TreeModel
from editor.wording import N_, _

_NOTHING = N_(
    "No superior plan yet: open one from the File menu, paste its text, or drop its file on this window."
)


class ParentPane(QWidget):
    """Tabs of superior plans; tells which measure is current and which was entered."""

    chosen = Signal(str, str)
    entered = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plans: tuple[Plan, ...] = ()
        self._marks: Mapping[str, Mapping[str, str]] = {}
        self._reasons: Mapping[str, Mapping[str, str]] = {}
        self._models: list[TreeModel] = []
        self.trees: list[Tree] = []
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(_("Superior plans"))
        self.tabs.currentChanged.connect(self._tell_count)
        self.only_undecided = QCheckBox(_("Undecided only"), self)
        self.only_undecided.setToolTip(_("✓ taken word for word  ◐ adapted  ○ undecided  ✗ not adopted"))
        self.only_undecided.toggled.connect(self.fill)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self.nothing = QLabel(_(_NOTHING), self)
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.nothing.setMargin(8)
        layout.addWidget(self.nothing, 1)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.only_undecided)

    def load(self, project: Project) -> None:
        """Have an outline for each parent of another project, still empty."""
        self.tabs.clear()
        self._models, self.trees, self._marks, self._reasons = [], [], {}, {}
        self._plans = project.parents
        names = plan_names(project)
        files = {source.plan: source.name for source in project.sources}
        for plan in project.parents:
            self._add_tab(plan, names[plan.id], files.get(plan.id) or plan.title)
        self.tabs.tabBar().setVisible(len(project.parents) > 1)
        self.nothing.setVisible(not project.parents)
        for widget in (self.tabs, self.only_undecided):
            widget.setVisible(bool(project.parents))

    def _add_tab(self, plan: Plan, name: str, hint: str) -> None:
        model = TreeModel((_("Superior plan"),), plan.id, parent=self)
        tree = Tree(_("Outline of the superior plan"), model)
        tree.setDragEnabled(True)
        tree.setHeaderHidden(True)
        tree.hint.when_empty = _("Every measure of this plan is decided.")
        tree.current_changed.connect(lambda key: self.chosen.emit(plan.id, key))
        tree.entered.connect(lambda key: self.entered.emit(plan.id, key))
        self._models.append(model)
        self.trees.append(tree)
        self.tabs.setTabToolTip(self.tabs.addTab(tree, name), hint)

    def show_coverage(
        self, marks: Mapping[str, Mapping[str, str]], reasons: Mapping[str, Mapping[str, str]]
    ) -> None:
        """Show what became of each measure: dispositions and reasons by plan and measure."""
        self._marks, self._reasons = marks, reasons
        self.fill()
        self._tell_count()

    def _tell_count(self) -> None:
        """Say beside the filter how many measures of the plan in front it would leave."""
        marks = self._marks.get(self.plan.id, {}) if self.plan else {}
        count = sum(mark == "undecided" for mark in marks.values())
        text = _("Undecided only ({count})").format(count=count) if count else _("Undecided only")
        self.only_undecided.setText(text)

    def fill(self) -> None:
        """Show what the plans hold, and what became of it."""
        for plan, model in zip(self._plans, self._models, strict=True):
            reasons = self._reasons.get(plan.id, {})
            model.update(
                parent_rows(plan, self._marks.get(plan.id, {}), reasons, self.only_undecided.isChecked())
            )

    @property
    def plan(self) -> Plan | None:
        """The superior plan in front."""
        place = self.tabs.currentIndex()
        return self._plans[place] if 0 <= place < len(self._plans) else None

    @property
    def tree(self) -> Tree | None:
        """The outline in front."""
        place = self.tabs.currentIndex()
        return self.trees[place] if 0 <= place < len(self.trees) else None

    @property
    def selected(self) -> tuple[str, ...]:
        """The selected blocks of the plan in front."""
        return self.tree.selected_keys if self.tree else ()

    def go_to(self, plan: str, block: str) -> None:
        """Bring a block of a parent into view."""
        for place, other in enumerate(self._plans):
            if other.id == plan:
                self.tabs.setCurrentIndex(place)
                self.trees[place].go_to(block)

    def show_quietly(self, plan: str, blocks: Collection[str]) -> None:
        """Bring one of these blocks of a parent into view without announcing it; one that is current stays so."""
        place = next((i for i, other in enumerate(self._plans) if other.id == plan), None)
        shown = [id for id in blocks if place is not None and self._models[place].find(id).isValid()]
        if place is None or not shown:
            return
        self.blockSignals(True)
        self.tabs.setCurrentIndex(place)
        if self.trees[place].current_key not in shown:
            self.trees[place].go_to(shown[0])
        self.blockSignals(False)

    def go_to_next_of(self, measures: Collection[str]) -> None:
        """Choose the next of these measures of the plan in front, going round at the end."""
        plan, tree = self.plan, self.tree
        if plan is None or tree is None:
            return
        ids = [block.id for block in plan.body]
        start = ids.index(tree.current_key) + 1 if tree.current_key in ids else 0
        following = next((id for id in ids[start:] + ids[:start] if id in measures), None)
        if following is not None:
            tree.go_to(following)
