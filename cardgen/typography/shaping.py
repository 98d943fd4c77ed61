"""Letters to glyphs: HarfBuzz says which, and where. No text is kept."""

from collections.abc import Iterator
from itertools import groupby

import uharfbuzz as hb

from cardgen.model.glyphs import UPEM, Cluster, Font, Glyph
from cardgen.model.page import FontStyle
from cardgen.typography.fallback import own, script_of, shaper, typeface
from cardgen.typography.fonts import drawn, plain_width
from cardgen.typography.kerning import kerning


def shape(text: str, font: Font, level: int = 0) -> tuple[Cluster, ...]:
    """Return the clusters of a text from left to right; it runs to the left at an odd level."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction = "rtl" if level % 2 else "ltr"
    buffer.script = script_of(text)
    found = typeface(font.id)
    # Without one HarfBuzz takes that of the machine.
    buffer.language = found.language if found else "und"
    hb.shape(shaper(font), buffer)
    return tuple(_clusters(text, font, buffer))


def side_by_side(text: str, face: FontStyle) -> tuple[Cluster, ...]:
    """Return the letters of a text that needs no shaping, as they stand in a style of ours."""
    font = own(face)
    source = shaper(font)
    pairs = zip(text, [*text[1:], ""], strict=True)
    widths = [
        round(plain_width(letter, face, UPEM) + kerning(*drawn(letter + after, face)) * UPEM)
        for letter, after in pairs
    ]
    numbers = [source.get_nominal_glyph(ord(letter)) for letter in text]
    return tuple(
        Cluster(letter, (Glyph(font, number or 0, 0, 0),), width)
        for letter, number, width in zip(text, numbers, widths, strict=True)
    )


def _clusters(text: str, font: Font, buffer: hb.Buffer) -> Iterator[Cluster]:
    glyphs = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
    starts = sorted({info.cluster for info, _ in glyphs})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    for start, group in groupby(glyphs, lambda glyph: glyph[0].cluster):
        x, parts = 0, []
        for info, position in group:
            parts.append(Glyph(font, info.codepoint, x + position.x_offset, position.y_offset))
            x += position.x_advance
        yield Cluster(text[start : ends[start]], tuple(parts), max(0, x))
