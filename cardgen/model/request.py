"""What every request has in common: values that check themselves, and what their fields are."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from functools import lru_cache
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    TypeAdapter,
    ValidationError,
)
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from cardgen.errors import ClashError, InvalidDataError, Problem
from cardgen.model.asked import Asked
from cardgen.model.described import Described, descriptions
from cardgen.model.findings import ValueRefusedError, ValuesClashError, explanation
from cardgen.model.origin import dotted
from cardgen.words import suggestion

DEFAULT_ROUTINE = "post-run"
DEFAULT_DECK = "gym-bag"
_TAG = "is:"
"""What the tags of a union start with, which are no part of a field's path."""
_REMEDY = "Change it, or leave it out"
_REMEDIES = {
    "string_type": "Write it as text",
    "tuple_type": "Give a list, such as ('cat-cow', 'bird-dog')",
    "date_type": "Give a datetime.date, and no text or time of day",
    "string_too_short": "Leave it out, or give an id",
    "bool_type": "Give true or false",
}


class Values(Described):
    """Values that are checked when they are made, whoever makes them. They cannot be changed.

    Making one raises InvalidDataError with a problem for each field that is wrong; `Problem.field`
    is the name of the field.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)
    first: ClassVar[tuple[str, ...]] = ()
    """The fields that may be given by their place, in order."""

    def __init__(self, *args: Any, **values: Any) -> None:  # noqa: ANN401 - checked here
        if len(args) > len(self.first):
            raise TypeError(f"expected at most {len(self.first)} values without their names")
        for name, value in zip(self.first, args, strict=False):
            if name in values:
                raise TypeError(f"`{name}` is given twice")
            values[name] = value
        with problems_of(type(self)):
            super().__init__(**values)

    # As pydantic's own: a group within a request is checked together with the rest of it.
    __init__.__pydantic_base_init__ = True  # type: ignore[attr-defined]

    @classmethod
    def model_validate(cls, obj: Any, **options: Any) -> Self:  # noqa: ANN401 - checked here
        """Return data such as a form gives. Raises InvalidDataError."""
        with problems_of(cls):
            return super().model_validate(obj, **options)

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Any) -> Self:  # noqa: ANN401 - pydantic's
        """Return what JSON says. Raises InvalidDataError."""
        with problems_of(cls):
            return super().model_validate_json(json_data, **options)

    def changed(self, **values: Any) -> Self:  # noqa: ANN401 - checked here
        """Return the same with other values of some fields. Raises InvalidDataError."""
        given = {name: getattr(self, name) for name in self.model_fields_set}
        return type(self)(**{**given, **values})

    def with_checked(self, values: Mapping[str, Any]) -> Self:
        """Return the same with other values of some fields, each of which has been checked.

        It is for many requests in a row, of a kind that has no rule for several fields at once.
        """
        # What pydantic's model_copy does, without looking for private fields: half its time.
        made, put = object.__new__(type(self)), object.__setattr__
        put(made, "__dict__", {**self.__dict__, **values})
        put(made, "__pydantic_fields_set__", self.__pydantic_fields_set__.union(values))
        put(made, "__pydantic_extra__", None)
        put(made, "__pydantic_private__", None)
        return made

    @classmethod
    def has_rules(cls) -> bool:
        """Tell whether some values may not go together although each is right."""
        return bool(cls.__pydantic_decorators__.model_validators)


class Group(Values):
    """Fields that stand together in a request, which checks them with the rest of its own.

    One with wrong values can be made: the request that it goes into refuses it, and tells of all
    that is wrong at once.
    """

    model_config = ConfigDict(revalidate_instances="always")

    def __init__(self, *args: Any, **values: Any) -> None:  # noqa: ANN401 - checked by the request
        try:
            super().__init__(*args, **values)
        except InvalidDataError:
            given = {**dict(zip(self.first, args, strict=False)), **values}
            usual = {name: info.default for name, info in type(self).model_fields.items()}
            object.__setattr__(self, "__dict__", {**usual, **given})
            object.__setattr__(self, "__pydantic_fields_set__", set(given))
            object.__setattr__(self, "__pydantic_extra__", None)
            object.__setattr__(self, "__pydantic_private__", None)

    __init__.__pydantic_base_init__ = True  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True, eq=False)
class RequestField:
    """A field of a request, or of a group of its fields such as its arrangement."""

    model: type["Values"]
    """The request, or the group."""
    name: str
    group: str | None
    """The field of the request that holds the group, if any."""
    info: FieldInfo = dataclass_field(repr=False)
    asked: Asked = dataclass_field(repr=False)

    @property
    def names(self) -> tuple[str, ...]:
        """Return its name, and the others that it has."""
        return (self.name, *self.asked.aliases)

    @property
    def about(self) -> str:
        """Return its help text."""
        return " ".join(descriptions(self.model).get(self.name, "").split())

    @property
    def default(self) -> Any:  # noqa: ANN401 - of any type
        """Return its value where nothing is said."""
        return self.info.get_default(call_default_factory=True)

    def ids_in(self, request: "Values") -> tuple[str, ...]:
        """Return the ids that a request names in this field."""
        if not self.asked.ids:
            return ()
        value = getattr(getattr(request, self.group) if self.group else request, self.name)
        if isinstance(value, str):
            return (value,)
        return value if isinstance(value, tuple) else ()

    def value(self, given: Any) -> Any:  # noqa: ANN401 - checked here
        """Return a value made fit for the field. Raises InvalidDataError."""
        return self.checker()(given)

    def checker(self) -> Callable[[Any], Any]:
        """Return what makes values fit for the field, as `value` does: to do it many times."""
        validate, name = _validate(self), self.name

        def check(given: Any) -> Any:  # noqa: ANN401 - checked here
            try:
                return validate(given)
            except ValidationError as error:
                raise _invalid(error, None, name) from None
            except UnicodeEncodeError as error:
                raise _half_sign(error, name) from None

        return check


@lru_cache(256)
def _validate(field: RequestField) -> Callable[[Any], Any]:
    kind = Annotated[(field.info.annotation, *field.info.metadata)]  # type: ignore[name-defined]
    return TypeAdapter(kind, config=ConfigDict(strict=True)).validator.validate_python


@lru_cache(64)
def fields_of(model: type[Values]) -> Mapping[str, RequestField]:
    """Return the fields of a request by name, those of its groups in their place."""
    return MappingProxyType({field.name: field for field in _fields(model, None)})


def _fields(model: type[Values], group: str | None) -> Iterator[RequestField]:
    for name, info in model.model_fields.items():
        if (inner := _group(info)) is not None:
            yield from _fields(inner, name)
        for asked in info.metadata:
            if isinstance(asked, Asked):
                yield RequestField(model, name, group, info, asked)


def _group(info: FieldInfo | None) -> type[Group] | None:
    kind = info.annotation if info else None
    return kind if isinstance(kind, type) and issubclass(kind, Group) else None


@contextmanager
def problems_of(model: type[BaseModel]) -> Iterator[None]:
    """Within: what pydantic finds is an InvalidDataError, with problems that name fields."""
    try:
        yield
    except ValidationError as error:
        raise _invalid(error, model) from None
    except UnicodeEncodeError as error:
        raise _half_sign(error) from None


def _half_sign(error: UnicodeEncodeError, field: str = "") -> InvalidDataError:
    """Return what is wrong with a text that has half of a sign: an odd byte is read as one."""
    half = f"U+{ord(error.object[error.start]):04X}"
    message = f"there is half of a sign ({half}) in it, which no text has"
    return InvalidDataError([Problem("", 0, 0, field, message, "Write it with other characters")])


def _invalid(
    error: ValidationError, model: type[BaseModel] | None, field: str = ""
) -> InvalidDataError:
    """Return what pydantic found; `field` stands before each path, for a single value."""
    details = error.errors(include_url=False)
    found = dict.fromkeys(_problem(model, field, detail) for detail in details)
    clash = all(isinstance(d.get("ctx", {}).get("error"), ValuesClashError) for d in details)
    return (ClashError if clash else InvalidDataError)(found)


def _problem(model: type[BaseModel] | None, field: str, detail: ErrorDetails) -> Problem:
    path = [part for part in detail["loc"] if not str(part).startswith(_TAG)]
    path = [field, *path] if field else path
    refusal = detail.get("ctx", {}).get("error")
    if isinstance(refusal, ValueRefusedError) and refusal.field:
        path.append(refusal.field)
    while model and len(path) > 1 and (inner := _group(model.model_fields.get(str(path[0])))):
        model, path = inner, path[1:]
    if detail["type"] == "extra_forbidden":
        said = "there is no such field"
        remedy = _nearest(str(path[-1]), model) if model and len(path) == 1 else _REMEDY
    elif detail["type"] == "missing":
        said, remedy = "this field is missing", f"Give `{path[-1]}`"
    else:
        said, remedy = explanation(tuple(path), detail), _REMEDIES.get(detail["type"], _REMEDY)
    if isinstance(refusal, ValueRefusedError) and refusal.remedy:
        remedy = refusal.remedy
    return Problem("", 0, 0, dotted(tuple(path)), said, remedy)


def _nearest(name: str, model: type[BaseModel]) -> str:
    """Return what to do about a field that there is not, or that stands elsewhere."""
    known = fields_of(model) if issubclass(model, Values) else {}
    if name in known and known[name].group:
        return f"It stands within `{known[name].group}`"
    return suggestion(name, list(known or model.model_fields)) or _REMEDY


def as_tuple(value: Any) -> Any:  # noqa: ANN401 - not checked yet
    """Return a list as a tuple, also where it stands in lines of `field: value`."""
    if isinstance(value, dict):
        return {name: as_tuple(inner) for name, inner in value.items()}
    return tuple(map(as_tuple, value)) if isinstance(value, list) else value


def tag(name: str) -> str:
    """Return the tag of a member of a union, which no path of a problem shows."""
    return f"{_TAG}{name}"
