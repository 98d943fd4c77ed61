"""A back that takes several pages: on the fewest, in the roomiest sizes that take no more."""

from collections.abc import Callable
from contextlib import suppress
from itertools import product
from typing import NamedTuple

from cardgen.layout.handout.fit import SideFitter
from cardgen.layout.handout.sides import back
from cardgen.layout.handout.sizes import BACK
from cardgen.layout.looks import Sizes
from cardgen.model.arrangement import Sides
from cardgen.model.handout import Handout
from cardgen.model.page import Page
from cardgen.typography.style import TooLargeError

WHOLE = Sides(back=True)
"""A back with room for all."""
TIGHT = WHOLE._replace(compact=True, tight=True)
"""One that is short of room."""


class _Way(NamedTuple):
    """How the parts of a back flow."""

    spread: bool
    """Whether each level of urgency has a box as wide as the page."""
    sides: Sides
    divide: bool
    """Whether notes go on to fill pages."""


_WAYS = _Way(True, WHOLE, False), _Way(False, TIGHT, False), _Way(False, TIGHT, True)  # noqa: FBT003 - named above
Flowed = tuple[Handout, Sides, list[Page]]


def fewest_pages(write: Callable[[Sides], Handout], fitter: SideFitter) -> Flowed:
    """Return a back on the fewest pages, and what it says.

    `write` gives the words of a handout whose parts stand on some sides. Raises TooLargeError for
    a text that has no room on any page, in the least sizes.
    """

    def flowed(sizes: Sizes, way: _Way) -> Flowed:
        content = write(way.sides)
        make = back(content, way.sides, spread=way.spread)
        return content, way.sides, fitter.flowed(make, sizes, divide=way.divide)

    # First, so that what has no room is known even where there is another way.
    *larger, least = BACK.rungs
    smallest = [flowed(least, way) for way in _WAYS]
    fewest = min(len(pages) for _, _, pages in smallest)
    for sizes, way in product(larger, _WAYS):
        with suppress(TooLargeError):
            found = flowed(sizes, way)
            if len(found[2]) <= fewest:
                return found
    return next(found for found in smallest if len(found[2]) == fewest)
