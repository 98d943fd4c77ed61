"""Quiet boxes of a handout: why, when to move on, what is for one person, what to know first."""

from collections.abc import Sequence

from cardgen.layout.blocks import beside, decoration, inset, over, stack
from cardgen.layout.kit import LINE, Kit
from cardgen.layout.lists import bulleted
from cardgen.layout.measure import from_place
from cardgen.layout.references import balanced
from cardgen.layout.remember import remembered
from cardgen.layout.rows import COLUMN_GAP
from cardgen.layout.safety import sentence
from cardgen.layout.text import paragraph
from cardgen.model.content import Panel, Personal, SafetyWords, Words, words
from cardgen.model.page import Block, Ground, Placed, Rule

SPLITS = (0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65)
RADIUS, OUTLINE = 5.0, 0.7
WRITING = 2.1
"""The height of a line to write on, in body sizes."""


@remembered
def panel(content: Panel, width: float, kit: Kit, height: float = 0) -> Block:
    """Return a panel at least `height` tall; its sentences stand in two columns if it is wide."""
    pad = 1.8 * kit.unit
    room = width - 2 * pad
    with from_place(content.origin):
        heading = kit.heading()
        title = paragraph(words(content.title), heading, room, kit.measure, "H2")
        texts = _sentences(content.texts, room, kit)
    return tinted(stack([title, texts], kit.unit * 0.3), width, kit, height)


def _sentences(texts: Sequence[Words], width: float, kit: Kit) -> Block:
    style, gap = kit.second(), kit.unit * 0.25
    if width <= LINE * style.size or len(texts) == 1:
        return bulleted(texts, style, min(width, LINE * style.size), kit.measure, gap)
    column = (width - COLUMN_GAP) / 2
    items = [bulleted([text], style, column, kit.measure) for text in texts]
    left, right = balanced(items, 2, gap)
    return beside([stack(left, gap), stack(right, gap)], COLUMN_GAP)


def panel_row(panels: Sequence[Panel], width: float, kit: Kit) -> Block:
    """Return the panels side by side and equally tall, split where they are least tall."""
    if len(panels) == 1:
        return panel(panels[0], width, kit)
    first, second = panels
    room = width - COLUMN_GAP

    def heights(left: float) -> list[float]:
        pair = (panel(first, left * room, kit), panel(second, (1 - left) * room, kit))
        tall, short = sorted((block.height for block in pair), reverse=True)
        return [tall, tall - short]

    left = min(SPLITS, key=lambda split: (heights(split), abs(split - 0.5)))
    tallest = heights(left)[0]
    return beside(
        [
            panel(first, left * room, kit, tallest),
            panel(second, (1 - left) * room, kit, tallest),
        ],
        COLUMN_GAP,
    )


def tinted(block: Block, width: float, kit: Kit, height: float = 0) -> Block:
    """Return a block on a quiet ground, at least `height` tall."""
    pad = 1.8 * kit.unit
    inner = inset(block, pad, 0.5 * pad, pad, 0.7 * pad)
    height = max(height, inner.height)
    theme = kit.theme
    # Where the tint is that of the paper, an outline holds the box together.
    stroke = theme.rule if theme.tint == theme.paper else None
    ground = Ground(0, 0, width, height, RADIUS, fill=theme.tint, stroke=stroke, line=OUTLINE)
    return over(decoration(width, height, ground), inner)


@remembered
def before_panel(safety: SafetyWords, width: float, kit: Kit) -> Block:
    """Return whom to ask before the first move and when to stop in one, for a column."""
    return tinted(stack(_before(safety, width - 3.6 * kit.unit, kit), kit.unit), width, kit)


@remembered
def before_row(safety: SafetyWords, width: float, kit: Kit) -> Block:
    """Return whom to ask before the first move and when to stop in one, side by side."""
    return beside(_before(safety, (width - COLUMN_GAP) / 2, kit), COLUMN_GAP)


def _before(safety: SafetyWords, width: float, kit: Kit) -> list[Block]:
    with from_place(safety.origin):
        return [
            paragraph(sentence(signs), kit.second(), width, kit.measure)
            for signs in (safety.ask_first, safety.stop)
        ]


@remembered
def personal_box(personal: Personal, width: float, kit: Kit) -> Block:
    """Return what is for one person alone, and lines to write on."""
    room = width - 3.6 * kit.unit
    with from_place(personal.origin):
        reach = min(room, LINE * kit.body)
        lines = [paragraph(text, kit.style(), reach, kit.measure) for text in personal.lines]
        if personal.blanks:
            each = (room - COLUMN_GAP * (len(personal.blanks) - 1)) / len(personal.blanks)
            shorts = [_writing_line(label, each, kit) for label in personal.blanks]
            lines.append(beside(shorts, COLUMN_GAP))
        if personal.notes:
            lines.append(_writing_line(personal.notes, room, kit))
    return tinted(stack(lines, kit.unit * 0.4), width, kit)


def _writing_line(label: str, width: float, kit: Kit) -> Block:
    """Return a label, and from its end a line to write on."""
    style = kit.style(face="bold")
    start = kit.measure.width(label, "bold", style.size) + kit.unit
    height = WRITING * kit.body
    text = paragraph(words(label), style, start, kit.measure)
    base = height - 0.4 * kit.body
    rule = decoration(width, height, Rule(start, base, width, base, 0.6, kit.theme.ink))
    return Block(width, height, (Placed(0, height - text.height, text), Placed(0, 0, rule)))
