"""Requests to files: reads the definitions, renders, and writes whole or not at all."""

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from cardgen.api import render
from cardgen.delivery import BuildResult, deliver
from cardgen.documents import programme
from cardgen.documents.check import check_kind
from cardgen.documents.programme import Programme
from cardgen.documents.request import Request
from cardgen.documents.settled import with_settings
from cardgen.errors import InvalidDataError
from cardgen.library import brought, read
from cardgen.library.settings import find_settings
from cardgen.library.validate import checked
from cardgen.library.yaml_tree import parse
from cardgen.memo import kept
from cardgen.model.letterhead import Letterhead
from cardgen.model.library import Library, Record
from cardgen.model.printer import PrinterProfile
from cardgen.model.rendered import Rendered
from cardgen.model.settings import SettingsSources
from cardgen.model.style import CitationStyle
from cardgen.overwrite import Replace
from cardgen.paths import roots
from cardgen.typography.printable import refusal
from cardgen.write import write_whole

if TYPE_CHECKING:  # importing a kind of document imports all that makes it
    from cardgen.documents.booklet import BookletRequest
    from cardgen.documents.cards import CardsRequest
    from cardgen.documents.handout_request import HandoutRequest


def open_library(folder: Path) -> Library:
    """Return the definitions that a person in `folder` can use: their own, and the built-in ones.

    What is wrong with the others is in `Library.problems`, and stops only who asks for them.
    """
    return read.read_library(roots(folder), refusal)


def known_library(folder: Path) -> Library:
    """Return the same, for a process that goes on: what it had before where nothing has changed.

    So what was kept of it is found by looking, and without comparing each definition.
    """
    return _first_read(open_library(folder))


@kept(4)
def _first_read(library: Library) -> Library:
    """Return the first that was read of those that are equal."""
    return library


def read_library(folder: Path) -> Library:
    """Return all definitions that a person in `folder` has: their own, and the built-in ones.

    Raises InvalidDataError with every problem in them.
    """
    library = known_library(Path(folder))
    if library.problems:
        raise InvalidDataError(library.problems)
    return library


def load_letterhead(path: Path, folder: Path = Path()) -> Record[Letterhead]:
    """Return the letterhead in a clinic file; `folder` may hold countries of a person's own.

    Raises InvalidDataError.
    """
    return brought.load_letterhead(Path(path), open_library(Path(folder)), refusal)


def load_programme(path: Path) -> Record[Programme]:
    """Return the programme in a file, for the field `programme` of a request.

    What it names in a library is looked for when it is rendered. Raises InvalidDataError with
    every problem, by its line.
    """
    return programme.load_programme(Path(path), refusal)


def load_style(path: Path) -> CitationStyle:
    """Return the style in a CSL file, or the parent of a dependent one that lies beside it.

    Raises InvalidDataError when it cannot be read.
    """
    # Late: most documents bring no style.
    from cardgen.bibliography.style_file import load_style as load  # noqa: PLC0415

    return load(Path(path))


def settled(
    request: Request, library: Library, sources: SettingsSources, printers: Path | None = None
) -> Request:
    """Return a request with what a person has settled for all their work, where it leaves it open.

    `printers` is the folder of printers that they have measured, if these count. Raises
    InvalidDataError.
    """
    return with_settings(request, find_settings(sources), library, printers)


def build(
    request: Request,
    output: Path,
    folder: Path,
    library: Library | None = None,
    replace: Replace = "always",
) -> BuildResult:
    """Write the document that `request` asks for to the file `output`.

    `folder` may hold a person's own definitions; `library` has them where they were read before.
    Fronts and backs go into two files where that is asked for. `replace` says what happens to a
    file that is there. Raises CardgenError; nothing is written then.
    """
    library = library or known_library(Path(folder))
    rendered = render(settled(request, library, SettingsSources((Path(folder),))), library)
    return deliver(with_problems(rendered, library), Path(output), replace)


def with_problems(rendered: Rendered, library: Library) -> Rendered:
    """Return a document whose warnings tell what is wrong in its library, too."""
    warnings = tuple(dict.fromkeys((*rendered.warnings, *library.problems)))
    return dataclasses.replace(rendered, warnings=warnings)


def build_handout(request: "HandoutRequest", output: Path, folder: Path) -> BuildResult:
    """Write the handout that `request` asks for; `folder` may hold a person's own definitions.

    Raises CardgenError; nothing is written then.
    """
    check_kind(request, "handout")
    return build(request, output, folder)


def build_cards(request: "CardsRequest", output: Path, folder: Path) -> BuildResult:
    """Write the cards that `request` asks for; `folder` may hold a person's own definitions.

    Fronts and backs go into two files where that is asked for. Raises CardgenError; nothing is
    written then.
    """
    check_kind(request, "cards")
    return build(request, output, folder)


def build_booklet(request: "BookletRequest", output: Path, folder: Path) -> BuildResult:
    """Write the booklet that `request` asks for; `folder` may hold a person's own definitions.

    Raises CardgenError; nothing is written then.
    """
    check_kind(request, "booklet")
    return build(request, output, folder)


def save_printer(name: str, readings: Mapping[str, str], folder: Path) -> Path:
    """Save what was read on a calibration page under a name, and return the file.

    Raises InvalidDataError when a reading is not one, CannotWriteError when it cannot be saved.
    """
    text = yaml.safe_dump(dict(readings), sort_keys=False)
    checked(parse("", text.encode()), PrinterProfile)
    path = folder / f"{name}.yaml"
    write_whole(path, text.encode())
    return path
