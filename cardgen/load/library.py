"""Reads every definition and checks that they fit together."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from cardgen.errors import InvalidDataError, Problem
from cardgen.load.data import load_countries
from cardgen.load.files import read_folder
from cardgen.model.claim import Claim
from cardgen.model.library import Library, Origin, Record
from cardgen.model.routine import Routine
from cardgen.model.safety import BEFORE, DANGER, Safety
from cardgen.model.source import Source
from cardgen.model.stretch import Stretch
from cardgen.words import suggestion

M = TypeVar("M", bound=BaseModel)


def load_library(roots: Sequence[Path], glyphs: frozenset[int] | None = None) -> Library:
    """Return all definitions below `roots`, where the first folder that has an id wins.

    Texts must be printable with `glyphs`, where these are given. Raises InvalidDataError with
    every problem in every file.
    """
    library, problems = read_library(roots, glyphs)
    if problems:
        raise InvalidDataError(problems)
    return library


def read_library(
    roots: Sequence[Path], glyphs: frozenset[int] | None = None
) -> tuple[Library, list[Problem]]:
    """Return the definitions that can be read, as `load_library` does, and every problem."""
    problems: list[Problem] = []
    library = Library(
        stretches=_read(roots, "stretches", Stretch, glyphs, problems),
        routines=_read(roots, "routines", Routine, glyphs, problems),
        sources=_read(roots, "sources", Source, glyphs, problems),
        safety=_read(roots, "safety", Safety, glyphs, problems),
        countries=load_countries(),
    )
    # With a file that could not be read, "there is no such stretch" would often be untrue.
    return library, problems or list(_mismatches(library))


def _read(
    roots: Sequence[Path],
    kind: str,
    model: type[M],
    glyphs: frozenset[int] | None,
    problems: list[Problem],
) -> Mapping[str, Record[M]]:
    found: dict[str, Record[M]] = {}
    for root in reversed(roots):
        for record in read_folder(root / kind, model, glyphs, problems):
            found[record.id] = record
    return dict(sorted(found.items()))


def _mismatches(library: Library) -> Iterator[Problem]:
    for stretch in library.stretches.values():
        yield from _stretch(stretch, library)
    for routine in library.routines.values():
        yield from _routine(routine, library)
    for safety in library.safety.values():
        for origin, source in _safety_sources(safety):
            yield from _known(source, library.sources, origin, "source")


def _stretch(record: Record[Stretch], library: Library) -> Iterator[Problem]:
    yield from _claims(record, record.value.claims, library)
    for i, caution in enumerate(record.value.cautions):
        for j, source in enumerate(caution.sources):
            origin = record.origin("cautions", i, "sources", j)
            yield from _known(source, library.sources, origin, "source")
    for i, illustration in enumerate(record.value.illustrations):
        if not (record.root / "images" / illustration.file).is_file():
            yield record.origin("illustrations", i, "file").problem(
                f"there is no picture images/{illustration.file}",
                "Put the file there, or correct the name",
            )


def _routine(record: Record[Routine], library: Library) -> Iterator[Problem]:
    routine = record.value
    yield from _claims(record, routine.claims, library)
    yield from _known(routine.safety, library.safety, record.origin("safety"), "safety text")
    for j, source in enumerate(routine.frequency.sources):
        origin = record.origin("frequency", "sources", j)
        yield from _known(source, library.sources, origin, "source")
    for i, item in enumerate(routine.items):
        origin = record.origin("items", i, "stretch")
        unknown = list(_known(item.stretch, library.stretches, origin, "stretch"))
        yield from unknown
        if not unknown and item.dose:
            try:
                item.dose.applied_to(library.stretches[item.stretch].value.dose)
            except ValidationError as error:
                said = error.errors()[0]["msg"].removeprefix("Value error, ")
                remedy = f"It changes the dose in {library.stretches[item.stretch].file}"
                yield record.origin("items", i, "dose").problem(said, remedy)


def _claims(
    record: Record[Stretch] | Record[Routine], claims: Sequence[Claim], library: Library
) -> Iterator[Problem]:
    for i, claim in enumerate(claims):
        unknown = False
        for j, source in enumerate(claim.sources):
            found = list(
                _known(source, library.sources, record.origin("claims", i, "sources", j), "source")
            )
            unknown = unknown or bool(found)
            yield from found
        if not unknown and not any(library.sources[s].value.prints for s in claim.sources):
            yield record.origin("claims", i, "sources").problem(
                "none of the sources of this claim has been verified, so it cannot print",
                "Name a source whose record says `checked: verified`, or take the claim out",
            )


def _safety_sources(record: Record[Safety]) -> Iterator[tuple[Origin, str]]:
    for name in (*BEFORE, *DANGER):
        for i, sign in enumerate(getattr(record.value, name).signs):
            for j, source in enumerate(sign.sources):
                yield record.origin(name, "signs", i, "sources", j), source


def _known(id_: str, known: Mapping[str, object], origin: Origin, kind: str) -> Iterator[Problem]:
    if id_ not in known:
        yield origin.problem(f"there is no {kind} '{id_}'", suggestion(id_, list(known)))
