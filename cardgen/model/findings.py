"""What pydantic finds in data, said in cardgen's words."""

import json
from typing import Any

from pydantic_core import ErrorDetails

from cardgen.model.origin import FieldPath

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
    "string_too_short": "some text",
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
    "logo": "the name of an SVG, PNG or JPEG file, or of another picture",
    "file": "the name of an SVG, PNG or JPEG file in images/, or of another picture there",
    "colour": "a colour such as '#0b6577', in quotation marks",
    "accent": "a colour such as '#0b6577', in quotation marks",
}
_LONGEST = 40


class ValueRefusedError(ValueError):
    """A value that a validator refuses, with what to do about it."""

    def __init__(self, message: str, remedy: str = "", field: str = "") -> None:
        """`field` is the one to change, where a validator looks at several."""
        super().__init__(message)
        self.remedy, self.field = remedy, field


class ValuesClashError(ValueRefusedError):
    """Values that are each right and do not go together."""


def explanation(path: FieldPath, detail: ErrorDetails) -> str:
    """Return what is wrong with the value at `path`, as a sentence without a full stop."""
    kind, context = detail["type"], detail.get("ctx", {})
    if kind in ("too_short", "too_long") and isinstance(detail["input"], str):
        kind = f"string_{kind}"
    if kind == "value_error":
        return str(context["error"])
    if kind == "string_pattern_mismatch":
        named = next((str(p) for p in reversed(path) if isinstance(p, str)), "")
        expected = _PATTERNS.get(named, "an id: small letters, digits and single hyphens")
    elif kind in _EXPECTED:
        plain = {k: f"{v:g}" if isinstance(v, float) else v for k, v in context.items()}
        expected = _EXPECTED[kind].format(**plain)
    else:
        return detail["msg"]
    return f"expected {expected}, found {shown(detail['input'])}"


def shown(value: Any) -> str:  # noqa: ANN401 - data that has not been checked
    """Return a value as a message quotes it, in YAML's words and not Python's."""
    if value is None:
        return "nothing"
    if isinstance(value, (dict, list, tuple)):
        return "lines of `field: value`" if isinstance(value, dict) else f"a list of {len(value)}"
    text = json.dumps(value) if isinstance(value, (bool, int, float)) else f"'{value}'"
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…'"
