"""The command line: thin verbs over jobs.py; every one has --json and says failures in one sentence.

The help speaks the language that is in use when this module is loaded.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Literal

import click

from editor import __version__, contract, jobs, listing
from editor.demo import demonstrate
from editor.errors import EditorError
from editor.wording import _
from editor.writing import AUTHOR

FINDINGS = 1
FAILED = 2
_PATH = click.Path(path_type=Path)


def command_line(words: Sequence[str]) -> int:
    """Do what these words say; gives back the exit code 0 (done), 1 (findings) or 2 (could not)."""
    try:
        return int(program.main(list(words), prog_name="chengqi", standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
    except click.Abort:
        click.echo(_("Interrupted."), err=True)
    except EditorError as error:
        click.echo(str(error), err=True)
    return FAILED


@click.group(
    help=_(
        "Draft a county's implementation plan from the superior one. Without a verb, or with a file alone,"
        " the window opens."
    )
)
@click.version_option(__version__, prog_name="chengqi")
def program() -> None:
    """The group that all verbs belong to."""


def _verb(help: str) -> Callable[[Callable[..., Any]], click.Command]:
    """Makes a function a verb of its own name, with this help and --json."""

    def make(function: Callable[..., Any]) -> click.Command:
        with_json = click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
        return program.command(function.__name__.strip("_"), help=help)(with_json(function))

    return make


def _say(as_json: bool, form: dict[str, Any], lines: Iterable[str]) -> None:
    """Print the JSON object, or the lines for people."""
    if as_json:
        click.echo(contract.encode(form), nl=False)
    else:
        click.echo("\n".join(lines))


@_verb(_("What was recognised in one plan."))
@click.argument("file", type=_PATH)
def _outline(file: Path, as_json: bool) -> None:
    reading = jobs.read_plan(file)
    _say(as_json, contract.outline_form(reading), listing.outline_lines(reading))


@_verb(_("Align two plans and show what became of every measure, sentence and figure."))
@click.argument("parent", type=_PATH)
@click.argument("local", type=_PATH)
@click.option("--redline", type=_PATH, help=_("The plan to write with tracked changes (.docx)."))
@click.option("--table", type=_PATH, help=_("The comparison table to write (.docx or .xlsx)."))
def _compare(parent: Path, local: Path, as_json: bool, **others: Path | None) -> None:
    comparison = jobs.compare([parent], local)
    files = jobs.export_comparison(parent, local, today=date.today(), **others)
    form = contract.comparison_form(comparison) | (contract.export_form(files) if files else {})
    _say(as_json, form, (*listing.comparison_lines(comparison), *listing.export_lines(files)))


@_verb(_("Begin a project from superior plans."))
@click.argument("parents", nargs=-1, required=True, type=_PATH)
@click.option("-o", "--output", required=True, type=_PATH, help=_("The project file to write."))
@click.option("--locality", type=_PATH, help=_("The county's profile (.toml)."))
@click.option("--local", type=_PATH, help=_("An existing local plan to take in and align."))
@click.option("--adopt", type=click.Choice(["all", "none"]), default="none", show_default=True)
def _draft(
    parents: tuple[Path, ...],
    output: Path,
    locality: Path | None,
    local: Path | None,
    adopt: Literal["all", "none"],
    as_json: bool,
) -> None:
    project = jobs.draft(parents, locality=locality, local=local, adopt=adopt, today=date.today())
    jobs.save_project(project, output)
    undecided = jobs.coverage(project).undecided
    _say(as_json, contract.info_form(project, undecided), listing.info_lines(project, undecided))


@_verb(_("Title, parents and counts of a project."))
@click.argument("project", type=_PATH)
def _info(project: Path, as_json: bool) -> None:
    found = jobs.load_project(project)
    undecided = jobs.coverage(found).undecided
    _say(as_json, contract.info_form(found, undecided), listing.info_lines(found, undecided))


@_verb(_("Every parent measure and sentence, its disposition and reason."))
@click.argument("project", type=_PATH)
def _coverage(project: Path, as_json: bool) -> None:
    found = jobs.coverage(jobs.load_project(project))
    _say(as_json, contract.coverage_form(found), listing.coverage_lines(found))


@_verb(_("Rules over a project, a plan or a finished notice."))
@click.argument("file", type=_PATH)
@click.option("--parent", "parents", multiple=True, type=_PATH, help=_("A superior plan to hold it against."))
def _check(file: Path, parents: tuple[Path, ...], as_json: bool) -> int:
    issues, plans = jobs.check(file, parents, today=date.today())
    lines = listing.issue_lines(issues, plans) if issues else [_("No findings.")]
    _say(as_json, contract.issues_form(issues), lines)
    return FINDINGS if jobs.has_errors(issues) else 0


@_verb(_("Write the notice and what goes with it."))
@click.argument("project", type=_PATH)
@click.option("-o", "--output", required=True, type=_PATH, help=_("The notice to write (.docx)."))
@click.option("--layout", type=click.Choice(["A", "B"]), help=_("The layout, where not the project's own."))
@click.option("--ledger", type=_PATH, help=_("The assignment table to write (.xlsx or .docx)."))
@click.option("--table", type=_PATH, help=_("The comparison table to write (.docx or .xlsx)."))
@click.option("--redline", type=_PATH, help=_("The plan to write with tracked changes (.docx)."))
@click.option("--changes", type=_PATH, help=_("The list of what changed to write (.docx or .xlsx)."))
@click.option("--since", default="", help=_("The snapshot that redline and changes are held against."))
@click.option("--against", default="", help=_("The superior plan that the redline is held against."))
@click.option("--author", default=AUTHOR, show_default=True, help=_("Who made the redline's changes."))
@click.option("--per-unit", type=_PATH, help=_("The folder for one document per unit."))
@click.option("--website", type=_PATH, help=_("The clean text to write (.html or .txt)."))
@click.option("--pdf", type=_PATH, help=_("The notice to print, by an installed LibreOffice (.pdf)."))
def _export(
    project: Path,
    output: Path,
    layout: Literal["A", "B"] | None,
    since: str,
    against: str,
    author: str,
    as_json: bool,
    **others: Path | None,
) -> None:
    choices = jobs.Choices(today=date.today(), since=since, against=against, author=author)
    exported = jobs.export(jobs.load_project(project), output, layout=layout, choices=choices, **others)
    _say(as_json, contract.export_form(exported), listing.export_lines(exported))


@_verb(_("What changed since a snapshot of the draft."))
@click.argument("project", type=_PATH)
@click.option("--since", required=True, help=_("The snapshot to begin with."))
@click.option("--until", default=None, help=_("The later snapshot; without it the draft as it is."))
@click.option("-o", "--output", type=_PATH, help=_("The list to write (.docx or .xlsx)."))
def _changes(project: Path, since: str, until: str | None, output: Path | None, as_json: bool) -> None:
    found = jobs.load_project(project)
    old, new = jobs.versions(found, since, until, date.today())
    files = [jobs.export_changes(found, output, since, until, today=date.today())] if output else []
    form = contract.changes_form(old, new, jobs.changes_since(found, since, until))
    lines = (*listing.changes_lines(jobs.list_changes(found, old, new)), *listing.export_lines(files))
    _say(as_json, form | (contract.export_form(files) if files else {}), lines)


@_verb(_("What reviewers found of differences."))
@click.argument("project", type=_PATH)
@click.option("-o", "--output", type=_PATH, help=_("The list to write (.docx or .xlsx)."))
def _marks(project: Path, output: Path | None, as_json: bool) -> None:
    found = jobs.load_project(project)
    files = [jobs.export_marks(found, output)] if output else []
    form = contract.marks_form(found, jobs.marked(found))
    lines = (*listing.marks_lines(jobs.list_marks(found)), *listing.export_lines(files))
    _say(as_json, form | (contract.export_form(files) if files else {}), lines)


@_verb(_("A superior plan's new edition: what is to review, with proposals."))
@click.argument("project", type=_PATH)
@click.argument("new_parent", type=_PATH)
@click.option(
    "-o", "--output", type=_PATH, help=_("The project file to write; without it nothing is written.")
)
def _rebase(project: Path, new_parent: Path, output: Path | None, as_json: bool) -> None:
    rebased = jobs.rebase(jobs.load_project(project), new_parent)
    if output:
        jobs.save_project(rebased.project, output)
    _say(as_json, contract.rebase_form(rebased), listing.rebase_lines(rebased))


@_verb(_("The whole job on the made-up example: draft, adapt, assign, compare, check, export."))
@click.option(
    "-o", "--output", type=_PATH, help=_("The folder to write to; chengqi-demo where none is named.")
)
def _demo(output: Path | None, as_json: bool) -> None:
    shown = demonstrate(output or Path("chengqi-demo"), date.today())
    _say(as_json, contract.demo_form(shown), listing.demo_lines(shown))
