"""Requests as plain data, such as JSON and YAML have, and the schema of it."""

import json
from collections.abc import Mapping
from typing import Any

from cardgen.documents import KINDS
from cardgen.documents.columns import KIND, USUAL_KIND
from cardgen.documents.reading import Place, read
from cardgen.documents.request import Request
from cardgen.errors import CardgenError, InvalidDataError, Problem
from cardgen.model.request import fields_of
from cardgen.words import unknown

_FROM_FILES = ("letterhead", "programme", "style", "printer")
"""Forms of fields whose value is in a file that plain data names."""


def read_request(data: Mapping[str, Any], place: Place) -> Request:
    """Return the request that plain data asks for, as `request_schema` describes it.

    `kind` says which kind of document it is, a handout where it does not. Paths count from the
    folder of `place`. Raises InvalidDataError with every problem, which names fields.
    """
    kind = data.get(KIND, USUAL_KIND)
    if kind not in KINDS:
        raise InvalidDataError([unknown("kind of document", str(kind), KINDS, KIND)])
    model = KINDS[kind].request
    plain = {name: value for name, value in data.items() if name != KIND}
    problems: list[Problem] = []
    files: dict[str, Any] = {}
    for field in fields_of(model).values():
        if field.asked.form in _FROM_FILES and isinstance(plain.get(field.name), str):
            try:
                files[field.name] = read(field, plain.pop(field.name), place)
            except CardgenError as error:
                problems += error.problems
    try:
        request = model.model_validate_json(json.dumps(plain, default=str))
    except CardgenError as error:
        raise InvalidDataError([*problems, *error.problems]) from None
    if problems:
        raise InvalidDataError(problems)
    return request.changed(**files) if files else request


def request_schema(kind: str) -> dict[str, Any]:
    """Return the JSON Schema of a request for a kind of document, such as "handout"."""
    made = KINDS[kind].request.model_json_schema()
    made["properties"] = {
        KIND: {"const": kind, "title": "Kind", "description": "The kind of document."},
        **made["properties"],
    }
    if kind != USUAL_KIND:
        made["required"] = [KIND, *made.get("required", ())]
    return made
