"""What was typed, as a request; and what is wrong with it, in the words of the command line."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cardgen.cli import options
from cardgen.cli.place import settings
from cardgen.cli.specs import flag, in_options, spelled
from cardgen.errors import CardgenError, InvalidDataError, Problem

if TYPE_CHECKING:
    from cardgen.documents.reading import Place
    from cardgen.model.library import Library
    from cardgen.model.request import RequestField, Values
    from cardgen.model.roster import DateOrder

TYPED = "cardgen.typed"
"""Where a context keeps the options as they were typed, by field."""


def request_of(
    model: "type[Values]", typed: Mapping[str, Any], library: "Library", **others: Any
) -> Any:
    """Return the request that options ask for; `others` are fields that no option has.

    Raises CardgenError with every problem, which names fields, or click's usage error.
    """
    from cardgen.documents.reading import Place, is_dated
    from cardgen.model.request import fields_of

    place = Place(Path.cwd(), library, options.printers_folder())
    values: dict[str, Any] = dict(others)
    problems: list[Problem] = []
    # How dates are written depends on the country, which other fields name.
    for field in sorted(fields_of(model).values(), key=is_dated):
        said = _said(field, typed)
        if said is None or said == ():
            continue
        holder = values.setdefault(field.group, {}) if field.group else values
        try:
            if is_dated(field) and place.order is None:
                place = replace(place, order=_order(values, library))
            holder[field.name] = _value(field, said, place)
        except CardgenError as error:
            problems += error.problems
    days = {"built": options.epoch_date, "today": options.today}
    values |= {name: day() for name, day in days.items() if name in model.model_fields}
    return _made(model, values, problems)


def _order(values: Mapping[str, Any], library: "Library") -> "DateOrder | None":
    """Return the order of dates in numbers on a page with these values; None for none known."""
    from cardgen.documents.date_order import usual_order

    head = values.get("letterhead")
    own = head.value.country if head else None
    return usual_order(settings(), library, values.get("country"), own)


def _made(model: "type[Values]", values: dict[str, Any], problems: list[Problem]) -> "Values":
    """Return a request. Raises InvalidDataError, with earlier problems among its own."""
    try:
        request = model(**values)
    except CardgenError as error:
        if not problems:
            raise
        problems += error.problems
    if problems:
        raise InvalidDataError(problems)
    return request


def _said(field: "RequestField", typed: Mapping[str, Any]) -> Any:
    """Return what is said of a field, by its option or by another spelling of it."""
    said = typed.get(field.name)
    for spelling in field.asked.spellings:
        other = typed.get(spelled(field.name, spelling.name))
        if other is None:
            continue
        if said is not None:
            raise click.UsageError(f"Give either {_shortest(field)} or {flag(spelling.name)}.")
        said = dict(spelling.words)[other] if spelling.words else spelling.value
    return said


def _shortest(field: "RequestField") -> str:
    return min(map(flag, field.names), key=len)


def _value(field: "RequestField", said: Any, place: "Place") -> Any:
    """Return the value of what was said. Raises InvalidDataError."""
    from cardgen.documents.reading import choices, read

    if field.asked.form == "doses":
        return read(field, "\n".join(said), place)
    if isinstance(said, Path) or field.asked.prose or field.asked.form == "printer":
        return read(field, str(said), place)
    # Choices are typed as text.
    return {str(value): value for value in choices(field)}.get(said, said)


def remember_typed(ctx: click.Context, arguments: list[str]) -> None:
    """Keep the options of a command line as they are spelled, to name them in messages."""
    words = {word.partition("=")[0] for word in arguments}
    typed: dict[str, str] = {}
    for parameter in ctx.command.params:
        if parameter.name and isinstance(parameter, click.Option):
            spelled_as = [name for name in parameter.opts if name in words]
            typed |= {parameter.name.partition("__")[0]: spelled_as[0]} if spelled_as else {}
    ctx.meta[TYPED] = typed


@contextmanager
def naming_options(model: "type[Values]", library: "Library | None" = None) -> Iterator[None]:
    """Within: problems with fields of a request name options, as they were typed.

    What else is wrong in `library` is told beside them.
    """
    try:
        yield
    except CardgenError as error:
        told = type(error)(spoken(problem, model) for problem in error.problems)
        others = library.problems if library else ()
        told.warnings = tuple(one for one in others if one not in error.problems)
        raise told from None


def spoken(problem: Problem, model: "type[Values]") -> Problem:
    """Return a problem with a field of a request as the command line says it."""
    from cardgen.model.request import fields_of

    fields = fields_of(model)
    typed = click.get_current_context().meta.get(TYPED, {})
    named = {
        name: typed.get(name, flag(name)) for name, field in fields.items() if field.asked.option
    }
    if problem.line:
        # What stands in a file speaks of its own fields, or columns; these are none.
        named = {name: told for name, told in named.items() if not fields[name].asked.column}
    message, remedy = (in_options(text, named) for text in (problem.message, problem.remedy))
    if problem.line:
        return replace(problem, message=message, remedy=remedy)
    head, _, rest = problem.field.partition(".")
    field = problem.field
    if head in named:
        field = "" if message.startswith(named[head]) else f"{named[head]} {rest}".strip()
    elif head in fields:
        field = rest
    return Problem(problem.file, 0, 0, field, message, remedy)
