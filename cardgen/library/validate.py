"""Data to a model, with pydantic's findings said in cardgen's words."""

import json
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from cardgen.errors import InvalidDataError, Problem
from cardgen.library.yaml_tree import Tree
from cardgen.model.findings import explanation, shown
from cardgen.model.origin import FieldPath, dotted
from cardgen.words import suggestion

M = TypeVar("M", bound=BaseModel)
_EMPTY = "Write what it says, or take the line out"


def checked(tree: Tree, model: type[M]) -> M:
    """Return the data of `tree` as a `model`. Raises InvalidDataError with every problem."""
    empty = [
        tree.problem(path, "nothing stands here", _EMPTY) for path in sorted(tree.empty, key=str)
    ]
    try:
        # JSON mode is pydantic's strict mode for data that has only JSON's types, as YAML's has.
        # Its own validator: values of requests make problems without lines of what it finds.
        value: M = model.__pydantic_validator__.validate_json(json.dumps(tree.data))
    except ValidationError as error:
        details = error.errors(include_url=False)
        found = [_problem(tree, model, one) for one in details if not _is_echo(one, details)]
        told = {problem.field for problem in found}
        raise InvalidDataError([*found, *(p for p in empty if p.field not in told)]) from None
    if empty:
        raise InvalidDataError(empty)
    return value


def _is_echo(detail: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """Tell whether a list is called too short only because what is in it is faulty."""
    path = detail["loc"]
    return detail["type"] == "too_short" and any(
        other["loc"][: len(path)] == path and other is not detail for other in details
    )


def _problem(tree: Tree, model: type[BaseModel], detail: ErrorDetails) -> Problem:
    # `[key]` is pydantic's own mark, and leads to no key of the file.
    path = tuple(part for part in detail["loc"] if part != "[key]")
    if detail["type"] == "extra_forbidden" or _is_no_field(model, path, detail):
        line, column = tree.keys.get(path, tree.place(path))
        known = _fields(model, path[:-1])
        return Problem(
            tree.file,
            line,
            column,
            dotted(path),
            "there is no such field",
            suggestion(str(path[-1]), known),
        )
    if detail["type"] == "missing" and isinstance(path[-1], int):
        return tree.problem(path[:-1], f"expected {path[-1] + 1} or more in the list")
    if detail["type"] == "missing":
        message, remedy = "this field is missing", f"Add a line `{path[-1]}: …`"
        return Problem(tree.file, *tree.place(path[:-1]), dotted(path), message, remedy)
    return tree.problem(path, explanation(path, detail), _remedy(model, path, detail))


def _is_no_field(model: type[BaseModel], path: FieldPath, detail: ErrorDetails) -> bool:
    """Tell whether one value stands where a further field would have lines below it."""
    return (
        detail["type"] in ("model_type", "model_attributes_type")
        and len(path) == 1
        and not isinstance(detail["input"], dict)
        and path[0] not in _fields(model, ())
    )


def _remedy(model: type[BaseModel], path: FieldPath, detail: ErrorDetails) -> str:
    found = detail["input"]
    if found is None:
        return _EMPTY
    if detail["type"] == "string_type" and isinstance(found, int | float):
        return "Put it in quotation marks"
    # A list of bare ids, where each is to stand behind the name of its field.
    if detail["type"] == "model_type" and isinstance(found, str) and isinstance(path[-1], int):
        first = next(iter(_fields(model, path)), "")
        return f"Write `- {first}: {shown(found)[1:-1]}`"
    return ""


def _fields(model: type[BaseModel], path: FieldPath) -> list[str]:
    """Return the names of the fields that the model has at `path`."""
    schema = model.model_json_schema(by_alias=True)
    node: Any = schema
    for part in path:
        node = _step(resolved(schema, node), part)
    return list(resolved(schema, node).get("properties", ()))


def _step(node: dict[str, Any], part: str | int) -> dict[str, Any]:
    if isinstance(part, int):
        return dict(node.get("items", {}))
    found = node.get("properties", {}).get(part, node.get("additionalProperties", {}))
    return dict(found)


def resolved(schema: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    """Return the object or list that a node of a JSON Schema stands for."""
    for choice in node.get("anyOf", ()):
        if "$ref" in choice or "items" in choice or "prefixItems" in choice:
            node = choice
            break
    if "$ref" in node:
        found: dict[str, Any] = schema["$defs"][node["$ref"].rsplit("/", 1)[-1]]
        return found
    return node
