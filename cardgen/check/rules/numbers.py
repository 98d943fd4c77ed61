"""Numbers that are hard to picture."""

import re
from collections.abc import Iterator

from cardgen.check.passages import passages
from cardgen.check.subject import Subject
from cardgen.errors import Problem

_HARD = re.compile(r"\d+(?:[.,]\d+)?\s?(?:%|percent\b)|\b\d+\.\d+\b|\b\d+/\d+\b", re.IGNORECASE)


def hard_numbers(subject: Subject) -> Iterator[Problem]:
    """Yield each text with a percentage, a decimal or a fraction."""
    for passage in passages(subject):
        if match := _HARD.search(passage.text):
            yield passage.origin.problem(
                f"'{match[0]}' is hard to picture", 'Say it in whole numbers: "8 in 10"'
            )
