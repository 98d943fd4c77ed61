"""Finds papers, card sizes and sheets: by their ids, or by measures."""

import re
from typing import TypeVar

from cardgen.errors import InvalidDataError
from cardgen.model.design import MM, CardSize, Paper, Sheet, points
from cardgen.model.library import Library, Record
from cardgen.model.origin import requested

SMALLEST_SIDE = 40 * MM
LARGEST_SIDE = 1000 * MM
_MEASURES = re.compile(r"(\d+(?:\.\d+)?)\s*x\s*(\d+(?:\.\d+)?)\s*(mm|cm|in|pt)")
S = TypeVar("S", CardSize, Paper)


def find_size(name: str, library: Library) -> CardSize:
    """Return the card size with this id, or of these measures, such as "70x100mm".

    Raises InvalidDataError.
    """
    return _found(CardSize, name, library, ("sizes", "card size", "size"), "70x100mm")


def find_paper(name: str, library: Library) -> Paper:
    """Return the paper with this id, or of these measures, such as "220x300mm".

    Raises InvalidDataError.
    """
    return _found(Paper, name, library, ("papers", "paper", "paper"), "220x300mm")


def find_sheet(name: str, library: Library) -> tuple[Sheet, Paper]:
    """Return the sheet with this id, or one of the same measures, and its paper.

    Raises InvalidDataError.
    """
    ids = {other: id_ for id_, record in library.sheets.items() for other in record.value.also}
    id_ = ids.get(name.lower(), name.lower())
    found: Record[Sheet] = library.pick("sheets", id_, "sheet", "sheet")
    return found.value, library.papers[found.value.page].value


def _found(
    model: type[S], name: str, library: Library, words: tuple[str, str, str], example: str
) -> S:
    """Return what has measures or an id; `words` are a folder, what it holds, and a field."""
    folder, kind, field = words
    if match := _MEASURES.fullmatch(name.strip()):
        return _of_measures(model, match, field)
    other = f"Give measures, such as {example}, or an id. "
    found: Record[S] = library.pick(folder, name.lower(), kind, field, other)
    return found.value


def _of_measures(model: type[S], match: re.Match[str], field: str) -> S:
    width, height = (points(f"{match[i]} {match[3]}") for i in (1, 2))
    if not SMALLEST_SIDE <= min(width, height) <= max(width, height) <= LARGEST_SIDE:
        limits = f"{SMALLEST_SIDE / MM:g} to {LARGEST_SIDE / MM:g} mm"
        message = f"expected sides of {limits}, got '{match[0]}'"
        raise InvalidDataError([requested(field).problem(message)])
    name = f"{match[1]} x {match[2]} {match[3]}"
    values = {f: f"{match[i]} {match[3]}" for f, i in (("width", 1), ("height", 2))}
    return model.model_validate({"name": name, "source": "measures that were given", **values})


MEASURED = {"papers": find_paper, "sizes": find_size, "sheets": find_sheet}
"""What finds a kind of which measures may be given, or other names than its ids."""
