"""What must hold on every page: a check yields a line for each fault, none where all is well."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from cardgen.model.page import Block, Line, Page, Picture, Placed

MARKER_FLOOR = 5.0
TOLERANCE = 0.3
HEADINGS = ("H1", "H2", "H3")

Bounds = tuple[float, float, float, float]


@dataclass(frozen=True)
class Box:
    """A line or a picture, with left, top, right and bottom on the page; `owner` is its block."""

    mark: Line | Picture
    bounds: Bounds
    owner: int

    def __str__(self) -> str:
        name = self.mark.text.strip() if isinstance(self.mark, Line) else self.mark.artwork.digest
        return f"'{name}' at {', '.join(f'{value:.1f}' for value in self.bounds)}"


@dataclass(frozen=True)
class Paragraph:
    """The lines of one block: a text as it was given, if all is well."""

    lines: tuple[Line, ...]
    roles: tuple[str, ...]

    @property
    def text(self) -> str:
        return tidy("".join(line.text for line in self.lines))

    @property
    def is_heading(self) -> bool:
        return any(role in HEADINGS for role in self.roles)


def tidy(text: str) -> str:
    """Return text with every run of white space as one blank."""
    return " ".join(text.split())


def blocks(
    placed: Placed, x: float = 0, y: float = 0, roles: tuple[str, ...] = ()
) -> Iterator[tuple[Block, float, float, tuple[str, ...]]]:
    """Yield every block with its place on the page and the roles that it stands in, as read."""
    block, x, y = placed.block, x + placed.x, y + placed.y
    roles = (*roles, block.role) if block.role else roles
    yield block, x, y, roles
    for kid in block.kids:
        if isinstance(kid, Placed):
            yield from blocks(kid, x, y, roles)


def boxes(placed: Iterable[Placed]) -> list[Box]:
    """Return every line and picture."""
    found = []
    everything = (found for whole in placed for found in blocks(whole))
    for owner, (block, x, y, _) in enumerate(everything):
        for mark in block.kids:
            if isinstance(mark, Line | Picture):
                left, top, right, bottom = mark.bounds
                bounds = (left + x, top + y, right + x, bottom + y)
                found.append(Box(mark, bounds, owner))
    return found


def paragraphs(placed: Iterable[Placed]) -> list[Paragraph]:
    """Return every text, in the order in which it is read."""
    found = []
    for whole in placed:
        run_on: set[int] = set()
        for block, _, _, roles in blocks(whole):
            if runs_on(block):
                lines = tuple(block.all_lines())
                run_on.update(map(id, lines))
            else:
                lines = tuple(k for k in block.kids if isinstance(k, Line) and id(k) not in run_on)
            if lines:
                found.append(Paragraph(lines, roles))
    return found


def runs_on(block: Block) -> bool:
    """Tell whether a block is a paragraph to the eye, and holds the entries of a list."""
    lists = [kid.block for kid in block.kids if isinstance(kid, Placed)]
    lines = [line for one in lists if one.role in ("OL", "UL") for line in one.all_lines()]
    return bool(lines) and all(run.entry for line in lines for run in line.runs)


def page_blocks(page: Page) -> list[Placed]:
    return [placed for _, placed in page.placed]


def outside(found: Iterable[Box], frame: Bounds) -> Iterator[str]:
    """Yield what reaches out of a frame."""
    left, top, right, bottom = frame
    for box in found:
        x, y, x2, y2 = box.bounds
        by = max(left - x, top - y, x2 - right, y2 - bottom)
        if by > TOLERANCE:
            yield f"outside by {by:.1f} pt: {box}"


def overlaps(found: Sequence[Box]) -> Iterator[str]:
    """Yield pairs of texts or pictures that lie on each other."""
    for one, other in combinations(found, 2):
        if one.owner != other.owner and _shared(one.bounds, other.bounds) > TOLERANCE:
            yield f"overlap: {one} and {other}"


def _shared(one: Bounds, other: Bounds) -> float:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return min(across, down)


def misshapen(found: Iterable[Box]) -> Iterator[str]:
    """Yield pictures whose shape was changed."""
    for box in found:
        if isinstance(box.mark, Picture):
            true, drawn = box.mark.artwork.aspect, box.mark.width / box.mark.height
            if abs(drawn / true - 1) > 1e-3:
                yield f"shape {drawn:.3f}, not {true:.3f}: {box}"


def too_small(found: Iterable[Paragraph], floors: Iterable[float]) -> Iterator[str]:
    """Yield texts in smaller type than the floor of each; raised markers have their own."""
    for paragraph, floor in zip(found, floors, strict=True):
        for run in (run for line in paragraph.lines for run in line.runs):
            least = MARKER_FLOOR if run.rise else floor
            if run.size < least - 1e-6:
                yield f"{run.size:.2f} pt, floor {least:g}: '{run.text}' in '{paragraph.text}'"


def differing(found: Iterable[str], given: Iterable[str]) -> Iterator[str]:
    """Yield where the texts that were laid out leave those that were given."""
    laid, wanted = list(found), list(given)
    for number, (one, other) in enumerate(zip(laid, wanted, strict=False), 1):
        if one != other:
            yield f"text {number} is '{one}', not '{other}'"
            return
    if len(laid) != len(wanted):
        extra = (laid if len(laid) > len(wanted) else wanted)[min(len(laid), len(wanted)) :]
        yield f"{len(laid)} texts laid out, {len(wanted)} given; first of the rest: '{extra[0]}'"
