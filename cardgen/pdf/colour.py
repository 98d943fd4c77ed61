"""Colours as a press takes them: what is neutral is a grey, so that it prints in black alone."""

from functools import lru_cache

_FULL = 255
_PARTS = 3
_GREYS = {"rg": "g", "RG": "G"}
"""The operator that sets a grey, by the one that sets red, green and blue."""


@lru_cache(maxsize=64)
def grey_of(name: str) -> float | None:
    """Return how light a colour such as "#808080" is, from 0 to 1; None where it is not neutral.

    A press prints a grey of three equal parts of red, green and blue with all four inks, and one
    in the space of greys with black alone (ISO 32000-1, 8.6.4.2).
    """
    red, green, blue = (int(name[i : i + 2], 16) for i in (1, 3, 5))
    return red / _FULL if red == green == blue else None


@lru_cache(maxsize=64)
def fill_of(name: str) -> bytes:
    """Return the operator that fills in a colour such as "#0b6577"."""
    grey = grey_of(name)
    if grey is not None:
        return f"{grey:.3g} g\n".encode()
    parts = (f"{int(name[i : i + 2], 16) / _FULL:.3g}" for i in (1, 3, 5))
    return f"{' '.join(parts)} rg\n".encode()


def neutral(line: str) -> str:
    """Return a line of operators; one that only sets a neutral red, green and blue sets a grey."""
    first, *others = line.split(" ")
    if len(others) == _PARTS and others[-1] in _GREYS and {first} == set(others[:-1]):
        return f"{first} {_GREYS[others[-1]]}"
    return line
