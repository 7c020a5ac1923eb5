"""The steps of drafting: small values that turn one project into the next."""

from editor.drafting.commands.adopting import (
    Adopt,
    AdoptAll,
    AdoptInto,
    Decline,
    Reconsider,
    Review,
    TakeWording,
)
from editor.drafting.commands.assigning import SetDeadlineYear, TakeUnits
from editor.drafting.commands.base import Command, Many, Renumber, Typing
from editor.drafting.commands.details import SetDetail, SetForm, SetLocality, SetNotice, SetTitleLines
from editor.drafting.commands.dismissing import Dismiss, TakeUp
from editor.drafting.commands.editing import SetHeading, SetNote, SetSectionHeading, SetState, SetText
from editor.drafting.commands.joining import AddParents, Prepared, Retake, TakeIn, prepare
from editor.drafting.commands.linking import Link, LinkMore, Unlink
from editor.drafting.commands.many import ChangeMeasures, SortUnits
from editor.drafting.commands.marking import MarkDifference, Unmark
from editor.drafting.commands.renaming import CallUnits, MergeUnits, RenameUnit
from editor.drafting.commands.replacing import Replace
from editor.drafting.commands.revising import ReplaceParent, TakeEdition, TakeRevision
from editor.drafting.commands.snapshots import RemoveSnapshot, RestoreFile, RestoreSnapshot, TakeSnapshot
from editor.drafting.commands.structure import (
    AddMeasure,
    AddSection,
    Dissolve,
    Merge,
    Move,
    Remove,
    SetRunningLevels,
    Split,
)
from editor.drafting.commands.taking import SetWording, TakeDifference, TakeSentence, UndoInsertion
from editor.drafting.commands.units import AddAlias, AddUnit, AssignUnit, SetDeadline, SetRoster, SetUnits

__all__ = [
    "AddAlias",
    "AddMeasure",
    "AddParents",
    "AddSection",
    "AddUnit",
    "Adopt",
    "AdoptAll",
    "AdoptInto",
    "AssignUnit",
    "CallUnits",
    "ChangeMeasures",
    "Command",
    "Decline",
    "Dismiss",
    "Dissolve",
    "Link",
    "LinkMore",
    "Many",
    "MarkDifference",
    "Merge",
    "MergeUnits",
    "Move",
    "Prepared",
    "Reconsider",
    "Remove",
    "RemoveSnapshot",
    "RenameUnit",
    "Renumber",
    "Replace",
    "ReplaceParent",
    "RestoreFile",
    "RestoreSnapshot",
    "Retake",
    "Review",
    "SetDeadline",
    "SetDeadlineYear",
    "SetDetail",
    "SetForm",
    "SetHeading",
    "SetLocality",
    "SetNote",
    "SetNotice",
    "SetRoster",
    "SetRunningLevels",
    "SetSectionHeading",
    "SetState",
    "SetText",
    "SetTitleLines",
    "SetUnits",
    "SetWording",
    "SortUnits",
    "Split",
    "TakeDifference",
    "TakeEdition",
    "TakeIn",
    "TakeRevision",
    "TakeSentence",
    "TakeSnapshot",
    "TakeUnits",
    "TakeUp",
    "TakeWording",
    "Typing",
    "UndoInsertion",
    "Unlink",
    "Unmark",
    "prepare",
]
