"""What a kind of document is to the rest of cardgen."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from cardgen.documents.request import Request
from cardgen.errors import Problem

if TYPE_CHECKING:
    from cardgen.documents.laid_out import LaidOut, Split
    from cardgen.model.library import Library
    from cardgen.model.standards import FileForm
    from cardgen.model.template import DocumentTemplate

LONGEST_NAME = 60
"""In characters, of what the name of a file starts with."""


def _no_problems(request: Any, library: "Library") -> Iterable[Problem]:  # noqa: ANN401, ARG001 - of any kind
    return ()


def _for_everyone(request: Any, library: "Library") -> "Split":  # noqa: ANN401, ARG001 - of any kind
    from cardgen.documents.laid_out import Split

    return Split(request)


def late(module: str, name: str) -> Callable[..., Any]:
    """Return a function of a module that is imported when it is first called.

    A kind whose request stands in a module of its own names with it what makes its pages, so that
    a help text loads neither typefaces nor pictures.
    """

    @lru_cache(maxsize=1)
    def found() -> Callable[..., Any]:
        function: Callable[..., Any] = getattr(import_module(module), name)
        return function

    def call(*arguments: Any) -> Any:  # noqa: ANN401 - as the function has them
        return found()(*arguments)

    return call


_on_paper = late("cardgen.pdf.document", "prepared")


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A kind of document: what may be asked of it, and what makes it."""

    name: str
    """As the command, the column `kind` of a roster and the schema name it."""
    about: str
    """What its help text says, with examples, below the title in the registry."""
    request: type[Request]
    file_name: Callable[[Any], str]
    """What a file is called that is made for a request, without its ending."""
    lay_out: "Callable[[Any, Library], LaidOut]"
    """Makes the pages of what `split` says that they depend on. Raises CardgenError."""
    split: "Callable[[Any, Library], Split]" = _for_everyone
    """Tells what pages depend on, and the words of one person: requests that are not equal may
    share pages. Raises CardgenError."""
    problems: "Callable[[Any, Library], Iterable[Problem]]" = _no_problems
    """Tells what is wrong with a request by what the library has, beside unknown ids."""
    draw: "Callable[[Any, FileForm], DocumentTemplate]" = _on_paper
    """Makes a file of each of its documents, ready but for the words of one person."""
    argument: str = ""
    """The field that the command takes without an option; "" for none."""
    metavar: str = ""
    """How the help text names that argument."""
    in_batches: bool = True
    """Whether a row of a roster may ask for it."""


def named_after(targets: Sequence[str]) -> str:
    """Return what the name of a file starts with that is made of a routine, or of stretches."""
    return "-".join(targets)[:LONGEST_NAME]
