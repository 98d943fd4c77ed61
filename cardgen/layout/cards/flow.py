"""Text over as many faces as they need, evenly, each under a title, and last the foot."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from cardgen.layout.blocks import hairline, height_of, inset, stack
from cardgen.layout.cards.frame import Frame, reserved
from cardgen.layout.type_scale import TypeScale
from cardgen.model.content import Text
from cardgen.model.page import Block, Placed, Role
from cardgen.typography.paragraph import paragraph
from cardgen.typography.style import TooLargeError

LEAST_GAP, MOST_GAP = 0.7, 1.8
"""How far blocks stand apart, in units: more where a face has room to spare."""
ABOVE_FOOT = 0.5
"""How much farther the line above the sources stands from the words, in units."""


def flowed(
    titles: Sequence[tuple[Text, Role]],
    blocks: Sequence[Block],
    foot: Sequence[Block],
    frame: Frame,
    scale: TypeScale,
    *,
    first_is_front: bool,
) -> list[Block]:
    """Return blocks on as few faces as hold them, shared out evenly.

    The last of `titles` stands on all further faces. Raises TooLargeError when one block alone
    is too large for a face.
    """
    width = frame.width - frame.corner
    style = scale.heading(1.2)
    headings = [
        reserved(paragraph(title, style, width, role), frame.corner) for title, role in titles
    ]
    bottom = stack([hairline(frame.width, scale.colours.rule), *foot], scale.unit * 0.5)
    bottom = inset(bottom, 0, ABOVE_FOOT * scale.unit, 0, 0)
    whole = _shared([*blocks, bottom], headings, frame.height, LEAST_GAP * scale.unit)
    *full, end = whole
    sides = [(part, None) for part in full] + [(end[:-1], bottom)]
    return [
        _face(part, low, frame, scale, back=(number % 2 == 0) != first_is_front)
        for number, (part, low) in enumerate(sides)
    ]


def _shared(
    blocks: Sequence[Block], headings: Sequence[Block], room: float, gap: float
) -> list[list[Block]]:
    """Return the blocks of each face, its heading before them."""
    for faces in range(1, len(blocks) + 1):
        ways = [_headed(way, headings) for way in _ways(blocks, faces)]
        fitting = [way for way in ways if max(_heights(way, gap)) <= room]
        if fitting:
            # The least sum of squares is the most even.
            return min(fitting, key=lambda way: sum(h**2 for h in _heights(way, gap)))
    single = _headed([[block] for block in blocks], headings)
    fullest = max(single, key=lambda part: height_of(part, gap))
    raise TooLargeError(height_of(fullest, gap) - room, among=fullest)


def _ways(blocks: Sequence[Block], faces: int) -> Iterator[list[Sequence[Block]]]:
    """Yield each way to share blocks out over faces, in order."""
    for cuts in combinations(range(1, len(blocks)), faces - 1):
        yield [blocks[start:end] for start, end in pairwise((0, *cuts, len(blocks)))]


def _headed(way: Sequence[Sequence[Block]], headings: Sequence[Block]) -> list[list[Block]]:
    last = len(headings) - 1
    return [[headings[min(number, last)], *part] for number, part in enumerate(way)]


def _heights(way: Sequence[Sequence[Block]], gap: float) -> list[float]:
    return [height_of(part, gap) for part in way]


def _face(
    blocks: Sequence[Block], foot: Block | None, frame: Frame, scale: TypeScale, *, back: bool
) -> Block:
    low = foot.height if foot else 0
    spare = frame.height - low - sum(block.height for block in blocks)
    gap = max(LEAST_GAP * scale.unit, min(MOST_GAP * scale.unit, spare / len(blocks)))
    safe, (heading, *others) = frame.size.safe, blocks
    # The hole is in the left corner of a front: its heading starts beside it.
    beside_hole = 0 if back else frame.corner
    kids = [
        Placed(safe + beside_hole, safe, heading),
        Placed(safe, safe + heading.height + gap, stack(others, gap)),
    ]
    if foot:
        kids.append(Placed(safe, frame.size.height - safe - low, foot))
    return frame.face(scale, *kids, back=back)
