"""The passive voice, which hides who does it."""

import re
from collections.abc import Iterator
from functools import cache

from cardgen.check.data import Passive, data
from cardgen.check.passages import passages
from cardgen.check.subject import Subject
from cardgen.errors import Problem


def passive(subject: Subject) -> Iterator[Problem]:
    """Yield each text in the passive voice."""
    for passage in passages(subject):
        if match := _pattern().search(passage.text):
            yield passage.origin.problem(
                f"'{match[0]}' is in the passive voice", 'Say who does it: "Hold the strap"'
            )


@cache
def _pattern() -> re.Pattern[str]:
    words = data("passive", Passive)
    states = "|".join(words.states)
    participles = "|".join(words.participles)
    return re.compile(
        r"\b(is|are|was|were|be|been|being)\s+((not|never|also|then|always|often|\w+ly)\s+)?"
        rf"(?!({states})\b)({participles}|\w+ed)\b",
        re.IGNORECASE,
    )
