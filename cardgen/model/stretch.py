"""A stretch: one movement, with everything that is said and shown about it."""

import datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from cardgen.model.base import Model, Text, Texts
from cardgen.model.claim import Claim, SourceId
from cardgen.model.dose import Dose, Side
from cardgen.model.picture import NAMED
from cardgen.model.vocabulary import ConditionId, MoveKindId, PostureId

Effect = Literal["hide", "change", "warn"]
PictureName = Annotated[str, StringConstraints(pattern=rf"^[\w][\w .-]*{NAMED}")]


class Caution(Model):
    """Who should take care with a stretch, and how."""

    who: Text
    """The people it concerns, in two or three words: "Weak bones"."""
    advice: Text
    """What they do: "Skip this one."."""
    condition: ConditionId | None = None
    """The id of a condition, by which a routine can hide or change the stretch."""
    effect: Effect = "warn"
    """What the condition does to the stretch: hide, change or warn."""
    sources: tuple[SourceId, ...] = ()
    """Ids of the records in sources/ that the caution rests on."""


class Illustration(Model):
    """One frame of the movement."""

    file: PictureName
    """The picture's file name, in images/."""
    caption: Text
    """Two or three words to print under it: "Start", "Pull in"."""
    alt: Text
    """What the picture shows, for someone who cannot see it."""
    moment: Literal["start", "end"] = "end"
    """Whether it shows where the movement starts, or where it arrives."""
    side: Literal["left", "right"] | None = None
    """The side of the body that is worked in the picture."""
    credit: Text
    """Who drew it, and under which licence."""


class Review(Model):
    """When a text was last checked, and by whom."""

    date: datetime.date
    """The day of the check: 2026-11-22."""
    by: Text
    """Who checked it."""
    clinician: Text | None = None
    """The clinician who has signed it off, with credentials; it prints."""


class Stretch(Model):
    """One movement: what to do, for how long, who takes care, and where it comes from."""

    name: Text
    """The name that prints."""
    other_names: tuple[Text, ...] = ()
    """Names that other people give it."""
    kind: MoveKindId
    """The id of a kind of move: stretch, mobility, strength, control, or one of your own."""
    position: PostureId
    """The id of the posture that it is done in: back, standing …, or one of your own."""
    start: Text
    """The start position, in one or two sentences."""
    steps: Texts
    """Every step, one short sentence or two each."""
    short_steps: Annotated[tuple[Text, ...], Field(min_length=1, max_length=4)]
    """The same in at most four short lines, for the one-page handout."""
    breathing: Text
    """When to breathe in and out."""
    dose: Dose
    """How much, unless a routine says otherwise."""
    side: Side | None = None
    """The side that its steps and pictures start with, where a page is to say so: it then prints
    "left, then right" behind "each side"."""
    frequency: Text
    """How often, in words."""
    targets: Texts
    """What is stretched or worked."""
    equipment: tuple[Text, ...] = ()
    """What is needed."""
    cue: Text
    """One line to remember."""
    mistake: Text
    """What often goes wrong."""
    easier: Text
    """How to make it easier."""
    harder: Text
    """How to make it harder."""
    cautions: Annotated[tuple[Caution, ...], Field(min_length=1)]
    """Who takes care; all of them print."""
    illustrations: Annotated[tuple[Illustration, ...], Field(max_length=4)] = ()
    """Its pictures, in order."""
    claims: Annotated[tuple[Claim, ...], Field(min_length=1)]
    """What is known about it, with sources."""
    video: Annotated[str, StringConstraints(pattern=r"^https://\S+$")] | None = None
    """A link that shows the movement."""
    reviewed: Review
    """When the text was last checked, and by whom."""
