"""What is known of the fields of a model by their types alone."""

from collections.abc import Callable
from typing import Any, TypeVar

from pydantic import BaseModel

T = TypeVar("T")


def typed_fields(
    model: type[BaseModel], of_type: Callable[[Any, tuple[Any, ...]], T | None]
) -> tuple[list[tuple[str, str, T]], T | None]:
    """Return what is known of the fields of a model, and of the further ones that it takes.

    `of_type` tells it of a type and its metadata; None where there is nothing to know. Each field
    of which something is known stands with its name and the name that files have for it.
    """
    known = [
        (name, field.alias or name, found)
        for name, field in model.model_fields.items()
        if (found := of_type(field.annotation, tuple(field.metadata)))
    ]
    return known, of_type(model.__annotations__.get("__pydantic_extra__"), ())
