"""Text tables: CSV as spreadsheets write it, with commas, semicolons, tabs or bars."""

import csv
import re
from collections.abc import Iterator
from itertools import islice

from cardgen.library.rosters.encoding import Encoding, encoding_of, lines_of
from cardgen.library.rosters.source import Source
from cardgen.library.rosters.swallowed import swallowed_rows
from cardgen.library.rosters.table import Record, Table, roster_of
from cardgen.model.roster import Dialect, Roster

DELIMITERS = ",;\t|"
_TOLD = re.compile(r'"?sep=(.)"?[ ,;\t|]*[\r\n]*', re.IGNORECASE)
"""The line by which spreadsheets are told what stands between cells."""
_QUOTED = re.compile(r'"[^"]*"')
_NONE = f'"{DELIMITERS} \r\n'
"""Signs that make no line."""


def read_csv(source: Source) -> Roster:
    """Return the roster in a text table. Raises InvalidDataError."""
    encoding = encoding_of(source)
    skipped, first = _first_line(lines_of(source, encoding))
    told = _TOLD.fullmatch(first)
    # What is told stands before all else, and is no record.
    skipped = skipped + 1 if told else 0
    delimiter = told[1] if told else _delimiter(first)
    dialect = Dialect("csv", delimiter, *encoding)
    if delimiter not in DELIMITERS:
        remedy = "Save it with commas, semicolons, tabs or bars"
        raise source.refusal(skipped, 1, f"cells are said to stand between '{delimiter}'", remedy)
    return roster_of(source, Table(dialect, lambda: _records(source, encoding, skipped, delimiter)))


def _first_line(lines: Iterator[str]) -> tuple[int, str]:
    """Return the first line that is not empty, and how many stand before it."""
    return next(((i, line) for i, line in enumerate(lines) if line.strip(_NONE)), (0, ""))


def _delimiter(line: str) -> str:
    """Return what stands between the names of columns most often, and not within them."""
    return max(DELIMITERS, key=_QUOTED.sub("", line).count)


def _records(source: Source, encoding: Encoding, skipped: int, delimiter: str) -> Iterator[Record]:
    """Yield the records that stand behind so many lines."""
    lines = islice(lines_of(source, encoding), skipped, None)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    line, width = skipped + 1, 0
    try:
        for cells in reader:
            following = skipped + reader.line_num + 1
            width = width or (len(cells) if any(map(str.strip, cells)) else 0)
            if following == line + 1 or source.options.multiline_notes:
                yield Record(line, cells)
            else:
                yield Record(line, cells, None, swallowed_rows(cells, delimiter, width))
            line = following
    except csv.Error as error:
        message, remedy = f"this is not valid CSV: {error}", "Close the quotation mark in this row"
        raise source.refusal(line, 0, message, remedy) from None
