"""How much closer, or further apart, two letters of our typefaces stand than their widths say.

The table is what HarfBuzz finds in the typefaces for each pair of letters (`kerning_table.py`), so
that Latin text looks as HarfBuzz sets it, and needs no shaping.
"""

import json
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from types import MappingProxyType

from cardgen.model.page import FontStyle
from cardgen.paths import DATA

TABLE = DATA / "fonts/kerning.json"
_NONE: Mapping[str, int] = MappingProxyType({})
THOUSAND = 1000


@cache
def _rows(face: FontStyle) -> dict[str, dict[str, int]]:
    """Return thousandths of the type size, by the first letter of a pair and the second."""
    found: dict[str, dict[str, int]] = {}
    for firsts, pairs in json.loads(TABLE.read_text("utf-8"))[face]:
        row = {second: int(units) for units, seconds in pairs.items() for second in seconds}
        found |= dict.fromkeys(firsts, row)
    return found


def kerns(text: str, face: FontStyle) -> list[int]:
    """Return what stands between each letter and the next beyond its width.

    It is in thousandths of the type size, and below 0 where they stand closer.
    """
    rows = _rows(face)
    return [rows.get(first, _NONE).get(second, 0) for first, second in pairwise(text)]


def kerning(text: str, face: FontStyle) -> float:
    """Return the sum of the same, in type sizes."""
    return sum(kerns(text, face)) / THOUSAND


@cache
def most(face: FontStyle) -> float:
    """Return the most that two letters stand apart beyond their widths, in type sizes."""
    return max(units for row in _rows(face).values() for units in row.values()) / THOUSAND
