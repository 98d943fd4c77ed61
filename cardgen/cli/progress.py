"""A bar on a terminal, where something takes long."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import click


@contextmanager
def progress() -> Iterator[Callable[[int, int], None]]:
    """Within: show how much is done, and of how much, on standard error if that is a terminal."""
    if not sys.stderr.isatty():
        yield lambda *_: None
        return
    bar: Any = click.progressbar(length=1, file=sys.stderr, show_pos=True)
    with bar:

        def tell(done: int, total: int) -> None:
            bar.length = max(total, 1)
            bar.update(done - bar.pos)

        yield tell
