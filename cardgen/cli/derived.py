"""Click options that are made from the fields of a request."""

import datetime
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from cardgen.cli import complete
from cardgen.cli.options import read_date

if TYPE_CHECKING:
    from cardgen.model.asked import Spelling
    from cardgen.model.request import RequestField, Values

_DAY = "DATE|today"
_FILES = ("letterhead", "style")
"""Forms whose words are the path of a file."""
_QUOTED = re.compile(r"`([a-z_]+)`")


class FieldOption(click.Option):
    """An option that sets a field of a request; without it, its value is None."""

    def __init__(self, declarations: Sequence[str], group: str, **attributes: Any) -> None:
        """`group` is the heading that it stands under in a help text."""
        super().__init__(declarations, **attributes)
        self.group = group


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


def _days(field: "RequestField", words: str) -> Any:
    """Return the number of days of "2w" or "10d". Raises ValueError."""
    from cardgen.documents.reading import days
    from cardgen.errors import CardgenError

    try:
        return field.value(days(words))
    except CardgenError:
        raise ValueError(f"expected up to 4 weeks, as 2w or 10d, got '{words}'") from None


def _length(least: float, most: float, words: str) -> float:
    """Return a length such as 3mm or 0.125in in points, as the bounds are. Raises ValueError."""
    from cardgen.model.design import MM, points

    length = points(words.strip())
    if not least <= length <= most:
        raise ValueError(f"expected {least / MM:g} to {most / MM:g} mm, got '{words}'")
    return length


def _checked(field: "RequestField", words: str) -> Any:
    """Return what a field takes as it is typed. Raises ValueError."""
    from cardgen.errors import CardgenError

    try:
        return field.value(words)
    except CardgenError as error:
        raise ValueError(error.problems[0].message) from None


class IdOrMeasures(click.Choice[str]):
    """One of some ids, or measures such as 220x300mm."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the id, or the measures. Fails with click's usage error."""
        return str(value) if value[:1].isdigit() else super().convert(value, param, ctx)


def flag(name: str) -> str:
    """Return the option of a field, or of another name that it has: `--log-days`."""
    return f"--{name.replace('_', '-')}"


def options_of(model: "type[Values]", only: Sequence[str] = ()) -> Iterator[click.Option]:
    """Yield the options of a request, or those of some fields of it, in the order of its fields."""
    from cardgen.model.request import fields_of

    known = fields_of(model)
    for field in known.values():
        if field.asked.option and (not only or field.name in only):
            yield _option(field, known)
            for spelling in field.asked.spellings:
                yield _spelling(field, spelling)


def _option(field: "RequestField", known: Any) -> click.Option:
    from cardgen.documents.reading import shape

    kind = shape(field)
    attributes: dict[str, Any] = {"help": _help(field, known), "default": None}
    if kind is bool:
        attributes["is_flag"] = True
    else:
        attributes["type"] = _type(field, kind)
        attributes["metavar"] = field.asked.metavar or (_DAY if kind is datetime.date else None)
        attributes["multiple"] = kind is tuple
        if field.asked.ids and not field.asked.closed:
            attributes["shell_complete"] = complete.ids(field.asked.ids)
    names = [field.name, *(flag(name) for name in field.names)]
    return FieldOption(names, field.asked.group, **attributes)


def _type(field: "RequestField", kind: Any) -> Any:
    """Return the click type of a field; `kind` is its plain type."""
    from cardgen.documents.reading import choices

    if field.asked.form in _FILES:
        return click.Path(path_type=Path)
    if field.asked.closed:
        return _ids(field)
    if kind is Literal:
        return click.Choice([str(value) for value in choices(field)])
    if kind is datetime.date:
        return Typed("date", read_date)
    return _number(field, kind) or _text(field)


def _ids(field: "RequestField") -> click.ParamType[Any]:
    from cardgen.documents.vocabulary import offered

    ids = IdOrMeasures if field.asked.measures else click.Choice
    return ids(offered(field.asked.ids, Path.cwd()), case_sensitive=False)


def _number(field: "RequestField", kind: Any) -> click.ParamType[Any] | None:
    least, most = _bound(field, "ge"), _bound(field, "le")
    if field.asked.form == "days":
        return Typed("days", partial(_days, field))
    if field.asked.form == "length":
        return Typed("length", partial(_length, least, most))
    return click.IntRange(least, most) if kind is int else None


def _text(field: "RequestField") -> Any:
    # What a person writes for another, and what only the library knows, is looked at later.
    asked = field.asked
    return (
        str if asked.prose or asked.form or asked.ids else Typed("text", partial(_checked, field))
    )


def _bound(field: "RequestField", name: str) -> Any:
    """Return the least ("ge") or the most ("le") that a number may be."""
    inner = getattr(field.info.annotation, "__args__", ())
    marks = [*field.info.metadata, *(m for one in inner for m in getattr(one, "__metadata__", ()))]
    for mark in (m for one in marks for m in (one, *getattr(one, "metadata", ()))):
        if (found := getattr(mark, name, None)) is not None:
            return found
    return None


def _help(field: "RequestField", known: Any) -> str:
    text = in_options(field.about, {name: flag(name) for name in known})
    if field.asked.closed and field.asked.metavar:
        from cardgen.documents.vocabulary import offered

        text = f"{text.rstrip('.')}: {', '.join(offered(field.asked.ids, Path.cwd()))}."
    if isinstance(field.default, tuple) and field.default == ():
        text = f"{text} Again for more."
    usual = field.asked.default or _usual(field)
    return f"{text}  [default: {usual}]" if usual else text


def _usual(field: "RequestField") -> str:
    """Return the default value as a person would type it; "" where there is none."""
    if field.default in (None, False, (), 0):
        return ""
    return str(field.default)


def _spelling(field: "RequestField", spelling: "Spelling") -> click.Option:
    attributes: dict[str, Any] = {"help": spelling.about, "default": None}
    if spelling.words:
        attributes["type"] = click.Choice([word for word, _ in spelling.words])
    else:
        attributes["is_flag"] = True
    names = [spelled(field.name, spelling.name), flag(spelling.name)]
    return FieldOption(names, field.asked.group, **attributes)


def spelled(field: str, spelling: str) -> str:
    """Return the name by which click knows another option for a field."""
    return f"{field}__{spelling.replace('-', '_')}"


def in_options(text: str, named: Mapping[str, str]) -> str:
    """Return text in which fields are quoted, with their options in place; `named` has those."""
    return _QUOTED.sub(lambda m: named.get(m[1], m[0]), text)
