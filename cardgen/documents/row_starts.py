"""What the rows of a kind of document start from, and what cells add to it."""

from collections.abc import Mapping
from typing import Any

from cardgen.documents import KINDS
from cardgen.documents.handout_request import HandoutRequest
from cardgen.documents.request import Request
from cardgen.model.request import RequestField, fields_of


def grouped(start: Request, values: Mapping[RequestField, Any]) -> dict[str, Any]:
    """Return groups of fields with the values that cells give."""
    found: dict[str, dict[str, Any]] = {}
    for one, value in values.items():
        if one.group:
            found.setdefault(one.group, {})[one.name] = value
    return {group: getattr(start, group).changed(**given) for group, given in found.items()}


def start_of(kind: str, defaults: HandoutRequest) -> Request:
    """Return what a row of a kind starts from: what was said of handouts and holds there, too."""
    model = KINDS[kind].request
    values: dict[str, Any] = {}
    for one in fields_of(model).values():
        for name in (one.name, *one.asked.aliases):
            said = getattr(defaults, name, None) if one.group is None else None
            if name in type(defaults).model_fields and _holds(name, said, defaults):
                many = isinstance(one.default, tuple) and not isinstance(said, tuple)
                values[one.name] = (said,) if many else said
    return model(**values)


def _holds(name: str, said: object, defaults: HandoutRequest) -> bool:
    """Tell whether a value of the defaults is to hold for rows of other kinds."""
    return name == "routine" or (name in defaults.model_fields_set and said is not None)
