"""Whose emergency numbers print.

What is said for a document comes first: its own country, then that of its letterhead; then what
is said for a folder, in cardgen.yaml; then what the paper tells. Where none of them tells, no
country's number prints, since a wrong one is worse than none: "your emergency number".
"""

from typing import NamedTuple, Protocol

from cardgen.errors import Problem
from cardgen.model.country import Country
from cardgen.model.design import Paper
from cardgen.model.letterhead import Letterhead
from cardgen.model.library import Library
from cardgen.model.origin import requested

ANYWHERE = "ZZ"
"""The id of the words that hold in any country: an unknown one, as the CLDR calls it."""


class Numbered(Protocol):
    """The fields of a request that say a country."""

    @property
    def country(self) -> str | None: ...  # noqa: D102 - as in the requests
    @property
    def home(self) -> str | None: ...  # noqa: D102


class Located(NamedTuple):
    """A country, and what a person should know of how it was found."""

    country: Country
    warnings: tuple[Problem, ...] = ()


def country_of(
    request: Numbered, library: Library, paper: Paper, letterhead: Letterhead | None = None
) -> Located:
    """Return whose emergency numbers a document on `paper` prints."""
    named = letterhead.country if letterhead else None
    if id_ := request.country or named or request.home or paper.country:
        country: Country = library.pick("countries", id_, "country", "country")
        return Located(country)
    message = "no country is known, so the page says `your emergency number`"
    remedy = "Name yours by `country`, or by a line `country: UK` in cardgen.yaml"
    return Located(library.countries[ANYWHERE], (requested("country").problem(message, remedy),))
