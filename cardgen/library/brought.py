"""Reads what a person brings along: a letterhead, a citation style, a printer's readings."""

from dataclasses import replace
from pathlib import Path

from cardgen.errors import InvalidDataError
from cardgen.library.files import (
    MOST_BYTES,
    TOO_LARGE,
    bounded,
    digest_of,
    read_bytes,
    read_record,
    record_of,
    shown_path,
)
from cardgen.model.base import Refusal
from cardgen.model.letterhead import Letterhead
from cardgen.model.library import Library, Record
from cardgen.model.origin import requested
from cardgen.model.printer import PrinterProfile
from cardgen.model.style import OTHER_STYLE, CitationStyle
from cardgen.words import suggestion


def load_letterhead(
    path: Path, library: Library, refusal: Refusal | None = None
) -> Record[Letterhead]:
    """Return the letterhead in a clinic file; `refusal` tells what of it cannot be printed.

    Its `root` is the folder of the file, from which the path of its logo counts. Raises
    InvalidDataError, also for a country that `library` has no words of.
    """
    return letterhead_of(path, read_bytes(path.resolve()), library, refusal)


def letterhead_of(
    path: Path, content: bytes, library: Library, refusal: Refusal | None = None
) -> Record[Letterhead]:
    """Return the letterhead of a clinic file with this content, as `load_letterhead` does."""
    record = record_of(path.resolve(), content, Letterhead, refusal)
    country = record.value.country
    if country and country not in library.countries:
        message = f"there are no emergency numbers for '{country}'"
        remedy = suggestion(country, list(library.countries))
        raise InvalidDataError([record.origin("country").problem(message, remedy)])
    folder, logo = path.resolve().parent, record.value.logo
    return replace(record, root=folder, pictures=digest_of([folder / logo] if logo else []))


def load_style(path: Path) -> CitationStyle:
    """Return the CSL style in a file; what it says is looked at when it is used.

    Raises InvalidDataError when it cannot be read.
    """
    name = shown_path(path.resolve())
    try:
        content = bounded(path)
        if len(content) <= MOST_BYTES:
            return CitationStyle(name, content)
        reason = TOO_LARGE
    except FileNotFoundError:
        reason = "there is no such file"
    except OSError as error:
        reason = f"cannot read the file: {error.strerror or type(error).__name__}"
    place = requested("csl")._replace(file=name)
    raise InvalidDataError([place.problem(reason, OTHER_STYLE)])


def find_printer(name: str, folder: Path) -> PrinterProfile:
    """Return the printer of this name, saved in `folder`.

    Raises InvalidDataError when there is none, or when its file has been spoilt.
    """
    known = sorted(path.stem for path in folder.glob("*.yaml"))
    if name not in known:
        message = f"there is no printer '{name}'"
        remedy = suggestion(name, known) or "Make one with: cardgen calibrate"
        raise InvalidDataError([requested("printer").problem(message, remedy)])
    return read_record(folder / f"{name}.yaml", PrinterProfile).value
