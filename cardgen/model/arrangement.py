"""How a handout is laid out."""

from dataclasses import dataclass
from typing import Literal, get_args

Layout = Literal["grid", "list", "steps"]
LAYOUTS: tuple[Layout, ...] = get_args(Layout)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How a handout is laid out."""

    layout: Layout | None = None
    """None for the one that takes the largest type."""
    pages: Literal[1, 2] | None = None
    """2 for the sources, and the log, on the back; None for that where one side is too small."""
    large_print: bool = False
    """At least 16 pt, on as many pages as that takes."""


AS_FITS = Arrangement()
