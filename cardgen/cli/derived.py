"""Click options that are made from the fields of a request."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cardgen.cli import complete
from cardgen.cli.choices import Choices
from cardgen.cli.options import read_date
from cardgen.cli.place import library_folder
from cardgen.cli.specs import OptionSpec, kept_specs, model_at, specs_of

if TYPE_CHECKING:
    from cardgen.model.request import RequestField, Values

_DAY = "DATE|today"


class FieldOption(click.Option):
    """An option that sets a field of a request; without it, its value is None."""

    def __init__(self, spec: OptionSpec, **attributes: Any) -> None:
        """Keep what it was made from."""
        super().__init__([spec.name, *spec.flags], default=None, **attributes)
        self.spec = spec

    @property
    def group(self) -> str:
        """Return the heading that it stands under in a help text."""
        return self.spec.group


class Typed(click.ParamType[Any]):
    """What is typed for a field."""

    def __init__(self, name: str, read: Callable[[str], Any]) -> None:
        """`read` raises ValueError for what is wrong; `name` is told in the help text."""
        self.name, self._read = name, read

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the value. Fails with click's usage error."""
        try:
            return self._read(value) if isinstance(value, str) else value
        except ValueError as error:
            self.fail(str(error), param, ctx)


class IdOrMeasures(Choices[str]):
    """One of some ids, or measures such as 220x300mm."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the id, or the measures. Fails with click's usage error."""
        return str(value) if value[:1].isdigit() else super().convert(value, param, ctx)


def options_of(request: "type[Values] | str", only: Sequence[str] = ()) -> Iterator[click.Option]:
    """Yield the options of a request, or those of some fields of it, in the order of its fields.

    A request that is named, as "module:class", is imported only where its options were not kept.
    """
    specs = kept_specs(request, only) if isinstance(request, str) else specs_of(request, only)
    return (FieldOption(spec, **_attributes(spec)) for spec in specs)


def _attributes(spec: OptionSpec) -> dict[str, Any]:
    attributes: dict[str, Any] = {"help": _help(spec)}
    if spec.form == "flag":
        return {**attributes, "is_flag": True}
    attributes |= {"type": _type(spec), "multiple": spec.many}
    attributes["metavar"] = spec.metavar or (_DAY if spec.form == "date" else None)
    if spec.ids and spec.form != "ids":
        attributes["shell_complete"] = complete.ids(spec.ids)
    return attributes


def _help(spec: OptionSpec) -> str:
    text = spec.about
    if spec.is_listed:
        text = f"{text.rstrip('.')}: {', '.join(_offered(spec))}."
    return text + spec.rest


def _offered(spec: OptionSpec) -> list[str]:
    from cardgen.documents.vocabulary import offered

    return offered(spec.ids, library_folder())


def _type(spec: OptionSpec) -> Any:
    """Return the click type of what is typed."""
    if spec.form == "ids":
        ids = IdOrMeasures if spec.measures else Choices
        return ids(_offered(spec), case_sensitive=False)
    if spec.form == "choice":
        return Choices(list(spec.choices))
    if spec.form == "number":
        return click.IntRange(spec.least, spec.most)
    if spec.form == "length":
        return Typed("length", partial(_length, spec.least or 0, spec.most or 0))
    return _PLAIN[spec.form](spec)


def _length(least: float, most: float, words: str) -> float:
    """Return a length such as 3mm or 0.125in in points, as the bounds are. Raises ValueError."""
    from cardgen.model.design import MM, points

    length = points(words.strip())
    if not least <= length <= most:
        raise ValueError(f"expected {least / MM:g} to {most / MM:g} mm, got '{words}'")
    return length


def _field(spec: OptionSpec) -> "RequestField":
    from cardgen.model.request import fields_of

    return fields_of(model_at(spec.home))[spec.field]


def _days(spec: OptionSpec, words: str) -> Any:
    """Return the number of days of "2w" or "10d". Raises ValueError."""
    from cardgen.documents.reading import days
    from cardgen.errors import CardgenError

    try:
        return _field(spec).value(days(words))
    except CardgenError:
        raise ValueError(f"expected up to 4 weeks, as 2w or 10d, got '{words}'") from None


def _checked(spec: OptionSpec, words: str) -> Any:
    """Return what a field takes as it is typed. Raises ValueError."""
    from cardgen.errors import CardgenError

    try:
        return _field(spec).value(words)
    except CardgenError as error:
        raise ValueError(error.problems[0].message) from None


_PLAIN: Mapping[str, Callable[[OptionSpec], Any]] = {
    "path": lambda _: click.Path(path_type=Path),
    "date": lambda _: Typed("date", read_date),
    "days": lambda spec: Typed("days", partial(_days, spec)),
    "text": lambda _: str,
    "checked": lambda spec: Typed("text", partial(_checked, spec)),
}
"""The click types of forms that need no ids and no bounds."""
