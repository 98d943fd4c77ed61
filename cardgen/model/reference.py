"""Fields that hold the id of another definition, and where they stand in a definition."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Annotated, Any, NamedTuple, get_args, get_origin

from pydantic import BaseModel

from cardgen.model.base import InSchema
from cardgen.model.origin import FieldPath
from cardgen.model.typed import typed_fields

NAMES = "x-names"
"""By this a JSON Schema says in which folder an id has its file."""


class Refers(InSchema):
    """Marks the type of an id, or of the keys of further fields: it has a file in a folder."""

    def __init__(self, folder: str) -> None:
        """`folder` is that of the kind: "sources"."""
        super().__init__(**{NAMES: folder})
        self.folder = folder


class Reference(NamedTuple):
    """An id that a definition names: the folder of its kind, and the field that holds it."""

    folder: str
    id: str
    path: FieldPath


_Finder = Callable[[Any, FieldPath], Iterator[Reference]]
"""Yields the references in a value that stands at a path."""


def references(value: BaseModel) -> Iterator[Reference]:
    """Yield each id of another definition that `value` names, in the order of its fields."""
    finder = _of_model(type(value))
    return finder(value, ()) if finder else iter(())


@lru_cache(maxsize=64)
def _of_model(model: type[BaseModel]) -> _Finder | None:
    fields, further = typed_fields(model, _of_type)
    if not fields and not further:
        return None

    def find(value: Any, path: FieldPath) -> Iterator[Reference]:  # noqa: ANN401 - any model
        for name, alias, finder in fields:
            yield from finder(getattr(value, name), (*path, alias))
        if further:
            yield from further(value.model_extra, path)

    return find


def _of_type(kind: Any, metadata: tuple[Any, ...] = ()) -> _Finder | None:  # noqa: ANN401 - a type
    """Return what finds the references in values of a type, or None where it holds none."""
    if get_origin(kind) is Annotated:
        return _of_type(kind.__origin__, (*kind.__metadata__, *metadata))
    for one in metadata:
        if isinstance(one, Refers):
            return _of_id(one.folder)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return _of_model(kind)
    inner = [_of_type(argument) for argument in get_args(kind)]
    if not any(inner):
        return None
    if get_origin(kind) is dict:
        return _of_pairs(*inner)
    finder = next(found for found in inner if found)
    return _of_each(finder) if get_origin(kind) is tuple else _if_there(finder)


def _of_id(folder: str) -> _Finder:
    return lambda value, path: iter((Reference(folder, value, path),))


def _of_each(finder: _Finder) -> _Finder:
    return lambda values, path: (
        found for i, value in enumerate(values) for found in finder(value, (*path, i))
    )


def _if_there(finder: _Finder) -> _Finder:
    return lambda value, path: iter(()) if value is None else finder(value, path)


def _of_pairs(keys: _Finder | None, values: _Finder | None) -> _Finder:
    def find(pairs: Any, path: FieldPath) -> Iterator[Reference]:  # noqa: ANN401 - a mapping
        for key, value in pairs.items():
            yield from keys(key, (*path, key)) if keys else ()
            yield from values(value, (*path, key)) if values else ()

    return find
