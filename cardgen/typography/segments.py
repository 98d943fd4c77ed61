"""Texts to pieces where a letter needs another font, another direction, or marks on it."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

from cardgen.model.content import Span
from cardgen.model.direction import (
    FSI,
    PDI,
    USUAL,
    Setting,
    has_right_to_left,
    isolated,
    with_numbers_isolated,
)
from cardgen.model.glyphs import UPEM, Cluster, Font, width_of
from cardgen.model.page import FontStyle
from cardgen.typography.bidi import base_level, levels
from cardgen.typography.breaks import parts_of
from cardgen.typography.fallback import (
    ANY_SCRIPT,
    LackingGlyphError,
    covers,
    font_for,
    is_mark,
    lacking,
    script,
    script_of,
)
from cardgen.typography.fonts import HYPHEN, is_plain
from cardgen.typography.manner import (
    BLANK,
    BREAK,
    LINE_END,
    Manner,
    Piece,
    address_parts,
    manner_of,
    manner_of_blank,
)
from cardgen.typography.shaping import shape

_SHORT = 64
"""A text with at most so many characters has all its Latin letters in one font: a name."""
_LATIN, _EAST_ASIAN = ("Latn",), ("Hani", "Hira", "Kana", "Hang", "Bopo")
_NO_SCRIPT = "Zyyy"
"""Of digits and signs."""
_Fonts = Mapping[str, Font]
_GAP = re.compile(f"[{BLANK}{LINE_END}]")
_UNIT_SIGNS = frozenset("%°")


class _Part(NamedTuple):
    """Some text of a span, and the embedding level of each character."""

    text: str
    levels: Sequence[int]


def segments(spans: Sequence[Span], face: FontStyle, setting: Setting = USUAL) -> Iterator[Piece]:
    """Yield pieces of words, each in one font and direction, and what separates them.

    Their first letter says which way they run, where that of the page is not said. Raises
    LackingGlyphError for a character that no typeface has.
    """
    whole = "".join([span.text for span in spans])
    turns = setting.to_left or has_right_to_left(whole)
    by_letter = turns and not (setting.to_left or setting.to_right)
    base = base_level(whole) if by_letter else int(setting.to_left)
    if turns:
        spans = _isolated(spans, base, whole if setting.to_left else "")
    found, start = levels("".join([span.text for span in spans]), base), 0
    for span in spans:
        end = start + len(span.text)
        yield from _span_tokens(span, found[start:end], face, setting.letters)
        start = end


def _span_tokens(
    span: Span, found: Sequence[int], face: FontStyle, letters: str
) -> Iterator[Piece]:
    manner, blank = manner_of(span, face), manner_of_blank(span, face)
    shared = _shared_fonts(span.text, manner.face, letters)
    last = manner
    for start, end in _words(span.text):
        text = span.text[start:end]
        if text == LINE_END:
            yield LINE_END, blank
        elif text == BLANK:
            yield BLANK, blank._replace(font=last.font, level=found[start])
        else:
            for piece in _word_tokens(_Part(text, found[start:end]), span, manner, shared):
                last = piece[1]
                yield piece


def _words(text: str) -> Iterator[tuple[int, int]]:
    """Yield where words, and what stands between them, start and end."""
    start = 0
    for match in _GAP.finditer(text):
        place = match.start()
        if match[0] == BLANK and _is_before_unit(text, place):
            continue
        if start < place:
            yield start, place
        yield place, place + 1
        start = place + 1
    if start < len(text):
        yield start, len(text)


def _is_before_unit(text: str, place: int) -> bool:
    """Tell whether a blank stands between a number and its unit: "30 giây"."""
    before, behind = text[place - 1 : place], text[place + 1 : place + 2]
    is_unit = behind in _UNIT_SIGNS or (behind.isalpha() and not behind.isupper())
    return before.isdigit() and is_unit


def _word_tokens(part: _Part, span: Span, manner: Manner, shared: _Fonts) -> Iterator[Piece]:
    """Yield the pieces of a word, and the places where it may break."""
    start = 0
    breaks = [text for one in address_parts(span, part.text) for text in parts_of(one)]
    for number, text in enumerate(breaks):
        if number:
            yield BREAK, manner
        # A zero-width space has left the text.
        start = part.text.index(text, start)
        yield from _level_pieces(text, part.levels[start : start + len(text)], manner, shared)
        start += len(text)


def _level_pieces(
    text: str, found: Sequence[int], manner: Manner, shared: _Fonts
) -> Iterator[Piece]:
    for level, same in _by_level(text, found):
        for piece, font in _fonts_of(same, manner.face, shared, turned=bool(level % 2)):
            yield piece, manner._replace(font=font, level=level)


def _by_level(text: str, found: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Yield the parts of a text that have one level, without what isolates them."""
    if text and found.count(found[0]) == len(found) and FSI not in text and PDI not in text:
        yield found[0], text
        return
    signs = ((c, level) for c, level in zip(text, found, strict=True) if c not in (FSI, PDI))
    for level, group in groupby(signs, lambda sign: sign[1]):
        yield level, "".join([sign for sign, _ in group])


def _shared_fonts(text: str, face: FontStyle, needed: str) -> _Fonts:
    """Return the fonts of scripts whose letters have one font throughout a text, by script.

    Latin ones have so in a short text, and where the language of the page needs letters that ours
    lacks: then signs as well. Chinese ones have the forms of the Japanese or Korean letters beside
    them.
    """
    found: dict[str, Font] = {}
    if needed and (font := font_for(needed, face)):
        found |= dict.fromkeys((*_LATIN, _NO_SCRIPT), font)
    for scripts, most in ((_LATIN, 0 if needed else _SHORT), (_EAST_ASIAN, len(text))):
        if len(text) > most or is_plain(text):
            continue
        letters = "".join([c for c in text if _belongs(c, scripts)])
        if not is_plain(letters) and (font := font_for(letters, face)):
            found |= dict.fromkeys(scripts, font)
    return found


def _belongs(character: str, scripts: Sequence[str]) -> bool:
    """Tell whether a letter is of some scripts; one of none, such as the okina, is Latin."""
    found = script(character)
    if found in scripts:
        return True
    return scripts == _LATIN and found in ANY_SCRIPT and character.isalpha()


def _fonts_of(
    text: str, face: FontStyle, shared: _Fonts, *, turned: bool
) -> list[tuple[str, Font | None]]:
    """Return the parts of a text with the font of each; None for letters that need no shaping."""
    common = shared.get(script_of(text))
    if common and covers(common, text):
        return [(text, common)]
    if is_plain(text) and not turned:
        return [(text, None)]
    if font := font_for(text, face):
        return [(text, font)]
    if missing := lacking(text):
        raise LackingGlyphError(missing)
    return list(_each_sign(text, face, turned=turned))


def _each_sign(text: str, face: FontStyle, *, turned: bool) -> Iterator[tuple[str, Font | None]]:
    """Yield a text that no one font has in parts, marks on the letter that they belong to.

    A mark on a letter of a script that has none such stands behind it.
    """
    letters = [i for i, c in enumerate(text) if i == 0 or not is_mark(c)]
    clusters = (text[start:end] for start, end in pairwise([*letters, len(text)]))
    signs = [sign for one in clusters for sign in ((one,) if font_for(one, face) else one)]
    fonts = [None if is_plain(s) and not turned else font_for(s, face) for s in signs]
    for font, group in groupby(zip(signs, fonts, strict=True), lambda pair: pair[1]):
        yield "".join([sign for sign, _ in group]), font


def _isolated(spans: Sequence[Span], base: int, whole: str) -> list[Span]:
    """Return spans with what is kept apart in each, or in the `whole` of them if it is given."""
    if not whole:
        return [span._replace(text=_kept_apart(span.text, base)) for span in spans]
    signs = iter(_kept_apart(whole, base))
    return [span._replace(text=_as_far_as(span.text, signs)) for span in spans]


def _as_far_as(text: str, signs: Iterator[str]) -> str:
    """Return the next signs as far as they say a text, with what has been put between."""
    taken = []
    for letter in text:
        for sign in signs:
            taken.append(sign)
            if sign == letter:
                break
    return "".join(taken)


def _kept_apart(text: str, base: int) -> str:
    """Return a text with each stretch of words of the other direction isolated.

    So is what is grouped. A number behind such words stays behind them. In a text that is isolated
    as a whole, the direction is its own.
    """
    if text.startswith(FSI) and text.find(PDI) == len(text) - 1:
        inner = text[1:-1]
        return isolated(_kept_apart(inner, base_level(inner)))
    text = with_numbers_isolated(text, to_left=base == 1)
    own, other = (("R", "AL", "B"), ("L",)) if base else (("L", "B"), ("R", "AL"))
    parts: list[str] = []
    start, first, last, depth = 0, -1, -1, 0
    for i, character in enumerate(f"{text}\n"):
        depth += (character == FSI) - (character == PDI)
        if depth > 0 and base:
            continue  # what is isolated has been kept apart
        kind = unicodedata.bidirectional(character)
        if kind in other or (kind == "NSM" and 0 <= last == i - 1):
            first, last = (i if first < 0 else first), i
        elif first >= 0 and kind in own:
            parts += [text[start:first], isolated(text[first : last + 1])]
            start, first, last = last + 1, -1, -1
    return "".join([*parts, text[start:]])


def clusters_of(text: str, manner: Manner) -> tuple[Cluster, ...]:
    """Return the glyphs of a piece of text, from left to right."""
    if manner.font is None:
        return ()
    if text == BLANK:
        return _blank(manner.font, manner.level)
    if text.endswith(HYPHEN):
        # HarfBuzz draws no soft hyphen; fonts draw it as a hyphen.
        *found, hyphen = shape(f"{text[:-1]}-", manner.font, manner.level)
        return (*found, hyphen._replace(text=HYPHEN))
    return shape(text, manner.font, manner.level)


@lru_cache(maxsize=256)
def _blank(font: Font, level: int) -> tuple[Cluster, ...]:
    return shape(BLANK, font, level)


def clusters_width(text: str, manner: Manner) -> float:
    """Return how wide a piece of text is, in type sizes."""
    return width_of(clusters_of(text, manner)) / UPEM
