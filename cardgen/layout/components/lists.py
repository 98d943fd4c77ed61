"""Lists with hanging labels."""

from collections.abc import Iterable

from cardgen.layout.blocks import stack
from cardgen.memo import kept
from cardgen.model.content import Text, text
from cardgen.model.page import Block, Placed, Role
from cardgen.typography.measure import style_width
from cardgen.typography.paragraph import paragraph
from cardgen.typography.style import Style

Item = tuple[str, Text]
"""A label, and the text behind it."""


@kept()
def listed(
    items: tuple[Item, ...],
    style: Style,
    label_style: Style,
    width: float,
    role: Role,
    indent: float,
    gap: float = 0,
) -> Block:
    """Return a list: labels at the left edge, texts at `indent` points, items `gap` apart."""
    blocks = [_item(label, body, style, label_style, width, indent) for label, body in items]
    return stack(blocks, gap, role)


def _item(
    label: str, body: Text, style: Style, label_style: Style, width: float, indent: float
) -> Block:
    block = paragraph(body, style, width - indent, role="LBody")
    kids = [Placed(indent, 0, block)]
    if label:
        sized = label_style._replace(leading=style.line / label_style.size)
        kids.insert(0, Placed(0, 0, paragraph(text(label), sized, indent, role="Lbl")))
    return Block(width, block.height, tuple(kids), role="LI")


def numbered(
    texts: Iterable[Text], style: Style, quiet: str, width: float, gap: float = 0, first: int = 1
) -> Block:
    """Return a list numbered from `first`, its numbers in the colour `quiet`."""
    items = tuple((f"{i}.", body) for i, body in enumerate(texts, first))
    widest = max(style_width(label, style) for label, _ in items)
    label = Style(style.size, quiet, setting=style.setting)
    return listed(items, style, label, width, "OL", widest + 0.35 * style.size, gap)


def bulleted(texts: Iterable[Text], style: Style, width: float, gap: float = 0) -> Block:
    """Return a list with a bullet before each text."""
    items = tuple(("•", body) for body in texts)
    label = Style(style.size, style.colour, setting=style.setting)
    return listed(items, style, label, width, "UL", 0.85 * style.size, gap)
