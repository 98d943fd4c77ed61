"""Quiet boxes of a handout: why, when to move on, what is for one person, what to know first."""

from collections.abc import Sequence

from cardgen.layout.blocks import beside, decoration, inset, over, stack
from cardgen.layout.components.entries import listing
from cardgen.layout.components.lists import bulleted, numbered
from cardgen.layout.components.references import balanced
from cardgen.layout.type_scale import LINE, TypeScale
from cardgen.memo import kept
from cardgen.model.content import Panel, SafetyWords, Text, text
from cardgen.model.handout import Personal
from cardgen.model.page import Block, Placed, Rect, Rule, with_role
from cardgen.typography.measure import style_width
from cardgen.typography.paragraph import paragraph

COLUMN_GAP = 14.0
RADIUS, OUTLINE = 5.0, 0.7
PERSONAL_WIDTH, PERSONAL_PAD = 346.0, 26.0
"""The widest box of words for one person, in points, and what its frame takes at most."""
WRITING = 2.1
"""The height of a line to write on, in body sizes."""


@kept()
def panel(
    content: Panel, width: float, scale: TypeScale, height: float = 0, first: int = 1
) -> Block:
    """Return a panel at least `height` tall; its sentences stand in two columns if it is wide.

    `first` is the number of its first step, where they are numbered.
    """
    pad = 1.8 * scale.unit
    room = width - 2 * pad
    title = paragraph(text(content.title), scale.heading(), room, "H2")
    if content.numbered:
        texts = _steps(content.texts, room, scale, first)
    else:
        texts = _sentences(content.texts, room, scale)
    return tinted(stack([title, texts], scale.unit * 0.3), width, scale, height)


def _steps(texts: Sequence[Text], width: float, scale: TypeScale, first: int) -> Block:
    return numbered(texts, scale.second(), scale.colours.quiet, width, scale.unit * 0.25, first)


def _sentences(texts: Sequence[Text], width: float, scale: TypeScale) -> Block:
    style, gap = scale.second(), scale.unit * 0.25
    if width <= LINE * style.size or len(texts) == 1:
        return bulleted(texts, style, min(width, LINE * style.size), gap)
    column = (width - COLUMN_GAP) / 2
    items = [with_role(bulleted([text], style, column), None) for text in texts]
    left, right = balanced(items, 2, gap)
    return beside([stack(left, gap), stack(right, gap)], COLUMN_GAP, role="UL")


def tinted(block: Block, width: float, scale: TypeScale, height: float = 0) -> Block:
    """Return a block on a quiet ground, at least `height` tall."""
    pad = 1.8 * scale.unit
    inner = inset(block, pad, 0.5 * pad, pad, 0.7 * pad)
    height = max(height, inner.height)
    colours = scale.colours
    # Where the tint is that of the paper, an outline holds the box together.
    stroke = colours.rule if colours.is_plain else None
    ground = Rect(0, 0, width, height, RADIUS, fill=colours.tint, stroke=stroke, line=OUTLINE)
    return over(decoration(width, height, ground), inner)


@kept()
def before_row(safety: SafetyWords, width: float, scale: TypeScale) -> Block:
    """Return whom to ask before the first move and when to stop in one, side by side."""
    count = max(1, len(safety.before))
    each = (width - COLUMN_GAP * (count - 1)) / count
    return beside(_before(safety, each, scale), COLUMN_GAP)


def _before(safety: SafetyWords, width: float, scale: TypeScale) -> list[Block]:
    return [listing(signs.sentence, scale.second(), width, lead="H2") for signs in safety.before]


def personal_width(width: float) -> float:
    """Return the width in points of words for one person, on a page that is `width` wide.

    It is the least at any size of type: so many lines as they take there, they take at the most.
    """
    return min(width - PERSONAL_PAD, PERSONAL_WIDTH)


@kept()
def personal_box(personal: Personal, width: float, scale: TypeScale) -> Block:
    """Return what is for one person alone, and lines to write on."""
    room = width - 3.6 * scale.unit
    # A field reaches as far as lines were counted for it; what conditions change is ordinary text.
    own = min(room, max(personal_width(width), LINE * scale.body))
    fields = [said for said in personal.lines if said.lines]
    lines = [paragraph(said, scale.style(), own) for said in fields]
    if changes := [said for said in personal.lines if not said.lines]:
        lines.append(_changes(changes, room, scale))
    if personal.blanks:
        each = (room - COLUMN_GAP * (len(personal.blanks) - 1)) / len(personal.blanks)
        shorts = [_writing_line(label, each, scale) for label in personal.blanks]
        lines.append(beside(shorts, COLUMN_GAP))
    if personal.notes:
        lines.append(_writing_line(personal.notes, room, scale))
    return tinted(stack(lines, scale.unit * 0.4), width, scale)


def _changes(texts: Sequence[Text], width: float, scale: TypeScale) -> Block:
    """Return what conditions change: on lines that are easy to read, or in two columns of them.

    One that has room on a line stands on one.
    """
    style, gap, column = scale.style(), scale.unit * 0.4, (width - COLUMN_GAP) / 2
    line = min(width, LINE * scale.body)
    whole = [paragraph(said, style, width) for said in texts]
    ways = [stack([one if one.height <= style.line else paragraph(said, style, line)
                   for one, said in zip(whole, texts, strict=True)], gap)]  # fmt: skip
    if len(texts) > 1:
        halves = balanced([paragraph(said, style, column) for said in texts], 2, gap)
        ways.append(beside([stack(half, gap) for half in halves], COLUMN_GAP))
    return min(ways, key=lambda block: block.height)


def _writing_line(label: str, width: float, scale: TypeScale) -> Block:
    """Return a label, and from its end a line to write on."""
    style = scale.style(face="bold")
    start = style_width(label, style) + scale.unit
    height = WRITING * scale.body
    said = paragraph(text(label), style, start)
    base = height - 0.4 * scale.body
    rule = decoration(width, height, Rule(start, base, width, base, 0.6, scale.colours.ink))
    return Block(width, height, (Placed(0, height - said.height, said), Placed(0, 0, rule)))
