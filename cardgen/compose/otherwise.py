"""What a routine says to some people in place of what it says to others."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from cardgen.model.library import Record
from cardgen.model.origin import FieldPath, moved
from cardgen.model.routine import Otherwise, Routine

_PLACES: dict[str, FieldPath] = {"note": ("frequency", "note")}
"""Where in a routine a field stands, if not under its own name."""


def said_to(record: Record[Routine], conditions: Collection[str], *, own: bool) -> Record[Routine]:
    """Return a routine with what it says to people with these conditions.

    Of what is said otherwise the first that concerns them counts, field by field. What is said to
    all others is for a page of one's `own` alone: nobody knows who reads a page for anyone.
    """
    said: dict[str, Any] = {}
    places = dict(record.places)
    for i, one in enumerate(record.value.otherwise):
        if not _concerns(one, conditions, own=own):
            continue
        for name in one.model_fields_set - {"condition", *said}:
            said[name] = getattr(one, name)
            home, there = ("otherwise", i, name), _PLACES.get(name, (name,))
            places |= moved(record.places, home, there)
    if not said:
        return record
    if "note" in said:
        note = {"note": said.pop("note")}
        said["frequency"] = record.value.frequency.model_copy(update=note)
    return replace(record, value=record.value.model_copy(update=said), places=places)


def _concerns(one: Otherwise, conditions: Collection[str], *, own: bool) -> bool:
    if one.condition is None:
        return own
    return not set(one.condition).isdisjoint(conditions)
