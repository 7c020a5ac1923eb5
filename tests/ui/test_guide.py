"""The guide: complete, linked, opened at the page of what is in front."""

import re
from typing import get_args

import pytest
from PySide6.QtCore import QUrl

from editor.checking.rules import RULES
from editor.paths import resources
from editor.reading.codes import Code
from editor.ui.guide.guide_window import GuideWindow, keys_page
from editor.ui.guide.pages import FIRST_PAGE, GUIDE, KEYS_PAGE
from editor.ui.main_window import MainWindow
from editor.ui.workbench import _DOCKS
from tests.ui.made_up import project

_LINK = re.compile(r"(?<!!)\[[^]]+\]\(([^)]+)\)")
_PICTURE = re.compile(r"!\[[^]]*\]\(([^)]+)\)")
_RULE = re.compile(r"^### \S+ ([a-z_]+)$", re.MULTILINE)
PAGES = sorted(GUIDE.glob("*.md"))


@pytest.fixture
def window(window: MainWindow) -> MainWindow:
    window.document.start(project("m1"))
    return window


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_link_and_picture_leads_somewhere(page):
    text = page.read_text(encoding="utf-8")
    for target in _LINK.findall(text):
        assert target == f"{KEYS_PAGE}.md" or (GUIDE / target).is_file(), target
    for target in _PICTURE.findall(text):
        assert (GUIDE / target).resolve().is_file(), target
        assert resources() in (GUIDE / target).resolve().parents


def test_every_page_can_be_reached_from_the_contents():
    reached, waiting = set(), [f"{FIRST_PAGE}.md"]
    while waiting:
        name = waiting.pop()
        if name not in reached and (GUIDE / name).is_file():
            reached.add(name)
            waiting += _LINK.findall((GUIDE / name).read_text(encoding="utf-8"))
    assert reached == {page.name for page in PAGES}


def test_every_rule_and_doubt_is_explained_once():
    explained = _RULE.findall((GUIDE / "rules.md").read_text(encoding="utf-8"))
    assert len(explained) == len(set(explained))
    assert set(explained) == {rule.code for rule in RULES} | set(get_args(Code))


def test_every_pane_has_its_page(window):
    assert set(_DOCKS) < set(window.bench.docks)
    for name in (*window.bench.docks, "local"):
        assert (GUIDE / f"{name}.md").is_file(), name


def test_f1_opens_the_page_of_the_pane_in_use(qtbot, window):
    window.bench.parents.tree.setFocus()
    qtbot.waitUntil(window.bench.parents.tree.hasFocus)
    window.actions_.by_name["guide"].trigger()
    assert page_of(window) == "parents.md"
    window.bench.local.tree.setFocus()
    qtbot.waitUntil(window.bench.local.tree.hasFocus)
    window.actions_.by_name["guide"].trigger()
    assert page_of(window) == "local.md"


def test_f1_on_a_finding_opens_what_it_means(qtbot, window):
    findings = window.bench.findings
    qtbot.waitUntil(lambda: findings.count > 0)
    window.bench.docks["findings"].raise_()
    findings.tree.setFocus()
    qtbot.waitUntil(findings.tree.hasFocus)
    findings.tree.setCurrentIndex(findings.model.index(0, 0))
    window.actions_.by_name["guide"].trigger()
    assert page_of(window) == "rules.md"
    browser = window.groups.help.guide_window.browser
    assert browser.textCursor().selectedText() == findings.current.code


def test_the_page_of_keys_comes_from_the_menus(qtbot, window):
    page = keys_page(window.actions_.keys())
    keys = [action.shortcut().toString() for action in window.actions_.by_name.values()]
    assert len([key for key in keys if key]) > 40
    for key in filter(None, keys):
        assert f"| {key} |" in page
    guide = GuideWindow(page)
    qtbot.addWidget(guide)
    guide.show_page("index")
    guide.browser.setSource(QUrl.fromLocalFile(str(GUIDE / f"{KEYS_PAGE}.md")))
    assert "F9" in guide.browser.toPlainText()


def test_words_are_found_from_the_start_again(qtbot):
    guide = GuideWindow("")
    qtbot.addWidget(guide)
    guide.show_page("rules")
    guide.words.setText("缺号")
    guide.words.returnPressed.emit()
    first = guide.browser.textCursor().position()
    for _time in range(9):
        guide.words.returnPressed.emit()
    assert guide.browser.textCursor().selectedText() == "缺号"
    assert first > 0


def page_of(window):
    return window.groups.help.guide_window.browser.source().fileName()
