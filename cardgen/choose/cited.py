"""Which sources are cited, and where."""

from collections.abc import Iterator
from typing import Any

from cardgen.model.library import Library, Origin, Record
from cardgen.model.routine import Routine
from cardgen.model.safety import BEFORE, DANGER, Safety
from cardgen.model.stretch import Stretch


def cited(library: Library) -> Iterator[tuple[str, Origin]]:
    """Yield the id of each source that a definition names, and the place where it does."""
    for stretch in library.stretches.values():
        yield from _stretch(stretch)
    for routine in library.routines.values():
        yield from _routine(routine)
    for safety in library.safety.values():
        yield from _safety(safety)


def _stretch(record: Record[Stretch]) -> Iterator[tuple[str, Origin]]:
    for name in ("claims", "cautions"):
        for i, part in enumerate(getattr(record.value, name)):
            yield from _named(record, part.sources, name, i)


def _routine(record: Record[Routine]) -> Iterator[tuple[str, Origin]]:
    for i, claim in enumerate(record.value.claims):
        yield from _named(record, claim.sources, "claims", i)
    yield from _named(record, record.value.frequency.sources, "frequency")


def _safety(record: Record[Safety]) -> Iterator[tuple[str, Origin]]:
    for name in (*BEFORE, *DANGER):
        for i, sign in enumerate(getattr(record.value, name).signs):
            yield from _named(record, sign.sources, name, "signs", i)


def _named(
    record: Record[Any], ids: tuple[str, ...], *path: str | int
) -> Iterator[tuple[str, Origin]]:
    for j, id_ in enumerate(ids):
        yield id_, record.origin(*path, "sources", j)
