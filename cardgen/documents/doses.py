"""Doses that one person does otherwise: by stretch, the fields that change."""

import re
from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from cardgen.documents.request import Id, printable
from cardgen.errors import InvalidDataError, Problem
from cardgen.model.address import PATTERN
from cardgen.model.dose import DoseChange
from cardgen.model.findings import ValueRefusedError
from cardgen.model.origin import requested
from cardgen.model.request import Values
from cardgen.words import suggestion

_FIELD = "changes"
"""The field of a request that holds them."""
_SETTING = re.compile(rf"({PATTERN})\.dose\.([a-z_]+)=(.*)", re.DOTALL)
FIELDS = tuple(DoseChange.model_fields)
"""What of a dose can be changed."""
WORDED = ("note", "unit", "load", "side")
"""Those that are words, and no numbers."""
TRUTHS = ("each_side",)
"""Those that hold or do not."""
LONGEST_NOTE = 60
"""In characters, of a word on how to do a move."""


def _noted(change: DoseChange) -> DoseChange:
    """Return a change with its note made fit to print. Raises ValueRefusedError."""
    if change.note is None:
        return change
    try:
        note = printable(change.note, LONGEST_NOTE)
    except ValueRefusedError as refusal:
        raise ValueRefusedError(str(refusal), refusal.remedy, "note") from None
    return change if note == change.note else change.model_copy(update={"note": note})


Change = Annotated[DoseChange, AfterValidator(_noted)]
"""The fields of a dose that one person changes; a note has at most `LONGEST_NOTE` characters."""


class Dosed(Values):
    """What one person does otherwise with a move."""

    dose: Change
    """The fields of its dose that change."""


def _by_stretch(given: object) -> object:
    """Return pairs of a stretch and its change as a mapping.

    Raises ValueRefusedError where a stretch is changed twice.
    """
    if isinstance(given, Mapping):
        pairs = list(given.items())
    elif isinstance(given, (list, tuple)) and all(_is_pair(one) for one in given):
        pairs = [tuple(one) for one in given]
    else:
        return given
    found: dict[object, object] = {}
    for id_, change in pairs:
        if id_ in found:
            raise ValueRefusedError(
                "it is changed twice", "Put its changes together", f"{id_}.dose"
            )
        found[id_] = {"dose": change} if isinstance(change, DoseChange) else change
    return found


def _is_pair(value: object) -> bool:
    return isinstance(value, (list, tuple)) and len(value) == len(("stretch", "change"))


def _pairs(found: dict[str, Dosed]) -> tuple[tuple[str, DoseChange], ...]:
    return tuple((id_, one.dose) for id_, one in found.items())


def _plain(pairs: tuple[tuple[str, DoseChange], ...]) -> dict[str, Any]:
    return {id_: {"dose": change.model_dump(exclude_unset=True)} for id_, change in pairs}


class _ByStretch:
    """Reads changes by stretch, and keeps them as pairs, which can be hashed."""

    def __get_pydantic_core_schema__(
        self,
        source: Any,  # noqa: ANN401 - as pydantic calls it
        handler: GetCoreSchemaHandler,
    ) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            _pairs,
            core_schema.no_info_before_validator_function(
                _by_stretch, handler.generate_schema(dict[Id, Dosed])
            ),
            serialization=core_schema.plain_serializer_function_ser_schema(_plain),
        )


Changes = Annotated[tuple[tuple[str, DoseChange], ...], _ByStretch()]
"""By stretch, what differs from the routine's dose.

It is made from pairs of an id and a `DoseChange`, or from `{"cat-cow": {"dose": {"sets": 2}}}`.
"""


def read_doses(texts: Iterable[str]) -> dict[str, dict[str, dict[str, Any]]]:
    """Return what texts such as "figure-four.dose.hold=20" say, for `HandoutRequest.changes`.

    A value is read as YAML reads it. Raises InvalidDataError with every problem.
    """
    from cardgen.library.yaml_tree import scalar

    problems: list[Problem] = []
    found: dict[str, dict[str, dict[str, Any]]] = {}
    for text in texts:
        match = _SETTING.fullmatch(text)
        if not match:
            message = f"expected STRETCH.dose.FIELD=VALUE, found '{text}'"
            remedy = "Write it as figure-four.dose.hold=20"
            problems.append(requested(_FIELD).problem(message, remedy))
            continue
        id_, name, value = match.groups()
        place = requested(f"{_FIELD}.{id_}.dose.{name}")
        dose = found.setdefault(id_, {"dose": {}})["dose"]
        if name not in FIELDS:
            problems.append(place.problem("there is no such field", suggestion(name, FIELDS)))
        elif name in dose:
            problems.append(place.problem("it is set twice", "Keep one of the two"))
        else:
            dose[name] = scalar(value)
    if problems:
        raise InvalidDataError(problems)
    return found
