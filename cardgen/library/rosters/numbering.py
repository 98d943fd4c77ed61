"""The numbers of rows that say them, as the list of refused rows does."""

import re

from cardgen.errors import Problem
from cardgen.model.roster import NUMBER

_WHOLE = re.compile(r"0*([1-9]\d{0,8})(?:\.0+)?")


class Numbering:
    """Reads the column `row` of a roster, where it has one."""

    def __init__(self, file: str, names: tuple[str, ...]) -> None:
        """`names` are those of all columns of the file."""
        self._file = file
        self._column = names.index(NUMBER) + 1 if NUMBER in names else 0
        self._lines: dict[int, int] = {}
        """The line of each number."""

    def read(self, cell: str, line: int, count: int, problems: list[Problem]) -> int:
        """Return the number of a row, which else is `count`; add what is wrong with its cell."""
        if not self._column:
            return count
        match = _WHOLE.fullmatch(cell.strip())
        if not match:
            found = f"'{cell.strip()}'" if cell.strip() else "nothing"
            message = f"expected the number of the row, found {found}"
            problems.append(self._problem(line, message, "Take the column out, or number each row"))
            return count
        number = int(match[1])
        if (first := self._lines.setdefault(number, line)) != line:
            message = f"two rows have the number {number} (the first on line {first})"
            problems.append(self._problem(line, message, "Give each row a number of its own"))
        return number

    def _problem(self, line: int, message: str, remedy: str) -> Problem:
        return Problem(self._file, line, self._column, NUMBER, message, remedy)
