"""What is known of one patient while a page is made. It is in memory alone, and never changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from cardgen.documents.programme import Programme
from cardgen.model.routine import MOST_ITEMS
from cardgen.studio.said import Said

Typed = Mapping[str, str]
NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Content:
    """All that decides what the page says: as it was typed, right or wrong."""

    pack: str = ""
    """The id of the routine that it began with."""
    opened: Programme | None = None
    """The programme that it began with, as it was opened."""
    moves: tuple[str, ...] = ()
    """The moves in order, each by its id, or by its address in the pack: "cat-cow#2"."""
    doses: Mapping[str, Typed] = field(default_factory=dict)
    """By move, what was typed of its dose."""
    fields: Typed = field(default_factory=dict)
    """By field of a request for a handout, what was typed."""
    conditions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Visit:
    """A patient's page in the making, and what the screens show beside it."""

    content: Content = Content()
    rev: int = 0
    """How often the content was changed: a page that shows another number is outdated."""
    said: Said | None = None
    """What the last step did."""
    focus: str = ""
    """The id of the element that is to have the focus then; "" for none."""
    removed: tuple[str, ...] = ()
    """The moves as they were before one was taken out; nothing where none was."""
    search: Typed = field(default_factory=dict)
    kept: bool = False
    """Whether its page was printed or saved as it is now."""

    def changed(self, content: Content) -> "Visit":
        """Return the same with other content."""
        if content == self.content:
            return self
        return replace(self, content=content, rev=self.rev + 1, kept=False)

    def saying(self, said: Said | None, focus: str = "") -> "Visit":
        """Return the same with what is to be told of the last step."""
        return replace(self, said=said, focus=focus)


def picked(visit: Visit, move: str) -> Visit:
    """Return a visit with a move more."""
    moves = visit.content.moves
    if move in moves:
        return visit
    if len(moves) >= MOST_ITEMS:
        return visit.saying(Said("said-most", number=MOST_ITEMS))
    return _with(visit, (*moves, move), Said("said-added", number=len(moves) + 1, move=move))


def taken_out(visit: Visit, move: str, focus: str = "") -> Visit:
    """Return a visit without a move, which can be undone."""
    moves = visit.content.moves
    left = tuple(one for one in moves if one != move)
    if left == moves:
        return visit
    made = _with(visit, left, Said("said-taken-out", number=len(left), move=move), focus)
    return replace(made, removed=moves)


def undone(visit: Visit) -> Visit:
    """Return a visit with the move that was taken out last, where it was."""
    return _with(visit, visit.removed, Said("said-undone")) if visit.removed else visit


def shifted(visit: Visit, move: str, by: int) -> Visit:
    """Return a visit with a move `by` places further down; -1 is one up."""
    moves = [*visit.content.moves]
    if move not in moves:
        return visit
    at = moves.index(move)
    to = min(max(at + by, 0), len(moves) - 1)
    moves.insert(to, moves.pop(at))
    values = {"at": to + 1, "count": len(moves)}
    return _with(visit, tuple(moves), Said("said-shifted", values, move=move))


def _with(visit: Visit, moves: tuple[str, ...], said: Said, focus: str = "") -> Visit:
    made = visit.changed(replace(visit.content, moves=moves)).saying(said, focus)
    return replace(made, removed=())
