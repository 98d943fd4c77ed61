"""Values that are asked for again and again, by what they say."""

from typing import Any


class HashedOnce:
    """Keeps the hash of a frozen dataclass, which is else reckoned from all its parts each time.

    A class that inherits from it says `slots=True` and calls the decorator `hashed_once` above
    `dataclass`.
    """

    __slots__ = ("_hash",)


def hashed_once(cls: type[Any]) -> type[Any]:
    """Let a frozen dataclass that inherits from `HashedOnce` reckon its hash once.

    Equal values have equal hashes as before.
    """
    reckoned: Any = cls.__hash__

    def hashed(self: Any) -> int:  # noqa: ANN401 - any such value
        try:
            found: int = self._hash
        except AttributeError:
            found = reckoned(self)
            object.__setattr__(self, "_hash", found)
        return found

    cls.__hash__ = hashed  # type: ignore[assignment]  # it takes the place of the class's own
    return cls
