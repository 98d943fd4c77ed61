"""What is wrong, as a form says it beside a field."""

import re
from collections.abc import Iterable

from cardgen.errors import Problem
from cardgen.words import upper_first

_FACTS = (
    (r"\bbody\b", "type"),
    (r"--pages 2 tells", "the other side tells"),
    (r"one side is (\S+ mm) too short", r"\1 too long for one side"),
)
_SIGN = re.compile(r" \(U\+[^)]*\)")


def told(problem: Problem) -> str:
    """Return a problem as it stands at a field of a form."""
    return sentence(problem.message, problem.remedy)


def sentence(message: str, remedy: str = "") -> str:
    """Return what is wrong and what to do, in sentences, without what only files have."""
    parts = (_SIGN.sub("", part).strip(" .") for part in (message, remedy))
    return " ".join(f"{upper_first(part)}{_end(part)}" for part in parts if part)


def facts(said: Iterable[str]) -> str:
    """Return what is told of a page, without what only the command line has."""
    line = " · ".join(said)
    for pattern, words in _FACTS:
        line = re.sub(pattern, words, line)
    return line


def _end(part: str) -> str:
    return "" if part.endswith(("?", "!")) else "."
