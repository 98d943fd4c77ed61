"""A routine in a booklet of eight pages, at the largest type that fits."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice, pairwise

from cardgen.errors import DoesNotFitError, InvalidDataError
from cardgen.layout.booklet.pages import (
    before_page,
    cover_page,
    log_page,
    move_page,
    personal_page,
    signs_page,
    urgent_page,
)
from cardgen.layout.booklet.sheet import booklet_sheet, booklet_size
from cardgen.layout.cards.deck import SHEET_TYPE
from cardgen.layout.cards.frame import Frame
from cardgen.layout.cards.sizes import SMALLEST, CardScale, CardType, card_scale
from cardgen.layout.fitting.ladder import largest_that_fits, steps_down
from cardgen.layout.fitting.refusal import refusal
from cardgen.layout.type_scale import type_scale
from cardgen.model.content import Move
from cardgen.model.deck import BookletWords, Cover, Deck
from cardgen.model.design import MM, Paper, Theme
from cardgen.model.document import Document
from cardgen.model.handout import Log
from cardgen.model.origin import Origin, requested
from cardgen.model.page import Block
from cardgen.typography.style import TooLargeError

PAGES, FIXED = 8, 4
"""All pages, and those that are in every booklet: the cover, what to know before, what cannot wait,
and what can for a day. The least urgent signs and the sources of all have another."""
TYPE = CardType(name=12.5, dose=15, steps=11, back=9.5, heading=11, source=6.5)
"""The largest sizes of type of a page, in points."""
URGENT = 11.0
"""The largest size of what cannot wait, in points."""
Make = Callable[[CardScale], Block]
"""Makes a page in a scale; raises TooLargeError where it does not fit."""


@dataclass(frozen=True, slots=True)
class FittedBooklet:
    """A booklet that fits, and its smallest body size in points."""

    document: Document
    body: float
    low: float
    """How near the edges of the paper it prints, in points."""


@dataclass(frozen=True, slots=True, eq=False)
class _Part:
    """A page, where a person goes to change it, and the most that its running text measures."""

    make: Make
    origin: Origin
    most: float = TYPE.back
    alike: bool = False
    """Whether it is set in one size with others."""


@dataclass(frozen=True, slots=True)
class _Binder:
    """Makes the pages of one booklet, and notes what does not fit."""

    frame: Frame
    theme: Theme
    refused: list[DoesNotFitError] = field(default_factory=list)

    def largest(self, part: _Part) -> float:
        """Return the largest body size at which a page fits; where none does, note the problem."""
        try:
            sizes = steps_down(part.most, SMALLEST)
            return largest_that_fits(sizes, lambda body: self.made(part, body))[0]
        except TooLargeError as error:
            size = self.frame.size
            place = f"a page of {size.width / MM:.1f} x {size.height / MM:.1f} mm"
            remedy = "Shorten it, leave moves out (`skip`), or print cards"
            problem = refusal(error, place, SMALLEST, part.origin, remedy)
            self.refused.append(DoesNotFitError([problem], error.words))
            return SMALLEST

    def made(self, part: _Part, body: float) -> Block:
        """Return a page. Raises TooLargeError."""
        return part.make(card_scale(self.theme, TYPE, body, part.most))


def layout_booklet(
    deck: Deck, words: BookletWords, paper: Paper, theme: Theme, margin: float = 0
) -> FittedBooklet:
    """Return the deck as a booklet: cover, moves, a log where pages are left, danger signs.

    More moves than there are pages for make several such books, each of them whole. `margin` stays
    free along the edges, in points. Raises DoesNotFitError with every page that is too full.
    """
    binder = _Binder(Frame(booklet_size(paper, margin)), theme)
    first = [None] if deck.cover and deck.cover.personal else []
    books = _books([*first, *deck.moves], _room(deck))
    logs = iter(words.logs)
    made = [
        _book(deck, moves, _kicker(words, number, len(books)), logs, binder.frame)
        for number, moves in enumerate(books, 1)
    ]
    parts = [part for book in made for part in book]
    bodies = {part: binder.largest(part) for part in parts}
    if binder.refused:
        # The danger signs are the same in each book: they are told of once.
        raise DoesNotFitError.all_of(binder.refused)
    alike = [part for part in parts if part.alike]
    bodies |= dict.fromkeys(alike, min(bodies[part] for part in alike))
    scale = type_scale(theme, SHEET_TYPE)
    sheets = tuple(
        booklet_sheet(
            [binder.made(part, bodies[part]) for part in book], paper, words.hints, scale, number
        )
        for number, book in enumerate(made, 1)
    )
    low = binder.frame.size.safe
    return FittedBooklet(Document(sheets, deck.about, "none"), min(bodies.values()), low)


def _room(deck: Deck) -> int:
    """Return how many pages of a book are left for moves."""
    return PAGES - FIXED - bool(deck.safety.danger[2:] or deck.sources)


def _books(moves: Sequence[Move | None], room: int) -> list[Sequence[Move | None]]:
    """Return the moves of each book, at most `room`, shared out evenly.

    None is a page of words for one person.
    """
    count = -(-len(moves) // room)
    each, more = divmod(len(moves), count)
    ends = [(book + 1) * each + min(book + 1, more) for book in range(count)]
    return [moves[start:end] for start, end in pairwise((0, *ends))]


def _kicker(words: BookletWords, number: int, count: int) -> str:
    return words.part.format(number=number, count=count) if count > 1 else ""


def _book(
    deck: Deck, pages: Sequence[Move | None], kicker: str, logs: Iterator[Log], frame: Frame
) -> list[_Part]:
    """Return the pages of a book with these moves; None is a page of words for one person."""
    moves = [move for move in pages if move]
    cover, safety = _cover(deck), deck.safety
    cover = replace(cover, kicker=kicker or cover.kicker)
    room, signs = _room(deck), partial(signs_page, frame=frame)
    ticked = list(islice(logs, room - len(pages)))
    last = max(2, len(safety.danger) - 1)
    soon, later = safety.danger[1:last], safety.danger[last:]
    ends = [partial(signs, soon, None), partial(signs, later, deck.sources)]
    return [
        _Part(partial(cover_page, cover, safety, frame), cover.origin),
        _Part(partial(before_page, safety, frame), safety.origin),
        *[_Part(partial(personal_page, cover, frame), cover.origin)] * (len(pages) - len(moves)),
        *(
            _Part(partial(move_page, move, frame), move.origin, TYPE.steps, alike=True)
            for move in moves
        ),
        *(_Part(partial(log_page, log, frame), cover.origin) for log in ticked),
        _Part(partial(urgent_page, safety, frame), safety.origin, URGENT),
        *(_Part(end, safety.origin) for end in ends[: PAGES - FIXED - room + 1]),
    ]


def _cover(deck: Deck) -> Cover:
    if deck.cover is None:
        message = "a booklet has its cover"
        raise InvalidDataError([requested("skip").problem(message, "Leave out another page")])
    return deck.cover
