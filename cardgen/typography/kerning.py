"""How much closer, or further apart, two letters of our typefaces stand than their widths say.

The table is what HarfBuzz finds in the typefaces for each pair of letters (`kerning_table.py`), so
that Latin text looks as HarfBuzz sets it, and needs no shaping.
"""

import json
from functools import cache
from itertools import pairwise, repeat

from cardgen.model.page import FontStyle
from cardgen.paths import DATA

TABLE = DATA / "fonts/kerning.json"
THOUSAND = 1000


@cache
def _units(face: FontStyle) -> dict[tuple[str, str], int]:
    """Return thousandths of the type size, by the two letters of a pair."""
    return {
        (first, second): int(units)
        for firsts, pairs in json.loads(TABLE.read_text("utf-8"))[face]
        for first in firsts
        for units, seconds in pairs.items()
        for second in seconds
    }


def kern(letters: tuple[str, str], face: FontStyle) -> int:
    """Return what stands between two letters beyond the width of the first.

    It is in thousandths of the type size, and below 0 where they stand closer.
    """
    return _units(face).get(letters, 0)


def kerning(text: str, face: FontStyle) -> float:
    """Return the sum of the same for all letters of a text, in type sizes."""
    # Each name of a batch is looked up letter by letter: this is done without a step in Python.
    return sum(map(_units(face).get, pairwise(text), repeat(0))) / THOUSAND


@cache
def most(face: FontStyle) -> float:
    """Return the most that two letters stand apart beyond their widths, in type sizes."""
    return max(_units(face).values()) / THOUSAND
