"""Cards that a person leaves out of a deck."""

from collections.abc import Sequence

from cardgen.compose.moves import Exercise
from cardgen.errors import InvalidDataError, Problem
from cardgen.model.address import addresses, id_of, meant, misnamed
from cardgen.model.library import Library
from cardgen.model.origin import requested
from cardgen.words import suggestion

COVER, SAFETY = "cover", "safety"


def without(
    skip: Sequence[str], moves: Sequence[Exercise], library: Library
) -> tuple[Exercise, ...]:
    """Return the moves of a deck but those of `skip`, which are addresses, or "cover".

    Raises InvalidDataError for what is not in the deck or could be several of its moves, for the
    safety card, and when no move is left.
    """
    full = addresses(move.record.id for move in moves)
    problems = [p for name in skip if name != COVER for p in _refused(name, full, library)]
    gone = {one for name in skip for one in meant(name, full)}
    kept = tuple(move for move, one in zip(moves, full, strict=True) if one not in gone)
    if not problems and not kept:
        problems.append(requested("skip").problem("no stretch is left", "Leave out fewer"))
    if problems:
        raise InvalidDataError(problems)
    return kept


def _refused(name: str, full: Sequence[str], library: Library) -> tuple[Problem, ...]:
    """Return what is wrong with a name, if anything is."""
    if name == SAFETY:
        message = "the safety card cannot be left out: it tells when to stop and when to get help"
        return (requested("skip").problem(message),)
    if meant(name, full):
        return misnamed("skip", name, full, "this deck")
    known = [*dict.fromkeys(map(id_of, full)), COVER]
    there = " in this deck" if id_of(name) in library.stretches else ""
    message = f"there is no card '{name}'{there}"
    return (requested("skip").problem(message, suggestion(name, known)),)
