"""Seldom looks for garbage: pages are made of very many small objects, and leave next to none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = (50_000, 20, 100)


def seldom_collected() -> None:
    """From here on look through what is new alone, and that seldom."""
    gc.freeze()
    gc.set_threshold(*_SELDOM)


@contextmanager
def collected_seldom() -> Iterator[None]:
    """Within: garbage is looked for seldom; then as before."""
    before = gc.get_threshold()
    seldom_collected()
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
