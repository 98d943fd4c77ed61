"""What a check tells."""

from dataclasses import dataclass
from typing import Literal

from cardgen.errors import Problem

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A problem, how grave it is, and the code of the rule that found it."""

    problem: Problem
    severity: Severity
    code: str
