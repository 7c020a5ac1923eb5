"""What stands before and after a plan's body: web page, letterhead, title, addressees, signature, date, annotation."""

import re
from collections.abc import Sequence

from editor.plan.characters import official, official_widths
from editor.plan.deadlines import parse_date
from editor.plan.value import Value
from editor.reading.lines import Passage

_PAGE_LABEL = re.compile(
    "[\\s•·]*(?:发布(?:日期|时间)|(?:生成|发文|印发|公开)日期|文章来源|信息来源|来源|点击(?:次数|数)?|浏览(?:次数|量)?|阅读(?:次数|量)?|访问次数|字号|字体|作者|编辑"
    "|索\\s*引\\s*号|主题分类|发文机关|发布机构|成文日期|标\\s*题|发文字号|文\\s*号|主\\s*题\\s*词|(?:当前|您的|您现在的)位置|有效性|公开方式|公开时限|时效)"
    "\\s*[：:].{0,80}"
)
_PAGE_RESIDUE = re.compile(
    "\\s*(?:评论|分享(?:到)?|点赞|收藏|打印(?:本页)?|关闭(?:窗口)?|返回顶部|扫一扫.{0,20}|上一篇.{0,60}|下一篇.{0,60}|相关(?:链接|阅读|稿件).{0,20}|(?:政策|相关|文件|一图|图文)?(?:解读|图解|读懂)[：:].{0,60}"
    "|责任编辑[：:].{0,20}|版权所有.{0,60}|.{0,20}ICP备.{0,30}|网站标识码.{0,30}|\\[?(?:打印|关闭)\\]?.{0,10})\\s*"
)
_DOCUMENT_NUMBER = re.compile(
    "\\s*([一-鿿]{2,16})\\s*[〔\\[（(【]\\s*(\\d{4})\\s*[〕\\]）)】]\\s*第?\\s*(\\d{1,5})\\s*号\\s*"
)
_ANNOTATION = re.compile(
    "\\s*[（(]\\s*((?:此件|此文|本文|本件|此页)[^（）()]{2,60}|发至[^（）()]{2,40})\\s*[）)]\\s*"
)
_INTRODUCES = re.compile(
    "^(?:为|根据|按照|经[^济])|(?:如下|以下|下列)[^，。]{0,12}[：:]$|(?:意见|措施|方案|办法)[：:]$"
)
_ADDRESSED = re.compile("各|人民政府|委员会|管委|单位|部门|公司|办事处|[局厅委]")
_ORGAN = re.compile(
    "[^，。；：:“”《》（）()\\d]{2,60}?(?:办公室|办公厅|人民政府|委员会|[委厅局部院署会]|国务院|公司|党组)"
)
_ORGANS = re.compile(
    "(?:中共)?[^\\s、，]{2,}?(?:人民政府办公[室厅]|委办公[室厅]|办公[室厅]|人民政府|委员会|[委厅局部院署])(?:办公[室厅])?"
)
_PLAN_WORDS = re.compile(
    "方案|意见|措施|办法|计划|规划|要点|规定|细则|决定|通知|清单|分工|纲要|(?:重点|目标|主要|改革)任务|任务分解|[解览]表|通告|公告|条例|制度"
)
_SENTENCE = re.compile("[。；！？]|[：:]\\s*$")
_LONGEST_TITLE_LINE = 60
_ATTACHMENT = re.compile("\\s*附\\s*件\\s*\\d{0,2}\\s*[：:]?\\s*")
_FIRST_ATTACHMENT = re.compile("\\s*附\\s*件\\s*[：:]\\s*1\\s*[.．、]")
_IMPRINT = re.compile(
    "\\s*(?:抄送[：:].+|.{2,40}\\d{4}年\\d{1,2}月\\d{1,2}日\\s*印发\\s*|\\s*（?共印\\d+份）?\\s*)"
)


class Signature(Value, frozen=True, kw_only=True):
    """Issuers, date and annotation, with their places among the passages: from `start` up to `end`."""

    start: int
    end: int
    issuers: tuple[str, ...]
    date: str
    annotation: str | None


def document_number(text: str) -> str | None:
    """The document number in a line that holds nothing else, with 〔〕 around the year."""
    match = _DOCUMENT_NUMBER.fullmatch(text)
    return f"{match[1]}〔{match[2]}〕{match[3]}号" if match else None


def annotation(text: str) -> str | None:
    """The words of an annotation such as （此件公开发布）, None where it is none."""
    match = _ANNOTATION.fullmatch(text)
    return official(match[1].strip()) if match else None


def is_page_label(text: str) -> bool:
    """Whether a passage is a web page's label such as 发布日期: with its value."""
    return bool(_PAGE_LABEL.fullmatch(text)) and not re.search("。", text)


def is_page_residue(text: str) -> bool:
    """Whether a passage is a button or link text of a web page."""
    return bool(_PAGE_RESIDUE.fullmatch(text))


def is_imprint(text: str) -> bool:
    """Whether a passage belongs to the imprint: copies sent, printed by and on."""
    return bool(_IMPRINT.fullmatch(text))


def is_title_line(text: str) -> bool:
    """Whether a passage can be a line of a title."""
    return len(text) <= _LONGEST_TITLE_LINE and not _SENTENCE.search(text) and not parse_date(text)


def names_a_document(title: str) -> bool:
    """Whether a title names a kind of document, such as 方案 or 意见."""
    return bool(_PLAN_WORDS.search(title))


def is_addressees(text: str) -> bool:
    """Whether a passage is the line of addressees before a notice's text."""
    words = text.strip()
    if words[-1:] not in ("：", ":") or "。" in words or _INTRODUCES.search(words):
        return False
    return len(words) > 2 and bool(_ADDRESSED.search(words))


def begins_addressed(passages: Sequence[Passage]) -> bool:
    """Whether the first of the passages is the line of addressees."""
    return bool(passages) and is_addressees(passages[0].text)


def addressees(text: str) -> tuple[str, ...]:
    """The groups of addressees as printed, parted at ， outside brackets."""
    groups, depth, words = [], 0, official(text.strip()).rstrip("：:")
    start = 0
    for place, character in enumerate(words):
        depth += (character in "（〔") - (character in "）〕")
        if character in "，；" and not depth:
            groups.append(words[start:place])
            start = place + 1
    return tuple(group.strip() for group in [*groups, words[start:]] if group.strip())


def is_attachment(text: str) -> bool:
    """Whether a passage begins a note of attachments or marks an attachment's first page."""
    return bool(_ATTACHMENT.match(text))


def first_attachment(text: str) -> int:
    """1 where a passage begins a numbered list of attachments, 附件：1.……; else 0."""
    return int(bool(_FIRST_ATTACHMENT.match(text)))


def is_attachment_mark(text: str) -> bool:
    """Whether a passage is the bare mark 附件 on an attachment's first page."""
    return bool(_ATTACHMENT.fullmatch(text)) and not text.strip().endswith(("：", ":"))


def title_of(passages: Sequence[Passage]) -> str:
    """A title's lines as one, without the blanks that stand for line breaks."""
    return official_widths("".join(re.sub(r"\s+", "", passage.text) for passage in passages))


def is_organ(text: str) -> bool:
    """Whether a passage holds nothing but the name of an organ."""
    return bool(_ORGAN.fullmatch(text.replace(" ", "").strip()))


def issuers(passages: Sequence[Passage]) -> tuple[str, ...]:
    """The issuing organs; two run together are parted where the second repeats the first one's place name."""
    names: list[str] = []
    for passage in passages:
        for words in passage.text.split():
            names += _part(words)
    return tuple(names)


def _part(words: str) -> list[str]:
    parts = _ORGANS.findall(words)
    place = parts[0].removeprefix("中共")[:2] if parts else ""
    whole = "".join(parts) == words and all(part.removeprefix("中共").startswith(place) for part in parts)
    return parts if whole and len(parts) > 1 else [words]


def find_signature(passages: Sequence[Passage], start: int = 0) -> Signature | None:
    """The first date line from `start` on that has its issuers above it, with the annotation below it."""
    for place in range(start, len(passages)):
        date = parse_date(passages[place].text)
        first = _first_issuer(passages, place, start) if date else place
        if date and first < place:
            end = place + 1
            words = annotation(passages[end].text) if end < len(passages) else None
            return Signature(
                start=first,
                end=end + (words is not None),
                issuers=issuers(passages[first:place]),
                date=date,
                annotation=words,
            )
    return None


def _first_issuer(passages: Sequence[Passage], date: int, start: int) -> int:
    first = date
    while first > start and is_organ(passages[first - 1].text):
        first -= 1
    return first
