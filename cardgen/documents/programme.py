"""Moves put together for somebody: a value, or a file that says the same.

It has no words of a person but those that its author writes into it.

What its page may claim: only what its own `claims` say, each with a source of the library that has
been verified. Without claims the page has no "Why do this?": what a study found of one move, or of
another routine, says nothing about this set of moves. What each move's own text says, its dose,
its cautions and its sources print as everywhere.
"""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, ClassVar, TypeVar

from pydantic import BaseModel, BeforeValidator, Field, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from cardgen.documents.doses import Change
from cardgen.documents.request import FROM_FILE, MOVES, Id, Prose, value_of
from cardgen.kinds import ORIGINAL, WORDS
from cardgen.memo import kept
from cardgen.model.asked import Asked
from cardgen.model.base import InSchema, Refusal
from cardgen.model.claim import Claim
from cardgen.model.library import Library, Record
from cardgen.model.programme import ProgrammeRecord
from cardgen.model.reference import Refers
from cardgen.model.request import Values, as_tuple
from cardgen.model.routine import (
    LONGEST_HEADING,
    MOST_ITEMS,
    Choice,
    Frequency,
    Item,
    Lines,
    NotFor,
    OnlyFor,
    Otherwise,
    Routine,
    Stage,
)
from cardgen.model.stretch import Review
from cardgen.model.texts import reworded, texts
from cardgen.model.vocabulary import ConditionId

M = TypeVar("M", bound=BaseModel)
NAME = "programme"
"""What stands for the id that it has not; the column that names the file of one, too."""


class ProgrammeMove(Values):
    """A move of a programme."""

    first: ClassVar = ("stretch", "dose")

    stretch: Annotated[Id, Refers("stretches")]
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

    def __init__(self, **form: object) -> None:
        """`form` is what the schema says of the text."""
        self._form = form

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [handler(core), {"type": "string", **self._form}]}


Moves = Annotated[
    tuple[Annotated[ProgrammeMove, BeforeValidator(_as_move), _OrText(minLength=1)], ...],
    BeforeValidator(as_tuple),
    Field(min_length=1, max_length=MOST_ITEMS),
    InSchema(minItems=1, maxItems=MOST_ITEMS),
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
    frequency: Annotated[
        Frequency, BeforeValidator(_as_frequency), _OrText(pattern=r"\S", maxLength=24)
    ] = Frequency(rule="as agreed")
    """How often: days a week, or a rule in at most 24 characters."""
    claims: Annotated[tuple[Claim, ...], BeforeValidator(as_tuple)] = ()
    """Why to do it, each with verified sources of the library; without any, the page makes none."""
    conditions: Annotated[tuple[ConditionId, ...], BeforeValidator(as_tuple)] = ()
    """Conditions that it is for; its moves are as these change them."""
    limits: Annotated[str, Prose(200)] | None = None
    """What is not known; it prints after the claims."""
    rule: Annotated[str, Prose(200)] | None = None
    """A rule that holds for the whole programme."""
    choose: Annotated[tuple[Choice, ...], BeforeValidator(as_tuple)] = ()
    """Lines to choose by: when, and what to do then."""
    plan: Annotated[tuple[Stage, ...], BeforeValidator(as_tuple)] = ()
    """Steps that are no moves; they have numbers."""
    move_up: Lines | None = None
    """When to go on to something harder."""
    move_down: Lines | None = None
    """When to go back to something easier."""
    help_if: Lines | None = None
    """When to ask for help, although no danger sign is there."""
    not_for: Annotated[tuple[NotFor, ...], BeforeValidator(as_tuple)] = ()
    """Whom it is not for, and what they do in its place."""
    only_for: Annotated[tuple[OnlyFor, ...], BeforeValidator(as_tuple)] = ()
    """What is said to people with some conditions alone."""
    otherwise: Annotated[tuple[Otherwise, ...], BeforeValidator(as_tuple)] = ()
    """What is said to people with some conditions in place of what is said to others."""
    safety: Annotated[Id, Refers("safety")] = "low-back"
    """The id of the safety texts in safety/ of the region that the moves are for."""
    transition: Annotated[int, Field(ge=0, le=120)] = 10
    """Seconds to get from one move to the next."""


def load_programme(path: Path, refusal: Refusal | None = None) -> Record[Programme]:
    """Return the programme in a file; `refusal` tells what of it cannot be printed.

    What it names in a library is looked for when it is asked for. Raises InvalidDataError with
    every problem, by its line.
    """
    # Late: a request that names no file needs no reader of YAML, nor does a help text.
    from cardgen.library.files import read_record

    return read_record(path.resolve(), Programme, refusal)


ProgrammeField = Annotated[
    Record[Programme] | None,
    value_of((Record, type(None)), "Read the file: load_programme(path)"),
    FROM_FILE,
    Field(description="A YAML file with a programme, which takes the place of a routine."),
    Asked(name="Programme", group=MOVES, metavar="FILE", form="programme"),
]
"""See `cardgen programme`."""


def named_by(routine: str | Programme | Record[Programme]) -> str:
    """Return the id by which a file is named that is made of a routine or a programme."""
    if isinstance(routine, str):
        return routine
    known = isinstance(routine, Record) and WORDS.fits(routine.id)
    return routine.id if known and isinstance(routine, Record) else NAME


def routine_of(routine: str | Programme | Record[Programme], library: Library) -> Record[Routine]:
    """Return the routine that a request names, or the programme that it brings.

    `library` has all that it names: that was looked for before (`check.py`).
    """
    if isinstance(routine, str):
        return library.routines[routine]
    if isinstance(routine, Programme):
        # Its texts stand in no line of a file: problems name fields.
        routine = Record(NAME, routine, "", library.folder, {(): (0, 0)})
    value = in_words_of(_as_routine(routine.value, library), library)
    return ProgrammeRecord(routine.id, value, routine.file, routine.root, routine.places)


def _as_routine(programme: Programme, library: Library) -> Routine:
    """Return a programme as a routine.

    It counts as checked when the oldest of its texts was: those of its moves and of its safety
    texts.
    """
    records = [library.stretches[move.stretch].value for move in programme.moves]
    dates = [stretch.reviewed.date for stretch in records]
    dates.append(library.safety[programme.safety].value.reviewed.date)
    same = {name: getattr(programme, name) for name in _SAME}
    return Routine.model_construct(
        **same,
        name=programme.title,
        before=programme.before or "",
        items=tuple(Item(**dict(move)) for move in programme.moves),
        reviewed=Review.model_construct(date=min(dates), by=programme.author or ""),
    )


def in_words_of(programme: M, library: Library) -> M:
    """Return a programme with what it took from a routine in the language of a library.

    What its author wrote stays as it is written.
    """
    if not (known := routine_words(library)):
        return programme
    return reworded(programme, lambda written: known.get(written.words, written.words))


@kept(16)
def routine_words(library: Library) -> Mapping[str, str]:
    """Return the words of all routines, and of a programme's usual fields, by the original.

    They are in the language of a library; there are none where that is the original.
    """
    if library.language == ORIGINAL:
        return MappingProxyType({})
    # Late: a help text needs no reader of YAML.
    from cardgen.library.data import load_locale

    known = {one.original: one.translation for one in load_locale(library.language).texts}
    for record in library.routines.values():
        if record.spoken:
            original = {one.path: one.words for one in texts(record.spoken.original.value)}
            known |= {original[one.path]: one.words for one in texts(record.value)}
    return MappingProxyType(known)


_SAME = tuple((Programme.model_fields.keys() & Routine.model_fields.keys()) - {"before"})
"""The fields that mean the same in both."""
