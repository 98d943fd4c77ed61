"""The safety box of a handout: what to do first, most urgent first."""

from collections.abc import Iterator, Sequence
from functools import cache

from cardgen.layout.blocks import decoration, stack
from cardgen.layout.kit import Kit
from cardgen.layout.lists import bulleted
from cardgen.layout.remember import remembered
from cardgen.layout.text import paragraph
from cardgen.model.content import SafetyWords, Signs, Span, Words, words
from cardgen.model.page import Block, Ground, Placed, Rule
from cardgen.words import lower_first

RADIUS, BORDER = 5.0, 0.9
PARTS = 25
"""The width is shared out in this many parts; a column has between the least and the most."""
LEAST, MOST = 6, 11


@remembered
def safety_box(safety: SafetyWords, width: float, kit: Kit) -> Block:
    """Return a calm first line, and the levels of urgency side by side.

    The columns are as wide as makes the box least tall.
    """
    pad = 1.6 * kit.unit
    part = width / PARTS

    @cache
    def column(index: int, parts: int) -> Block:
        return _column(safety, index, parts * part - 2 * pad, kit)

    def height(parts: tuple[int, int, int]) -> float:
        return max(column(index, count).height for index, count in enumerate(parts))

    # Of equal heights the one with the widest first column: it holds what cannot wait.
    best = min(_shares(), key=lambda parts: (height(parts), -parts[0]))
    columns = [column(index, count) for index, count in enumerate(best)]
    box = _box(columns, [count * part for count in best], pad, kit)
    intro = paragraph(words(safety.intro), kit.second(), width, kit.measure)
    return stack([intro, box], 0.9 * kit.unit, role="Sect")


def levels(safety: SafetyWords, width: float, kit: Kit) -> list[Block]:
    """Return the calm first line, and each level of urgency as a box as wide as the page."""
    pad = 1.6 * kit.unit
    intro = paragraph(words(safety.intro), kit.style(), width, kit.measure)
    boxes = [
        _level(_signs(signs, width - 2 * pad, kit.theme.ink, kit), width, None, kit)
        for signs in (safety.same_day, safety.runners, safety.book)
    ]
    urgent = _signs(safety.emergency, width - 2 * pad, kit.theme.paper, kit)
    return [intro, _level(urgent, width, kit.theme.ink, kit), *boxes]


def _level(signs: Block, width: float, fill: str | None, kit: Kit) -> Block:
    height = signs.height + 2.4 * kit.unit
    ground = Ground(0, 0, width, height, RADIUS, fill=fill, stroke=kit.theme.ink, line=BORDER)
    kids = (
        Placed(0, 0, decoration(width, height, ground)),
        Placed(1.6 * kit.unit, 1.2 * kit.unit, signs),
    )
    return Block(width, height, kids)


def _shares() -> Iterator[tuple[int, int, int]]:
    for left in range(LEAST, MOST + 1):
        for middle in range(LEAST, MOST + 1):
            right = PARTS - left - middle
            if LEAST <= right <= MOST:
                yield left, middle, right


def _column(safety: SafetyWords, index: int, width: float, kit: Kit) -> Block:
    theme = kit.theme
    if index == 0:
        return _signs(safety.emergency, width, theme.paper, kit)
    if index == 1:
        return _signs(safety.same_day, width, theme.ink, kit)
    both = (safety.runners, safety.book)
    return stack([_signs(signs, width, theme.ink, kit) for signs in both], kit.unit * 1.2)


def _box(columns: Sequence[Block], widths: Sequence[float], pad: float, kit: Kit) -> Block:
    """Return the columns in one frame; the first is dark, since it cannot wait."""
    ink, width = kit.theme.ink, sum(widths)
    height = max(column.height for column in columns) + 2.4 * kit.unit
    frame = Block(
        width,
        height,
        (
            Ground(0, 0, width, height, RADIUS, stroke=ink, line=BORDER),
            Ground(0, 0, widths[0], height, RADIUS, fill=ink),
            Rule(width - widths[2], 0, width - widths[2], height, BORDER, ink),
        ),
        "Artifact",
    )
    kids = [Placed(0, 0, frame)]
    x = pad
    for room, column in zip(widths, columns, strict=True):
        kids.append(Placed(x, 1.2 * kit.unit, column))
        x += room
    return Block(width, height, tuple(kids))


def sentence(signs: Signs) -> Words:
    """Return an action and its signs run together: "Call your doctor today: fever; …"."""
    spans = [Span(f"{signs.action}: ", bold=True)]
    for i, (first, *rest) in enumerate(signs.signs):
        spans += [Span("; ")] if i else []
        spans += [first._replace(text=lower_first(first.text)), *rest]
    return (*spans, Span("."))


def _signs(signs: Signs, width: float, colour: str, kit: Kit) -> Block:
    style = kit.heading(0.92, colour)
    heading = paragraph(words(signs.action), style, width, kit.measure, role="H2")
    listing = bulleted(signs.signs, kit.second(colour), width, kit.measure)
    return stack([heading, listing], kit.unit * 0.3)
