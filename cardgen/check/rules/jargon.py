"""Words that patients stumble over."""

import re
from collections.abc import Iterator

from cardgen.check.data import Jargon, data
from cardgen.check.passages import passages
from cardgen.check.subject import Subject
from cardgen.check.words import found
from cardgen.errors import Problem

_BRACKETS = re.compile(r"\([^)]*\)")


def jargon(subject: Subject) -> Iterator[Problem]:
    """Yield each hard word, with the plain ones to say. In brackets it explains, and may stay."""
    plain = data("jargon", Jargon).plain
    for passage in passages(subject):
        for word in dict.fromkeys(found(_BRACKETS.sub("", passage.text), plain)):
            yield passage.origin.problem(f"'{word}' is hard to understand", f"Say: {plain[word]}")
