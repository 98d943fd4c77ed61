"""The words of an option, of a cell or of a form to the value of a field."""

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from cardgen.documents.dates import is_in_numbers, orders_of, read_date, without_time
from cardgen.documents.doses import TRUTHS, WORDED, read_doses
from cardgen.documents.numerals import plain_number
from cardgen.documents.vocabulary import id_problems, offered
from cardgen.errors import InvalidDataError
from cardgen.model.address import id_of
from cardgen.model.findings import ValueRefusedError
from cardgen.model.library import Library
from cardgen.model.origin import requested
from cardgen.model.request import RequestField
from cardgen.model.roster import DateOrder
from cardgen.words import suggestion

_BETWEEN = re.compile(r"[\s,;]+")
_YES, _NO = ("yes", "y", "true", "1", "x"), ("no", "n", "false", "0")
_DAYS = re.compile(r"([1-9]\d?) ?([dw])")
_WEEK = 7
_MEASURE = re.compile(r"([0-9.,]*)(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Place:
    """Where words are read: what there is, and where the paths in them count from."""

    folder: Path
    library: Library
    printers: Path = Path()
    """The folder of printers that a person has measured."""
    decimal: str = "."
    """What stands before the decimals of a number; "" where that is not known."""
    order: DateOrder | None = None
    """The order of dates in numbers, where it is known."""
    today: datetime.date | None = None
    """The day that "today" is, where that may be said."""


def shape(field: RequestField) -> Any:  # noqa: ANN401 - a type
    """Return the plain type of a field: `bool`, `datetime.date`, `Literal` and so on."""
    return get_origin(_bare(field)) or _bare(field)


def choices(field: RequestField) -> tuple[Any, ...]:
    """Return the values that a field chooses from, where its type lists them."""
    return get_args(_bare(field)) if shape(field) is Literal else ()


def _bare(field: RequestField) -> Any:  # noqa: ANN401 - a type
    kind = field.info.annotation
    while True:
        if get_origin(kind) is Annotated or get_origin(kind) in (Union, UnionType):
            kind = get_args(kind)[0]
        else:
            return kind


def read(field: RequestField, words: str, place: Place) -> Any:  # noqa: ANN401 - of the field's type
    """Return the value that `words` stand for. Raises InvalidDataError, which names the field."""
    return reader(field, place)(words)


def reader(field: RequestField, place: Place) -> Callable[[str], Any]:
    """Return what reads the words of a field, as `read` does: to do it many times."""
    form, check, kind = field.asked.form, field.checker(), field.asked.ids
    raw = _FORMS[form] if form else _SHAPES.get(shape(field), _as_it_is)

    def read_prose(words: str) -> Any:  # noqa: ANN401 - of the field's type
        tidy = words if field.asked.lines else " ".join(words.split())
        return check(raw(field, tidy, place) if form else tidy)

    def read_any(words: str) -> Any:  # noqa: ANN401 - of the field's type
        value = check(raw(field, words.strip(), place))
        ids = () if not kind else value if isinstance(value, tuple) else (value,)
        # Of a move that comes twice, the turn is looked for where its routine is known.
        plain = map(id_of, ids) if kind == "stretches" else ids
        found = [p for id_ in plain for p in id_problems(kind, id_, field.name, place.library)]
        if found:
            raise InvalidDataError(found)
        return value

    return read_prose if field.asked.prose else read_any


def _wrong(field: RequestField, message: str, remedy: str = "") -> InvalidDataError:
    return InvalidDataError([requested(field.name).problem(message, remedy)])


def _each(field: RequestField, words: str, place: Place) -> tuple[str, ...]:
    return tuple(_id(field, word, place) for word in _BETWEEN.split(words) if word)


def _as_it_is(field: RequestField, words: str, place: Place) -> Any:  # noqa: ANN401 - not checked yet
    return _id(field, words, place) if field.asked.ids else words


def _id(field: RequestField, word: str, place: Place) -> str:
    """Return an id as it is written, where it is told in other capitals."""
    if not field.asked.closed:
        return word.lower() if field.asked.ids in _LOWER else word
    known = {id_.lower(): id_ for id_ in offered(field.asked.ids, place.folder)}
    return known.get(word.lower(), word)


_LOWER = ("routines", "stretches")


def _yes_or_no(field: RequestField, words: str, _: Place) -> bool:
    if (truth := truth_of(words)) is None:
        raise _wrong(field, f"expected yes or no, found '{words}'", "Empty it for no")
    return truth


def truth_of(words: str) -> bool | None:
    """Return what yes, no and the words of spreadsheets for them mean; None for other words."""
    said = plain_number(words, ".").casefold()
    if said in _YES or said in _NO:
        return said in _YES
    from cardgen.library.settings import load_truths

    truths = load_truths()
    for meant, known in ((True, truths.yes), (False, truths.no)):
        if said in map(str.casefold, known):
            return meant
    return None


def _one_of(field: RequestField, words: str, place: Place) -> Any:  # noqa: ANN401 - not checked yet
    known = {str(value): value for value in choices(field)}
    words = _plain(field, words, place)
    if words.lower() not in known:
        message = f"expected {' or '.join(known)}, found '{words}'"
        raise _wrong(field, message, suggestion(words, list(known)))
    return known[words.lower()]


def _plain(field: RequestField, words: str, place: Place) -> str:
    """Return words with a number in them as cardgen writes it. Raises InvalidDataError."""
    try:
        return plain_number(words, place.decimal)
    except ValueRefusedError as refusal:
        raise _wrong(field, str(refusal), refusal.remedy) from None


def _number(field: RequestField, words: str, place: Place) -> int:
    try:
        return int(_plain(field, words, place))
    except ValueError:
        raise _wrong(field, f"expected a whole number, found '{words}'") from None


def _date(field: RequestField, words: str, place: Place) -> datetime.date:
    try:
        return read_date(words, place.order, place.today)
    except ValueRefusedError as refusal:
        raise _wrong(field, str(refusal), refusal.remedy) from None


def _visit(field: RequestField, words: str, place: Place) -> Any:  # noqa: ANN401 - not checked yet
    """Return a date in numbers as a date, and other words as they are."""
    if is_in_numbers(words):
        return _date(field, words, place)
    if len(orders_of(words)) > 1:
        message = f"'{without_time(words)}' may be two days, and a time stands behind it"
        raise _wrong(field, message, "Write the month as a word")
    return words


def is_dated(field: RequestField) -> bool:
    """Tell whether a field may be a date."""
    return shape(field) is datetime.date or field.asked.form == "visit"


_Read = Callable[[RequestField, str, Place], Any]
_SHAPES: Mapping[Any, _Read] = {
    tuple: _each,
    bool: _yes_or_no,
    Literal: _one_of,
    int: _number,
    datetime.date: _date,
}
"""By type, what reads words of no special form."""


def days(words: str) -> int:
    """Return the days of "2w" or "10d". Raises ValueError."""
    match = _DAYS.fullmatch(words)
    if not match:
        raise ValueError(f"expected up to 4 weeks, as 2w or 10d, got '{words}'")
    return int(match[1]) * (_WEEK if match[2] == "w" else 1)


def _days(field: RequestField, words: str, _: Place) -> int:
    try:
        return 0 if words in _NO else days(words)
    except ValueError as error:
        raise _wrong(field, str(error)) from None


def _length(field: RequestField, words: str, place: Place) -> float:
    from cardgen.model.design import points

    number, unit = _MEASURE.fullmatch(words).groups()  # type: ignore[union-attr]  # it takes all
    try:
        return points(_plain(field, number, place) + unit)
    except ValueError as error:
        raise _wrong(field, str(error)) from None


def dose_text(column: str, cell: str, place: Place) -> str:
    """Return the cell of a dose as `read_doses` takes it. Raises InvalidDataError."""
    name = column.rpartition(".")[2]
    if name in WORDED:
        return cell
    if (truth := truth_of(cell)) is not None and name in TRUTHS:
        return "true" if truth else "false"
    try:
        return plain_number(cell, place.decimal)
    except ValueRefusedError as refusal:
        place_ = requested(f"changes.{column}")
        raise InvalidDataError([place_.problem(str(refusal), refusal.remedy)]) from None


def _doses(_: RequestField, words: str, __: Place) -> Any:  # noqa: ANN401 - not checked yet
    return read_doses(words.split("\n"))


def _letterhead(_: RequestField, words: str, place: Place) -> Any:  # noqa: ANN401 - not checked yet
    from cardgen.library.brought import load_letterhead
    from cardgen.typography.printable import refusal

    return load_letterhead(place.folder / words, place.library, refusal)


def _programme(_: RequestField, words: str, place: Place) -> Any:  # noqa: ANN401 - not checked yet
    from cardgen.documents.programme import load_programme
    from cardgen.typography.printable import refusal

    return load_programme(place.folder / words, refusal)


def _style(_: RequestField, words: str, place: Place) -> Any:  # noqa: ANN401 - not checked yet
    from cardgen.bibliography.style_file import load_style

    return load_style(place.folder / words)


def _printer(_: RequestField, words: str, place: Place) -> Any:  # noqa: ANN401 - not checked yet
    from cardgen.library.brought import find_printer

    return find_printer(words, place.printers)


_FORMS: Mapping[str, _Read] = {
    "days": _days,
    "length": _length,
    "visit": _visit,
    "doses": _doses,
    "letterhead": _letterhead,
    "programme": _programme,
    "style": _style,
    "printer": _printer,
}
"""By the form that a field names, what reads its words."""
