"""Rosters as tables of texts, as offices keep them in spreadsheets: one unit in a row."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from editor.plan.characters import official
from editor.plan.roster import KIND_WORDS, Roster, Unit, UnitKind
from editor.wording import _

HEADS = ("全称", "简称", "曾用名", "别名", "类别")
FORMULA_STARTS = tuple("=+-@\t\r")
"""A cell that begins so is a formula to spreadsheet programs."""
_FIELDS = ("name", "short", "former_names", "aliases", "kind")
_KNOWN_HEADS: Mapping[str, str] = {
    **dict.fromkeys(("全称", "单位全称", "单位名称", "名称", "单位", "机构名称"), "name"),
    **dict.fromkeys(("简称", "规范简称", "公文简称", "单位简称"), "short"),
    **dict.fromkeys(("曾用名", "原名", "原名称", "原单位名称"), "former_names"),
    **dict.fromkeys(("别名", "其他名称", "其它名称", "常见写法", "俗称"), "aliases"),
    **dict.fromkeys(("类别", "单位类别", "性质", "单位性质", "类型"), "kind"),
}
_KINDS: Mapping[str, UnitKind] = {
    **{word: kind for kind, word in KIND_WORDS.items()},
    **dict.fromkeys(("县直部门", "政府部门", "党委部门", "群团"), "department"),
    **dict.fromkeys(("办公厅", "综合办公机构"), "office"),
    **dict.fromkeys(("镇", "乡"), "town"),
    **dict.fromkeys(("街道办", "街道办事处"), "subdistrict"),
    **dict.fromkeys(("垂管", "条管", "垂直", "垂直管理单位", "驻县单位", "中央、省驻县单位"), "vertical"),
    **dict.fromkeys(("国企", "公司", "县属企业"), "enterprise"),
    **dict.fromkeys(("法院", "检察院", "司法机关"), "court"),
    **dict.fromkeys(("其它", "事业单位"), "other"),
}
_HEAD_WITHIN = 10
MOST_ROWS = 5000
_SEPARATORS = re.compile(r"[、，,；;/\n]+")


class RosterTable(NamedTuple):
    """What came of reading a table: the units, and a sentence with its row for whatever could not be taken."""

    roster: Roster
    problems: tuple[str, ...]


def roster_rows(roster: Roster) -> tuple[tuple[str, ...], ...]:
    """The roster's table: a row of heads, then a row for every unit, in official order."""
    return (HEADS, *(_row(unit) for unit in roster.units))


def _row(unit: Unit) -> tuple[str, ...]:
    return (
        unit.name,
        unit.short,
        "、".join(unit.former_names),
        "、".join(unit.aliases),
        KIND_WORDS[unit.kind],
    )


def roster_of_rows(rows: Sequence[Sequence[str]], name: str = "") -> RosterTable:
    """The roster that a table holds; rows are counted from 1, as spreadsheets show them."""
    start, columns = _heads(rows)
    if not columns:
        return RosterTable(Roster(name=name), (_("No column is headed 全称 or 单位名称."),))
    units: dict[int, Unit] = {}
    problems: list[str] = []
    for number, row in enumerate(rows[start:], start + 1):
        cells = {field: _cell(row, column) for field, column in columns.items()}
        if any(cells.values()):
            problem = _take(cells, number, units)
            problems += [_("Row {row}: {problem}").format(row=number, problem=problem)] if problem else []
    return RosterTable(Roster(name=name, units=tuple(units.values())), tuple(problems))


def join_rosters(tables: Mapping[str, RosterTable], name: str = "") -> RosterTable:
    """One roster of several sheets by their titles, which stand before the problems where there are several."""
    units: dict[str, Unit] = {}
    problems: list[str] = []
    for title, table in tables.items():
        before = f"{title}: " if len(tables) > 1 else ""
        problems += [f"{before}{problem}" for problem in table.problems]
        for unit in table.roster.units:
            if taken := next((known for known in unit.names if known in units), None):
                message = _("“{name}” is a name of {unit} on another sheet already; the unit was left out.")
                problems.append(before + message.format(name=taken, unit=units[taken].name))
            else:
                units |= dict.fromkeys(unit.names, unit)
    return RosterTable(Roster(name=name, units=tuple(dict.fromkeys(units.values()))), tuple(problems))


def _heads(rows: Sequence[Sequence[str]]) -> tuple[int, dict[str, int]]:
    """How many rows end with the heads, and the column of each field; no columns where no head is known."""
    for number, row in enumerate(rows[:_HEAD_WITHIN], 1):
        columns: dict[str, int] = {}
        for column, head in enumerate(row):
            if field := _KNOWN_HEADS.get("".join(head.split())):
                columns.setdefault(field, column)
        if "name" in columns:
            return number, columns
    return 0, {}


def _cell(row: Sequence[str], column: int) -> str:
    text = row[column].strip() if column < len(row) else ""
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA_STARTS) else text


def _take(cells: Mapping[str, str], number: int, units: dict[int, Unit]) -> str:
    """Put the row's unit among the units, by its row; what is wrong with it is given back."""
    unit = _unit(cells)
    if not unit.name:
        return _("there is no full name; the row was left out.")
    if any(name.startswith(FORMULA_STARTS) for name in unit.names):
        return _("a name begins like a formula; the row was left out.")
    for row, other in units.items():
        if shared := next((name for name in unit.names if name in other.names), None):
            message = _("“{name}” is a name of {unit} in row {row} already; the row was left out.")
            return message.format(name=shared, unit=other.name, row=row)
    units[number] = unit
    kind = cells.get("kind", "")
    if kind and _kind(kind) is None:
        return _("“{kind}” is no kind of unit; it was taken as {other}.").format(
            kind=kind, other=KIND_WORDS["other"]
        )
    return ""


def _unit(cells: Mapping[str, str]) -> Unit:
    lists = {field: tuple(_names(cells.get(field, ""))) for field in ("former_names", "aliases")}
    kind = cells.get("kind", "")
    return Unit(
        name=_name(cells.get("name", "")),
        short=_name(cells.get("short", "")),
        kind=(_kind(kind) or "other") if kind else "department",
        **lists,
    )


def _name(cell: str) -> str:
    """A name without the blanks and breaks by which Chinese names are spread over a cell: 民 政 局."""
    return official(cell if re.search("[A-Za-z]", cell) else "".join(cell.split()))


def _kind(word: str) -> UnitKind | None:
    return _KINDS.get("".join(word.split()))


def _names(cell: str) -> Iterator[str]:
    return (name for part in _SEPARATORS.split(cell) if (name := _name(part.strip())))
