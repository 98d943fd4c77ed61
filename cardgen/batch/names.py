"""Names for files: safe on every system, none of them twice, and no personal data unless asked."""

import datetime
import re
import string
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from pathvalidate import sanitize_filename

from cardgen.batch.request import NAME_PATTERN
from cardgen.documents import KINDS, PDF
from cardgen.documents.columns import KIND, column_set
from cardgen.documents.handout_request import HandoutRequest
from cardgen.documents.programme import NAME, named_by
from cardgen.errors import InvalidDataError, Problem
from cardgen.kinds import WORDS
from cardgen.model.origin import requested
from cardgen.model.roster import Columns, Row
from cardgen.words import nearest

_MOST_BYTES = 200
"""Of the 255 that most systems allow: with room for a number, and for those who copy a file."""
_DIGITS = 4
_NUMBER, _ROUTINE = "row", "routine"
_ROW = (_NUMBER,)
_PLAIN = re.compile(r"[0-9]{4,9}-[a-z0-9-]{1,60}")
"""What needs no second look; most names are so."""
_LONGEST_ROUTINE = 60
_BETWEEN = re.compile(r"[\s,;]+")
_JOINERS = "\u200c\u200d"
"""They shape the letters beside them."""
_NO_END = 1000


@dataclass(slots=True)
class Names:
    """Gives each row the name of its file, in the order of the rows."""

    pattern: str
    columns: Columns
    defaults: HandoutRequest = field(default_factory=HandoutRequest)
    """What stands where a row says nothing."""
    secret: str | None = None
    """A column that no name may hold."""
    _parts: list[tuple[str, tuple[str, ...]]] = field(init=False)
    """What the pattern is made of: words, and behind them the names of a column, or none."""
    _own: tuple[str, ...] = field(init=False)
    """The columns in it whose cells can be anything."""
    _usual: dict[str, str] = field(init=False)
    """What stands for a column where a row says nothing."""
    _read: Mapping[str, Callable[[str], str]] = field(init=False)
    """How a cell is read, where it is not taken as it stands."""
    _taken: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Raise InvalidDataError when the pattern names what no row has."""
        spelled = _spellings()
        known = {_NUMBER, *spelled, *self.columns.names} - {self.secret}
        self._parts = []
        for words, name in self._parsed():
            if name and name not in known:
                raise _invalid(f"there is no column '{name}'", _near(name, known))
            self._parts.append((words, spelled.get(name, (name,)) if name else ()))
        self._parts = [(words, _ROW if names == _ROW else names) for words, names in self._parts]
        names = [names[0] for _, names in self._parts if names]
        self._own = tuple(n for n in names if n not in (_NUMBER, _ROUTINE, KIND))
        self._usual = {name: _usual(self.defaults, name) for name in names}
        self._read = {_ROUTINE: _routine, KIND: _kind}

    def _parsed(self) -> Iterator[tuple[str, str]]:
        try:
            parsed = list(string.Formatter().parse(self.pattern.removesuffix(".pdf")))
        except ValueError as error:
            message = f"cannot read '{self.pattern}': {error}"
            raise _invalid(message, f"Such as {NAME_PATTERN}") from None
        for words, name, form, conversion in parsed:
            if name is not None and (not name or form or conversion):
                message = (
                    f"there is no column '{name}'" if name else "there are braces without a name"
                )
                raise _invalid(message, f"Such as {NAME_PATTERN}")
            yield words, name or ""

    def check(self, row: Row) -> tuple[Problem, ...]:
        """Return what in the cells of a row cannot stand in the name of a file."""
        if not self._own or not (cells := {n: row.cells[n] for n in self._own if n in row.cells}):
            return ()
        found = [(name, sign) for name, cell in cells.items() if (sign := _unprintable(cell))]
        if found:
            return tuple(
                self._problem(row, name, f"{sign} shows as nothing") for name, sign in found
            )
        if (size := len(_visible(self._filled(row)).encode())) <= _MOST_BYTES:
            return ()
        longest = max(cells, key=lambda name: len(cells[name].encode()))
        return (
            self._problem(row, longest, f"it would have {size} bytes, of at most {_MOST_BYTES}"),
        )

    def _problem(self, row: Row, column: str, why: str) -> Problem:
        message, remedy = f"this cannot stand in the name of a file: {why}", "Change the cell, or"
        return self.columns.problem(row.line, column, message, f"{remedy} `name_pattern`")

    def reserve(self, name: str) -> None:
        """Let no row have a name that another has already."""
        self._taken.setdefault(_key(name.rpartition(".")[0]), 1)

    def name(self, row: Row) -> str:
        """Return the name of a row's file; one that is taken gets a number behind it."""
        stem = _safe(self._filled(row)) or f"row-{row.number}"
        ending = ending_of(row, self.columns)
        if "{row}" in self.pattern:
            return f"{stem}{ending}"
        key = _key(stem)
        count = self._taken.get(key, 0) + 1
        self._taken[key] = count
        if count == 1:
            return f"{stem}{ending}"
        self._taken[f"{key}-{count}"] = 1
        return f"{stem}-{count}{ending}"

    def _filled(self, row: Row) -> str:
        cells, found = row.cells, []
        for words, names in self._parts:
            found.append(words)
            if names[:1] == (_ROUTINE,) and NAME in cells:
                found.append(_programme(cells[NAME]))
                continue
            for name in names:
                if name in cells:
                    found.append(self._read.get(names[0], str.strip)(cells[name]))
                    break
            else:
                if names:
                    found.append(
                        f"{row.number:0{_DIGITS}d}" if names is _ROW else self._usual[names[0]]
                    )
        return "".join(found)


def ending_of(row: Row, columns: Columns) -> str:
    """Return what the name of a row's file ends in: that of a PDF, but for pages for a phone."""
    if (said := columns.cell(row, KIND)) is None:
        return PDF
    entry = KINDS.entries.get(_kind(said))
    return entry.ending if entry else PDF


def _spellings() -> dict[str, tuple[str, ...]]:
    """Return the names of each column by each of them, that of its field first."""
    found: dict[str, tuple[str, ...]] = {KIND: (KIND,)}
    for fields in column_set().fields.values():
        for one in fields.values():
            for name in one.names:
                found[name] = tuple(dict.fromkeys((*found.get(name, ()), *one.names)))
    # A row of cards may name several moves where one of a handout names its routine.
    return {**found, "targets": found[_ROUTINE]}


def _usual(defaults: HandoutRequest, name: str) -> str:
    """Return what stands for a column where a row says nothing: what was said of all rows."""
    said = named_by(defaults.moves) if name == _ROUTINE else getattr(defaults, name, None)
    return str(said) if isinstance(said, (str, int, datetime.date)) else ""


@lru_cache(256)
def _routine(cell: str) -> str:
    """Return what a cell of routines is read as, in whatever capitals and with whatever blanks."""
    first, *others = _BETWEEN.split(cell.strip().lower())
    joined = "-".join([first, *others])
    return joined if len(joined) <= _LONGEST_ROUTINE else f"{first}-and-{len(others)}-more"


def _programme(cell: str) -> str:
    """Return the id of a programme by the path of its file; "programme" where it is no id."""
    stem = cell.strip().replace("\\", "/").rpartition("/")[2].rpartition(".")[0]
    return stem if WORDS.fits(stem) else NAME


def _kind(cell: str) -> str:
    return cell.strip().lower()


def _unprintable(cell: str) -> str:
    """Return the first character of a cell that shows as nothing; "" where there is none."""
    if cell.isprintable():
        return ""
    signs = (c for c in cell if not c.isspace() and c not in _JOINERS)
    return next((f"U+{ord(c):04X}" for c in signs if unicodedata.category(c)[0] == "C"), "")


def _invalid(message: str, remedy: str) -> InvalidDataError:
    return InvalidDataError([requested("name_pattern").problem(message, remedy)])


def _key(stem: str) -> str:
    return unicodedata.normalize("NFKC", stem).casefold()


def _visible(name: str) -> str:
    """Return a name without what some system does not take in one."""
    visible = (c for c in unicodedata.normalize("NFC", name) if unicodedata.category(c)[0] != "C")
    text = " ".join("".join(visible).replace("/", "-").replace("\\", "-").split())
    return str(sanitize_filename(text, platform="universal", max_len=_NO_END)).strip(". -")


def _safe(name: str) -> str:
    """Return a name that every system takes, that stays in its folder and that shows as it is."""
    if _PLAIN.fullmatch(name):
        return name
    text = _visible(name)
    while len(text.encode()) > _MOST_BYTES:
        text = text[:-1]
    return str(sanitize_filename(text.strip(". -"), platform="universal")) if text else ""


def _near(name: str, known: Collection[str]) -> str:
    """Return the column that may have been meant, in braces as a pattern names it."""
    near = nearest(name, sorted(known))
    return f"Did you mean {{{near}}}?" if near else f"There is: {', '.join(sorted(known))}"
