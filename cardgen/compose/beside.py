"""What conditions change of a move for people who have some other condition as well."""

from collections.abc import Collection
from dataclasses import replace

from cardgen.model.caution import Caution, MoveChange
from cardgen.model.library import Record
from cardgen.model.origin import moved
from cardgen.model.stretch import Stretch


def beside_others(record: Record[Stretch], conditions: Collection[str]) -> Record[Stretch]:
    """Return a stretch whose cautions have the changes for people with these conditions together.

    Each field that then changes has its place in what is said of the other condition.
    """
    if not any(one.beside for one in record.value.cautions):
        return record
    cautions, places = [*record.value.cautions], dict(record.places)
    for n, caution in enumerate(cautions):
        for i, one in enumerate(caution.beside):
            if set(one.condition).isdisjoint(conditions):
                continue
            cautions[n] = _with(cautions[n], one.changes)
            home, there = ("cautions", n, "beside", i, "changes"), ("cautions", n, "changes")
            for name in one.changes.model_fields_set:
                places |= moved(record.places, (*home, name), (*there, name))
    if cautions == [*record.value.cautions]:
        return record
    value = record.value.model_copy(update={"cautions": tuple(cautions)})
    return replace(record, value=value, places=places)


def _with(caution: Caution, more: MoveChange) -> Caution:
    """Return a caution that changes more, or the same fields otherwise."""
    given = {name: getattr(more, name) for name in more.model_fields_set}
    merged = (caution.changes or MoveChange()).model_copy(update=given)
    return caution.model_copy(update={"changes": merged})
