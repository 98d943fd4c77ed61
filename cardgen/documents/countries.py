"""Whose emergency numbers print.

What is said for a document comes first: its own country, then that of its letterhead; then what
is said for a folder, in cardgen.yaml; then what the paper tells. Where none of them tells, no
country's number prints, since a wrong one is worse than none: "your emergency number".
"""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

from cardgen.documents.request import Request
from cardgen.errors import InvalidDataError, Problem
from cardgen.library.settings import FoundSettings, find_settings
from cardgen.model.country import Country
from cardgen.model.design import Paper
from cardgen.model.letterhead import Letterhead
from cardgen.model.library import Library
from cardgen.model.origin import requested
from cardgen.words import suggestion

ANYWHERE = "ZZ"
"""The id of the words that hold in any country: an unknown one, as the CLDR calls it."""
R = TypeVar("R", bound=Request)


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
        return Located(library.countries[id_])
    message = "no country is known, so the page says `your emergency number`"
    remedy = "Name yours by `country`, or by a line `country: UK` in cardgen.yaml"
    return Located(library.countries[ANYWHERE], (requested("country").problem(message, remedy),))


def at_home(request: R, country: str | None) -> R:
    """Return a request that knows a person's own country, where it has none of its own yet."""
    if country is None or getattr(request, "home", country) is not None:
        return request
    return request.changed(home=country)


def home_of(folders: Iterable[Path], library: Library) -> str | None:
    """Return the country in the cardgen.yaml of the first folder that has one, if it says any.

    Raises InvalidDataError, also where `library` has no such country.
    """
    settings = find_settings(folders)
    if problem := unknown_country(settings, library):
        raise InvalidDataError([problem])
    return settings.value.country


def unknown_country(settings: FoundSettings, library: Library) -> Problem | None:
    """Return the Problem of settings whose country `library` has not."""
    country = settings.value.country
    if country is None or country in library.countries:
        return None
    message = f"there is no country '{country}'"
    return settings.problem(("country",), message, suggestion(country, list(library.countries)))
