"""Lists with hanging labels."""

from collections.abc import Iterable
from functools import lru_cache

from cardgen.layout.blocks import stack
from cardgen.layout.measure import Measure, Style
from cardgen.layout.text import paragraph
from cardgen.model.content import Words, words
from cardgen.model.page import Block, Placed, Role


def listed(
    items: Iterable[tuple[str, Words]],
    style: Style,
    label_style: Style,
    width: float,
    measure: Measure,
    *,
    role: Role,
    indent: float,
    gap: float = 0,
) -> Block:
    """Return a list: labels at the left edge, texts at `indent`, items `gap` apart."""
    found = tuple(items)
    given = found, style, label_style, width, measure, role, indent, gap
    block, slotted = _kept(*given)
    # Words that may differ are noted each time that they are set.
    return _listed(*given) if slotted else block


def _listed(
    items: tuple[tuple[str, Words], ...],
    style: Style,
    label_style: Style,
    width: float,
    measure: Measure,
    role: Role,
    indent: float,
    gap: float,
) -> Block:
    return stack(
        [
            _item(label, text, style, label_style, width, measure, indent=indent)
            for label, text in items
        ],
        gap,
        role,
    )


@lru_cache(maxsize=1 << 12)
def _kept(
    items: tuple[tuple[str, Words], ...],
    style: Style,
    label_style: Style,
    width: float,
    measure: Measure,
    role: Role,
    indent: float,
    gap: float,
) -> tuple[Block, bool]:
    """Return a list, and whether it has a slot."""
    slotted = any(span.slot for _, text in items for span in text)
    return _listed(items, style, label_style, width, measure, role, indent, gap), slotted


def _item(
    label: str,
    text: Words,
    style: Style,
    label_style: Style,
    width: float,
    measure: Measure,
    *,
    indent: float,
) -> Block:
    body = paragraph(text, style, width - indent, measure, role="LBody")
    kids = [Placed(indent, 0, body)]
    if label:
        sized = Style(label_style.size, label_style.colour, style.line / label_style.size)
        mark = paragraph(words(label), sized, indent, measure, role="Lbl")
        kids.insert(0, Placed(0, 0, mark))
    return Block(width, body.height, tuple(kids), role="LI")


def numbered(
    texts: Iterable[str], style: Style, quiet: str, width: float, measure: Measure, gap: float = 0
) -> Block:
    """Return a list numbered from 1."""
    items = [(f"{i}.", words(text)) for i, text in enumerate(texts, 1)]
    widest = max(measure.width(label, "regular", style.size) for label, _ in items)
    label = Style(style.size, quiet)
    indent = widest + 0.35 * style.size
    return listed(items, style, label, width, measure, role="OL", indent=indent, gap=gap)


def bulleted(
    texts: Iterable[Words], style: Style, width: float, measure: Measure, gap: float = 0
) -> Block:
    """Return a list with a bullet before each text."""
    items = [("•", text) for text in texts]
    label = Style(style.size, style.colour)
    indent = 0.85 * style.size
    return listed(items, style, label, width, measure, role="UL", indent=indent, gap=gap)
