"""What is wrong, as a form says it beside a field."""

import re

from cardgen.errors import Problem
from cardgen.words import upper_first

_SIGN = re.compile(r" \(U\+[^)]*\)")


def told(problem: Problem) -> str:
    """Return a problem as it stands at a field of a form."""
    return sentence(problem.message, problem.remedy)


def sentence(message: str, remedy: str = "") -> str:
    """Return what is wrong and what to do, in sentences, without what only files have."""
    parts = (_SIGN.sub("", part).strip(" .") for part in (message, remedy))
    return " ".join(f"{upper_first(part)}{_end(part)}" for part in parts if part)


def _end(part: str) -> str:
    return "" if part.endswith(("?", "!")) else "."
