"""The command line: thin verbs over jobs.py; every one has --json and says failures in one sentence."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Literal

import click

from editor import __version__, contract, jobs, listing
from editor.demo import demonstrate
from editor.errors import EditorError
from editor.wording import _, preferred_language, use_language

FINDINGS = 1
FAILED = 2
_PATH = click.Path(path_type=Path)


class _WindowByDefault(click.Group):
    """A group of verbs that opens the window on a file when the first word is no verb."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.commands:
            return "window", self.commands["window"], args
        return super().resolve_command(ctx, args)


def command_line(words: Sequence[str]) -> int:
    """Run the program with these words; gives back the exit code 0 (done), 1 (findings) or 2 (could not)."""
    use_language(preferred_language())
    try:
        return int(program.main(list(words), prog_name="chengqi", standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
    except click.Abort:
        click.echo(_("Interrupted."), err=True)
    except EditorError as error:
        click.echo(str(error), err=True)
    return FAILED


@click.group(cls=_WindowByDefault, invoke_without_command=True)
@click.version_option(__version__, prog_name="chengqi")
@click.pass_context
def program(context: click.Context) -> int:
    """Draft a county's implementation plan from the superior one; without a verb the window opens."""
    return open_window(None) if context.invoked_subcommand is None else 0


@program.command(hidden=True)
@click.argument("file", type=_PATH)
def window(file: Path) -> int:
    """Open the window on a project, or on a plan as a new draft's parent."""
    return open_window(file)


def open_window(file: Path | None) -> int:
    """Open the window on a file or empty; gives back the exit code when it is closed."""
    from editor.ui import run_window  # Qt is loaded for the window alone

    return run_window(file)


def _verb(function: Callable[..., Any]) -> click.Command:
    """The function as a verb of its own name, with --json."""
    with_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")(function)
    return program.command(function.__name__)(with_json)


def _say(as_json: bool, form: dict[str, Any], lines: Iterable[str]) -> None:
    """Print the JSON object, or the lines for people."""
    if as_json:
        click.echo(contract.encode(form), nl=False)
    else:
        click.echo("\n".join(lines))


@_verb
@click.argument("file", type=_PATH)
def outline(file: Path, as_json: bool) -> None:
    """What was recognised in one plan."""
    reading = jobs.read_plan(file)
    _say(as_json, contract.outline_form(reading), listing.outline_lines(reading))


@_verb
@click.argument("parent", type=_PATH)
@click.argument("local", type=_PATH)
def compare(parent: Path, local: Path, as_json: bool) -> None:
    """Align two plans and show what became of every measure, sentence and figure."""
    comparison = jobs.compare([parent], local)
    _say(as_json, contract.comparison_form(comparison), listing.comparison_lines(comparison))


@_verb
@click.argument("parents", nargs=-1, required=True, type=_PATH)
@click.option("-o", "--output", required=True, type=_PATH, help="The project file to write.")
@click.option("--locality", type=_PATH, help="The county's profile (.toml).")
@click.option("--local", type=_PATH, help="An existing local plan to take in and align.")
@click.option("--adopt", type=click.Choice(["all", "none"]), default="none", show_default=True)
def draft(
    parents: tuple[Path, ...],
    output: Path,
    locality: Path | None,
    local: Path | None,
    adopt: Literal["all", "none"],
    as_json: bool,
) -> None:
    """Begin a project from superior plans."""
    project = jobs.draft(parents, locality=locality, local=local, adopt=adopt, today=date.today())
    jobs.save_project(project, output)
    undecided = jobs.coverage(project).undecided
    _say(as_json, contract.info_form(project, undecided), listing.info_lines(project, undecided))


@_verb
@click.argument("project", type=_PATH)
def info(project: Path, as_json: bool) -> None:
    """Title, parents and counts of a project."""
    found = jobs.load_project(project)
    undecided = jobs.coverage(found).undecided
    _say(as_json, contract.info_form(found, undecided), listing.info_lines(found, undecided))


@_verb
@click.argument("project", type=_PATH)
def coverage(project: Path, as_json: bool) -> None:
    """Every parent measure and sentence, its disposition and reason."""
    found = jobs.coverage(jobs.load_project(project))
    _say(as_json, contract.coverage_form(found), listing.coverage_lines(found))


@_verb
@click.argument("file", type=_PATH)
@click.option("--parent", "parents", multiple=True, type=_PATH, help="A superior plan to hold it against.")
def check(file: Path, parents: tuple[Path, ...], as_json: bool) -> int:
    """Rules over a project, a plan or a finished notice."""
    issues, plans = jobs.check(file, parents, today=date.today())
    lines = listing.issue_lines(issues, plans) if issues else [_("No findings.")]
    _say(as_json, contract.issues_form(issues), lines)
    return FINDINGS if jobs.has_errors(issues) else 0


@_verb
@click.argument("project", type=_PATH)
@click.option("-o", "--output", required=True, type=_PATH, help="The notice to write (.docx).")
@click.option("--layout", type=click.Choice(["A", "B"]), default="A", show_default=True)
@click.option("--ledger", type=_PATH, help="The assignment table to write (.xlsx).")
def export(
    project: Path, output: Path, layout: Literal["A", "B"], ledger: Path | None, as_json: bool
) -> None:
    """Write the notice and what goes with it."""
    exported = jobs.export(jobs.load_project(project), output, layout=layout, ledger=ledger)
    _say(as_json, contract.export_form(exported), listing.export_lines(exported))


@_verb
@click.argument("project", type=_PATH)
@click.argument("new_parent", type=_PATH)
@click.option("-o", "--output", type=_PATH, help="The project file to write; without it nothing is written.")
def rebase(project: Path, new_parent: Path, output: Path | None, as_json: bool) -> None:
    """A superior plan's new edition: what is to review, with proposals."""
    rebased = jobs.rebase(jobs.load_project(project), new_parent)
    if output:
        jobs.save_project(rebased.project, output)
    _say(as_json, contract.rebase_form(rebased), listing.rebase_lines(rebased))


@_verb
@click.option("-o", "--output", type=_PATH, help="The folder to write to; chengqi-demo where none is named.")
def demo(output: Path | None, as_json: bool) -> None:
    """The whole job on the made-up example: draft, adapt, assign, compare, check, export."""
    shown = demonstrate(output or Path("chengqi-demo"), date.today())
    _say(as_json, contract.demo_form(shown), listing.demo_lines(shown))
