"""A routine in a booklet of eight pages, at the largest type that fits."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from cardgen.errors import DoesNotFitError, InvalidDataError, Problem
from cardgen.layout.booklet.pages import cover_page, log_page, move_page
from cardgen.layout.booklet.sheet import booklet_sheet, booklet_size
from cardgen.layout.cards.backs import safety_faces
from cardgen.layout.cards.frame import SMALLEST, Frame
from cardgen.layout.fitting.ladder import largest_that_fits, loosest_that_fits, steps_down
from cardgen.layout.fitting.refusal import refusal
from cardgen.layout.type_scale import TypeScale, type_scale
from cardgen.model.content import Move
from cardgen.model.deck import BookletWords, Cover, Deck
from cardgen.model.design import MM, Paper, Theme
from cardgen.model.document import Document
from cardgen.model.handout import Log
from cardgen.model.origin import Origin, requested
from cardgen.model.page import Block
from cardgen.typography.style import TooLargeError

ITEMS = 6
"""The pages between the cover and the back."""
LARGEST = 10.0


Make = Callable[[TypeScale], list[Block]]
"""Makes pages of one size of type; raises TooLargeError where they do not fit."""


@dataclass(frozen=True, slots=True)
class FittedBooklet:
    """A booklet that fits, and its smallest body size in points."""

    document: Document
    body: float


@dataclass(frozen=True, slots=True, eq=False)
class _Part:
    """Pages that belong together, and where a person goes to change them."""

    make: Make
    origin: Origin


@dataclass(frozen=True, slots=True)
class _Binder:
    """Makes the pages of one booklet, and notes what does not fit."""

    frame: Frame
    theme: Theme
    problems: list[Problem] = field(default_factory=list)

    def largest(self, make: Make, origin: Origin) -> float:
        """Return the largest body size at which pages fit; where none does, note the problem."""
        try:
            sizes = steps_down(LARGEST, SMALLEST)
            return largest_that_fits(sizes, lambda body: self.made(make, body))[0]
        except TooLargeError as error:
            size = self.frame.size
            place = f"a page of {size.width / MM:.1f} x {size.height / MM:.1f} mm"
            remedy = "Shorten it, leave moves out (`skip`), or print cards"
            self.problems.append(refusal(error, place, SMALLEST, origin, remedy))
            return SMALLEST

    def made(self, make: Make, body: float) -> list[Block]:
        """Return pages, their lines as open as they fit. Raises TooLargeError."""
        return loosest_that_fits(lambda spacing: make(type_scale(self.theme, body, spacing)))[1]


def layout_booklet(deck: Deck, words: BookletWords, paper: Paper, theme: Theme) -> FittedBooklet:
    """Return the deck as a booklet: cover, moves, a log where pages are left, safety.

    Where the safety texts need two pages, the moves have one page less. Raises DoesNotFitError
    with every page that is too full.
    """
    try:
        return _laid_out(deck, words, paper, theme, ITEMS)
    except DoesNotFitError:
        if not ITEMS <= len(deck.moves) <= 2 * (ITEMS - 1):
            raise
        return _laid_out(deck, words, paper, theme, ITEMS - 1)


def _laid_out(
    deck: Deck, words: BookletWords, paper: Paper, theme: Theme, items: int
) -> FittedBooklet:
    """Return a booklet whose moves have `items` pages at most. Raises DoesNotFitError."""
    binder = _Binder(Frame(booklet_size(paper)), theme)
    cover, groups = _cover(deck), _groups(deck, items)
    front = _Part(lambda scale: [cover_page(cover, deck.safety, binder.frame, scale)], cover.origin)
    moves = [_Part(partial(_moves, group, binder.frame), group[-1].origin) for group in groups]
    pages = 1 if len(groups) == ITEMS else 2
    back = _Part(partial(_safety, deck, binder.frame, pages), deck.safety.origin)
    bodies = {part: binder.largest(part.make, part.origin) for part in (front, *moves, back)}
    if binder.problems:
        raise DoesNotFitError(binder.problems)
    single = max(0, 2 * items - len(deck.moves))
    for alike in (moves[:single], moves[single:]):
        # Pages of one move, and pages of two, are each set in one size.
        bodies |= dict.fromkeys(alike, min((bodies[part] for part in alike), default=LARGEST))
    made = [binder.made(part.make, bodies[part]) for part in (front, *moves, back)]
    *first, last = made
    ahead = [page for pages in first for page in pages]
    for log in words.logs[: ITEMS + 2 - len(ahead) - len(last)]:
        ahead += binder.made(partial(_log, log, binder.frame), bodies[front])
    sheet = booklet_sheet([*ahead, *last], paper, words.hints, type_scale(theme, SMALLEST))
    document = Document((sheet,), deck.about, "none")
    return FittedBooklet(document, min(bodies.values()))


def _cover(deck: Deck) -> Cover:
    if deck.cover is None:
        message = "a booklet has its cover"
        raise InvalidDataError([requested("skip").problem(message, "Leave out another page")])
    return deck.cover


def _groups(deck: Deck, items: int) -> list[tuple[Move, ...]]:
    """Return the moves of each of `items` pages: one, and two on the last where there are many."""
    moves = deck.moves
    if len(moves) > 2 * ITEMS:
        message = f"a booklet has room for {2 * ITEMS} moves, and here are {len(moves)}"
        raise DoesNotFitError([requested("targets").problem(message, "Leave moves out (`skip`)")])
    single = min(len(moves), 2 * items - len(moves))
    pairs = [moves[start : start + 2] for start in range(single, len(moves), 2)]
    return [*((move,) for move in moves[:single]), *pairs]


def _moves(group: Sequence[Move], frame: Frame, scale: TypeScale) -> list[Block]:
    return [move_page(group, frame, scale)]


def _log(log: Log, frame: Frame, scale: TypeScale) -> list[Block]:
    return [log_page(log, frame, scale)]


def _safety(deck: Deck, frame: Frame, most: int, scale: TypeScale) -> list[Block]:
    """Return the last pages; what to know before the first move stands on the cover."""
    safety = deck.safety
    pages = safety_faces(safety, safety.danger[2:], deck.imprint, frame, scale)
    if len(pages) > most:
        raise TooLargeError(sum(page.height for page in pages[most:]))
    return pages
