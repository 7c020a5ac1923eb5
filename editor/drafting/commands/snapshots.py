"""Commands about named snapshots of the draft: 初稿, 征求意见稿, 送审稿, 印发稿."""

from typing import ClassVar

from msgspec.structs import replace

from editor.drafting.commands.adopting import undecide
from editor.drafting.commands.base import Command
from editor.errors import CommandProblem
from editor.plan.project import Project, Snapshot
from editor.wording import N_, _


class TakeSnapshot(Command, frozen=True):
    """Keeps the local plan and the notice as they are now under a name; `date` is an ISO 8601 day."""

    name: ClassVar[str] = N_("Take a snapshot")
    title: str
    date: str

    def change(self, project: Project) -> Project:
        """The project with the snapshot, the last of all; CommandProblem where the name is empty or in use."""
        title = self.title.strip()
        if not title or any(snapshot.name == title for snapshot in project.snapshots):
            raise CommandProblem(_("A snapshot needs a name that no other has; choose another one."))
        taken = Snapshot(name=title, date=self.date, plan=project.local, notice=project.notice)
        return replace(project, snapshots=(*project.snapshots, taken))


class RemoveSnapshot(Command, frozen=True):
    """Removes a snapshot; the draft stays as it is."""

    name: ClassVar[str] = N_("Remove a snapshot")
    title: str

    def change(self, project: Project) -> Project:
        """The project without the snapshot; CommandProblem where there is none of this name."""
        gone = find_snapshot(project, self.title)
        return replace(project, snapshots=tuple(s for s in project.snapshots if s is not gone))


class RestoreSnapshot(Command, frozen=True):
    """Makes the local plan and the notice again what they were in a snapshot; the snapshots all stay.

    What has been refused since and is in the plan again is refused no longer.
    """

    name: ClassVar[str] = N_("Go back to a snapshot")
    title: str

    def change(self, project: Project) -> Project:
        """The project as drafted then; CommandProblem where there is no snapshot of this name."""
        snapshot = find_snapshot(project, self.title)
        restored = replace(project, local=snapshot.plan, notice=snapshot.notice)
        for measure in snapshot.plan.measures:
            for origin in measure.origins:
                restored = undecide(restored, origin.parent, set(origin.measures))
        return restored


class RestoreFile(Command, frozen=True):
    """Makes the project what an earlier file of it held; undo brings back what was there before."""

    name: ClassVar[str] = N_("Go back to an earlier file")
    earlier: Project

    def change(self, project: Project) -> Project:
        """The earlier project; ids that were used since are not used again."""
        return replace(self.earlier, next_id=max(project.next_id, self.earlier.next_id))


def find_snapshot(project: Project, name: str) -> Snapshot:
    """The snapshot of this name; CommandProblem where there is none."""
    for snapshot in project.snapshots:
        if snapshot.name == name:
            return snapshot
    names = "、".join(snapshot.name for snapshot in project.snapshots)
    message = _("There is no snapshot called “{name}”; there are: {names}.")
    raise CommandProblem(message.format(name=name, names=names or "–"))
