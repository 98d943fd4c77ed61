"""Effects that are stated where no source stands behind them."""

from collections.abc import Iterator

from cardgen.check.data import Words, data
from cardgen.check.passages import passages
from cardgen.check.subject import Subject
from cardgen.check.words import found
from cardgen.errors import Problem


def effects(subject: Subject) -> Iterator[Problem]:
    """Yield each text outside `claims` that says what a movement does for health."""
    listed = data("effects", Words).words
    for passage in passages(subject):
        if not passage.is_claim:
            for word in dict.fromkeys(found(passage.text, listed)):
                yield passage.origin.problem(
                    f"'{word}' states an effect, with no source behind it",
                    "Say it under `claims`, with its sources, or take it out",
                )
