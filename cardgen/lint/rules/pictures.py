"""Pictures: what is said of them, the side that they show, and how dark they are."""

import re
from collections.abc import Iterator

from cardgen.errors import Problem
from cardgen.lint.artworks import picture_notes
from cardgen.lint.context import LintContext
from cardgen.lint.data import Words, data, limits
from cardgen.lint.reading import has, words
from cardgen.model.library import Record
from cardgen.model.stretch import Stretch

_NAMING = ("picture of", "image of", "photo of", "drawing of", "illustration of")


def no_picture(subject: LintContext) -> Iterator[Problem]:
    """Yield each stretch without a picture."""
    for stretch in subject.stretches:
        if not stretch.value.illustrations:
            yield stretch.origin("name").problem(
                "there is no picture of it, and pictures are what people follow",
                "Add `illustrations`; `cardgen new pose` draws one",
            )


def alt(subject: LintContext) -> Iterator[Problem]:
    """Yield each alt text that does not tell what the picture shows."""
    for stretch in subject.stretches:
        for i, picture in enumerate(stretch.value.illustrations):
            short = len(words(picture.alt)) < limits().alt_words
            if short or has(picture.alt, (*_NAMING, picture.file)):
                yield stretch.origin("illustrations", i, "alt").problem(
                    f"'{picture.alt[:40]}' does not tell what the picture shows",
                    "Say who does what, with which side, in a sentence",
                )


def licence(subject: LintContext) -> Iterator[Problem]:
    """Yield each picture whose credit tells no licence."""
    known = data("licences", Words).words
    for stretch in subject.stretches:
        for i, picture in enumerate(stretch.value.illustrations):
            if not has(picture.credit, known):
                yield stretch.origin("illustrations", i, "credit").problem(
                    f"'{picture.credit[:40]}' tells no licence",
                    'Say under which licence you may print it, such as "CC BY 4.0" or "own photo"',
                )


def too_light(subject: LintContext) -> Iterator[Problem]:
    """Yield each picture or logo that has nothing dark enough to be seen on white paper.

    It is looked at in colour, in greys, and in pure black and white.
    """
    yield from picture_notes(subject, "light")


def odd_file(subject: LintContext) -> Iterator[Problem]:
    """Yield each picture or logo whose file is not what it seems, or too coarse for a logo."""
    yield from picture_notes(subject, "file", "coarse")


_SIDE = re.compile(r"\b(left|right)\b", re.IGNORECASE)


def sides(subject: LintContext) -> Iterator[Problem]:
    """Yield each text or picture whose left and right disagree with the others."""
    for stretch in subject.stretches:
        shown = {p.side for p in stretch.value.illustrations if p.side}
        if len(shown) > 1:
            yield stretch.origin("illustrations").problem(
                "some pictures work the left side and some the right", "Show one side in all"
            )
        elif shown:
            yield from _against(stretch, shown.pop())
        elif stretch.value.illustrations and _named(stretch.value.short_steps):
            yield stretch.origin("illustrations", 0).problem(
                "the steps name a side, and no picture says which one it shows",
                "Add `side: left` or `side: right` to the picture",
            )


def _against(stretch: Record[Stretch], side: str) -> Iterator[Problem]:
    """Yield the texts that name the other side alone. Both sides can be right: a leg over a leg."""
    for i, picture in enumerate(stretch.value.illustrations):
        at_end = picture.side and picture.moment == "end"  # a start can look the same on both
        if at_end and side not in _named([picture.alt]):
            yield stretch.origin("illustrations", i, "alt").problem(
                f"the picture works the {side} side, and its alt text does not say so",
                f"Name the {side} side in it",
            )
    for field in ("steps", "short_steps"):
        named = _named(getattr(stretch.value, field))
        if side not in named:
            said = "the other side" if named else "no side"
            yield stretch.origin(field).problem(
                f"the picture works the {side} side, and the text names {said}",
                f"Say it for the {side} side, or draw the picture for the other",
            )


def _named(texts: "tuple[str, ...] | list[str]") -> set[str]:
    return {side.lower() for text in texts for side in _SIDE.findall(text)}
