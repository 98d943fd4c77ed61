"""Rare garbage collection: pages are made of very many small objects, and leave next to none."""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager

_THRESHOLDS = (400_000, 20, 100)
"""One document is made of fewer objects that last, and needs no collection."""


def collect_rarely() -> None:
    """From here on look through what is new alone, and that rarely."""
    gc.freeze()
    gc.set_threshold(*_THRESHOLDS)


@contextmanager
def rare_collection() -> Iterator[None]:
    """Within: garbage is collected rarely; then as before."""
    before = gc.get_threshold()
    collect_rarely()
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def leave_garbage() -> None:
    """Look for garbage rarely until the process ends, and not then: its memory goes with it.

    The interpreter looks twice, and once where a `rare_collection` ends: each takes a tenth of the
    time in which a handout is made.
    """
    collect_rarely()
    atexit.register(gc.freeze)
