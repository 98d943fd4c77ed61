"""Lists with hanging labels."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from cardgen.layout.blocks import stack
from cardgen.layout.measure import Measure, Style
from cardgen.layout.text import paragraph
from cardgen.model.content import Words, words
from cardgen.model.page import Block, Placed, Role


@dataclass(frozen=True, slots=True)
class _Listing:
    """All that a list is made of."""

    items: tuple[tuple[str, Words], ...]
    style: Style
    label_style: Style
    width: float
    measure: Measure
    role: Role
    indent: float
    gap: float

    @property
    def slotted(self) -> bool:
        """Tell whether some of its words may differ from person to person."""
        return any(span.slot for _, text in self.items for span in text)

    def block(self) -> Block:
        return stack([self._item(*item) for item in self.items], self.gap, self.role)

    def _item(self, label: str, text: Words) -> Block:
        body = paragraph(text, self.style, self.width - self.indent, self.measure, role="LBody")
        kids = [Placed(self.indent, 0, body)]
        if label:
            given = self.label_style
            sized = Style(given.size, given.colour, self.style.line / given.size)
            mark = paragraph(words(label), sized, self.indent, self.measure, role="Lbl")
            kids.insert(0, Placed(0, 0, mark))
        return Block(self.width, body.height, tuple(kids), role="LI")


@lru_cache(maxsize=1 << 12)
def _kept(listing: _Listing) -> Block:
    return listing.block()


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
    listing = _Listing(tuple(items), style, label_style, width, measure, role, indent, gap)
    # Words that may differ are noted each time that they are set.
    return listing.block() if listing.slotted else _kept(listing)


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
