"""The whole: load → choose → layout → render → write. Nothing else sees more than one stage."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cardgen.errors import InvalidDataError, Problem
from cardgen.load.data import load_countries
from cardgen.load.files import read_record
from cardgen.load.glyphs import checked_text
from cardgen.load.settings import read_settings
from cardgen.model.dose import DoseChange
from cardgen.model.letterhead import Letterhead
from cardgen.model.library import Library, Record
from cardgen.model.request import BookletRequest, CardsRequest, HandoutRequest
from cardgen.printer import Printer
from cardgen.render.fonts import glyphs
from cardgen.write import write_whole

SIDES = ("fronts", "backs")
"""What the names of two files end in."""


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was written, and what is in it, in words."""

    path: Path
    facts: tuple[str, ...]
    warnings: tuple[Problem, ...] = ()
    others: tuple[Path, ...] = ()
    """What was written beside it."""


def load_letterhead(path: Path) -> Record[Letterhead]:
    """Return the letterhead in a clinic file. Raises InvalidDataError."""
    record = read_record(path.resolve(), Letterhead, glyphs())
    countries = list(load_countries())
    if record.value.country not in countries:
        message = f"there are no emergency numbers for '{record.value.country}'"
        remedy = f"There is: {', '.join(countries)}"
        raise InvalidDataError([record.origin("country").problem(message, remedy)])
    return replace(record, root=path.resolve().parent)


def read_library(folder: Path) -> Library:
    """Return all definitions that a person in `folder` has: their own, and the built-in ones.

    Raises InvalidDataError with every problem in them.
    """
    return Printer(folder).library


def personal_text(text: str | None, option: str) -> str | None:
    """Return the text of an option made fit to print, or None where it was not given.

    Raises InvalidDataError when it cannot be printed.
    """
    return None if text is None else checked_text(text, option, glyphs())


def dose_changes(settings: Sequence[str]) -> tuple[tuple[str, DoseChange], ...]:
    """Return what settings such as "figure-four.dose.hold=20" change. Raises InvalidDataError."""
    return read_settings(settings, glyphs())


def build_handout(request: HandoutRequest, output: Path, folder: Path) -> Made:
    """Write the handout that `request` asks for; `folder` may hold a person's own definitions.

    Raises CardgenError; nothing is written then.
    """
    printed = Printer(folder).handout(request)
    write_whole(output, printed.content)
    return Made(output, printed.facts, printed.warnings)


def build_cards(request: CardsRequest, output: Path, folder: Path) -> Made:
    """Write the cards that `request` asks for; `folder` may hold a person's own definitions.

    Fronts and backs go into two files where that is asked for. Raises CardgenError; nothing is
    written then.
    """
    printed = Printer(folder).deck(request)
    paths = [output] if len(printed) == 1 else [_side(output, side) for side in SIDES]
    for path, one in zip(paths, printed, strict=True):
        write_whole(path, one.content)
    return Made(paths[0], printed[0].facts, others=tuple(paths[1:]))


def _side(output: Path, side: str) -> Path:
    return output.with_name(f"{output.stem}-{side}{output.suffix}")


def build_booklet(request: BookletRequest, output: Path, folder: Path) -> Made:
    """Write the booklet that `request` asks for; `folder` may hold a person's own definitions.

    Raises CardgenError; nothing is written then.
    """
    printed = Printer(folder).booklet(request)
    write_whole(output, printed.content)
    return Made(output, printed.facts)
