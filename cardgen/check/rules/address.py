"""Texts that speak of the reader as of someone else."""

from collections.abc import Iterator

from cardgen.check.data import Words, data
from cardgen.check.passages import passages
from cardgen.check.subject import Subject
from cardgen.check.words import found
from cardgen.errors import Problem


def address(subject: Subject) -> Iterator[Problem]:
    """Yield each text, claims apart, that does not say "you" to the one who reads it."""
    listed = data("address", Words).words
    for passage in passages(subject):
        if not passage.is_claim:
            for word in dict.fromkeys(found(passage.text, listed)):
                yield passage.origin.problem(
                    f"'{word}' speaks of the reader as of someone else", "Say: you"
                )
