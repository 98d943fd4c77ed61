"""Cards that a person leaves out of a deck."""

from collections.abc import Sequence

from cardgen.errors import InvalidDataError, Problem
from cardgen.model.dose import Dose
from cardgen.model.library import Library, Record
from cardgen.model.origin import requested
from cardgen.model.stretch import Stretch
from cardgen.words import suggestion

COVER, SAFETY = "cover", "safety"
Items = Sequence[tuple[Record[Stretch], Dose]]


def without(
    skip: Sequence[str], items: Items, library: Library
) -> tuple[tuple[Record[Stretch], Dose], ...]:
    """Return the stretches of a deck but those of `skip`, which are ids, or "cover".

    Raises InvalidDataError for what is not in the deck, for the safety card, and when no stretch
    is left.
    """
    ids = [record.id for record, _ in items]
    problems = [_refused(name, ids, library) for name in skip if name not in (*ids, COVER)]
    kept = tuple(item for item in items if item[0].id not in skip)
    if not problems and not kept:
        problems.append(requested("skip").problem("no stretch is left", "Leave out fewer"))
    if problems:
        raise InvalidDataError(problems)
    return kept


def _refused(name: str, ids: Sequence[str], library: Library) -> Problem:
    if name == SAFETY:
        message = "the safety card cannot be left out: it tells when to stop and when to get help"
        return requested("skip").problem(message)
    known = [*dict.fromkeys(ids), COVER]
    there = " in this deck" if name in library.stretches else ""
    message = f"there is no card '{name}'{there}"
    return requested("skip").problem(message, suggestion(name, known))
