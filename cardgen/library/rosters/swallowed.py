"""Rows that a stray quotation mark has put into a cell of another row."""

from collections.abc import Mapping, Sequence

_FEW = 2
"""So many commas in a line of a note are those of a row; other signs are none of prose."""
_REMEDY = (
    "Take the quotation mark out that begins the cell, or say by `multiline_notes` that its lines "
    "are meant"
)


def swallowed_rows(
    cells: Sequence[str], delimiter: str, width: int
) -> Mapping[int, tuple[str, str]] | None:
    """Return, by index, each cell of several lines that looks as if it held rows.

    `width` is how many columns there are. With one column every line of a cell does.
    """
    least = min(width - 1, _FEW) if delimiter == "," else min(width - 1, 1)
    found = {}
    for index, cell in enumerate(cells):
        rows = sum(line.count(delimiter) >= least for line in cell.splitlines()[1:] if line.strip())
        if rows:
            held = "what looks like a row" if rows == 1 else f"what looks like {rows} rows"
            found[index] = (f"the cell goes on over several lines, and holds {held}", _REMEDY)
    return found or None
