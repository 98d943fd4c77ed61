"""The safety cards of a deck: what cannot wait on a dark ground, then all other signs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cardgen.layout.blocks import decoration, inset, stack
from cardgen.layout.cards.backs import items
from cardgen.layout.cards.flow import as_lists
from cardgen.layout.cards.frame import Frame
from cardgen.layout.cards.sizes import TAG, CardScale
from cardgen.layout.components.entries import listing
from cardgen.model.content import SafetyWords, Signs, Text, text
from cardgen.model.page import Block, Placed, Rect, with_role
from cardgen.typography.paragraph import flush_end, paragraph
from cardgen.typography.style import TooLargeError

APART, WITHIN = 1.2, 0.1
"""Between two lists of signs, and between two signs, in units."""
WHOLE = 0.72
"""A dark ground that would take more than this part of a face takes all of it."""


class _Part(NamedTuple):
    """A heading and blocks under it, or some of them: a list stays on one face where it can."""

    heading: Block | None
    blocks: Sequence[Block]
    dark: bool = False

    def set(self, scale: CardScale) -> Block:
        """Return it as one block."""
        within = WITHIN * scale.unit
        heads = [self.heading] if self.heading else []
        return stack([*heads, *as_lists(self.blocks, within)], within)


class Piece(NamedTuple):
    """What of a part stands on a face: its blocks from `start` to before `stop`."""

    part: int
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class SafetyCards:
    """What the safety cards of a deck say: what cannot wait, then all else, as bullets."""

    safety: SafetyWords
    opening: Text | None
    """What is good to know first; None where it stands elsewhere."""
    sources: tuple[Text, ...]
    """Those of all signs, behind which they stand."""
    imprint: str
    """Who made the deck; "" where it stands elsewhere."""
    tag: str
    """Says of which card a face is: the `{number}` of `{count}`."""
    frame: Frame

    def packed(self, scale: CardScale) -> list[list[Piece]]:
        """Return what stands on each face. Raises TooLargeError when one sign is too tall."""
        parts = self._parts(scale)
        faces: list[list[Piece]] = [[]]
        for piece in self._pieces(parts, scale):
            if faces[-1] and self._height(parts, [*faces[-1], piece], scale) > self.frame.height:
                faces.append([])
            faces[-1].append(piece)
        return faces

    def face(self, pieces: Sequence[Piece], number: int, count: int, scale: CardScale) -> Block:
        """Return a face, the `number` of `count`, both from 0 on. Raises TooLargeError."""
        parts = self._parts(scale)
        if (excess := self._height(parts, pieces, scale) - self.frame.height) > 0:
            raise TooLargeError(excess, among=[parts[piece.part].set(scale) for piece in pieces])
        tag = self.tag.format(number=number // 2 + 1, count=(count + 1) // 2)
        shown = [_part_of(parts, piece) for piece in pieces]
        return _face(shown, tag, self.frame, scale, is_back=number % 2 == 1)

    def _parts(self, scale: CardScale) -> list[_Part]:
        safety, width = self.safety, self.frame.width
        urgent, *others = safety.danger
        paper = scale.coloured(scale.colours.paper)
        signs = items(urgent.signs, width, paper)
        if self.opening:
            said = paragraph(self.opening, paper.text.style(), width)
            signs.append(inset(said, 0, scale.unit, 0, 0))
        found = [_Part(_heading(urgent, self.frame, paper), signs, dark=True)]
        for level in (*others[:1], *safety.stop, *safety.ask, *others[1:]):
            signs = items(level.signs, width, scale)
            found.append(_Part(_heading(level, self.frame, scale), signs))
        quiet = scale.text.style(colour=scale.colours.quiet)
        last = [paragraph(safety.disclaimer, quiet, width)]
        if self.sources or self.imprint:
            told = [*self.sources, *([text(self.imprint)] if self.imprint else [])]
            last += [listing(said, scale.source, width) for said in told]
        return [*found, _Part(None, last)]

    def _pieces(self, parts: Sequence[_Part], scale: CardScale) -> Iterator[Piece]:
        """Yield the parts, those that are taller than a face in as many as it takes."""
        for index, part in enumerate(parts):
            start, end = 0, len(part.blocks)
            while start < end:
                stop = end
                while self._height(parts, [Piece(index, start, stop)], scale) > self.frame.height:
                    stop -= 1
                    if stop == start:
                        one = [Piece(index, start, start + 1)]
                        excess = self._height(parts, one, scale) - self.frame.height
                        among = [part.heading or Block(0, 0), part.blocks[start]]
                        raise TooLargeError(excess, among=among)
                yield Piece(index, start, stop)
                start = stop

    def _height(self, parts: Sequence[_Part], pieces: Sequence[Piece], scale: CardScale) -> float:
        shown = [_part_of(parts, piece) for piece in pieces]
        placed, _ = _set_below(shown, self.frame, scale, is_back=False)
        last = placed[-1]
        return last.y + last.block.height - self.frame.size.safe


def _part_of(parts: Sequence[_Part], piece: Piece) -> _Part:
    """Return some of a part; a heading that stands there again is not heard again."""
    heading, blocks, dark = parts[piece.part]
    if heading and piece.start:
        heading = with_role(heading, "Artifact")
    return _Part(heading, blocks[piece.start : piece.stop], dark)


def _heading(signs: Signs, frame: Frame, scale: CardScale) -> Block:
    """Return an action, on a line that leaves room for the hole and the number of the card.

    Below it stands what its signs go on from, where they count only together with it.
    """
    width = frame.width - frame.corner - TAG * scale.small().size
    lead = [paragraph(signs.lead, scale.text.style(), width)] if signs.lead else []
    return stack([paragraph(signs.action, scale.heading, width, "H1"), *lead])


def _face(
    parts: Sequence[_Part], tag: str, frame: Frame, scale: CardScale, *, is_back: bool
) -> Block:
    safe = frame.size.safe
    kids, dark = _set_below(parts, frame, scale, is_back=is_back)
    grounds = [Placed(0, 0, _ground(dark, frame, scale))] if dark else []
    colour = scale.colours.paper if dark else scale.colours.quiet
    wide = TAG * scale.small().size
    x = safe + frame.width - wide - (frame.corner if is_back else 0)
    said = flush_end(paragraph(text(tag), scale.small(colour), wide))
    return frame.face(scale.colours, *grounds, *kids, Placed(x, safe, said), back=is_back)


def _set_below(
    parts: Sequence[_Part], frame: Frame, scale: CardScale, *, is_back: bool
) -> tuple[list[Placed], float]:
    """Return parts one below the other, and how far a dark ground reaches down, or 0."""
    safe, apart = frame.size.safe, APART * scale.unit
    kids, y, dark = [], safe, 0.0
    for part in _beside_hole(parts, frame, scale.small().line, is_back=is_back):
        block = part.set(scale)
        if part.dark:
            dark = _dark_height(y + block.height + apart, frame)
        kids.append(Placed(safe, y, block))
        y = max(y + block.height, dark) + apart
    return kids, dark


def _beside_hole(parts: Sequence[_Part], frame: Frame, tag: float, *, is_back: bool) -> list[_Part]:
    """Return parts, the first heading beside the hole, and all else below it and below the tag.

    `tag` is how tall the number of the card is.
    """
    first, *others = parts
    if first.heading is None:
        return [first._replace(heading=Block(frame.width, max(frame.corner, tag))), *others]
    if not frame.hole:
        return list(parts)
    x, height = 0 if is_back else frame.corner, max(first.heading.height, frame.corner)
    beside = Block(frame.width, height, (Placed(x, 0, first.heading),))
    return [first._replace(heading=beside), *others]


def _dark_height(height: float, frame: Frame) -> float:
    return frame.size.height if height > WHOLE * frame.size.height else height


def _ground(height: float, frame: Frame, scale: CardScale) -> Block:
    width = frame.size.width
    return decoration(width, height, Rect(0, 0, width, height, fill=scale.colours.ink))
