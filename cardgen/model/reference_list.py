"""The list of sources of a document, in final words."""

from dataclasses import dataclass

from cardgen.errors import Problem
from cardgen.model.content import Text
from cardgen.model.value import HashedOnce, hashed_once


@hashed_once
@dataclass(frozen=True, slots=True)
class Reference(HashedOnce):
    """A numbered entry of the list of sources; `id` is where its markers lead."""

    id: str
    label: str
    text: Text


@hashed_once
@dataclass(frozen=True, slots=True)
class References(HashedOnce):
    """The list of sources."""

    title: str
    listed: tuple[Reference, ...]
    notices: tuple[Problem, ...] = ()
    """What a person who makes the page should know of the list."""

    @property
    def labelled(self) -> bool:
        """Tell whether its entries have numbers."""
        return any(reference.label for reference in self.listed)
