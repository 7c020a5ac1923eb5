"""The groups of gestures that the menus' actions belong to; each is loaded when one of its actions is first used."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.ui.arranging import Arrangement
    from editor.ui.assigning.roster_gestures import RosterGestures
    from editor.ui.difference.difference_gestures import DifferenceGestures
    from editor.ui.difference.marks_gestures import MarksGestures
    from editor.ui.difference.revision_gestures import RevisionGestures
    from editor.ui.files.file_gestures import FileGestures
    from editor.ui.files.opening_gestures import OpeningGestures
    from editor.ui.finding.finding_gestures import FindingGestures
    from editor.ui.finding.words_gestures import WordsGestures
    from editor.ui.guide.help_gestures import HelpGestures
    from editor.ui.main_window import MainWindow
    from editor.ui.menus import Spec
    from editor.ui.notice.notice_gestures import NoticeGestures
    from editor.ui.outline.gestures import Gestures
    from editor.ui.outline.issue_gestures import IssueGestures
    from editor.ui.outline.link_gestures import LinkGestures
    from editor.ui.outline.outline_gestures import OutlineGestures
    from editor.ui.readings.reading_gestures import ReadingGestures
    from editor.ui.windows import WindowGestures


class Groups:
    """One window's gestures; a property's name is what the menus call the `owner` of an action."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    def do(self, spec: Spec) -> None:
        """Do the action, in sight."""
        self.arrangement.bring_forward(spec)
        getattr(getattr(self, spec.owner), spec.name)()

    @property
    def files(self) -> FileGestures:
        """Saving, exporting, printing."""
        return self.window.files

    @cached_property
    def opening(self) -> OpeningGestures:
        """Opening files, and taking in what is in them."""
        from editor.ui.files.opening_gestures import OpeningGestures

        return OpeningGestures(self.window)

    @cached_property
    def windows(self) -> WindowGestures:
        """One more window, and the end of all."""
        from editor.ui.windows import WindowGestures

        return WindowGestures(self.window)

    @cached_property
    def readings(self) -> ReadingGestures:
        """What was recognised in files, put right."""
        from editor.ui.readings.reading_gestures import ReadingGestures

        return ReadingGestures(self.window)

    @cached_property
    def gestures(self) -> Gestures:
        """What changes the project's measures, or leads through them."""
        from editor.ui.outline.gestures import Gestures

        return Gestures(self.window.document, self.window.workbench, self.window)

    @cached_property
    def links(self) -> LinkGestures:
        """Which superior measures a local one comes from."""
        from editor.ui.outline.link_gestures import LinkGestures

        return LinkGestures(self.window.document, self.window.workbench)

    @cached_property
    def arrangement(self) -> Arrangement:
        """The places of the panes."""
        from editor.ui.arranging import Arrangement

        return Arrangement(self.window)

    @property
    def differences(self) -> DifferenceGestures:
        """What is done with the difference chosen."""
        return self.window.workbench.differences

    @cached_property
    def marks(self) -> MarksGestures:
        """All reviewers' marks at once."""
        from editor.ui.difference.marks_gestures import MarksGestures

        return MarksGestures(self.window)

    @cached_property
    def revisions(self) -> RevisionGestures:
        """Editions of superior plans and versions of the draft."""
        from editor.ui.difference.revision_gestures import RevisionGestures

        return RevisionGestures(self.window)

    @cached_property
    def finding(self) -> FindingGestures:
        """Words in the whole plan, found and replaced."""
        from editor.ui.finding.finding_gestures import FindingGestures

        return FindingGestures(self.window)

    @cached_property
    def words(self) -> WordsGestures:
        """Words suggested from earlier drafts."""
        from editor.ui.finding.words_gestures import WordsGestures

        return WordsGestures(self.window)

    @cached_property
    def outline(self) -> OutlineGestures:
        """What the outline of the local plan shows, and changes of many measures at once."""
        from editor.ui.outline.outline_gestures import OutlineGestures

        return OutlineGestures(self.window)

    @cached_property
    def rosters(self) -> RosterGestures:
        """The units of the roster."""
        from editor.ui.assigning.roster_gestures import RosterGestures

        return RosterGestures(self.window)

    @cached_property
    def issues(self) -> IssueGestures:
        """Findings and doubts."""
        from editor.ui.outline.issue_gestures import IssueGestures

        return IssueGestures(self.window.document, self.window.workbench, self.window)

    @cached_property
    def help(self) -> HelpGestures:
        """The guide, the walk through the example, what this is."""
        from editor.ui.guide.help_gestures import HelpGestures

        return HelpGestures(self.window)

    @cached_property
    def notices(self) -> NoticeGestures:
        """What stands around the notice: localities, its template, the settings."""
        from editor.ui.notice.notice_gestures import NoticeGestures

        return NoticeGestures(self.window)
