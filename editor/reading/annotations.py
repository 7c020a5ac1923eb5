"""Responsibility brackets: who carries a measure out, until when, and which leader answers for it."""

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache

from editor.plan.characters import official
from editor.plan.deadlines import parse_deadline
from editor.plan.measures import ROLES, Assignment, Deadline, Role
from editor.plan.value import Value
from editor.reading.brackets import OPENERS, closing_place
from editor.reading.charges import LONGEST_DEADLINE, charge_fields, find_charges, is_deadline
from editor.reading.roles import full_names, parse_roles
from editor.reading.rules import without_rules

_ROLES: dict[Role, str] = {
    "lead_units": "(?:指标)?牵头(?:负责)?(?:单位|部门)|主办单位|主责单位",
    "responsible_units": "责任(?:单位|部门|主体)|(?:落实|实施|承办)单位",
    "supporting_units": "(?:配合|协办|协同|参与|参加|支持)(?:单位|部门)",
}
_REMEMBERED = 4096
_LEADER = "(?:责任|牵头|分管|包保|挂牌|指标责任)领导|责任人"
_DEADLINE = "(?:完成|办理|推进|办结|工作)?(?:时限(?:要求)?|时间(?:节点|要求|安排)?|期限|日期)"
_ANY_LABEL = "|".join((*_ROLES.values(), _LEADER, _DEADLINE))
_COLON = f"(?:\\s*[：:]|[ \u3000\\t]{{1,4}}(?!(?:{_ANY_LABEL}))(?=[一-鿿\\d]))"
"""The mark behind a label; forms leave a blank in its place, where no other label, as in the head of a table, follows."""
_LABEL = re.compile(
    "(?:^|(?<=[；;，,。、\\s（(]))\\s{0,9}(?:"
    + "|".join(
        f"(?P<{name}>{words})"
        for name, words in (*_ROLES.items(), ("leader", _LEADER), ("deadline", _DEADLINE))
    )
    + ")"
    + _COLON
)
_OPENING = re.compile(f"[（(〔\\[【［]\\s*(?:{_ANY_LABEL}){_COLON}")
_LABEL_LINE = re.compile(
    f"\\s*(?:(?:{_ANY_LABEL})\\s*[：:]|(?:{'|'.join(_ROLES.values())}|完成时[限间]){_COLON}[^。]{{2,60}}$)"
)
_UNIT_LINE = re.compile(
    "\\s*[一-鿿（）]{2,20}(?<=[局委办院会站所校镇乡司团队社心厅])(?<!政府办公室)(?<!委办公室)[、，；。]?\\s*"
)
_LEADER_LINE = re.compile(f"\\s*(?:{_LEADER}|指标牵头(?:单位|部门))\\s*[：:]")
_DEADLINE_ALONE = re.compile(
    "(?<=[。；！）)])\\s{0,3}[（(](?P<words>[^（）()]{2,20}(?:完成|落实到位|办结|前))[）)]\\s{0,3}。?\\s{0,3}$"
)
_IN_LINE = re.compile(f"(?<=[。.；;！])\\s{{0,9}}(?:{_ANY_LABEL})\\s*[：:][^。]{{2,600}}。?$")


class Annotation(Value, frozen=True, kw_only=True):
    """One bracket or line read: the assignment, deadline and leader it names."""

    assignment: Assignment | None = None
    deadline: Deadline | None = None
    leader: str | None = None


class Span(Value, frozen=True, kw_only=True, dict=True, gc=True):
    """An annotation's place in a text; `closed` is False where its closing bracket is missing.

    `content` are the words between the brackets; `labelled` is False where verbs, not labels, say who does what.
    """

    start: int
    end: int
    content: str
    labelled: bool = True
    closed: bool = True

    @cached_property
    def annotation(self) -> Annotation:
        """What the words say, read when it is asked for: cleaning asks for places only."""
        if self.labelled:
            return parse_annotation(self.content)
        return annotation_of(self.content, charge_fields(self.content))


@lru_cache(maxsize=_REMEMBERED)  # cleaning, recognition and doubts all ask about the same passages
def find_annotations(text: str) -> tuple[Span, ...]:
    """Every responsibility bracket in `text`, in order."""
    spans: list[Span] = []
    place = 0
    while match := _OPENING.search(text, place):
        end = closing_place(text, match.start())
        place = end or len(text)
        content = text[match.start() + 1 : end - 1 if end else None]
        spans.append(Span(start=match.start(), end=place, content=content, closed=end is not None))
    spans = spans or _in_line(text) or [_charge(*place) for place in find_charges(text)]
    return _with_deadline(text, spans) if spans else _deadline_alone(text)


def is_annotation_line(text: str) -> bool:
    """Whether a passage holds nothing but annotations, in brackets or starting with a label."""
    if _LABEL_LINE.match(text):
        return True
    rest = without(text, find_annotations(text))
    return len(rest) < len(text) and not rest.strip(" 　。；;")


def is_label_line(text: str) -> bool:
    """Whether a passage starts with a label such as 责任单位：."""
    return bool(_LABEL_LINE.match(text))


def is_unit_line(text: str) -> bool:
    """Whether a passage holds nothing but the name of a unit, as in a list with a line for each."""
    return bool(_UNIT_LINE.fullmatch(text))


def join_label_lines(lines: Sequence[str]) -> list[str]:
    """The lines, as one those that follow each other with different labels, 牵头单位：A and 配合单位：B, or with more units."""
    joined: list[str] = []
    labels: set[str | None] = set()
    for line in lines:
        if joined and is_unit_line(line):
            before = joined[-1].rstrip("、，；。")
            joined[-1] = (
                before + line.strip() if before.endswith(("：", ":")) else f"{before}、{line.strip()}"
            )
            continue
        own = {label.lastgroup for label in _LABEL.finditer(line)} if is_label_line(line) else set()
        if own and labels and own.isdisjoint(labels):
            joined[-1] = f"{joined[-1].rstrip('。；;')}；{line.strip()}"
            labels |= own
        else:
            joined.append(line)
            labels = own
    return joined


def is_leader_line(text: str) -> bool:
    """Whether a passage names the leader or leading units of a whole section."""
    return bool(_LEADER_LINE.match(text))


def starts_annotation(text: str) -> bool:
    """Whether a passage begins with a responsibility bracket or label."""
    return bool(_OPENING.match(text.lstrip()) or _LABEL_LINE.match(text))


def ends_annotation(text: str) -> bool:
    """Whether a text ends with a responsibility bracket that is closed."""
    return any(span.closed and span.end == len(text) for span in find_annotations(text))


def has_open_annotation(text: str) -> bool:
    """Whether a responsibility bracket is opened and not closed."""
    return any(not span.closed for span in find_annotations(text))


def without(text: str, spans: tuple[Span, ...]) -> str:
    """The text without its annotations, nor the 。 after one that follows a sentence's own."""
    kept, place = "", 0
    for span in spans:
        kept += text[place : span.start]
        place = span.end + (kept.endswith("。") and text.startswith("。", span.end))
    return kept + text[place:]


@lru_cache(maxsize=1024)
def parse_annotation(content: str) -> Annotation:
    """What a bracket's content says: labelled fields, and words without a label that name a deadline or more units.

    A plan repeats its brackets: what one says is worked out once.
    """
    return annotation_of(content.strip(), _fields(without_rules(content)))


def annotation_of(printed: str, fields: Sequence[tuple[str | None, str]]) -> Annotation:
    """What labels and their values say together; `printed` is the wording that they come from."""
    units: dict[Role, list[str]] = {}
    deadline, leader, role = None, None, None
    for label, value in fields:
        if label == "leader":
            leader = official(value).strip("；，。") or None
        elif label == "deadline" or (label is None and is_deadline(value)):
            deadline = parse_deadline(value.strip(" 　；;，,。"))
        elif label is not None or role is not None:
            role = _role(label) or role or "responsible_units"
            for found, names in parse_roles(value, role).items():
                units.setdefault(found, []).extend(names)
    assignment = _assignment(printed, units) if any(units.values()) else None
    return Annotation(assignment=assignment, deadline=deadline, leader=leader)


def _assignment(text: str, units: dict[Role, list[str]]) -> Assignment:
    """The assignment with each unit once in each role."""
    names = full_names(units)
    lead, responsible, supporting = (tuple(dict.fromkeys(names.get(role, ()))) for role in ROLES)
    return Assignment(text=text, lead_units=lead, responsible_units=responsible, supporting_units=supporting)


def _role(label: str | None) -> Role | None:
    return next((role for role in _ROLES if role == label), None)


def _fields(content: str) -> list[tuple[str | None, str]]:
    """Label and value of each field; a value's parts after ； have no label, except in a deadline."""
    labels = list(_LABEL.finditer(content))
    if not labels:
        return [(None, content)]
    fields: list[tuple[str | None, str]] = []
    ends = [label.start() for label in labels[1:]] + [len(content)]
    if labels[0].start():
        fields.append((None, content[: labels[0].start()]))
    for label, end in zip(labels, ends, strict=True):
        first, *others = _parts(content[label.end() : end])
        fields.append((label.lastgroup, first))
        fields += [(None, other) for other in others]
    return [(name, value) for name, value in fields if value.strip(" 　；;，,。、")]


def _parts(value: str) -> list[str]:
    return re.split("[；;]", value)


def _with_deadline(text: str, spans: list[Span]) -> tuple[Span, ...]:
    """The spans, and a short bracket right after the last that holds a deadline alone: （责任单位：A）（长期坚持）."""
    last = spans[-1]
    end = closing_place(text, last.end) if text[last.end : last.end + 1] in tuple(OPENERS) else None
    words = text[last.end + 1 : end - 1] if end else ""
    if 0 < len(words) <= LONGEST_DEADLINE and is_deadline(words):
        spans.append(Span(start=last.end, end=end or 0, content=words))
    return tuple(spans)


def _deadline_alone(text: str) -> tuple[Span, ...]:
    """A bracket that holds a dated deadline alone after a text's last sentence: （2026年6月底前完成）."""
    match = _DEADLINE_ALONE.search(text)
    if not match or parse_deadline(match["words"]).kind != "dated":
        return ()
    return (Span(start=match.start(), end=match.end(), content=match["words"]),)


def _charge(start: int, end: int, content: str) -> Span:
    return Span(start=start, end=end, content=content, labelled=False)


def _in_line(text: str) -> list[Span]:
    """Labelled fields without a bracket after a text's last sentence."""
    match = None if _LABEL_LINE.match(text) else _IN_LINE.search(text, max(text.rfind("。", 0, -1), 0))
    return [Span(start=match.start(), end=match.end(), content=match[0].rstrip("。."))] if match else []
