"""The guide: complete, linked, opened at the page of what is in front."""

import gettext
import re
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QToolButton

from build_spec.shots import dark_palette
from editor.checking.rules import RULES
from editor.paths import resources
from editor.reading.codes import Code
from editor.ui.actions import plain
from editor.ui.guide.guide_window import GuideWindow, keys_page
from editor.ui.guide.pages import FIRST_PAGE, GUIDE, KEYS_PAGE
from editor.ui.guide.rule_words import rule_name, rule_words
from editor.ui.main_window import MainWindow
from editor.ui.menus import MENUS
from editor.ui.workbench import _DOCKS
from tests.ui.made_up import project

_LINK = re.compile(r"(?<!!)\[[^]]+\]\(([^)]+)\)")
_PICTURE = re.compile(r"!\[[^]]*\]\(([^)]+)\)")
_RULE = re.compile(r"^### \S+ ([a-z_]+)$", re.MULTILINE)
_KEY = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)+(?:[A-Z0-9]|F\d+|Return|Down|Left|Right)\b|\bF\d+")
GUIDE_KEYS = {"Shift+Left", "Shift+Right", *(f"Ctrl+{number}" for number in range(1, 10))}
"""Keys of fields and of menus that are filled later."""
PAGES = sorted(GUIDE.glob("*.md"))
README = Path(__file__).parent.parent.parent / "README.md"


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


def test_guide_and_readme_name_menus_and_keys_that_exist(window):
    """What is called “menu → action” stands there, in Chinese, and every key does something."""
    chinese = gettext.translation("chengqi", str(resources() / "i18n"), languages=["zh_CN"]).gettext
    menus = {
        plain(chinese(title)): {plain(chinese(spec.text)) for spec in specs if spec.name}
        for title, specs in MENUS
    }
    keys = {action.shortcut().toString() for action in window.findChildren(QAction)} | GUIDE_KEYS
    waiting = {  # for the translator: anything may be called so there
        plain(chinese(title))
        for title, specs in MENUS
        if any(spec.name and chinese(spec.text) == spec.text for spec in specs)
    }
    wrong = []
    for page in (*PAGES, README):
        text = page.read_text(encoding="utf-8")
        for menu, action in re.findall(rf"({'|'.join(menus)}) → ([^，。；：（）*”’\n]+)", text):
            if action.strip() not in menus[menu] and menu not in waiting:
                wrong.append(f"{page.stem}: {menu} → {action}")
        wrong += [
            f"{page.stem}: {key}" for key in _KEY.findall(text) if QKeySequence(key).toString() not in keys
        ]
    assert wrong == []


def test_pictures_fit_the_guide_and_are_as_dark_as_it_is(qtbot):
    guide = GuideWindow("")
    qtbot.addWidget(guide)
    guide.show_page("coverage")
    room = guide.browser.viewport().width()
    light = guide.browser.loadResource(2, "../screenshots/coverage-light.png")
    assert 0 < light.width() <= room
    guide.resize(500, 400)
    assert guide.browser.loadResource(2, "../screenshots/coverage-light.png").width() < 500
    guide.browser.setPalette(dark_palette())
    dark = guide.browser.loadResource(2, "../screenshots/coverage-light.png")
    assert dark.pixelColor(2, 2).lightness() < light.pixelColor(2, 2).lightness()


def test_what_a_rule_means_is_told_beside_its_findings(qtbot, window):
    findings = window.bench.findings
    qtbot.waitUntil(lambda: findings.count > 0)
    for row in findings.model.rows():
        assert rule_name(row.value.code) in row.cells[4]
        assert rule_words(row.value.code) in row.hint
    window.bench.docks["findings"].raise_()
    findings.tree.setCurrentIndex(findings.model.index(0, 0))
    button = next(b for b in findings.findChildren(QToolButton) if b.text() == "Meaning")
    button.click()
    assert page_of(window) == "rules.md"
    assert window.groups.help.guide_window.browser.textCursor().selectedText() == findings.current.code
    assert all(rule_words(rule.code) for rule in RULES)
    assert all(rule_words(code) for code in get_args(Code))


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
