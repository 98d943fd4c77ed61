"""Texts that take more lines on a handout than they have room for: measured, not counted."""

from collections.abc import Iterator

from cardgen.errors import Problem
from cardgen.layout.components.tiles import name_room, step_room
from cardgen.layout.handout.sizes import NAME, STEP, WORDS
from cardgen.lint.context import LintContext
from cardgen.model.design import MM
from cardgen.typography.measure import text_width


def wrapping(subject: LintContext) -> Iterator[Problem]:
    """Yield each short step and each name that takes two lines on a one-page handout.

    A name is measured in its short form, where it has one.
    """
    steps, names = step_room(WORDS, STEP), name_room(WORDS, NAME)
    for stretch in subject.stretches:
        said = stretch.value
        for i, step in enumerate(said.short_steps):
            if (excess := text_width(step, "regular", STEP) - steps) > 0:
                yield stretch.origin("short_steps", i).problem(
                    f"it is {excess / MM:.1f} mm too long for one line beside a picture",
                    "Say it in fewer letters",
                )
        field = "short_name" if said.short_name else "name"
        if (excess := text_width(getattr(said, field), "bold", NAME) - names) > 0:
            yield stretch.origin(field).problem(
                f"it is {excess / MM:.1f} mm too long for one line beside a picture",
                "Give a `short_name` in fewer letters",
            )
