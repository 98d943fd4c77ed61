"""A document to the files that a person has named."""

from dataclasses import dataclass
from pathlib import Path

from cardgen.errors import Problem
from cardgen.model.rendered import Rendered
from cardgen.overwrite import Replace, write_free

SIDES = ("fronts", "backs")
"""What the names of two files end in."""


@dataclass(frozen=True, slots=True)
class BuildResult:
    """A file that was written, and what is in it, in words."""

    path: Path
    facts: tuple[str, ...]
    warnings: tuple[Problem, ...] = ()
    others: tuple[Path, ...] = ()
    """What was written beside it."""


def deliver(rendered: Rendered, output: Path, replace: Replace) -> BuildResult:
    """Write a document to the file `output`, or to two files that are named after it.

    `replace` says what happens to a file that is there. Raises CannotWriteError; nothing is
    written then.
    """
    paths = [output] if len(rendered.contents) == 1 else [_side(output, side) for side in SIDES]
    paths = write_free([*zip(paths, rendered.contents, strict=True)], replace)
    return BuildResult(paths[0], rendered.facts, rendered.warnings, tuple(paths[1:]))


def _side(output: Path, side: str) -> Path:
    return output.with_name(f"{output.stem}-{side}{output.suffix}")
