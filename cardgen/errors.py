"""What can go wrong, said so that a person can mend it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes of the command line; each error class carries its own."""

    OK = 0
    USAGE = 2
    INVALID_DATA = 3
    DOES_NOT_FIT = 4
    CANNOT_WRITE = 5
    SOME_REJECTED = 6
    STOPPED = 130
    """As shells say it of a program that Ctrl-C has ended: 128 and the number of the signal."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong: where it is, what it is and what to do about it.

    `line` and `column` count from 1; 0 means that the problem has no such place.
    """

    file: str
    line: int
    column: int
    field: str
    message: str
    remedy: str = ""

    def __str__(self) -> str:
        place = ":".join([self.file, *(str(n) for n in (self.line, self.column) if n)])
        text = ": ".join(part for part in (place, self.field, self.message) if part)
        return f"{text}. {self.remedy}" if self.remedy else text


class CardgenError(Exception):
    """The base of every error that cardgen raises on purpose."""

    exit_code = ExitCode.INVALID_DATA
    warnings: tuple[Problem, ...] = ()
    """What else a person should know, which did not stop anything."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type["CardgenError"], tuple[tuple[Problem, ...]]]:
        # An error that comes back from a worker process keeps its problems.
        return type(self), (self.problems,)


class InvalidDataError(CardgenError):
    """Definitions, pictures or values that cannot be used."""

    exit_code = ExitCode.INVALID_DATA


class ClashError(InvalidDataError):
    """Values of a request that are each right and do not go together."""

    exit_code = ExitCode.USAGE


class DoesNotFitError(CardgenError):
    """Content that is larger than the paper, at the smallest type that is allowed."""

    exit_code = ExitCode.DOES_NOT_FIT

    def __init__(self, problems: Iterable[Problem], words: Iterable[str] = ()) -> None:
        """`words` are those that are wider than their columns."""
        self.words = frozenset(words)
        super().__init__(problems)

    @classmethod
    def all_of(cls, errors: Sequence["DoesNotFitError"]) -> "DoesNotFitError":
        """Return several as one, which tells each problem once."""
        problems = dict.fromkeys(problem for error in errors for problem in error.problems)
        return cls(problems, frozenset[str]().union(*[error.words for error in errors]))


class CannotWriteError(CardgenError):
    """A file or folder that cannot be written."""

    exit_code = ExitCode.CANNOT_WRITE


def gathered(check: Callable[[], object]) -> tuple[Problem, ...]:
    """Return the problems that a check raises; none where it raises no CardgenError."""
    try:
        check()
    except CardgenError as error:
        return error.problems
    return ()
