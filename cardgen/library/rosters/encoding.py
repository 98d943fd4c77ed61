"""The bytes of a roster to text, by what its first bytes tell."""

import codecs
import io
from collections.abc import Iterator
from typing import NamedTuple

from cardgen.errors import InvalidDataError
from cardgen.library.rosters.source import Source

_MARKS = {
    codecs.BOM_UTF32_LE: "utf-32-le",  # before UTF-16, whose mark it begins with
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_MARK = "\ufeff"
_REMEDY = "In the spreadsheet choose: Save as, CSV UTF-8"
_LOOKED_AT = 400
"""So many bytes tell whether each second one is empty, as in UTF-16."""
_LONGEST = 1 << 20
"""In characters, of a line."""
_BETWEEN = b",;\t|"


class Encoding(NamedTuple):
    """How a text is encoded."""

    name: str
    """A codec that knows of no byte-order mark."""
    mark: bytes
    """The byte-order mark that the text begins with; b"" for none."""


def encoding_of(source: Source) -> Encoding:
    """Return how a roster is encoded. Raises InvalidDataError for UTF-16 that does not say so."""
    with source.open() as file:
        start = file.read(_LOOKED_AT)
    mark = next((mark for mark in _MARKS if start.startswith(mark)), b"")
    if not mark and _is_wide(start):
        message = "this is UTF-16 without the mark at its start that says so"
        raise source.refusal(1, 1, message, _REMEDY)
    return Encoding(_MARKS.get(mark, "utf-8"), mark)


def _is_wide(start: bytes) -> bool:
    few = len(start) // 8
    return any(start[first::2].count(0) > few >= start[1 - first :: 2].count(0) for first in (0, 1))


def lines_of(source: Source, encoding: Encoding) -> Iterator[str]:
    """Yield the lines of a roster with their ends, without byte-order marks.

    They are read as they are asked for. Raises InvalidDataError.
    """
    with source.open() as file:
        file.seek(len(encoding.mark))
        text = io.TextIOWrapper(file, encoding.name, newline="")
        number = 1
        try:
            while line := text.readline(_LONGEST):
                if "\0" in line or len(line) == _LONGEST:
                    raise _no_text(source, number, line)
                # Files that were put together have a mark at the start of each part.
                yield line.replace(_MARK, "") if _MARK in line else line
                number += 1
        except UnicodeDecodeError as error:
            raise _undecodable(source, encoding, number, error) from None


def text_of(source: Source) -> str:
    """Return the whole text of a roster, without byte-order marks. Raises InvalidDataError."""
    return "".join(lines_of(source, encoding_of(source)))


def _no_text(source: Source, number: int, line: str) -> InvalidDataError:
    if (at := line.find("\0")) >= 0:
        column = _column(line[:at].encode("utf-8", "replace"))
        return source.refusal(number, column, "found U+0000, which no text has", _REMEDY)
    message = f"the line has over {_LONGEST:,} characters"
    return source.refusal(number, 1, message, "Write one line for each person")


def _undecodable(
    source: Source, encoding: Encoding, number: int, error: UnicodeDecodeError
) -> InvalidDataError:
    """Return what is wrong with bytes that are no text; a line of UTF-8 is looked for once more."""
    column, found = 0, error.object[error.start]
    if encoding.name == "utf-8":
        with source.open() as file:
            for number, line in enumerate(file, 1):  # noqa: B007, PLR1704 - the one that is found
                try:
                    line.decode()
                except UnicodeDecodeError as here:
                    column, found = _column(line[: here.start]), line[here.start]
                    break
    message = f"expected text in {encoding.name.upper()}, found the byte 0x{found:02x}"
    return source.refusal(number, column, message, _REMEDY)


def _column(before: bytes) -> int:
    """Return the column of a table, by what stands before it in its line."""
    return max(before.count(sign) for sign in _BETWEEN) + 1
