"""Texts to blocks of lines, and boxes for texts that have merge fields."""

from dataclasses import replace

from cardgen.memo import kept
from cardgen.model.content import Text
from cardgen.model.direction import USUAL, Setting, has_right_to_left
from cardgen.model.page import CAPITAL, Block, FontStyle, Line, Reserved, Role, Run
from cardgen.typography.fonts import HYPHEN
from cardgen.typography.lines import TOLERANCE, TooWideError, balanced, line_of
from cardgen.typography.manner import styled
from cardgen.typography.measure import style_width
from cardgen.typography.style import Style, TooLargeError
from cardgen.typography.words import Word, words_of


def paragraph(text: Text, style: Style, width: float, role: Role | None = "P") -> Block:
    """Return a text set in lines of at most `width` points.

    A text with merge fields becomes a box of its lines, whatever its words. Raises TooLargeError,
    with the origin of the text, when a single word is wider.
    """
    if text.lines:
        return _reserved(text, style, width, role)
    try:
        return _paragraph(text, style, width, role)
    except TooWideError as error:
        excess = error.word.width * style.size - width
        raise TooLargeError(excess, error.word.text, text.origin) from None


@kept(1 << 13)
def _paragraph(text: Text, style: Style, width: float, role: Role | None) -> Block:
    if text.language:
        style = style.foreign()
    # The ladder sets most texts again and again, and so does the next person's page.
    found = _words(text, style.face, style.setting)
    lines = balanced(found, width / style.size, TOLERANCE / style.size)
    first = first_baseline(style)
    made = [line_of(line, style, first + i * style.line) for i, line in enumerate(lines)]
    if style.setting == USUAL and has_right_to_left(text.plain):
        made = _from_their_side(made, text, width)
    return Block(
        width=width,
        height=style.line * len(lines),
        kids=tuple(made),
        role=role,
        origin=text.origin,
        language=text.language,
    )


def _from_their_side(lines: list[Line], text: Text, width: float) -> list[Line]:
    """Return lines that start where the text does: at the right, if that is its direction."""
    from cardgen.typography.bidi import base_level

    if not base_level(text.plain):
        return lines
    return [replace(line, x=width - line.width) for line in lines]


@kept(1 << 12)
def _words(text: Text, face: FontStyle, setting: Setting) -> tuple[Word, ...]:
    return tuple(words_of(text.spans, face, setting))


def first_baseline(style: Style) -> float:
    """Return how far the first baseline of a paragraph lies below its upper edge, in points.

    Capitals stand in the middle of their line, so that blocks of text look evenly spaced.
    """
    return (style.line + CAPITAL * style.size) / 2 - style.setting.raised * style.size


def _reserved(text: Text, style: Style, width: float, role: Role | None) -> Block:
    runs = tuple(
        Run(span.text, styled(span, style.face), style.size, style.colour, field=span.field)
        for span in text.spans
    )
    box = Reserved(
        0, 0, width, runs, text.lines, style.line, style.floor or style.size, setting=style.setting
    )
    return Block(width, box.height, (box,), role, origin=text.origin)


def shrunk(text: str, style: Style, width: float, least: float) -> Style:
    """Return `style` at a size that sets `text` on one line of `width` points.

    It stays as it was where that would take less than `least` times its size.
    """
    said = text.replace(HYPHEN, "")
    ratio = (width - 0.5) / style_width(said, style)
    return style._replace(size=style.size * ratio) if least <= ratio < 1 else style


def centred(block: Block) -> Block:
    """Return a paragraph of lines with each in the middle of its box."""
    middle = (replace(line, x=(block.width - line.width) / 2) for line in block.all_lines())
    return replace(block, kids=tuple(middle))


def flush_end(block: Block) -> Block:
    """Return a paragraph with the ends of its lines level, at the far edge of its box."""
    kids = tuple(
        replace(kid, align="end")
        if isinstance(kid, Reserved)
        else replace(kid, x=block.width - kid.width)
        for kid in block.texts
    )
    return replace(block, kids=kids)
