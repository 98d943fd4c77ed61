"""What is said of content that does not fit at the smallest type."""

from collections.abc import Iterable, Iterator, Sequence

from cardgen.errors import Problem
from cardgen.model.origin import Origin
from cardgen.model.page import Block, Line, Placed, Reserved
from cardgen.typography.style import TooLargeError
from cardgen.words import shortened

_FEWER = "Write `moment: start` at those that it can do without, or choose more room"
_AT_LEAST = "the pictures without which this move cannot be followed are"


class PicturesTooLargeError(TooLargeError):
    """Pictures of which none may be left out, and that would be too small to be followed."""

    def __init__(self, points: float, origin: Origin | None) -> None:
        """`points` is what the smallest lacks; `origin` is where one of them is named."""
        super().__init__(points, origin=origin)


def refusal(error: TooLargeError, place: str, least: float, origin: Origin, remedy: str) -> Problem:
    """Return what does not fit, by how many millimetres, and what to do.

    `place` is what it does not fit: "one Letter page"; `least` the smallest type in points.
    `origin` is named where no one text is to blame.
    """
    excess = f"{error.millimetres:.1f} mm"
    blamed = error.origin or _blamed(error)
    if error.what:
        message = f"the word '{shortened(error.what)}' is {excess} wider than its column"
        where = f"on {place}, at the smallest type ({least:g} pt)"
        said = "Use a shorter word, or break it in two"
        return (blamed or origin).problem(f"{message} {where}", said)
    if isinstance(error, PicturesTooLargeError):
        message = f"{_AT_LEAST} {excess} too large for {place}, at the smallest type ({least:g} pt)"
        return (blamed or origin).problem(message, _FEWER)
    what = "this text" if blamed else "it"
    message = f"{what} is {excess} too tall for {place}, at the smallest type ({least:g} pt)"
    return (blamed or origin).problem(message, remedy)


def nearest(errors: Sequence[TooLargeError]) -> TooLargeError:
    """Return the error that tells a person most: the least excess that a text is to blame for.

    Where no text is, it is the first.
    """
    named = [error for error in errors if error.origin or _blamed(error)]
    return min(named, key=lambda error: error.points, default=errors[0])


def _blamed(error: TooLargeError) -> Origin | None:
    """Return where the tallest of the texts comes from, if a shorter one alone would do."""
    texts = sorted(_texts(error.among), key=lambda block: block.height)
    if texts and texts[-1].height - texts[-1].height / _lines(texts[-1]) >= error.points:
        return texts[-1].origin
    return None


def _texts(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks of text that have more than one line, with where they come from."""
    for block in blocks:
        inner = list(_within(block))
        if block.origin and not any(kid.origin for kid in inner) and _lines(block) > 1:
            yield block
        yield from _texts(kid.block for kid in block.kids if isinstance(kid, Placed))


def _within(block: Block) -> Iterator[Block]:
    """Yield all blocks in a block: those of a list that runs on come from no text of their own."""
    for kid in block.kids:
        if isinstance(kid, Placed):
            yield kid.block
            yield from _within(kid.block)


def _lines(block: Block) -> int:
    """Return how many lines a text has, also where parts of one are entries of a list."""
    found = {
        down + mark.y: mark for mark, _, down in block.marks() if isinstance(mark, (Line, Reserved))
    }
    return sum(mark.lines if isinstance(mark, Reserved) else 1 for mark in found.values())
