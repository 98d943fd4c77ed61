"""Reads rosters. A format is a module here that returns a Roster, and a line in `FORMATS`."""

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

from cardgen.errors import InvalidDataError, Problem
from cardgen.library.files import shown_path
from cardgen.library.rosters.source import Rename, Source, source_of
from cardgen.model.origin import requested
from cardgen.model.roster import Roster
from cardgen.model.roster_options import USUAL, ReadingOptions

FORMATS: Mapping[str, str] = {
    ".csv": "csv_text:read_csv",
    ".tsv": "csv_text:read_csv",
    ".txt": "csv_text:read_csv",
    ".xlsx": "xlsx:read_xlsx",
    ".xlsm": "xlsx:read_xlsx",
    ".ods": "ods:read_ods",
    ".yaml": "mappings:read_yaml",
    ".yml": "mappings:read_yaml",
    ".jsonl": "mappings:read_json_lines",
    ".ndjson": "mappings:read_json_lines",
}
"""By the ending of a file, what reads it: imported when there is such a file."""
SHEETS = (".xlsx", ".xlsm", ".ods")
"""The endings of files that have several sheets."""
_OTHERS = (".xls", ".xlsb", ".numbers", ".fods", ".xltx", ".ots")


def open_roster(
    path: Path,
    content: bytes | None = None,
    options: ReadingOptions = USUAL,
    rename: Rename = str.lower,
) -> Roster:
    """Return a roster: its columns, and rows that can be read again and again.

    The name's ending says what it is. Where `content` holds it, as CSV, `path` is not looked at.
    `rename` takes the heading of a column, and returns what cardgen calls it. Raises
    InvalidDataError, also while rows are read.
    """
    ending = path.suffix.lower() if content is None else ".csv"
    if ending not in FORMATS:
        raise InvalidDataError([_unknown(path)])
    if options.sheet_name is not None and ending not in SHEETS:
        message = f"only spreadsheet files have sheets: {', '.join(SHEETS)}"
        raise InvalidDataError([requested("sheet_name").problem(message, "Leave it out")])
    return _reader(ending)(source_of(path, content, options, rename))


def _reader(ending: str) -> Callable[[Source], Roster]:
    module, name = FORMATS[ending].split(":")
    read: Callable[[Source], Roster] = getattr(import_module(f"{__name__}.{module}"), name)
    return read


def _unknown(path: Path) -> Problem:
    ending = path.suffix
    message = f"cannot tell what kind of file this is from its ending '{ending}'"
    remedy = f"Name it with one of: {', '.join(FORMATS)}"
    if ending.lower() in _OTHERS:
        message = f"files that end in {ending} are not read"
        remedy = "Open it in the spreadsheet, and save it as .xlsx, .ods or CSV UTF-8"
    return Problem(shown_path(path), 0, 0, "", message, remedy)
