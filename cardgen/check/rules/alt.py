"""What is said of a picture: for those who cannot see it, and of who made it."""

from collections.abc import Iterator

from cardgen.check.data import Words, data, limits
from cardgen.check.reading import words
from cardgen.check.subject import Subject
from cardgen.check.words import has
from cardgen.errors import Problem

_NAMING = ("picture of", "image of", "photo of", "drawing of", "illustration of")


def no_picture(subject: Subject) -> Iterator[Problem]:
    """Yield each stretch without a picture."""
    for stretch in subject.stretches:
        if not stretch.value.illustrations:
            yield stretch.origin("name").problem(
                "there is no picture of it, and pictures are what people follow",
                "Add `illustrations`; `cardgen new pose` draws one",
            )


def alt(subject: Subject) -> Iterator[Problem]:
    """Yield each alt text that does not tell what the picture shows."""
    for stretch in subject.stretches:
        for i, picture in enumerate(stretch.value.illustrations):
            short = len(words(picture.alt)) < limits().alt_words
            if short or has(picture.alt, (*_NAMING, picture.file)):
                yield stretch.origin("illustrations", i, "alt").problem(
                    f"'{picture.alt[:40]}' does not tell what the picture shows",
                    "Say who does what, with which side, in a sentence",
                )


def licence(subject: Subject) -> Iterator[Problem]:
    """Yield each picture whose credit tells no licence."""
    known = data("licences", Words).words
    for stretch in subject.stretches:
        for i, picture in enumerate(stretch.value.illustrations):
            if not has(picture.credit, known):
                yield stretch.origin("illustrations", i, "credit").problem(
                    f"'{picture.credit[:40]}' tells no licence",
                    'Say under which licence you may print it, such as "CC BY 4.0" or "own photo"',
                )
