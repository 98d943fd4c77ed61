"""How wide text is on one line, whatever its letters."""

from cardgen.model.content import Span
from cardgen.model.glyphs import UPEM
from cardgen.model.page import FontStyle, Run
from cardgen.typography.fonts import plain_width
from cardgen.typography.manner import BLANK, circle_width
from cardgen.typography.words import words_of


def text_width(text: str, face: FontStyle, size: float) -> float:
    """Return the width of `text` in points, set at `size` points. No text is kept.

    Raises LackingGlyphError for a character that no typeface has.
    """
    try:
        return plain_width(text, face, size)
    except KeyError:
        return _shaped_width(text, face) * size


def _shaped_width(text: str, face: FontStyle) -> float:
    """Return the same in type sizes; blanks at both ends count."""
    found = list(words_of((Span(text),), face))
    width = sum([word.width + word.gap for word in found]) - (found[-1].gap if found else 0)
    ends = len(text) - len(text.strip(BLANK))
    return width + ends * plain_width(BLANK, face, 1)


def run_width(run: Run) -> float:
    """Return how wide a run is, in points."""
    if run.clusters:
        return sum([cluster.advance for cluster in run.clusters]) / UPEM * run.size
    width = text_width(run.text, run.face, run.size)
    return circle_width(width / run.size) * run.size if run.circled else width
