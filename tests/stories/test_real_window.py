"""The real program on a real X display: a clerk drafts the example's 35 measures by keyboard alone, start to export."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pypinyin
import pytest

from editor.jobs import check_project
from editor.paths import resources, templates
from editor.plan.issues import Issue, open_issues
from editor.plan.measures import Role
from editor.plan.project import Project
from editor.plan.roster import Roster
from editor.reading import read_plan
from editor.storage import load_project
from editor.ui.assigning.unit_search import matches
from editor.ui.base.settings import Settings
from tests.stories.desk import Desk, display, wait_for

EXAMPLES = resources() / "examples"
DECLINED = {9: "1", 19: "4", 25: "4", 29: "5", 32: "1", 33: "1"}
"""Places of the measures not adopted, from 1, and the digit of the reason."""
MEASURES, ADAPTED = 35, 17
ROLES: dict[Role, str] = {"lead_units": "ctrl+l", "responsible_units": "ctrl+u"}
TYPED = "２０２６年９月底前"
"""A deadline as an input method in full width writes it."""
DEADLINE = ("2026年9月底前", "2026-09-30")
"""What it reads and means."""
ADDED = "结合示范县实际，"
REASON = "looked at, and right as it is"


class Meant(NamedTuple):
    """What the clerk means a measure to read, and its units by role."""

    id: str
    text: str
    units: dict[Role, tuple[str, ...]]


class Clerk:
    """What the clerk presses; what came of it is told by the file saved."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.path = desk.folder / "draft.chengqi"
        county = read_plan(EXAMPLES / "county.txt", "local").plan
        self._county = {measure.heading: measure for measure in county.measures}
        self._spare = county.measures[0]
        self.meant: list[Meant] = []
        self.keys_per_taken: list[int] = []
        self.keys_per_unit: list[int] = []

    def decide(self) -> None:
        """Enter takes a measure and goes on to the next undecided; a key and a digit decline it."""
        for place in range(1, MEASURES + 1):
            if place in DECLINED:
                self._desk.press("ctrl+shift+d", DECLINED[place])
                self._desk.press("F9")
            else:
                start = self._desk.keys
                self._desk.press("Return")
                self.keys_per_taken.append(self._desk.keys - start)

    def name_file(self) -> None:
        """Save for the first time."""
        self._desk.press("ctrl+s")
        self._desk.go_to_window("Save the draft")
        self._desk.press("ctrl+a")
        self._desk.paste(str(self.path))
        self._desk.leave_window("Save the draft", "Return", to="draft")
        wait_for("the draft", self.path.exists)

    def save(self) -> Project:
        """Save again; what comes back holds all that the keys before have brought about."""
        before = self.path.stat()
        self._desk.press("ctrl+s")
        wait_for("the file saved anew", lambda: self.path.stat().st_mtime_ns != before.st_mtime_ns)
        return load_project(self.path)

    def write(self) -> None:
        """From measure to measure: words where the county has its own, units, a deadline; Enter in it is done and next."""
        project = load_project(self.path)
        measures = project.local.measures
        self._desk.press("F2")  # into the text of the measure adopted last
        left = ADAPTED
        for measure in (measures[-1], *measures[:-1]):
            own, text = self._county.get(measure.heading), measure.text
            if left and (own is None or own.text != text):
                left -= 1
                self._desk.press("ctrl+a" if own else "ctrl+Home")
                self._desk.paste(own.text if own else ADDED)
                text = own.text if own else ADDED + text
            units = {role: printed((own or self._spare).units(role), project.roster) for role in ROLES}
            self.meant.append(Meant(measure.id, text, units))
            self._assign(units, project.roster)
            self._desk.press("ctrl+d")
            self._desk.paste(TYPED)
            self._desk.press("Return")

    def _assign(self, units: dict[Role, tuple[str, ...]], roster: Roster) -> None:
        for role, names in units.items():
            for place, name in enumerate(names):
                start = [] if place else [ROLES[role]]
                keys = [*start, *naming(name, names[:place], roster), "Return"]
                self._desk.press(*keys)
                self.keys_per_unit.append(len(keys))

    def clear_findings(self) -> None:
        """F8 goes to each finding; what can be repaired is, the rest is put aside with the reason offered."""
        found = findings(self.save())
        while any(issue.fix for issue in found):
            for _issue in found:
                self._desk.press("F8", "ctrl+r")
            found = findings(self.save())
        while found:
            self._desk.press("F8", "ctrl+i")
            self._desk.go_to_window("Put findings aside")
            self._desk.leave_window("Put findings aside", "Return", to="draft")
            found = findings(self.save())

    def keep(self) -> None:
        """A snapshot, then the notice and the table."""
        self._desk.press("ctrl+shift+v")
        self._desk.go_to_window("Versions of the draft")
        self._desk.press("alt+t")
        self._desk.go_to_window("Take a snapshot")
        self._desk.leave_window("Take a snapshot", "Return", to="Versions of the draft")
        self._desk.leave_window("Versions of the draft", "Escape", to="draft")
        self.save()
        self._desk.press("ctrl+e")
        self._desk.go_to_window("Export")
        self._desk.press("Return")
        wait_for("the notice", self.path.with_suffix(".docx").exists)
        wait_for("the table", self.path.with_name("draft-assignments.xlsx").exists)
        self._desk.leave_window("Export", "Escape", to="draft")


def printed(names: tuple[str, ...], roster: Roster) -> tuple[str, ...]:
    """The units of these names as notices call them."""
    return tuple(unit.printed for name in names if (unit := roster.find(name)))


def naming(name: str, taken: tuple[str, ...], roster: Roster) -> tuple[str, ...]:
    """The fewest keys that bring a unit to the top of the list: initials, and Down; others may be there already."""
    letters = pypinyin.lazy_pinyin(name, style=pypinyin.Style.FIRST_LETTER)
    ways = []
    for count in range(1, len(letters) + 1):
        listed = [unit for unit in matches("".join(letters[:count]), roster) if unit not in taken]
        ways.append((*letters[:count], *["Down"] * listed.index(name)))
    return min(ways, key=len)


def findings(project: Project) -> tuple[Issue, ...]:
    """What the list of findings shows."""
    return open_issues(check_project(project, date.today()))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk in the office of the made-up county."""
    Settings(tmp_path / "settings" / "chengqi").remember_profile(templates() / "localities" / "shifan.toml")
    with display() as shown:
        desk = Desk(shown, tmp_path)
        yield desk
        desk.clear()


def test_the_example_is_drafted_by_keyboard_alone(desk: Desk) -> None:
    clerk = Clerk(desk)
    desk.start(str(EXAMPLES / "province.txt"))
    desk.go_to_window("数字")
    clerk.decide()
    clerk.name_file()
    clerk.write()
    written = clerk.save()
    decided = desk.tell("coverage", str(clerk.path))  # now: a repair may change the words of a measure
    clerk.clear_findings()
    clerk.keep()
    desk.press("ctrl+q")
    assert desk.ended() == 0
    assert_written(written, clerk.meant)
    assert_decided(decided["measures"])
    assert_kept(desk, clerk.path)
    assert max(clerk.keys_per_taken) <= 2
    assert max(clerk.keys_per_unit) <= 6


def assert_written(project: Project, meant: list[Meant]) -> None:
    """Every measure reads as it was meant, has its units and its deadline, and is done."""
    for id, text, units in meant:
        now = project.local.measure(id)
        assert now.text == text
        assert {role: now.units(role) for role in ROLES} == units
        assert now.assignments
        assert now.deadline is not None
        assert (now.deadline.text, now.deadline.date) == DEADLINE
        assert now.state == "done"
    assert len(meant) == len(project.local.measures)


def assert_decided(measures: list[dict[str, Any]]) -> None:
    """12 measures were taken as they are, 17 adapted, 6 not adopted, each with its reason."""
    counted = Counter(measure["disposition"] for measure in measures)
    assert (counted["verbatim"], counted["not_adopted"]) == (12, 6)
    assert counted["adapted"] + counted["localized"] == ADAPTED
    assert counted.total() == MEASURES
    reasons = Counter(measure["reason"] for measure in measures if measure["disposition"] == "not_adopted")
    assert reasons == {"省级事权": 3, "另文落实": 2, "暂缓": 1}


def assert_kept(desk: Desk, path: Path) -> None:
    """Nothing is left to check, the snapshot is in the file, and the notice holds what the draft says."""
    checked = desk.tell("check", str(path))["issues"]
    assert [issue for issue in checked if issue["dismissed"] is None] == []
    assert {issue["dismissed"] for issue in checked} == {REASON}
    assert [snapshot["name"] for snapshot in desk.tell("info", str(path))["snapshots"]] == ["初稿"]
    measures = load_project(path).local.measures
    printed = desk.tell("outline", str(path.with_suffix(".docx")))["measures"]
    assert [measure["heading"] for measure in printed] == [measure.heading for measure in measures]
    assert [measure["text"] for measure in printed] == [measure.text for measure in measures]
    assert path.with_name("draft-assignments.xlsx").stat().st_size > 1_000
