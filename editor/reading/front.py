"""The matter in front of a plan's first item: what is cover, what title, what opening, and what to set aside."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from editor.plan.characters import official
from editor.plan.plans import Cover
from editor.plan.value import Value
from editor.reading import cover
from editor.reading.attachment_notes import attachment_names, attachments_start
from editor.reading.letterheads import read_head
from editor.reading.lines import Passage


class Front(Value, frozen=True, kw_only=True):
    """What was recognised in front of the first item."""

    cover: Cover | None = None
    title: str = ""
    document_number: str | None = None
    addressees: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    date: str | None = None
    annotation: str | None = None
    opening: str = ""
    aside: tuple[Passage, ...] = ()


def read_front(passages: Sequence[Passage]) -> Front:
    """The front matter in `passages`; every passage is in one of its parts or in `aside`."""
    own, chrome = _part_page_labels(passages)
    front = _read_document(own)
    return replace(front, aside=(*(p.set_aside("page_chrome") for p in chrome), *front.aside))


def text_of(passages: Sequence[Passage]) -> str:
    """The passages' wording in official widths, one line each."""
    return "\n".join(official(passage.text.strip()) for passage in passages)


def _part_page_labels(passages: Sequence[Passage]) -> tuple[list[Passage], list[Passage]]:
    """The document's own passages, and the page's: everything up to the last label of a web page.

    Where the addressees follow right behind the last label, the title stands above it: between labels.
    """
    labels = [place for place, passage in enumerate(passages) if cover.is_page_label(passage.text)]
    start = labels[-1] + 1 if labels else 0
    title = _title_among_labels(passages, labels) if cover.begins_addressed(passages[start:]) else range(0)
    own = [passage for place, passage in enumerate(passages) if place >= start or place in title]
    return own, [passage for place, passage in enumerate(passages) if place < start and place not in title]


def _title_among_labels(passages: Sequence[Passage], labels: Sequence[int]) -> range:
    """The places of the last run of lines between labels that names a document."""
    for before, label in reversed([(-1, labels[0]), *pairwise(labels)] if labels else []):
        run = range(before + 1, label)
        if any(cover.names_a_document(passages[place].text) for place in run):
            return run
    return range(0)


def _read_document(passages: Sequence[Passage]) -> Front:
    addressed = next((i for i, p in enumerate(passages) if cover.is_addressees(p.text)), None)
    signature = cover.find_signature(passages, 0 if addressed is None else addressed + 1)
    if signature:
        return _read_notice(passages, addressed, signature)
    if addressed is not None:
        return _read_addressed(passages, addressed)
    return _with_marks(_read_titled(_without_marks(passages)), passages)


def _read_notice(passages: Sequence[Passage], addressed: int | None, signature: cover.Signature) -> Front:
    """A notice with its signature, and the plan's own title and opening below."""
    text_start = _text_start(passages) if addressed is None else addressed
    head = read_head(passages[: min(text_start, signature.start)])
    text = passages[text_start + (addressed is not None) : signature.start]
    note = attachments_start(text)
    behind = passages[signature.end :]
    below = _with_marks(_read_titled(_without_marks(behind), numbered=head.number is not None), behind)
    return Front(
        cover=replace(head.cover, text=text_of(text[:note]), attachments=attachment_names(text[note:])),
        title=below.title,
        document_number=cover.document_number(head.number.text) if head.number else below.document_number,
        addressees=cover.addressees(passages[addressed].text) if addressed is not None else (),
        issuers=signature.issuers,
        date=signature.date,
        annotation=signature.annotation,
        opening=below.opening,
        aside=below.aside,
    )


def _text_start(passages: Sequence[Passage]) -> int:
    return next((i for i, p in enumerate(passages) if "。" in p.text), len(passages))


def _with_marks(front: Front, passages: Sequence[Passage]) -> Front:
    """The front matter, and every bare mark 附件 among the passages set aside."""
    marks = (p.set_aside("attachment_mark") for p in passages if cover.is_attachment_mark(p.text))
    return replace(front, aside=(*marks, *front.aside))


def _without_marks(passages: Sequence[Passage]) -> list[Passage]:
    return [p for p in passages if not cover.is_attachment_mark(p.text)]


def _read_addressed(passages: Sequence[Passage], addressed: int) -> Front:
    """A document that is addressed itself: its title above the addressees, its opening below."""
    above = [p for p in passages[:addressed] if "。" not in p.text]
    leads = tuple(p.set_aside("news_lead") for p in passages[:addressed] if "。" in p.text)
    head = read_head(above)
    return Front(
        cover=replace(head.cover, title="") if head.letterhead or head.notes else None,
        title=cover.title_of(head.title),
        document_number=cover.document_number(head.number.text) if head.number else None,
        addressees=cover.addressees(passages[addressed].text),
        opening=text_of(passages[addressed + 1 :]),
        aside=leads,
    )


def _read_titled(passages: Sequence[Passage], numbered: bool = False) -> Front:
    """A plan without addressees: a title, perhaps with a news lead above it, and an opening.

    Where the notice around it is `numbered`, a second number is that of a document passed on by it, and set aside.
    """
    number = next((p for p in passages if cover.document_number(p.text)), None)
    others = [p for p in passages if p is not number]
    start, end = _title_place(others)
    return Front(
        title=cover.title_of(others[start:end]),
        document_number=cover.document_number(number.text) if number and not numbered else None,
        opening=text_of(others[end:]),
        aside=(
            *([number.set_aside("second_number")] if number and numbered else []),
            *(p.set_aside(_reason(p)) for p in others[:start]),
        ),
    )


def _reason(passage: Passage) -> str:
    return "news_lead" if "。" in passage.text else "page_chrome"


def _is_title_line(text: str) -> bool:
    return cover.is_title_line(text) and cover.annotation(text) is None


def _title_place(passages: Sequence[Passage]) -> tuple[int, int]:
    """The last run of title lines that together name a kind of document; empty at the start where there is none."""
    place, start = (0, 0), 0
    while start < len(passages):
        end = start
        while end < len(passages) and _is_title_line(passages[end].text):
            end += 1
        if end > start and cover.names_a_document(cover.title_of(passages[start:end])):
            place = (start, end)
        start = end + 1
    return place
