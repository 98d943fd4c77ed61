"""Two columns for a terminal: names, and what is told of them, in lines that fit."""

import sys
import textwrap
from collections.abc import Iterator, Sequence

LEAST = 36
"""So wide is the second column at least; where it would be less, it begins on a line of its own."""
INDENT = "  "


def terminal_width() -> int | None:
    """Return the characters in a line of the terminal; None where lines go elsewhere."""
    import shutil

    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def in_columns(
    rows: Sequence[tuple[str, str]], width: int | None, indent: str = INDENT
) -> Iterator[str]:
    """Yield the lines of some rows, a name and a text each, no wider than `width` characters.

    Without a width, each row is one line, for other programs to read. `indent` stands before all.
    """
    names = max((len(name) for name, _ in rows), default=0)
    left = len(indent) + names + len(INDENT)
    for name, text in rows:
        line = f"{indent}{name:{names}}{INDENT}{text}"
        if width is None or len(line) <= width:
            yield line
        elif width - left >= LEAST:
            yield from _wrapped(line, width, " " * left)
        else:
            yield f"{indent}{name}"
            yield from _wrapped(f"{indent}{INDENT}{text}", width, indent + INDENT)


def _wrapped(line: str, width: int, indent: str) -> list[str]:
    return textwrap.wrap(line, width, subsequent_indent=indent, break_on_hyphens=False)
