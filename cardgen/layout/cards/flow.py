"""Text over as many faces as it needs, evenly, each under a title, and last the foot."""

from collections.abc import Iterator, Sequence
from itertools import combinations, groupby, pairwise

from cardgen.layout.blocks import hairline, height_of, stack
from cardgen.layout.cards.frame import Frame
from cardgen.layout.cards.sizes import TAG, CardScale
from cardgen.model.content import Text, text
from cardgen.model.page import Block, Placed, Role
from cardgen.typography.paragraph import flush_end, paragraph
from cardgen.typography.style import TooLargeError

LEAST_GAP, MOST_GAP = 0.5, 1.4
"""How far blocks stand apart, in units: more where a face has room to spare."""


def flowed(
    title: tuple[Text, Role],
    blocks: Sequence[Block],
    foot: Sequence[Block],
    frame: Frame,
    scale: CardScale,
    tag: str,
) -> list[Block]:
    """Return blocks on as few faces as hold them, shared out evenly; the first is a back.

    The title stands on every face. Where they take more cards than one, each says behind it which
    it is: `tag` has the `number` of a card and the `count` of all in braces. Raises TooLargeError
    when one block alone is too large for a face.
    """
    bottom = stack([hairline(frame.width, scale.colours.rule), *foot], 0.5 * scale.unit)
    told, room, gap = [*blocks, bottom], frame.height, LEAST_GAP * scale.unit
    width = frame.width - frame.corner
    sides = _shared(told, _heading(title, width, frame, scale), room, gap)
    if len(sides) > 1:
        wide = TAG * scale.small().size
        sides = _shared(told, _heading(title, width - wide, frame, scale), room, gap)
        count = len(sides) // 2 + 1
        for number, side in enumerate(sides):
            said = tag.format(number=(number + 1) // 2 + 1, count=count)
            side[0] = _tagged(side[0], said, width, scale)
    faces = []
    for number, side in enumerate(sides):
        is_last = number == len(sides) - 1
        part, low = (side[:-1], bottom) if is_last else (side, None)
        faces.append(_face(part, low, frame, scale, back=number % 2 == 0))
    return faces


def _heading(title: tuple[Text, Role], width: float, frame: Frame, scale: CardScale) -> Block:
    said, role = title
    heading = paragraph(said, scale.name, width, role)
    return Block(heading.width, max(heading.height, frame.corner), (Placed(0, 0, heading),))


def _tagged(heading: Block, said: str, width: float, scale: CardScale) -> Block:
    """Return a heading, and at its end which card it stands on."""
    tag = flush_end(paragraph(text(said), scale.small(), width - heading.width))
    return Block(width, heading.height, (*heading.kids, Placed(heading.width, 0, tag)))


def _shared(blocks: Sequence[Block], heading: Block, room: float, gap: float) -> list[list[Block]]:
    """Return the blocks of each face, its heading before them."""
    for faces in range(1, len(blocks) + 1):
        ways = [[[heading, *part] for part in way] for way in _ways(blocks, faces)]
        fitting = [way for way in ways if max(_heights(way, gap)) <= room]
        if fitting:
            # The least sum of squares is the most even.
            return min(fitting, key=lambda way: sum(h**2 for h in _heights(way, gap)))
    fullest = max(([heading, block] for block in blocks), key=lambda part: height_of(part, gap))
    raise TooLargeError(height_of(fullest, gap) - room, among=fullest)


def _ways(blocks: Sequence[Block], faces: int) -> Iterator[list[Sequence[Block]]]:
    """Yield each way to share blocks out over faces, in order."""
    for cuts in combinations(range(1, len(blocks)), faces - 1):
        yield [blocks[start:end] for start, end in pairwise((0, *cuts, len(blocks)))]


def _heights(way: Sequence[Sequence[Block]], gap: float) -> list[float]:
    return [height_of(part, gap) for part in way]


def _face(
    blocks: Sequence[Block], foot: Block | None, frame: Frame, scale: CardScale, *, back: bool
) -> Block:
    low = foot.height if foot else 0
    spare = frame.height - low - sum(block.height for block in blocks)
    gap = max(LEAST_GAP * scale.unit, min(MOST_GAP * scale.unit, spare / len(blocks)))
    safe, (heading, *others) = frame.size.safe, blocks
    # The hole is in the left corner of a front: its heading starts beside it.
    beside_hole = 0 if back else frame.corner
    kids = [
        Placed(safe + beside_hole, safe, heading),
        Placed(safe, safe + heading.height + gap, stack(as_lists(others, gap), gap)),
    ]
    if foot:
        kids.append(Placed(safe, frame.size.height - safe - low, foot))
    return frame.face(scale.colours, *kids, back=back)


def as_lists(blocks: Sequence[Block], gap: float) -> list[Block]:
    """Return the blocks; items of a list that follow each other are one list."""
    found: list[Block] = []
    for is_item, group in groupby(blocks, key=lambda block: block.role == "LI"):
        some = list(group)
        found += [stack(some, gap, "UL")] if is_item else some
    return found
