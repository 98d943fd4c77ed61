"""Left and right: the text must work the side that the picture shows."""

import re
from collections.abc import Iterator

from cardgen.check.subject import Subject
from cardgen.errors import Problem
from cardgen.model.library import Record
from cardgen.model.stretch import Stretch

_SIDE = re.compile(r"\b(left|right)\b", re.IGNORECASE)


def sides(subject: Subject) -> Iterator[Problem]:
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
