"""The top of a handout: who gives it, what it is, how many, how long, how often."""

import re
from collections.abc import Sequence

from cardgen.layout.blocks import hairline, inset, stack
from cardgen.layout.kit import Kit
from cardgen.layout.measure import Measure, Style, from_place
from cardgen.layout.remember import remembered
from cardgen.layout.slots import note_room
from cardgen.layout.text import flush_right, paragraph, shrunk
from cardgen.model.content import Figure, Handout, Heading, Words, plain, words
from cardgen.model.page import Block, Picture, Placed

LOGO_HEIGHT, LOGO_WIDTH = 26, 110
RECIPIENT = 0.4
"""The part of the width that the recipient's name has beside a clinic's."""
TITLE, SMALLEST_TITLE = 22.0, 17.0
NUMBER = 1.75
"""The size of the large figures, in body sizes."""
SPACE = 12.0
_DIGITS = re.compile(r"\d+")


@remembered
def header(handout: Handout, width: float, kit: Kit) -> Block:
    """Return heading, title, figures and what to know before starting."""
    parts = [] if handout.heading is None else [heading(handout.heading, width, kit)]
    return stack([*parts, _title(handout, width, kit)], kit.unit * 1.5)


def heading(content: Heading, width: float, kit: Kit) -> Block:
    """Return the logo and the clinic at the left, the recipient at the right, and a hair line."""
    style = kit.second()
    logo = _logo(content, kit)
    left = logo.width + 2 * kit.unit if content.logo else 0.0
    right = _recipient(content, width, style, kit)
    room = width - left - right.width - 3 * kit.unit
    clinic = stack([paragraph(text, style, room, kit.measure) for text in content.clinic])
    height = max(logo.height, clinic.height, right.height)
    x = width - right.width if content.clinic else 0
    kids = (
        Placed(0, (height - logo.height) / 2, logo),
        Placed(left, (height - clinic.height) / 2, clinic),
        Placed(x, (height - right.height) / 2, right),
    )
    return stack([Block(width, height, kids), hairline(width, kit.theme.rule)], kit.unit)


def _recipient(heading: Heading, width: float, style: Style, kit: Kit) -> Block:
    """Return whom it is for: at the right of the clinic, or at the left where there is none.

    It has the same width whatever the name, so that the page does not depend on it.
    """
    if heading.clinic:
        return flushed(heading.recipient, width * RECIPIENT, style, kit)
    return stack([paragraph(text, style, width, kit.measure) for text in heading.recipient])


def flushed(lines: Sequence[Words], width: float, style: Style, kit: Kit) -> Block:
    """Return paragraphs one below the other, their right ends level."""
    blocks = [paragraph(text, style, width, kit.measure) for text in lines]
    return stack([flush_right(block, kit.measure) for block in blocks])


def _logo(heading: Heading, kit: Kit) -> Block:
    if heading.logo is None:
        return Block(0, 0)
    aspect = kit.measure.aspect(heading.logo.file)
    width = min(LOGO_WIDTH, LOGO_HEIGHT * aspect)
    height = width / aspect
    picture = Picture(0, 0, width, height, heading.logo.file)
    return Block(width, height, (picture,), "Figure", heading.logo.alt)


def _title(handout: Handout, width: float, kit: Kit) -> Block:
    """Return the title and what to do today, beside the figures and what to have at hand."""
    large = figures(handout.figures, kit)
    if handout.needs:
        room_below = large.width - SPACE / 2
        needs = paragraph(words(handout.needs), kit.second(), room_below, kit.measure)
        large = stack([large, inset(needs, SPACE / 2, 0, 0, 0)], kit.unit * 0.5)
    room = width - large.width - SPACE
    largest = Style(TITLE, kit.theme.ink, 1.1, kit.theme.headings)
    style = shrunk(handout.title, largest, room, SMALLEST_TITLE / TITLE, kit.measure)
    with from_place(handout.origins.get("title")):
        title = paragraph(words(handout.title), style, room, kit.measure, role="H1")
    with from_place(handout.origins.get("summary")):
        strong = kit.style(1.06, face="bold")
        opening = paragraph(words(handout.opening), strong, room, kit.measure)
        lead = paragraph(words(" ".join(handout.lead)), kit.style(), room, kit.measure)
    text = stack([title, opening, lead], kit.unit * 0.3)
    height = max(text.height, large.height)
    kids = (
        Placed(0, (height - text.height) / 2, text),
        Placed(width - large.width, (height - large.height) / 2, large),
    )
    return Block(width, height, kids)


def figures(content: tuple[Figure, ...], kit: Kit) -> Block:
    """Return large numbers side by side, a hair line before each."""
    number, label = kit.heading(NUMBER, kit.theme.accent), kit.style()
    space = SPACE / 2
    kids: list[Placed] = []
    x = height = 0.0
    for figure in content:
        cell = _figure(figure, number, label, kit)
        kids.append(Placed(x + space, 0, cell))
        x += cell.width + 2 * space
        height = max(height, cell.height)
    return Block(x - space, height, tuple(kids))


def _number_width(figure: Figure, style: Style, measure: Measure) -> float:
    """Return the width of a number, or the room for two digits where another may stand there."""
    own = measure.width(figure.number, style.face, style.size)
    if figure.slot is None:
        return own
    kept = measure.width(_DIGITS.sub("00", figure.number), style.face, style.size)
    note_room(figure.slot, style.face, own / style.size, kept / style.size, measure)
    return max(own, kept)


def _figure(figure: Figure, number: Style, label: Style, kit: Kit) -> Block:
    measure = kit.measure
    widest = max(
        _number_width(figure, number, measure),
        *(measure.width(word, "regular", label.size) for word in plain(figure.label).split()),
        measure.width(plain(figure.label)[:14], "regular", label.size),
    )
    cell = widest + 2
    return stack(
        [
            paragraph(words(figure.number, slot=figure.slot), number, cell, measure, role=None),
            paragraph(figure.label, label, cell, measure, role=None),
        ],
        role="P",
    )
