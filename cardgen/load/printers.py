"""Reads what a person has measured of their printers."""

from pathlib import Path

from cardgen.errors import InvalidDataError, Problem
from cardgen.load.files import read_record
from cardgen.model.printer import PrinterProfile
from cardgen.words import suggestion


def find_printer(name: str, folder: Path) -> PrinterProfile:
    """Return the printer of this name, saved in `folder`.

    Raises InvalidDataError when there is none, or when its file has been spoilt.
    """
    known = sorted(path.stem for path in folder.glob("*.yaml"))
    if name not in known:
        message = f"there is no printer '{name}'"
        remedy = suggestion(name, known) or "Make one with: cardgen calibrate"
        raise InvalidDataError([Problem("", 0, 0, "--printer", message, remedy)])
    return read_record(folder / f"{name}.yaml", PrinterProfile).value
