"""Data to a model, with pydantic's findings said in cardgen's words."""

import json
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from cardgen.errors import InvalidDataError, Problem
from cardgen.load.tree import Tree
from cardgen.model.library import FieldPath, dotted
from cardgen.words import suggestion

_EXPECTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "lines of `field: value`",
    "model_type": "lines of `field: value`",
    "model_attributes_type": "lines of `field: value`",
    "date_type": "a date such as 2026-11-22",
    "date_parsing": "a date such as 2026-11-22",
    "date_from_datetime_parsing": "a date such as 2026-11-22",
    "greater_than": "a number over {gt}",
    "greater_than_equal": "a number from {ge}",
    "less_than": "a number under {lt}",
    "less_than_equal": "a number up to {le}",
    "literal_error": "{expected}",
    "too_short": "at least {min_length} in the list",
    "too_long": "at most {max_length} in the list",
    "string_too_long": "at most {max_length} characters",
}
_PATTERNS = {
    "DOI": "a DOI such as 10.3390/jfmk4030043",
    "PMID": "a PubMed number such as 33467358",
    "PMCID": "a PubMed Central number such as PMC7739349",
    "ISSN": "an ISSN such as 2411-5142",
    "URL": "a web address that starts with https://",
    "video": "a web address that starts with https://",
    "link": "a web address that starts with https://",
    "logo": "the name of an SVG, PNG or JPEG file",
    "file": "the name of an SVG, PNG or JPEG file in images/",
    "colour": "a colour such as '#0b6577', in quotation marks",
    "accent": "a colour such as '#0b6577', in quotation marks",
}
_LONGEST = 40

M = TypeVar("M", bound=BaseModel)


def checked(tree: Tree, model: type[M]) -> M:
    """Return the data of `tree` as a `model`. Raises InvalidDataError with every problem."""
    try:
        # JSON mode is pydantic's strict mode for data that has only JSON's types, as YAML's has.
        return model.model_validate_json(json.dumps(tree.data))
    except ValidationError as error:
        details = error.errors(include_url=False)
        told = (detail for detail in details if not _is_echo(detail, details))
        raise InvalidDataError(_problem(tree, model, detail) for detail in told) from None


def _is_echo(detail: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """Tell whether a list is called too short only because what is in it is faulty."""
    path = detail["loc"]
    return detail["type"] == "too_short" and any(
        other["loc"][: len(path)] == path and other is not detail for other in details
    )


def _problem(tree: Tree, model: type[BaseModel], detail: ErrorDetails) -> Problem:
    # `[key]` is pydantic's own mark, and leads to no key of the file.
    path = tuple(part for part in detail["loc"] if part != "[key]")
    if detail["type"] == "extra_forbidden":
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
    number = isinstance(detail["input"], int | float)
    remedy = "Put it in quotation marks" if detail["type"] == "string_type" and number else ""
    return tree.problem(path, _message(path, detail), remedy)


def _message(path: FieldPath, detail: ErrorDetails) -> str:
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "value_error":
        return str(context["error"])
    if kind == "string_pattern_mismatch":
        named = next((str(p) for p in reversed(path) if isinstance(p, str)), "")
        expected = _PATTERNS.get(named, "an id: small letters, digits and single hyphens")
    elif kind in _EXPECTED:
        expected = _EXPECTED[kind].format(**context)
    else:
        return detail["msg"]
    return f"expected {expected}, found {shown(detail['input'])}"


def shown(value: Any) -> str:
    """Return a value as a message quotes it, in YAML's words and not Python's."""
    if value is None:
        return "nothing"
    if isinstance(value, (dict, list)):
        return f"a list of {len(value)}" if isinstance(value, list) else "lines of `field: value`"
    text = json.dumps(value) if isinstance(value, (bool, int, float)) else f"'{value}'"
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…'"


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
        if "$ref" in choice or "items" in choice:
            node = choice
            break
    if "$ref" in node:
        found: dict[str, Any] = schema["$defs"][node["$ref"].rsplit("/", 1)[-1]]
        return found
    return node
