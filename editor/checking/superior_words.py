"""The rule about words of the upper level that were left over when its wording was adapted."""

from collections.abc import Iterator

from editor.checking.case import Case, Finding
from editor.plan.issues import Place
from editor.plan.measures import Measure, Section
from editor.plan.superior_words import find_words, words_of
from editor.wording import _


def superior_words(case: Case) -> Iterator[Finding]:
    """Words of the upper level outside titles and quotations, with what the county says instead where that is known."""
    if case.project is None:
        return
    words = words_of(case.project.locality)
    for place, text in _texts(case):
        for word in find_words(text, words):
            yield _finding(place, word, words[word])


def _finding(place: Place, word: str, instead: str) -> Finding:
    message = _("“{word}” is a word of the upper level; look whether it holds here.")
    if instead:
        message = _("“{word}” is a word of the upper level; here it is “{instead}”.")
    return Finding(message.format(word=word, instead=instead), place, word, bool(instead))


def _texts(case: Case) -> Iterator[tuple[Place, str]]:
    """Every text of the local plan and its notice that is printed, with its place."""
    plan = case.plan
    if case.project:
        yield Place(plan="notice", field="title"), case.project.notice.title
        yield Place(plan="notice", field="text"), case.project.notice.text
    for field in ("title", "opening", "closing"):
        yield case.place(field=field), getattr(plan, field)
    for block in plan.body:
        if isinstance(block, Section | Measure):
            yield case.place(block.id, "heading"), block.heading
        if not isinstance(block, Section):
            yield case.place(block.id, "text"), block.text
