"""Keeps watch on words that differ from person to person while a page is laid out.

A page depends on such words only through the number of lines that they take. What is noted here
tells which other words would have led to the same page, at every type size that was tried.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from math import inf

from cardgen.layout.measure import Measure
from cardgen.model.content import Words
from cardgen.model.page import Face

_SAFE = 1e-6
"""Widths this near to a limit are taken to be over it: sums of widths are not exact."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A paragraph with a slot, as it was set once."""

    slot: str
    face: Face
    limit: float
    """The widest words, in type sizes, with which it is one line; less than nothing where it
    is not, or must not be, one line."""
    lines: int
    count: Callable[[str], int]
    """Tells how many lines other words take, or 0 where they cannot be set."""


_watch: ContextVar[list[Sighting] | None] = ContextVar("watch", default=None)


@contextmanager
def watched() -> Iterator[list[Sighting]]:
    """Within: every paragraph with a slot is noted in the list."""
    seen: list[Sighting] = []
    token = _watch.set(seen)
    try:
        yield seen
    finally:
        _watch.reset(token)


@contextmanager
def noted() -> Iterator[list[Sighting]]:
    """Within: what is noted is put into the list as well, at the end."""
    seen = _watch.get()
    start = len(seen) if seen is not None else 0
    found: list[Sighting] = []
    yield found
    if seen is not None:
        found += seen[start:]


def is_watching() -> bool:
    """Tell whether somebody keeps watch."""
    return _watch.get() is not None


def note_again(sightings: Iterable[Sighting]) -> None:
    """Note what was noted before, since the same words are set again."""
    seen = _watch.get()
    if seen is not None:
        seen += sightings


def is_watched(text: Words) -> bool:
    """Tell whether `text` has a slot and somebody keeps watch."""
    return _watch.get() is not None and any(span.slot for span in text)


def note(
    text: Words, face: Face, size: float, spare: float, lines: int, count: Callable[[Words], int]
) -> None:
    """Note a paragraph: its slot's face and size, and the width that its one line leaves free."""
    slots = [span for span in text if span.slot]
    first = slots[0]

    def others(value: str) -> int:
        return count(tuple(s._replace(text=value) if s is first else s for s in text))

    single = len(slots) == 1 and lines == 1
    limit = spare / size - _SAFE if single else -inf
    seen = _watch.get()
    if seen is not None:
        seen += [Sighting(span.slot or "", face, limit, lines, others) for span in slots]


def note_room(slot: str, face: Face, width: float, kept: float, measure: Measure) -> None:
    """Note words that have a room of their own, `kept` wide; both widths are in type sizes."""
    seen = _watch.get()
    if seen is None:
        return
    lines = int(width <= kept)

    def count(other: str) -> int:
        return int(lines and measure.width(other, face, 1) <= kept)

    seen.append(Sighting(slot, face, kept - _SAFE if lines else -inf, 1, count))
