"""The office's own templates of the notice: folders in the user's configuration folder, known by their names."""

import shutil
from pathlib import Path

from editor.errors import FileProblem, SaveProblem
from editor.files import make_folder
from editor.paths import templates, user_folder
from editor.wording import _

_SETTINGS = "notice.toml"


def own_templates() -> tuple[str, ...]:
    """The names of the templates on this machine, without the program's own."""
    return tuple(sorted(path.parent.name for path in _home().glob(f"*/{_SETTINGS}")))


def template_place(name: str) -> Path:
    """Where a template of this name lies or will lie; the program's own for the empty name."""
    return _home() / name if name else templates() / "notice"


def template_folder(name: str) -> Path | None:
    """The folder of the template of this name, None for the program's own; FileProblem where it isn't there."""
    if not name:
        return None
    if name not in own_templates():
        message = _(
            "The template “{name}” is not on this machine; choose another under Template, or copy it here."
        )
        raise FileProblem(message.format(name=name))
    return template_place(name)


def copy_template(source: str, name: str) -> Path:
    """A new template of this name, made as a copy; SaveProblem where there is one, or it can't be written."""
    check_template_name(name)
    target = template_place(name)
    try:
        make_folder(target.parent)
        shutil.copytree(template_place(source), target)
    except OSError as error:
        message = _("The template “{name}” can't be made ({reason}).")
        raise SaveProblem(message.format(name=name, reason=error.strerror or str(error))) from error
    return target


def check_template_name(name: str) -> None:
    """SaveProblem where a new template can't have this name."""
    if not name or name != name.strip(" .") or any(sign in '\\/:*?"<>|' or sign < " " for sign in name):
        raise SaveProblem(_("“{name}” can't be a folder's name; choose another.").format(name=name))
    if template_place(name).exists():
        raise SaveProblem(_("There is a template “{name}” already; choose another name.").format(name=name))


def remove_template(name: str) -> None:
    """Delete an own template with its folder; SaveProblem where that can't be done."""
    if name not in own_templates():
        return
    try:
        shutil.rmtree(template_place(name))
    except OSError as error:
        message = _("The template “{name}” can't be deleted ({reason}).")
        raise SaveProblem(message.format(name=name, reason=error.strerror or str(error))) from error


def _home() -> Path:
    return user_folder() / "templates"
