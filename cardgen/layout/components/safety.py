"""The safety box of a handout: what to do first, most urgent first."""

from collections.abc import Iterator, Sequence
from functools import cache

from cardgen.layout.blocks import decoration, stack
from cardgen.layout.components.lists import bulleted
from cardgen.layout.type_scale import TypeScale
from cardgen.memo import kept
from cardgen.model.content import SafetyWords, Signs, Span, Text, origin_of
from cardgen.model.page import Block, Placed, Rect, Rule
from cardgen.typography.paragraph import paragraph
from cardgen.words import lower_first

RADIUS, BORDER = 5.0, 0.9
PARTS = {1: 1, 2: 16, 3: 25}
"""By the number of columns, in how many parts the width is shared out."""
LEAST, MOST = 6, 11
"""Of these parts a column has between the least and the most."""


@kept()
def safety_box(safety: SafetyWords, width: float, scale: TypeScale) -> Block:
    """Return a calm first line, and the levels of urgency side by side.

    The first level has a column, the second too, and all others share the third. The columns
    are as wide as makes the box least tall.
    """
    pad = 1.6 * scale.unit
    levels = _columns(safety.danger)
    part = width / PARTS[len(levels)]

    @cache
    def column(index: int, parts: int) -> Block:
        colour = scale.colours.ink if index else scale.colours.paper
        stacked = [_signs(s, parts * part - 2 * pad, colour, scale) for s in levels[index]]
        return stack(stacked, scale.unit * 1.2)

    def height(parts: Sequence[int]) -> float:
        return max(column(index, count).height for index, count in enumerate(parts))

    # Of equal heights the one with the widest first column: it holds what cannot wait.
    best = min(_shares(len(levels)), key=lambda parts: (height(parts), -parts[0]))
    columns = [column(index, count) for index, count in enumerate(best)]
    box = _box(columns, [count * part for count in best], pad, scale)
    intro = paragraph(safety.opening, scale.second(), width)
    return stack([intro, box], 0.9 * scale.unit, role="Sect")


def _columns(danger: Sequence[Signs]) -> list[Sequence[Signs]]:
    first, *others = danger
    return [level for level in ([first], others[:1], others[1:]) if level]


def _shares(columns: int) -> Iterator[tuple[int, ...]]:
    """Yield ways to share out the width, in parts."""
    if columns == 1:
        yield (PARTS[1],)
        return
    for left in range(LEAST, MOST + 1):
        for middle in range(LEAST, MOST + 1) if columns > 2 else (PARTS[2] - left,):  # noqa: PLR2004 - more than two share
            shares = (left, middle, PARTS[columns] - left - middle)[:columns]
            if all(LEAST <= share <= MOST for share in shares):
                yield shares


def levels(safety: SafetyWords, width: float, scale: TypeScale) -> list[Block]:
    """Return the calm first line, and each level of urgency as a box as wide as the page."""
    colours, room = scale.colours, width - 3.2 * scale.unit
    intro = paragraph(safety.opening, scale.style(), width)
    urgent, *others = safety.danger
    boxes = [_level(_signs(s, room, colours.ink, scale), width, None, scale) for s in others]
    dark = _level(_signs(urgent, room, colours.paper, scale), width, colours.ink, scale)
    return [intro, dark, *boxes]


def _level(signs: Block, width: float, fill: str | None, scale: TypeScale) -> Block:
    height = signs.height + 2.4 * scale.unit
    ground = Rect(0, 0, width, height, RADIUS, fill=fill, stroke=scale.colours.ink, line=BORDER)
    kids = (
        Placed(0, 0, decoration(width, height, ground)),
        Placed(1.6 * scale.unit, 1.2 * scale.unit, signs),
    )
    return Block(width, height, kids)


def _box(columns: Sequence[Block], widths: Sequence[float], pad: float, scale: TypeScale) -> Block:
    """Return the columns in one frame; the first is dark, since it cannot wait."""
    ink, width = scale.colours.ink, sum(widths)
    height = max(column.height for column in columns) + 2.4 * scale.unit
    marks: list[Rect | Rule] = [
        Rect(0, 0, width, height, RADIUS, stroke=ink, line=BORDER),
        Rect(0, 0, widths[0], height, RADIUS, fill=ink),
    ]
    if len(columns) == len(PARTS):
        marks.append(Rule(width - widths[-1], 0, width - widths[-1], height, BORDER, ink))
    kids = [Placed(0, 0, decoration(width, height, *marks))]
    x = pad
    for room, column in zip(widths, columns, strict=True):
        kids.append(Placed(x, 1.2 * scale.unit, column))
        x += room
    return Block(width, height, tuple(kids))


def sentence(signs: Signs) -> Text:
    """Return an action and its signs run together: "Call your doctor today: fever; …"."""
    spans = [Span(f"{signs.action.plain}: ", bold=True)]
    if signs.lead:
        spans.append(Span(f"{lower_first(signs.lead.plain)} "))
    for i, sign in enumerate(signs.signs):
        first, *rest = sign.spans
        spans += [Span("; ")] if i else []
        spans += [first._replace(text=lower_first(first.text)), *rest]
    return Text((*spans, Span(".")), origin_of((signs.action, *signs.signs)))


def _signs(signs: Signs, width: float, colour: str, scale: TypeScale) -> Block:
    heading = paragraph(signs.action, scale.heading(0.92, colour), width, role="H2")
    lead = [paragraph(signs.lead, scale.second(colour), width)] if signs.lead else []
    listing = bulleted(signs.signs, scale.second(colour), width)
    return stack([heading, *lead, listing], scale.unit * 0.3)
