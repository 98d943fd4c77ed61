"""One person's own routine, as a value and not as a file.

What its page may claim: only what its own `claims` say, each with a source of the library that has
been verified. Without claims the page has no "Why do this?": what a study found of one move, or of
another routine, says nothing about this set of moves. What each move's own text says, its dose,
its cautions and its sources print as everywhere.
"""

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from cardgen.documents.doses import Change
from cardgen.documents.request import Id, Prose
from cardgen.model.claim import Claim
from cardgen.model.library import Library, Record
from cardgen.model.request import Values, as_tuple
from cardgen.model.routine import LONGEST_HEADING, MOST_ITEMS, Frequency, Item, Routine
from cardgen.model.stretch import Review

NAME = "programme"
"""What stands for the id that it has not."""


class ProgrammeMove(Values):
    """A move of a programme."""

    first: ClassVar = ("stretch", "dose")

    stretch: Id
    """The id of a stretch: its file name without `.yaml`."""
    dose: Change | None = None
    """What differs from the stretch's own dose, its `note` among it: a `DoseChange`."""
    note: Annotated[str, Prose(200)] | None = None
    """What to say of the move, in a sentence."""
    heading: Annotated[str, Prose(LONGEST_HEADING)] | None = None
    """A heading above this move and those that follow: "Warm-up"."""


def _as_move(given: object) -> object:
    """Return the id of a stretch as a move."""
    return {"stretch": given} if isinstance(given, str) else given


def _as_frequency(given: object) -> object:
    """Return words as a rule."""
    return {"rule": given} if isinstance(given, str) else as_tuple(given)


class _OrText:
    """Says in a JSON Schema that text may stand for a value of several fields."""

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [handler(core), {"type": "string", "pattern": r"\S"}]}


Moves = Annotated[
    tuple[Annotated[ProgrammeMove, BeforeValidator(_as_move), _OrText()], ...],
    BeforeValidator(as_tuple),
    Field(min_length=1, max_length=MOST_ITEMS),
]


class Programme(Values):
    """Moves in any order with their doses, put together for one person."""

    first: ClassVar = ("title", "moves")

    title: Annotated[str, Prose(80)]
    """The heading of the handout."""
    moves: Moves
    """The moves, in order; the same may come again. An id stands for a move with its own dose."""
    author: Annotated[str, Prose(120)] | None = None
    """Who put it together; it prints at the foot."""
    summary: Annotated[str, Prose(200)] = "These moves were put together for you."
    """Who it is for, or what it is, in a sentence or two."""
    before: Annotated[str, Prose(300)] | None = None
    """What to do first."""
    frequency: Annotated[Frequency, BeforeValidator(_as_frequency), _OrText()] = Frequency(
        rule="as agreed"
    )
    """How often: days a week, or a rule in at most 24 characters."""
    claims: Annotated[tuple[Claim, ...], BeforeValidator(as_tuple)] = ()
    """Why to do it, each with verified sources of the library; without any, the page makes none."""
    safety: Id = "low-back"
    """The id of the safety texts in safety/ of the region that the moves are for."""
    transition: Annotated[int, Field(ge=0, le=120)] = 10
    """Seconds to get from one move to the next."""


def routine_of(routine: str | Programme, library: Library) -> Record[Routine]:
    """Return the routine that a request names, or that it brings.

    `library` has all that it names: that was looked for before (`check.py`).
    """
    if isinstance(routine, Programme):
        return _as_record(routine, library)
    return library.routines[routine]


def _as_record(programme: Programme, library: Library) -> Record[Routine]:
    """Return a programme as a routine.

    It counts as checked when the oldest of its texts was: those of its moves and of its safety
    texts.
    """
    records = [library.stretches[move.stretch].value for move in programme.moves]
    dates = [stretch.reviewed.date for stretch in records]
    dates.append(library.safety[programme.safety].value.reviewed.date)
    routine = Routine.model_construct(
        title=programme.title,
        name=programme.title,
        summary=programme.summary,
        before=programme.before or "",
        frequency=programme.frequency,
        items=tuple(Item(**dict(move)) for move in programme.moves),
        transition=programme.transition,
        claims=programme.claims,
        safety=programme.safety,
        reviewed=Review.model_construct(date=min(dates), by=programme.author or ""),
    )
    # Its texts stand in no line of a file: problems name fields.
    return Record(NAME, routine, "", library.folder, {(): (0, 0)})
