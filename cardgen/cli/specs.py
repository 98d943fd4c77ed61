"""Options of a command as plain values: what the fields of a request say, read once.

So a help text, and a command whose answer was kept, load no request.
"""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal

from cardgen.cli.keeping import kept_values

if TYPE_CHECKING:
    from cardgen.model.asked import Spelling
    from cardgen.model.request import RequestField, Values

Form = Literal[
    "flag", "path", "ids", "choice", "date", "days", "length", "number", "text", "checked"
]
"""How what is typed is read."""
_QUOTED = re.compile(r"`([a-z_]+)`")
_FILES = ("letterhead", "programme", "style")
"""Forms whose words are the path of a file."""
_FOR_ANYONE = ("The page", "The sheet", "The file")
"""The groups of fields that say nothing of a person, a clinic or what somebody has."""


@dataclass(frozen=True, slots=True)
class OptionSpec:
    """An option that sets a field of a request, or another spelling of one."""

    home: str
    """The request, or the group of its fields, as "module:class"."""
    field: str
    name: str
    """What click knows it by: that of the field, but for other spellings."""
    flags: tuple[str, ...]
    group: str
    about: str
    form: Form
    metavar: str | None = None
    many: bool = False
    ids: str = ""
    """The kind of things that it names."""
    measures: bool = False
    is_listed: bool = False
    """Whether the help text tells the ids."""
    choices: tuple[str, ...] = ()
    least: Any = None
    most: Any = None
    """The bounds of a number."""
    rest: str = ""
    """What the help text ends in: the default value, as a person would type it."""
    is_open: bool = False
    """Whether what is typed says nothing of a person, and is no name of a file."""


def in_options(text: str, named: Mapping[str, str]) -> str:
    """Return text in which fields are quoted, with their options in place; `named` has those."""
    return _QUOTED.sub(lambda m: named.get(m[1], m[0]), text)


def flag(name: str) -> str:
    """Return the option of a field, or of another name that it has: `--log-days`."""
    return f"--{name.replace('_', '-')}"


def spelled(field: str, spelling: str) -> str:
    """Return the name by which click knows another option for a field."""
    return f"{field}__{spelling.replace('-', '_')}"


def kept_specs(home: str, only: Sequence[str] = ()) -> list[OptionSpec]:
    """Return the options of a request that is named as "module:class", or of some fields of it."""

    def made() -> list[dict[str, Any]]:
        return [asdict(spec) for spec in specs_of(model_at(home), only)]

    return [_spec(values) for values in kept_values(("options", home, *only), made)]


def _spec(values: Mapping[str, Any]) -> OptionSpec:
    told: dict[str, Any] = {n: tuple(v) if isinstance(v, list) else v for n, v in values.items()}
    return OptionSpec(**told)


def model_at(home: str) -> "type[Values]":
    """Return the request that is named as "module:class"."""
    module, name = home.split(":")
    model: type[Values] = getattr(import_module(module), name)
    return model


def home_of(model: type) -> str:
    """Return how a request is named: "module:class"."""
    return f"{model.__module__}:{model.__name__}"


def specs_of(model: "type[Values]", only: Sequence[str] = ()) -> Iterator[OptionSpec]:
    """Yield the options of a request, or those of some fields of it, in the order of its fields."""
    from cardgen.model.request import fields_of

    for field in fields_of(model).values():
        if field.asked.option and (not only or field.name in only):
            yield _of_field(model, field)
            for spelling in field.asked.spellings:
                yield _of_spelling(model, field, spelling)


def _of_field(model: "type[Values]", field: "RequestField") -> OptionSpec:
    from cardgen.documents.reading import choices, shape
    from cardgen.model.request import fields_of

    asked, kind, form = field.asked, shape(field), _form(field)
    again = " Again for more." if isinstance(field.default, tuple) and not field.default else ""
    return OptionSpec(
        home=home_of(model),
        field=field.name,
        name=field.name,
        flags=tuple(map(flag, field.names)),
        group=asked.group,
        about=in_options(field.about, {name: flag(name) for name in fields_of(model)}),
        form=form,
        metavar=asked.metavar or None,
        many=kind is tuple,
        ids=asked.ids,
        measures=asked.measures,
        is_listed=bool(asked.closed and asked.metavar),
        choices=tuple(str(value) for value in choices(field)),
        least=_bound(field, "ge"),
        most=_bound(field, "le"),
        rest=again + _default(asked.default or _usual(field)),
        is_open=asked.group in _FOR_ANYONE
        and (form in ("flag", "ids", "choice", "days", "length", "number") or bool(asked.ids)),
    )


def _form(field: "RequestField") -> Form:  # noqa: PLR0911 - one line a form
    """Return how what is typed for a field is read."""
    from cardgen.documents.reading import shape

    asked, kind = field.asked, shape(field)
    if kind is bool:
        return "flag"
    if asked.form in _FILES:
        return "path"
    if asked.closed:
        return "ids"
    if kind is Literal:
        return "choice"
    if kind is datetime.date:
        return "date"
    if asked.form in ("days", "length"):
        return asked.form  # type: ignore[return-value]  # both are forms here
    if kind is int:
        return "number"
    # What a person writes for another, and what only the library knows, is looked at later.
    return "text" if asked.prose or asked.form or asked.ids else "checked"


def _bound(field: "RequestField", name: str) -> Any:
    """Return the least ("ge") or the most ("le") that a number may be."""
    inner = getattr(field.info.annotation, "__args__", ())
    marks = [*field.info.metadata, *(m for one in inner for m in getattr(one, "__metadata__", ()))]
    for mark in (m for one in marks for m in (one, *getattr(one, "metadata", ()))):
        found = getattr(mark, name, None)
        if isinstance(found, int | float):
            return found
    return None


def _usual(field: "RequestField") -> str:
    """Return the default value as a person would type it; "" where there is none."""
    if field.default in (None, False, (), 0):
        return ""
    return str(field.default)


def _default(usual: str) -> str:
    return f"  [default: {usual}]" if usual else ""


def _of_spelling(model: "type[Values]", field: "RequestField", spelling: "Spelling") -> OptionSpec:
    return OptionSpec(
        home=home_of(model),
        field=field.name,
        name=spelled(field.name, spelling.name),
        flags=(flag(spelling.name),),
        group=field.asked.group,
        about=spelling.about,
        form="choice" if spelling.words else "flag",
        choices=tuple(word for word, _ in spelling.words),
        is_open=field.asked.group in _FOR_ANYONE,
    )
