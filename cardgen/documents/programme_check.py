"""What is wrong with a programme by what the library has.

It is held to what a file is held to: what it names is there, and every claim is backed.
"""

from collections.abc import Callable, Iterator, Sequence

from cardgen.documents.programme import Programme
from cardgen.errors import Problem, gathered
from cardgen.kinds import kind_in
from cardgen.model.library import Library, Record
from cardgen.model.origin import Origin, dotted, requested
from cardgen.model.reference import references

Place = Callable[..., Origin]
"""Tells where the field at a path stands."""


def programme_in(request: object) -> tuple[Programme, Place] | None:
    """Return the programme that a request brings, and what tells where its fields stand."""
    brought = getattr(request, "programme", None)
    if isinstance(brought, Record):
        return brought.value, brought.origin
    routine = getattr(request, "routine", None)
    if isinstance(routine, Programme):
        return routine, lambda *path: requested(f"routine.{dotted(path)}")
    return None


def programme_problems(programme: Programme, place: Place, library: Library) -> Iterator[Problem]:
    """Yield a problem for all that `library` has not, or has not verified."""
    for folder, id_, path in references(programme):
        yield from lacking(folder, id_, place(*path), library)
    for i, move in enumerate(programme.moves):
        known = library.stretches.get(move.stretch)
        if known and move.dose and (said := move.dose.clash(known.value.dose)):
            yield place("moves", i, "dose").problem(said, "Change the other field, too")
    for i, claim in enumerate(programme.claims):
        yield from _unbacked(claim.sources, place("claims", i, "sources"), library)
    yield from _unbacked(programme.frequency.sources, place("frequency", "sources"), library)


def _unbacked(ids: Sequence[str], place: Origin, library: Library) -> Iterator[Problem]:
    """Yield what is wrong with the sources of what is claimed: one must have been verified."""
    known = [library.sources[id_].value for id_ in ids if id_ in library.sources]
    if known and len(known) == len(ids) and not any(source.prints for source in known):
        yield place.problem(
            "none of these sources has been verified, so what they are to back cannot print",
            "Name a source whose record says `checked: verified`, or leave the claim out",
        )


def lacking(folder: str, id_: str, place: Origin, library: Library) -> Iterator[Problem]:
    """Yield what is wrong with an id, or with the definition that it is of."""
    for problem in gathered(lambda: library.pick(folder, id_, kind_in(folder).words)):
        # What is wrong with a definition stands in its own file.
        yield problem if problem.file else place.problem(problem.message, problem.remedy)
