"""A roster as documents read it: its columns are theirs, and the order of its dates is known."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from cardgen.documents.columns import DOSE_MARK, column_set, dose_column, dose_columns
from cardgen.documents.date_order import usual_order
from cardgen.documents.dates import settled
from cardgen.documents.reading import is_dated
from cardgen.errors import InvalidDataError, Problem
from cardgen.library.rosters import open_roster
from cardgen.library.rosters.table import tidy
from cardgen.library.settings import FoundSettings
from cardgen.model.library import Library
from cardgen.model.roster import NUMBER, REASON, DateOrder, Roster
from cardgen.model.roster_options import USUAL, ReadingOptions
from cardgen.words import nearest, suggestion

NONE = FoundSettings()
_NEAR = 0.8
"""So alike are the name of a column and one that was mistyped."""


def open_people(
    path: Path,
    library: Library,
    content: bytes | None = None,
    options: ReadingOptions = USUAL,
    settings: FoundSettings = NONE,
    countries: tuple[str | None, str | None] = (None, None),
) -> Roster:
    """Return a roster with the names of columns as requests have them.

    `content` is CSV that comes from no file. `settings` say what its columns are called, and how
    its dates are written; where they do not, it is as in the first of the `countries` of its
    pages and of their clinic. Raises InvalidDataError.
    """
    if problems := list(_misnamed(settings, library)):
        raise InvalidDataError(problems)
    naming = _Naming(settings)
    roster = open_roster(path, content, options, naming.column)
    ignored = frozenset(naming.ignored(roster.columns.names, everything=options.ignore_columns))
    orders, warnings = _orders(
        roster, options, settings, usual_order(settings, library, *countries)
    )
    columns = replace(roster.columns, ignored=ignored, orders=orders)
    passed_over = _passed_over(replace(roster, columns=columns)) if options.ignore_columns else ()
    told = (*roster.warnings, *passed_over, *warnings)
    return replace(roster, columns=columns, warnings=told)


def _misnamed(settings: FoundSettings, library: Library) -> Iterator[Problem]:
    """Yield a Problem for each setting that names what there is not."""
    known = column_set().names
    doses = dose_columns(library.stretches)
    for heading, name in settings.value.columns.items():
        if dose_column(_known(name)) not in (*known, *doses):
            remedy = suggestion(name, doses if DOSE_MARK in name else known)
            message = f"there is no column '{name}'"
            yield settings.problem(("columns", heading), message, remedy)


def _known(heading: str) -> str:
    """Return the name of the column that a heading names as cardgen does, or nearly so."""
    name = tidy(heading).lower()
    stretch, mark, field = name.partition(DOSE_MARK)
    if mark:
        return f"{stretch}{mark}{field.replace('-', '_')}"
    return _spellings().get(_spelled(name), name)


def _spelled(name: str) -> str:
    """Return a name as it is written in code; options have hyphens, and people blanks."""
    return name.replace("-", "_").replace(" ", "_")


@lru_cache(maxsize=1)
def _spellings() -> Mapping[str, str]:
    return {_spelled(name): name for name in column_set().names}


@dataclass(frozen=True, slots=True)
class _Naming:
    """What headings name, by the settings of a person."""

    settings: FoundSettings

    def column(self, heading: str) -> str:
        """Return what cardgen calls a column."""
        own = {tidy(k).lower(): name for k, name in self.settings.value.columns.items()}
        return _known(own.get(heading.lower(), heading))

    def ignored(self, names: tuple[str, ...], *, everything: bool) -> Iterator[str]:
        """Yield the names that are passed over: those of the settings, or all that are unknown."""
        said = {tidy(heading).lower() for heading in self.settings.value.ignore_columns}
        known = (*column_set().names, NUMBER, REASON)
        for name in names:
            if name in said or (everything and name not in known and DOSE_MARK not in name):
                yield name


def _passed_over(roster: Roster) -> Iterator[Problem]:
    """Yield what to know of columns that are passed over because nobody knows them."""
    columns, known = roster.columns, column_set().names
    for name in columns.names:
        near = nearest(name, known, _NEAR) if name in columns.ignored else None
        if near:
            message, remedy = "this column is passed over", f"Did you mean `{near}`?"
            yield columns.problem(columns.line, name, message, remedy)


def _orders(
    roster: Roster, options: ReadingOptions, settings: FoundSettings, usual: DateOrder | None
) -> tuple[tuple[tuple[str, DateOrder], ...], list[Problem]]:
    """Return the order of the dates in each column that has any, and what to know of it."""
    dated = _dated(roster)
    if options.date_order:
        return tuple((name, options.date_order) for name in dated), []
    told = {name: settled(cell for _, cell in roster.column(name)) for name in dated}
    sure = {next(iter(orders)) for orders in told.values() if len(orders) == 1}
    # A spreadsheet writes all its dates alike: one column may tell of another.
    shared = next(iter(sure)) if len(sure) == 1 else usual
    found: list[tuple[str, DateOrder]] = []
    for name, orders in told.items():
        if len(orders) == 1:
            found += [(name, order) for order in orders]
        elif shared in orders:
            found.append((name, shared))
    return tuple(found), list(_contradictions(roster, found, usual, settings))


def _contradictions(
    roster: Roster,
    found: list[tuple[str, DateOrder]],
    usual: DateOrder | None,
    settings: FoundSettings,
) -> Iterator[Problem]:
    """Yield what to know of columns whose dates are not as a person's settings say."""
    if usual is None:
        return
    teller = "date_order" if settings.layer("date_order") else "country"
    layer = settings.layer(teller)
    said = layer.place(teller) if layer else ""
    for name, order in found:
        if order != usual:
            message = f"its dates are read as {order}, since the roster has one that is no other"
            remedy = f"{said} says {usual}"
            yield roster.columns.problem(roster.columns.line, name, message, remedy)


def _dated(roster: Roster) -> list[str]:
    """Return the columns that may hold dates."""
    fields = column_set().fields.values()
    dated = {name for known in fields for name, field in known.items() if is_dated(field)}
    return [name for name in roster.columns.names if name in dated]
