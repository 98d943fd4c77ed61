"""Where a command works: with whose definitions, and with which settings."""

import os
from collections.abc import Callable, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from cardgen.cli.choices import Choices
from cardgen.cli.options import printers_folder
from cardgen.cli.report import report_warnings
from cardgen.kinds import KINDS, ORIGINAL
from cardgen.paths import CACHE_VARIABLE, PREFIX, SETTINGS, data_ids

if TYPE_CHECKING:
    from cardgen.documents.request import Request
    from cardgen.library.settings import FoundSettings
    from cardgen.model.library import Library
    from cardgen.model.settings import SettingsSources

F = TypeVar("F", bound=Callable[..., Any])
LIBRARY = "--library"
_FOLDER = "cardgen.library"
"""Where a context has the folder that --library names."""
USUAL_OUTPUT = Path("out")


def library_option() -> click.Option:
    """Return the option --library; `note_library` looks for it before ids are offered."""
    return click.Option(
        [LIBRARY],
        type=click.Path(exists=True, file_okay=False),
        metavar="DIR",
        expose_value=False,
        help="The folder of your definitions.  [default: the one that you are in]",
    )


def note_library(context: click.Context, arguments: Sequence[str]) -> None:
    """Keep the folder that a command line names by --library."""
    for word, following in zip_longest(arguments, arguments[1:], fillvalue=""):
        if word == LIBRARY and following:
            context.meta[_FOLDER] = Path(following)
        elif word.startswith(f"{LIBRARY}="):
            context.meta[_FOLDER] = Path(word.partition("=")[2])


def warn_of_place() -> None:
    """Warn of variables that look like settings and are none, and of a folder of no definitions."""
    if named := environment():
        from cardgen.library.settings import unknown_variables

        report_warnings(unknown_variables(named))
    folder: Path | None = click.get_current_context().meta.get(_FOLDER)
    if folder is not None and folder.is_dir() and not _holds_definitions(folder):
        told = "there are no definitions in it. Name the folder that holds stretches/ or routines/"
        report_warnings([f"{LIBRARY} {folder}: {told}"])


def _holds_definitions(folder: Path) -> bool:
    names = {kind.folder.partition("/")[0] for kind in KINDS.values()} - {""}
    return any((folder / name).is_dir() for name in names)


def library_folder() -> Path:
    """Return the folder of a person's own definitions: that of --library, or of a setting.

    Without either, it is the folder that one works in. Raises InvalidDataError for settings that
    cannot be read, or that name no folder.
    """
    context = click.get_current_context(silent=True)
    found: Path | None = context.meta.get(_FOLDER) if context else None
    if found is None and _is_settled():
        found = _settled_library()
    return (found or Path()).absolute()


def _is_settled() -> bool:
    """Tell whether there may be any settings: then they must be read, which takes a while."""
    files = (folder / SETTINGS for folder in (Path(), user_folder()))
    return bool(environment()) or any(map(os.path.isfile, files))


def _settled_library() -> Path | None:
    from cardgen.errors import InvalidDataError
    from cardgen.library.settings import find_settings

    found = find_settings(sources_for(Path()))
    path = found.path("library")
    if path is not None and not path.is_dir():
        message = f"there is no folder '{path}'"
        raise InvalidDataError([found.problem(("library",), message, "Name one, or leave it out")])
    return path


def user_folder() -> Path:
    """Return the folder of a person's own settings."""
    return Path(click.get_app_dir("cardgen"))


def environment() -> Mapping[str, str]:
    """Return the variables of the environment that are cardgen's."""
    return {
        name: text
        for name, text in os.environ.items()
        if name.startswith(PREFIX) and name != CACHE_VARIABLE
    }


def sources() -> "SettingsSources":
    """Return where settings are looked for: here, beside the definitions, and with the user."""
    return sources_for(library_folder())


def sources_for(library: Path) -> "SettingsSources":
    """Return where settings are looked for by who has definitions in the folder `library`."""
    from cardgen.model.settings import SettingsSources

    folders = dict.fromkeys((Path.cwd(), library.absolute(), user_folder()))
    return SettingsSources(tuple(folders), environment())


def settings() -> "FoundSettings":
    """Return the settings that hold. Raises InvalidDataError."""
    from cardgen.library.settings import find_settings

    return find_settings(sources())


def language_option() -> Callable[[F], F]:
    """Return the option --language of a command that shows definitions and prints none."""
    return click.option(
        "--language",
        type=Choices(data_ids("locales")),
        help="The language to show them in.  [default: that of cardgen.yaml, or en]",
    )


def language_of(typed: str | None) -> str:
    """Return the language that was typed, or else the one of the settings."""
    if typed is None and _is_settled():
        found = settings().value.language
        typed = found if found in data_ids("locales") else None
    return typed or ORIGINAL


def settled(request: "Request", library: "Library") -> Any:
    """Return a request with the settings that hold, where it leaves them open."""
    from cardgen.files import settled as with_settings

    return with_settings(request, library, sources(), printers_folder())


def output_folder() -> Path:
    """Return the folder that documents go to where no file is named."""
    if not _is_settled() and library_folder() == Path.cwd():
        return USUAL_OUTPUT
    return settings().path("output") or USUAL_OUTPUT


def settings_said() -> str | None:
    """Return all that settings say, to know by it what was made.

    None where that is not all: a letterhead and a printer stand in files of their own.
    """
    if not _is_settled() and library_folder() == Path.cwd():
        return ""
    found = settings()
    if found.layer("clinic") or found.layer("printer"):
        return None
    return found.value.model_dump_json()
