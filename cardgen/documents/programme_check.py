"""What is wrong with a programme by what the library has: every claim is backed, as in a file."""

from collections.abc import Iterator, Sequence

from cardgen.documents.programme import Programme
from cardgen.errors import Problem, gathered
from cardgen.kinds import kind_in
from cardgen.model.library import Library
from cardgen.model.origin import requested

_FIELD = "routine"
"""The field of a request that holds it."""


def programme_problems(programme: Programme, library: Library) -> Iterator[Problem]:
    """Yield a problem for all that `library` has not, or has not verified."""
    for i, move in enumerate(programme.moves, 1):
        field = f"{_FIELD}.moves[{i}]"
        if unknown := _unknown("stretches", move.stretch, f"{field}.stretch", library):
            yield from unknown
        elif move.dose and (said := move.dose.clash(library.stretches[move.stretch].value.dose)):
            yield requested(f"{field}.dose").problem(said, "Change the other field, too")
    yield from _unknown("safety", programme.safety, f"{_FIELD}.safety", library)
    for i, claim in enumerate(programme.claims, 1):
        yield from _unbacked(claim.sources, f"{_FIELD}.claims[{i}].sources", library)
    if programme.frequency.sources:
        yield from _unbacked(programme.frequency.sources, f"{_FIELD}.frequency.sources", library)


def _unbacked(ids: Sequence[str], field: str, library: Library) -> Iterator[Problem]:
    """Yield what is wrong with the sources of what is claimed: one must have been verified."""
    unknown = [problem for id_ in ids for problem in _unknown("sources", id_, field, library)]
    yield from unknown
    if not unknown and not any(library.sources[id_].value.prints for id_ in ids):
        yield requested(field).problem(
            "none of these sources has been verified, so what they are to back cannot print",
            "Name a source whose record says `checked: verified`, or leave the claim out",
        )


def _unknown(folder: str, id_: str, field: str, library: Library) -> tuple[Problem, ...]:
    return gathered(lambda: library.pick(folder, id_, kind_in(folder).words, field))
