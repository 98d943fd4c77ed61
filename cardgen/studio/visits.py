"""The visits that are open, and how long they are kept."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from secrets import token_urlsafe

from cardgen.memo import forget
from cardgen.studio.page import Page
from cardgen.studio.visit import Visit

MOST = 30
"""So many visits may be open at once."""


@dataclass
class Open:
    """A visit that is open, and the page that was made for it last."""

    visit: Visit
    began: float = field(default_factory=time.time)
    last: float = field(default_factory=time.monotonic)
    """When something was asked of it."""
    made: tuple[int, Page] | None = None
    """The page, and the number of the content that it has."""


class Visits:
    """Visits by a key that nobody can guess."""

    def __init__(self, quiet: float) -> None:
        """Empty a visit after `quiet` seconds in which nobody asked anything of it."""
        self.quiet = quiet
        self._open: dict[str, Open] = {}

    def __len__(self) -> int:
        return len(self._open)

    def __iter__(self) -> Iterator[tuple[str, Open]]:
        yield from self._open.items()

    @property
    def is_full(self) -> bool:
        """Tell whether one has to be ended before another is opened."""
        return len(self._open) >= MOST

    def open(self, visit: Visit) -> str:
        """Keep a visit, and return its key."""
        key = token_urlsafe(18)
        self._open[key] = Open(visit)
        return key

    def find(self, key: str) -> Open | None:
        """Return a visit that is open, which then is not quiet; None for any other."""
        if found := self._open.get(key):
            found.last = time.monotonic()
        return found

    def end(self, key: str) -> None:
        """Forget a visit, and what was kept of its pages."""
        self._open.pop(key, None)
        forget()

    def outdate(self) -> None:
        """Let no page be printed that was made before: the clinic has changed what all have."""
        for one in self._open.values():
            one.visit, one.made = replace(one.visit, rev=one.visit.rev + 1, kept=False), None

    def end_all(self) -> None:
        """Forget every visit."""
        self._open.clear()
        forget()

    def end_quiet(self) -> None:
        """Forget the visits that have been quiet for too long."""
        now = time.monotonic()
        for key in [key for key, one in self._open.items() if now - one.last > self.quiet]:
            self.end(key)
