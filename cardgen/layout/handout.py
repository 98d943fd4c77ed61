"""A handout on one page."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from cardgen.errors import DoesNotFitError
from cardgen.layout.blocks import beside, hairline, inset, over, stack
from cardgen.layout.fit import largest_that_fits, steps_down
from cardgen.layout.header import flushed, header
from cardgen.layout.kit import SPACINGS, Kit
from cardgen.layout.lists import bulleted
from cardgen.layout.measure import Measure, TooLargeError
from cardgen.layout.moves import move_row
from cardgen.layout.references import references
from cardgen.layout.safety import ground_rules, safety_box
from cardgen.layout.text import paragraph
from cardgen.model.content import Handout, Panel, words
from cardgen.model.design import MM, Paper, Theme
from cardgen.model.document import Document
from cardgen.model.page import Block, Ground, Page, Placed
from cardgen.words import shortened

MARGIN_X, MARGIN_Y = 9 * MM, 7 * MM
COLUMN_GAP = 14.0
REFERENCE_COLUMNS = 2
LARGEST, SMALLEST = 12.0, 9.0
WIDEST_GAP = 14.0
PANEL_SPLITS = (0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65)
GAP = 1.4
"""The least gap between the parts of the page, in units of space."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A handout that fits, and the body size that it reached, in points."""

    document: Document
    body: float


def layout_handout(handout: Handout, paper: Paper, theme: Theme, measure: Measure) -> Fitted:
    """Return the handout on one page, at the largest type that fits.

    Raises DoesNotFitError when it is too large at the smallest type that is allowed.
    """
    width, room = paper.width - 2 * MARGIN_X, paper.height - 2 * MARGIN_Y

    def kits(size: float) -> list[Kit]:
        return [Kit(theme, measure, size, spacing) for spacing in SPACINGS]

    def parts(kit: Kit) -> list[Block]:
        return _fitting_parts(handout, width, room, kit)

    try:
        size, made = largest_that_fits(
            steps_down(LARGEST, SMALLEST), lambda size: parts(kits(size)[-1])
        )
    except TooLargeError as error:
        raise _does_not_fit(handout, paper, error) from None
    for kit in kits(size)[:-1]:
        with suppress(TooLargeError):
            made = parts(kit)
            break
    page = Page(paper.width, paper.height, tuple(_spread(made, room)))
    document = Document(
        (page,), handout.file_title, handout.subject, handout.language, handout.date
    )
    return Fitted(document, size)


def _fitting_parts(handout: Handout, width: float, room: float, kit: Kit) -> list[Block]:
    """Return the parts of the page. Raises TooLargeError when they are taller than `room`."""
    parts = _parts(handout, width, kit)
    excess = stack(parts, GAP * kit.unit).height - room
    if excess > 0:
        raise TooLargeError(excess)
    return parts


def _does_not_fit(handout: Handout, paper: Paper, error: TooLargeError) -> DoesNotFitError:
    if error.what:
        word = shortened(error.what)
        message = f"the word '{word}' is {error.millimetres:.1f} mm wider than its column"
        remedy = "Use a shorter word, or break it in two"
    else:
        message = (
            f"the handout is {error.millimetres:.1f} mm too tall for one {paper.name} page, "
            f"at the smallest type ({SMALLEST:g} pt)"
        )
        remedy = "Take out a stretch or a claim, or shorten `short_steps` and `cautions`"
    return DoesNotFitError([handout.origin.problem(message, remedy)])


def _spread(made: Sequence[Block], room: float) -> Iterator[tuple[str, Placed]]:
    """Yield the parts from top to bottom, the room that is left shared among the gaps."""
    *parts, last = made
    spare = room - sum(part.height for part in parts) - last.height
    gap = min(WIDEST_GAP, spare / len(parts))
    y = MARGIN_Y
    for part in parts:
        yield "", Placed(MARGIN_X, y, part)
        y += part.height + gap
    yield "", Placed(MARGIN_X, MARGIN_Y + room - last.height, last)


def _parts(handout: Handout, width: float, kit: Kit) -> list[Block]:
    return [
        stack(
            [header(handout, width, kit), ground_rules(handout.safety, width, COLUMN_GAP, kit)],
            kit.unit,
        ),
        *_rows(handout, width, kit),
        safety_box(handout.safety, width, kit),
        references(handout.sources_title, handout.references, width, REFERENCE_COLUMNS, kit),
        _footer(handout, width, kit),
    ]


def _rows(handout: Handout, width: float, kit: Kit) -> list[Block]:
    """Return the moves in two columns; the panels fill the last cell or a row of their own."""
    cell = (width - COLUMN_GAP) / 2
    moves = [move_row(move, cell, kit) for move in handout.moves]
    below = [*_paired(moves, width, cell, kit), _panel_row(handout.panels, width, kit)]
    if len(moves) % 2 == 0:
        return below
    column = stack([_panel(panel, cell, kit) for panel in handout.panels], kit.unit)
    within = _paired([*moves, column], width, cell, kit)
    return min(below, within, key=lambda rows: sum(row.height + GAP * kit.unit for row in rows))


def _paired(cells: Sequence[Block], width: float, cell: float, kit: Kit) -> list[Block]:
    space = 1.3 * kit.unit
    rows = []
    for i in range(0, len(cells), 2):
        pair = cells[i : i + 2]
        kids = []
        for j, block in enumerate(pair):
            x = j * (cell + COLUMN_GAP)
            kids += [Placed(x, 0, hairline(cell, kit.theme.rule)), Placed(x, space, block)]
        height = space + max(block.height for block in pair)
        rows.append(Block(width, height, tuple(kids)))
    return rows


def _panel_row(panels: Sequence[Panel], width: float, kit: Kit) -> Block:
    """Return the panels side by side and equally tall, split where they are least tall."""
    if len(panels) == 1:
        return _panel(panels[0], width, kit)
    first, second = panels
    room = width - COLUMN_GAP

    def heights(left: float) -> list[float]:
        pair = (_panel(first, left * room, kit), _panel(second, (1 - left) * room, kit))
        tall, short = sorted((panel.height for panel in pair), reverse=True)
        return [tall, tall - short]

    left = min(PANEL_SPLITS, key=lambda split: (heights(split), abs(split - 0.5)))
    tallest = heights(left)[0]
    return beside(
        [
            _panel(first, left * room, kit, tallest),
            _panel(second, (1 - left) * room, kit, tallest),
        ],
        COLUMN_GAP,
    )


def _panel(panel: Panel, width: float, kit: Kit, height: float = 0) -> Block:
    pad = 1.8 * kit.unit
    room = width - 2 * pad
    title = paragraph(words(panel.title), kit.style(1.15, face="bold"), room, kit.measure, "H2")
    texts = bulleted(panel.texts, kit.style(), room, kit.measure, kit.unit * 0.25)
    inner = inset(stack([title, texts], kit.unit * 0.3), pad, 0.5 * pad, pad, 0.7 * pad)
    height = max(height, inner.height)
    ground = Ground(0, 0, width, height, 5, fill=kit.theme.tint)
    return over(Block(width, height, (ground,), "Artifact"), inner)


def _footer(handout: Handout, width: float, kit: Kit) -> Block:
    style = kit.reference
    left = paragraph(words(handout.last_words), style, width * 0.5, kit.measure)
    right = flushed([words(handout.footer)], width * 0.5, style, kit)
    height = max(left.height, right.height)
    return Block(width, height, (Placed(0, 0, left), Placed(width - right.width, 0, right)))
