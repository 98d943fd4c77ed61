"""Texts that read above the grade of those who need them."""

from collections.abc import Iterator
from itertools import groupby

from cardgen.check.data import limits
from cardgen.check.passages import Passage, passages
from cardgen.check.reading import grade
from cardgen.check.subject import Subject
from cardgen.errors import Problem

_NOT_PROSE = ("name", "title", "targets")


def reading_grade(subject: Subject) -> Iterator[Problem]:
    """Yield each text, or list of texts, that reads above its grade."""
    together = groupby(passages(subject), key=lambda p: (p.origin.file, p.group))
    for (_, group), members in together:
        if group not in _NOT_PROSE:
            yield from _too_hard(list(members))


def _too_hard(members: list[Passage]) -> Iterator[Problem]:
    limit = limits().grade_to_know if members[0].is_claim else limits().grade_to_do
    found = grade(". ".join(member.text.rstrip(".") for member in members))
    if found > limit:
        # Where several are read together, the hardest one is where to begin.
        hardest = max(members, key=lambda member: grade(member.text))
        yield hardest.origin.problem(
            f"this reads at grade {found:.1f}; most people need grade {limit} or less",
            "Use shorter sentences and shorter words",
        )
