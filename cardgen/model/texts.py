"""The texts of a definition that a reader sees: where they stand, and the same in other words.

Which fields are texts is told by their types, so that a new field is translated as soon as it is
there.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Annotated, Any, NamedTuple, TypeVar, get_args, get_origin

from pydantic import BaseModel

from cardgen.model.base import PROSE, Wording
from cardgen.model.origin import FieldPath
from cardgen.model.typed import typed_fields

M = TypeVar("M", bound=BaseModel)
OPTIONAL = "(optional)"
"""What the name of equipment ends in that a move can do without: no page prints it."""


class Written(NamedTuple):
    """A text of a definition, and the field that holds it."""

    words: str
    path: FieldPath
    on_pages: bool = True
    """Whether some page prints it, so that it is missed where it is not translated."""


Say = Callable[[Written], str]
"""Returns what is to stand in the place of a text."""
_Mapper = Callable[[Any, Written, Say], Any]
"""Returns a value with other texts; the `Written` has its path, and no words yet."""


def texts(value: BaseModel) -> Iterator[Written]:
    """Return the texts of a definition in the order of its fields, each field once."""
    found: list[Written] = []

    def say(written: Written) -> str:
        found.append(written)
        return written.words

    reworded(value, say)
    return iter(found)


def reworded(value: M, say: Say) -> M:
    """Return a definition with the texts that `say` gives; the same one where all stay."""
    mapper = _of_model(type(value))
    made: M = mapper(value, Written("", ()), say) if mapper else value
    return made


def needs_words(words: str) -> bool:
    """Tell whether a text is one that people read: a number needs no translation."""
    return any(sign.isalpha() for sign in words) and not words.endswith(OPTIONAL)


@lru_cache(maxsize=64)
def _of_model(model: type[BaseModel]) -> _Mapper | None:
    mappers, further = typed_fields(model, _of_type)
    dialects = [
        name for name, field in model.model_fields.items() if Wording.DIALECT in field.metadata
    ]
    if not mappers and not further:
        return None

    def change(value: Any, at: Written, say: Say) -> Any:  # noqa: ANN401 - any model
        changed = {
            name: said
            for name, alias, mapper in mappers
            if (had := getattr(value, name)) is not None
            if (said := mapper(had, _within(at, alias), say)) is not had
        }
        if further:
            extra = value.model_extra
            if (said := further(extra, at, say)) is not extra:
                changed |= said
        if not changed:
            return value
        gone = {name: None for name in dialects if getattr(value, name) is not None}
        return value.model_copy(update={**changed, **gone})

    return change


def _of_type(kind: Any, metadata: tuple[Any, ...] = ()) -> _Mapper | None:  # noqa: ANN401 - a type
    """Return what changes the texts in values of a type, or None where it holds none."""
    if get_origin(kind) is Annotated:
        return _of_type(kind.__origin__, (*kind.__metadata__, *metadata))
    if Wording.NEVER in metadata or Wording.DIALECT in metadata:
        return None
    found = _text if PROSE in metadata else _of_parts(kind)
    return _off_pages(found) if found and Wording.OFF_PAGES in metadata else found


def _of_parts(kind: Any) -> _Mapper | None:  # noqa: ANN401 - a type
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return _of_model(kind)
    arguments = get_args(kind)
    if get_origin(kind) is dict:
        values = _of_type(arguments[1])
        return _of_pairs(values) if values else None
    inner = next((found for one in arguments if (found := _of_type(one))), None)
    return _of_each(inner) if inner and get_origin(kind) is tuple else inner


def _within(at: Written, *path: str | int) -> Written:
    return at._replace(path=(*at.path, *path))


def _text(value: str, at: Written, say: Say) -> str:
    if not needs_words(value):
        return value
    said = say(at._replace(words=value))
    return value if said == value else said


def _off_pages(mapper: _Mapper) -> _Mapper:
    return lambda value, at, say: mapper(value, at._replace(on_pages=False), say)


def _of_each(mapper: _Mapper) -> _Mapper:
    def change(values: Any, at: Written, say: Say) -> Any:  # noqa: ANN401 - a tuple
        made = tuple(mapper(value, _within(at, i), say) for i, value in enumerate(values))
        same = all(one is other for one, other in zip(made, values, strict=True))
        return values if same else made

    return change


def _of_pairs(mapper: _Mapper) -> _Mapper:
    def change(pairs: Any, at: Written, say: Say) -> Any:  # noqa: ANN401 - a mapping
        made = {key: mapper(value, _within(at, key), say) for key, value in pairs.items()}
        return pairs if all(made[key] is pairs[key] for key in pairs) else made

    return change
