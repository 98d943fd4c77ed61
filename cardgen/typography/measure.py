"""How wide text is on one line, whatever its letters."""

import math
from functools import lru_cache
from unicodedata import east_asian_width

from cardgen.model.content import Span
from cardgen.model.direction import USUAL, Setting
from cardgen.model.glyphs import UPEM, width_of
from cardgen.model.page import FontStyle, Run
from cardgen.typography.fonts import is_plain, plain_width
from cardgen.typography.manner import BLANK, circle_width
from cardgen.typography.style import Style
from cardgen.typography.words import words_of

_KERNED = 1.2
"""So much wider than its letters, each alone, a text may be: kerning parts a bracket and a J by a
sixth."""
_JOINED = 1.5
"""The same of Arabic, which may take digits and signs beside it into its own font."""


_WIDE = ("W", "F")
"""How Unicode calls signs that are as wide as a character of Chinese."""
_ARABIC = frozenset(map(chr, range(0x600, 0x700)))
_JOINER = "\u200d"
"""Stands for a letter that another is joined to."""


def text_width(text: str, face: FontStyle, size: float) -> float:
    """Return the width of `text` in points, set at `size` points as in English. No text is kept.

    Raises LackingGlyphError for a character that no typeface has.
    """
    try:
        return plain_width(text, face, size)
    except KeyError:
        return _shaped_width(text, face, USUAL) * size


def style_width(text: str, style: Style) -> float:
    """Return the width of `text` in points, on one line in a style. Raises LackingGlyphError."""
    if not style.setting.letters:
        return text_width(text, style.face, style.size)
    return _shaped_width(text, style.face, style.setting) * style.size


def most_width(text: str, style: Style) -> float:
    """Return what `style_width` of a Latin, Chinese or Arabic text does not exceed; inf for others.

    It takes no shaping but that of its letters, each for itself.
    """
    widths = [_letter_width(letter, style.face, style.setting) for letter in text]
    return sum(widths) * style.size * (_KERNED if _ARABIC.isdisjoint(text) else _JOINED)


@lru_cache(maxsize=1 << 12)
def _letter_width(letter: str, face: FontStyle, setting: Setting) -> float:
    if letter in setting.letters or is_plain(letter) or east_asian_width(letter) in _WIDE:
        return _shaped_width(letter, face, setting)
    if letter in _ARABIC:
        before, behind = f"{_JOINER}{letter}", f"{letter}{_JOINER}"
        forms = letter, before, behind, f"{before}{_JOINER}"
        return max(_shaped_width(form, face, setting) for form in forms)
    return math.inf


def _shaped_width(text: str, face: FontStyle, setting: Setting) -> float:
    """Return the same in type sizes; blanks at both ends count."""
    found = list(words_of((Span(text),), face, setting))
    width = sum([word.width + word.gap for word in found]) - (found[-1].gap if found else 0)
    ends = len(text) - len(text.strip(BLANK))
    return width + ends * plain_width(BLANK, face, 1)


def run_width(run: Run) -> float:
    """Return how wide a run is, in points."""
    width = letters_width(run)
    return circle_width(width / run.size) * run.size if run.circled else width


def letters_width(run: Run) -> float:
    """Return how wide the letters of a run are, in points, without a circle about them."""
    if run.clusters:
        return width_of(run.clusters) / UPEM * run.size
    return text_width(run.text, run.face, run.size)
