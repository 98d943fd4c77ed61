"""Reads papers, card sizes and sheets: a person's own, and those that ship with cardgen."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from cardgen.errors import InvalidDataError, Problem
from cardgen.load.data import load_paper
from cardgen.load.files import read_folder
from cardgen.model.base import Model
from cardgen.model.design import MM, CardSize, Paper, Sheet, points
from cardgen.model.library import Record
from cardgen.paths import DATA, data_ids
from cardgen.words import suggestion

SMALLEST_SIDE = 40 * MM
LARGEST_SIDE = 1000 * MM
_NAMELESS = re.compile(r"(\d+(?:\.\d+)?)\s*x\s*(\d+(?:\.\d+)?)\s*(mm|cm|in|pt)")
_TOLERANCE = 0.02
M = TypeVar("M", bound=Model)


def all_sizes(folder: Path) -> Mapping[str, Record[CardSize]]:
    """Return every card size by id; those in `folder`/sizes stand in place of cardgen's own.

    Raises InvalidDataError with every problem in every file.
    """
    return _read(folder, "sizes", CardSize)


def all_sheets(folder: Path) -> Mapping[str, Record[Sheet]]:
    """Return every sheet by id; those in `folder`/sheets stand in place of cardgen's own.

    Raises InvalidDataError with every problem in every file, cards off the paper among them.
    """
    found = _read(folder, "sheets", Sheet)
    problems = [problem for record in found.values() for problem in _off_paper(record)]
    if problems:
        raise InvalidDataError(problems)
    return found


def find_size(name: str, folder: Path) -> CardSize:
    """Return the card size with this id, or of these measures, such as "70x100mm".

    Raises InvalidDataError.
    """
    if match := _NAMELESS.fullmatch(name.strip()):
        return _nameless(match)
    known = all_sizes(folder)
    if name.lower() not in known:
        remedy = f"Give measures, such as 70x100mm, or an id. {suggestion(name, list(known))}"
        raise _unknown(f"there is no card size '{name}'", "--size", remedy)
    return known[name.lower()].value


def find_sheet(name: str, folder: Path) -> tuple[Sheet, Paper]:
    """Return the sheet with this id, or one of the same measures, and its paper.

    Raises InvalidDataError.
    """
    known = all_sheets(folder)
    ids = {other: id_ for id_, record in known.items() for other in record.value.also}
    ids |= {id_: id_ for id_ in known}
    if name.lower() not in ids:
        remedy = suggestion(name, list(ids if "avery" in name.lower() else known))
        raise _unknown(f"there is no sheet '{name}'", "--sheet", remedy)
    sheet = known[ids[name.lower()]].value
    return sheet, load_paper(sheet.page)


def _read(folder: Path, kind: str, model: type[M]) -> Mapping[str, Record[M]]:
    problems: list[Problem] = []
    found: dict[str, Record[M]] = {}
    for root in (DATA, folder.resolve()):
        for record in read_folder(root / kind, model, None, problems):
            found[record.id] = record
    if problems:
        raise InvalidDataError(problems)
    return dict(sorted(found.items()))


def _off_paper(record: Record[Sheet]) -> Sequence[Problem]:
    sheet = record.value
    if sheet.page not in (papers := data_ids("papers")):
        message = f"there is no paper '{sheet.page}'"
        return [record.origin("page").problem(message, suggestion(sheet.page, papers))]
    paper = load_paper(sheet.page)
    right = sheet.left + (sheet.columns - 1) * sheet.pitch_x + sheet.width - paper.width
    low = sheet.top + (sheet.rows - 1) * sheet.pitch_y + sheet.height - paper.height
    return [
        record.origin(field).problem(
            f"the last card reaches {excess / MM:.2f} mm over the edge of {paper.name}",
            "Measure again: pitch is from the edge of a card to that of the next",
        )
        for field, excess in (("columns", right), ("rows", low))
        if excess > _TOLERANCE
    ]


def _nameless(match: re.Match[str]) -> CardSize:
    width, height = (points(f"{match[i]} {match[3]}") for i in (1, 2))
    if not SMALLEST_SIDE <= min(width, height) <= max(width, height) <= LARGEST_SIDE:
        limits = f"{SMALLEST_SIDE / MM:g} to {LARGEST_SIDE / MM:g} mm"
        raise _unknown(f"expected sides of {limits}, got '{match[0]}'", "--size", "")
    name = f"{match[1]} x {match[2]} {match[3]}"
    values = {f: f"{match[i]} {match[3]}" for f, i in (("width", 1), ("height", 2))}
    return CardSize.model_validate({"name": name, "source": "the command line", **values})


def _unknown(message: str, option: str, remedy: str) -> InvalidDataError:
    return InvalidDataError([Problem("", 0, 0, option, message, remedy)])
