"""A stretch: one movement, with everything that is said and shown about it."""

import datetime
from collections.abc import Iterator
from typing import Annotated

from pydantic import Field, StringConstraints

from cardgen.model.base import Model, Text, Texts, Wording
from cardgen.model.caution import Caution, Illustrations, ShortName, ShortSteps
from cardgen.model.claim import Claim
from cardgen.model.dose import Dose, Side
from cardgen.model.illustration import Illustration
from cardgen.model.origin import FieldPath
from cardgen.model.vocabulary import MoveKindId, PostureId


class Review(Model):
    """When a text was last checked, and by whom."""

    date: datetime.date
    """The day of the check: 2026-11-22."""
    by: Annotated[Text, Wording.NEVER]
    """Who checked it."""
    clinician: Annotated[Text | None, Wording.NEVER] = None
    """The clinician who has signed it off, with credentials; it prints."""


class Stretch(Model):
    """One movement: what to do, for how long, who takes care, and where it comes from."""

    name: Text
    """The name that prints."""
    short_name: ShortName | None = None
    """The same in at most 23 characters, for where there is little room."""
    other_names: Annotated[tuple[Text, ...], Wording.NEVER] = ()
    """Names that other people give it."""
    kind: MoveKindId
    """The id of a kind of move: stretch, mobility, strength, control, or one of your own."""
    position: PostureId
    """The id of the posture that it is done in: back, standing …, or one of your own."""
    start: Annotated[Text, Wording.OFF_PAGES]
    """The start position, in one or two sentences."""
    steps: Texts
    """Every step, one short sentence or two each."""
    short_steps: ShortSteps
    """The same in at most four short lines, for the one-page handout."""
    breathing: Text
    """When to breathe in and out."""
    dose: Dose
    """How much, unless a routine says otherwise."""
    side: Side | None = None
    """The side that its steps and pictures start with, where a page is to say so: it then prints
    "left, then right" behind "each side"."""
    frequency: Annotated[Text, Wording.OFF_PAGES]
    """How often, in words."""
    targets: Annotated[Texts, Wording.OFF_PAGES]
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
    """Who takes care, and what conditions do to it."""
    illustrations: Illustrations = ()
    """Its pictures, in order."""
    claims: Annotated[tuple[Claim, ...], Field(min_length=1), Wording.OFF_PAGES]
    """What is known about it, with sources."""
    video: Annotated[str, StringConstraints(pattern=r"^https://\S+$")] | None = None
    """A link that shows the movement."""
    reviewed: Review
    """When the text was last checked, and by whom."""

    @property
    def called(self) -> str:
        """Return the name by which a handout calls it: the short one, where there is one."""
        return self.short_name or self.name

    def pictures(self) -> Iterator[tuple[FieldPath, Illustration]]:
        """Yield each picture, those of its changes among them, with the field that it stands in."""
        for i, shown in enumerate(self.illustrations):
            yield ("illustrations", i), shown
        for n, caution in enumerate(self.cautions):
            for path, changes in caution.all_changes():
                for i, shown in enumerate(changes.illustrations or ()):
                    yield ("cautions", n, *path, "illustrations", i), shown
