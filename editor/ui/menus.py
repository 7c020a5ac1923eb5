"""The window's menus as data: each action's name, wording, key and drawing, and which group of gestures does it."""

from typing import NamedTuple

from PySide6.QtGui import QKeySequence

from editor.wording import N_

_Keys = QKeySequence.StandardKey


class Spec(NamedTuple):
    """One action: its name, wording, key, drawing, short wording for buttons, and which group has the method of its name."""

    name: str
    text: str
    key: str | QKeySequence.StandardKey | None = None
    drawing: str = ""
    short: str = ""
    owner: str = "gestures"


SEPARATOR = Spec("", "")

MENUS: tuple[tuple[str, tuple[Spec, ...]], ...] = (
    (
        N_("&File"),
        (
            Spec("open_plan", N_("Open a superior &plan…"), "Ctrl+N", "add", owner="opening"),
            Spec("paste_plan", N_("Pas&te a superior plan"), "Ctrl+Shift+I", "paste", owner="opening"),
            Spec("open_file", N_("&Open a draft…"), _Keys.Open, "open", N_("Open"), owner="opening"),
            Spec("recent", N_("&Recent files")),
            Spec("open_example", N_("Try the &example"), None, "check", owner="opening"),
            Spec("new_edition", N_("&New edition of a superior plan…"), owner="revisions"),
            SEPARATOR,
            Spec("save", N_("&Save"), _Keys.Save, "save", N_("Save"), owner="files"),
            Spec("save_as", N_("Save &as…"), "Ctrl+Shift+S", owner="files"),
            Spec("snapshots", N_("&Versions of the draft…"), "Ctrl+Shift+V", owner="revisions"),
            Spec("export", N_("&Export notice and table…"), "Ctrl+E", "export", N_("Export"), owner="files"),
            Spec("save_pdf", N_("Save the preview as PD&F…"), owner="notices"),
            Spec("print_notice", N_("Pr&int the notice…"), _Keys.Print, owner="notices"),
            SEPARATOR,
            Spec("new_window", N_("Ne&w window"), "Ctrl+T", owner="windows"),
            Spec("close", N_("&Close the window"), "Ctrl+W", owner="window"),
            Spec("quit", N_("&Quit"), "Ctrl+Q", owner="windows"),
        ),
    ),
    (
        N_("&Edit"),
        (
            Spec("undo", N_("&Undo"), _Keys.Undo, "undo", owner="window"),
            Spec("redo", N_("&Redo"), "Ctrl+Y", "redo", owner="window"),
            SEPARATOR,
            Spec("edit_block", N_("Edit te&xt"), "F2"),
            Spec("edit_lead", N_("&Lead units"), "Ctrl+L"),
            Spec("edit_responsible", N_("Responsible &units"), "Ctrl+U"),
            Spec("edit_deadline", N_("&Deadline"), "Ctrl+D"),
            Spec("sort_units", N_("Units in the roster's &order"), owner="outline"),
            SEPARATOR,
            Spec("suggest_words", N_("&Words from earlier drafts"), "Ctrl+J", owner="words"),
            Spec("insert_words", N_("Insert a s&uggestion")),
            SEPARATOR,
            Spec("find", N_("&Find…"), _Keys.Find, "find", N_("Find"), owner="finding"),
            Spec("replace", N_("R&eplace…"), "Ctrl+H", owner="finding"),
            Spec("find_next", N_("Find ne&xt"), "F3", owner="finding"),
            Spec("find_previous", N_("Find pre&vious"), "Shift+F3", owner="finding"),
            Spec("replace_ticked", N_("Replace what is ti&cked"), "Ctrl+Shift+H", owner="finding"),
        ),
    ),
    (
        N_("&Superior plans"),
        (
            Spec("adopt", N_("&Adopt selected"), "Alt+Return", "adopt", N_("Adopt")),
            Spec("adopt_all", N_("Adopt a&ll that is undecided")),
            Spec("decline", N_("Do &not adopt"), "Ctrl+Shift+D", "decline"),
            Spec("reconsider", N_("&Reconsider"), "Ctrl+Shift+R"),
            SEPARATOR,
            Spec("link", N_("Lin&k to the selected superior measures"), "Ctrl+Shift+L", owner="links"),
            Spec("link_more", N_("Link to the selected superior measures too"), owner="links"),
            Spec("unlink", N_("Unlink from the selected superior measures"), owner="links"),
            Spec("unlink_compared", N_("Unlink from the superior plan compared with"), owner="links"),
            SEPARATOR,
            Spec("take_wording", N_("&Take the superior wording"), "Alt+Down"),
            Spec(
                "take_difference",
                N_("Take this di&fference from the superior plan"),
                "Alt+Right",
                owner="differences",
            ),
            Spec("take_units", N_("Take the counterparts' &units"), "Alt+U", owner="outline"),
            SEPARATOR,
            Spec(
                "review_reading",
                N_("&Put the reading right…"),
                "Ctrl+Shift+O",
                "",
                N_("Put right…"),
                owner="readings",
            ),
            Spec("edition_changes", N_("What the new edition changed"), owner="revisions"),
            Spec(
                "review_changes",
                N_("Review &changes of the superior plan…"),
                "Shift+F9",
                owner="revisions",
            ),
            Spec("review", N_("Mark as re&viewed"), "Ctrl+Shift+W"),
        ),
    ),
    (
        N_("&Measures"),
        (
            Spec("add_measure", N_("Add &measure"), "Ctrl+Shift+Return", "add", N_("Add")),
            Spec("add_section", N_("Add &section"), "Ctrl+Shift+T"),
            Spec("merge", N_("Mer&ge selected"), "Ctrl+M"),
            Spec(
                "merge_into",
                N_("Merge the superior ones selected &into this one"),
                "Alt+Shift+Return",
                owner="links",
            ),
            Spec("split", N_("S&plit at the caret"), "Ctrl+K"),
            Spec("move_up", N_("Move &up"), "Alt+Shift+Up", owner="outline"),
            Spec("move_down", N_("Move &down"), "Alt+Shift+Down", owner="outline"),
            Spec("remove", N_("Remo&ve"), "Ctrl+Shift+Del"),
            SEPARATOR,
            Spec("finish", N_("&Done, go to the next"), "Ctrl+Return", "done", N_("Done")),
            Spec("set_undecided", N_("State: open"), "Alt+5", owner="outline"),
            Spec("set_drafting", N_("State: drafting"), "Alt+6", owner="outline"),
            Spec("set_done", N_("State: done"), "Alt+7", owner="outline"),
            Spec("set_reviewed", N_("State: reviewed"), "Alt+8", owner="outline"),
            SEPARATOR,
            Spec("change_selected", N_("Chan&ge what is selected…"), "Ctrl+B", owner="outline"),
        ),
    ),
    (
        N_("&Check"),
        (
            Spec("next_issue", N_("Next &finding"), "F8", "check", N_("Next finding"), owner="issues"),
            Spec(
                "explain_issue", N_("What the finding chosen m&eans"), None, "", N_("Meaning"), owner="help"
            ),
            Spec("fix_issue", N_("&Repair the chosen finding"), "Ctrl+R", "", N_("Repair"), owner="issues"),
            Spec(
                "dismiss_issue",
                N_("Put the findings selected a&side…"),
                "Ctrl+I",
                "",
                N_("Put aside…"),
                owner="issues",
            ),
            Spec(
                "take_up_issue", N_("Take the findings selected u&p again"), None, "", N_("Take up"), "issues"
            ),
            SEPARATOR,
            Spec("next_difference", N_("&Next difference"), "F7", owner="differences"),
            Spec("previous_difference", N_("&Previous difference"), "Shift+F7", owner="differences"),
            Spec("other_end", N_("&Other end of moved words"), "Alt+Left", owner="differences"),
            SEPARATOR,
            Spec("mark_checked", N_("Mark the difference as &checked"), "Alt+1", owner="differences"),
            Spec("mark_doubtful", N_("Mark the difference as &doubtful"), "Alt+2", owner="differences"),
            Spec("mark_to_ask", N_("Mark the difference: as&k the superiors"), "Alt+3", owner="differences"),
            Spec("unmark", N_("Remove the &mark"), "Alt+0", owner="differences"),
            Spec("export_marks", N_("&Export the reviewers' marks…"), owner="marks"),
        ),
    ),
    (
        N_("&View"),
        (
            Spec("next_undecided", N_("Next &undecided superior measure"), "F9"),
            Spec("palette", N_("&Command palette…"), "Ctrl+Shift+P", "", N_("Commands"), owner="finding"),
            Spec("next_pane", N_("Next p&ane"), "F6"),
            Spec("previous_pane", N_("Pane &before"), "Shift+F6"),
            Spec("enlarge", N_("&Enlarge the pane, or make it smaller again"), "F11", owner="arrangement"),
            Spec("arrange", N_("Put the panes back in their &places"), owner="arrangement"),
            SEPARATOR,
            Spec("filter_outline", N_("&Filter the outline"), "Ctrl+G", owner="outline"),
            Spec("show_all", N_("Show &all measures"), "Ctrl+Shift+G", owner="outline"),
            SEPARATOR,
            Spec("panes", N_("&Panes")),
        ),
    ),
    (
        N_("&Tools"),
        (
            Spec("wording_rules", N_("&Words of the upper level…"), "Ctrl+Shift+J", owner="finding"),
            SEPARATOR,
            Spec("edit_roster", N_("&Units of the roster…"), "Ctrl+Shift+N", owner="rosters"),
            Spec("rename_unit", N_("Rename or &merge a unit…"), "Shift+F2", owner="rosters"),
            SEPARATOR,
            Spec("locality", N_("&Localities…"), owner="notices"),
            Spec("template", N_("&Template of the notice…"), owner="notices"),
            SEPARATOR,
            Spec("earlier_files", N_("Go &back to an earlier file…"), owner="files"),
            Spec("settings", N_("&Settings…"), _Keys.Preferences, owner="notices"),
        ),
    ),
    (
        N_("&Help"),
        (
            Spec("guide", N_("&Guide to what is in front"), _Keys.HelpContents, owner="help"),
            Spec("contents", N_("&Contents of the guide"), owner="help"),
            Spec("keys", N_("&Keys"), owner="help"),
            Spec("walk", N_("&Walk through the example"), None, "check", owner="help"),
            SEPARATOR,
            Spec("about", N_("&About Chengqi"), owner="help"),
        ),
    ),
)
TOOL_BAR = (
    "open_file",
    "save",
    "",
    "undo",
    "redo",
    "",
    "adopt",
    "decline",
    "add_measure",
    "finish",
    "",
    "next_issue",
    "export",
    "",
    "find",
    "palette",
)
SUBMENUS = ("recent", "decline", "insert_words", "panes")
ALWAYS_ENABLED = frozenset(
    {
        "palette",
        "open_plan",
        "settings",
        "paste_plan",
        "open_file",
        "recent",
        "open_example",
        "new_window",
        "close",
        "quit",
        "guide",
        "contents",
        "keys",
        "walk",
        "about",
    }
)
