"""Keeps what is costly to make, by value: bounded, and safe in threads.

What may hold the words of a document is kept by `kept`, so that it can be forgotten where they are
one person's own.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import lru_cache
from threading import Lock
from typing import Generic, ParamSpec, TypeVar, cast

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
T = TypeVar("T")
P = ParamSpec("P")
_clears: list[Callable[[], None]] = []
"""What empties each cache that `kept` has made, all of them at import."""


def kept(most: int = 1024) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Let a function keep the last results that it gave, by the values that it was given.

    All values must be hashable; content reckons its hash once (`cardgen.model.value`).
    """

    def keeping(make: Callable[P, T]) -> Callable[P, T]:
        cache = lru_cache(most)(make)
        _clears.append(cache.cache_clear)
        return cast("Callable[P, T]", cache)

    return keeping


def forget() -> None:
    """Forget all that `kept` keeps: the next document takes longer to lay out."""
    for clear in _clears:
        clear()


class Memo(Generic[K, V]):
    """The last values that were asked for, by key.

    It is for what `functools.lru_cache` cannot do: to be known by less than what it is made of,
    as the content of a file is by its digest.
    """

    def __init__(self, most: int) -> None:
        """Keep at most so many values."""
        self._most = most
        self._kept: OrderedDict[K, V] = OrderedDict()
        self._lock = Lock()

    def get(self, key: K, make: Callable[[], V]) -> V:
        """Return the value of a key; `make` gives it where it is not kept.

        Two threads that ask at once may both make it: equal values, of which one is kept.
        """
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()
        with self._lock:
            self._kept[key] = made
            if len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return made
