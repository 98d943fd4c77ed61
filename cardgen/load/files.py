"""Reads definition files, one or a folder of them."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from cardgen.errors import CardgenError, InvalidDataError, Problem
from cardgen.load.check import checked
from cardgen.load.glyphs import unprintable
from cardgen.load.tree import parse
from cardgen.model.library import Record

_YAML = (".yaml", ".yml")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
M = TypeVar("M", bound=BaseModel)


def shown_path(path: Path) -> str:
    """Return a path as messages show it: relative to the working folder where it lies below."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)


def read_bytes(path: Path) -> bytes:
    """Return a file's content. Raises InvalidDataError when it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        problem = Problem(
            shown_path(path),
            0,
            0,
            "",
            f"cannot read the file: {reason}",
            "Check the name, and that you may read it",
        )
        raise InvalidDataError([problem]) from None


def read_record(path: Path, model: type[M], glyphs: frozenset[int] | None = None) -> Record[M]:
    """Return the definition in `path`, whose texts must be printable with `glyphs`.

    Raises InvalidDataError with every problem in it.
    """
    tree = parse(shown_path(path), read_bytes(path))
    value = checked(tree, model)
    if problems := list(unprintable(tree, glyphs)) if glyphs else []:
        raise InvalidDataError(problems)
    return Record(path.stem, value, tree.file, path.parent.parent, tree.values)


def read_folder(
    folder: Path, model: type[M], glyphs: frozenset[int] | None, problems: list[Problem]
) -> Iterator[Record[M]]:
    """Yield the definitions in `folder`, by name; add what is wrong to `problems`."""
    for path in _listing(folder, problems):
        if path.name.startswith(".") or path.suffix.lower() not in _YAML:
            continue
        if path.suffix != ".yaml" or not _ID.fullmatch(path.stem):
            message = f"the file name '{path.name}' cannot be an id"
            remedy = "Name it with small letters, digits and single hyphens, ending in .yaml"
            problems.append(Problem(shown_path(path), 0, 0, "", message, remedy))
            continue
        try:
            yield read_record(path, model, glyphs)
        except CardgenError as error:
            problems.extend(error.problems)


def _listing(folder: Path, problems: list[Problem]) -> list[Path]:
    """Return what is in a folder, in order; a folder that is not there is empty."""
    try:
        return sorted(folder.iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        message = f"cannot read the folder: {error.strerror or type(error).__name__}"
        remedy = "Check that it is a folder, and that you may read it"
        problems.append(Problem(shown_path(folder), 0, 0, "", message, remedy))
        return []
