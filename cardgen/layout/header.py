"""The top of a handout: who gives it, what it is, how many, how long, how often."""

from cardgen.layout.blocks import decoration, stack
from cardgen.layout.kit import Kit
from cardgen.layout.measure import Style
from cardgen.layout.text import paragraph, shrunk
from cardgen.model.content import Figure, Handout, Heading, plain, words
from cardgen.model.page import Block, Picture, Placed, Rule

LOGO_HEIGHT, LOGO_WIDTH = 26, 110
TITLE, SMALLEST_TITLE = 22.0, 17.0
NUMBER = 15.0


def header(handout: Handout, width: float, kit: Kit) -> Block:
    """Return heading, title, figures and what to know before starting."""
    parts = [] if handout.heading is None else [_heading(handout.heading, width, kit)]
    return stack([*parts, _title(handout, width, kit)], kit.unit * 1.5)


def hairline(width: float, kit: Kit) -> Block:
    """Return a thin line across."""
    return decoration(width, 0.5, Rule(0, 0.25, width, 0.25, 0.5, kit.theme.rule))


def _heading(heading: Heading, width: float, kit: Kit) -> Block:
    style = kit.style(0.95)
    kids: list[Placed] = []
    left = height = 0.0
    if heading.logo:
        logo = _logo(heading, kit)
        kids.append(Placed(0, 0, logo))
        left, height = logo.width + 8, logo.height
    right_width = kit.measure.width(plain(heading.recipient), "bold", style.size) + 1
    right_width = min(right_width, width / 2)
    row = max(height, style.line)
    if heading.clinic:
        room = width - left - right_width - 12
        clinic = paragraph(heading.clinic, style, room, kit.measure)
        row = max(row, clinic.height)
        kids.append(Placed(left, (row - clinic.height) / 2, clinic))
    if heading.recipient:
        recipient = paragraph(heading.recipient, style, right_width, kit.measure)
        row = max(row, recipient.height)
        natural = max(line.width for line, _, _ in recipient.marks())
        x = width - natural if heading.clinic else 0
        kids.append(Placed(x, (row - recipient.height) / 2, recipient))
    return stack([Block(width, row, tuple(kids)), hairline(width, kit)], kit.unit)


def _logo(heading: Heading, kit: Kit) -> Block:
    if heading.logo is None:
        return Block(0, 0)
    aspect = kit.measure.aspect(heading.logo.file)
    width = min(LOGO_WIDTH, LOGO_HEIGHT * aspect)
    height = width / aspect
    picture = Picture(0, 0, width, height, heading.logo.file)
    return Block(width, height, (picture,), "Figure", heading.logo.alt)


def _title(handout: Handout, width: float, kit: Kit) -> Block:
    figures = _figures(handout.figures, kit)
    room = width - figures.width - 14
    largest = Style(TITLE, kit.theme.ink, 1.1, "bold")
    style = shrunk(handout.title, largest, room, SMALLEST_TITLE / TITLE, kit.measure)
    title = paragraph(words(handout.title), style, room, kit.measure, role="H1")
    lead = paragraph(words(" ".join(handout.lead)), kit.style(), room, kit.measure)
    left = stack([title, lead], kit.unit * 0.5)
    height = max(left.height, figures.height)
    placed = (
        Placed(0, 0, left),
        Placed(width - figures.width, 0, figures),
    )
    return Block(width, height, placed)


def _figures(figures: tuple[Figure, ...], kit: Kit) -> Block:
    """Return large numbers side by side, a hair line before each."""
    number, label = Style(NUMBER, kit.theme.accent, 1.15, "bold"), kit.style(0.92)
    space = 6.0
    kids: list[Placed] = []
    x = height = 0.0
    for figure in figures:
        cell = _figure(figure, number, label, kit)
        kids.append(Placed(x + space, 0, cell))
        x += cell.width + 2 * space
        height = max(height, cell.height)
    return Block(x - space, height, tuple(kids))


def _figure(figure: Figure, number: Style, label: Style, kit: Kit) -> Block:
    measure = kit.measure
    widest = max(
        measure.width(figure.number, "bold", number.size),
        *(measure.width(word, "regular", label.size) for word in plain(figure.label).split()),
        measure.width(plain(figure.label)[:14], "regular", label.size),
    )
    cell = widest + 2
    return stack(
        [
            paragraph(words(figure.number), number, cell, measure),
            paragraph(figure.label, label, cell, measure),
        ]
    )
