"""What ids stand for that every document is asked with: its language, its paper, its theme."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol, TypeVar

from cardgen.library.files import read_record
from cardgen.library.sizes import find_paper
from cardgen.model.base import Model
from cardgen.model.design import Pairing, Paper, Theme
from cardgen.model.library import Library
from cardgen.model.locale import Locale
from cardgen.model.value import HashedOnce, hashed_once
from cardgen.paths import DATA

M = TypeVar("M", bound=Model)


def _data(kind: str, id_: str, model: type[M]) -> M:
    return read_record(DATA / kind / f"{id_}.yaml", model).value


@lru_cache(maxsize=16)
def load_theme(id_: str, pairing: str = "plain") -> Theme:
    """Return the built-in theme with this id, with the headings of a type pairing."""
    return _with_headings(_data("themes", id_, Theme), pairing)


def find_theme(name: str, pairing: str, library: Library, accent: str | None = None) -> Theme:
    """Return the theme with this id, such as "colour", with the headings of a type pairing.

    Where the theme is one of colours, `accent` takes the place of its own. `library` has the theme.
    """
    theme = _with_headings(library.themes[name].value, pairing)
    if accent is None or theme.photos != "colour":
        return theme
    return theme.model_copy(update={"accent": accent})


@lru_cache(maxsize=64)
def _with_headings(theme: Theme, pairing: str) -> Theme:
    return theme.model_copy(update={"headings": _data("type", pairing, Pairing).headings})


@lru_cache(maxsize=8)
def load_locale(id_: str) -> Locale:
    """Return the labels of a language, such as "en"."""
    return _data("locales", id_, Locale)


class Designed(Protocol):
    """The fields of a request that name them."""

    @property
    def language(self) -> str: ...  # noqa: D102 - as in the requests
    @property
    def paper(self) -> str: ...  # noqa: D102
    @property
    def theme(self) -> str: ...  # noqa: D102
    @property
    def pairing(self) -> str: ...  # noqa: D102


@hashed_once
@dataclass(frozen=True, slots=True)
class Design(HashedOnce):
    """The words of cardgen itself, the paper, and colours and typefaces."""

    locale: Locale
    paper: Paper
    theme: Theme


def design_of(request: Designed, library: Library, accent: str | None = None) -> Design:
    """Return what a request is printed with; `accent` takes the place of a theme's own colour.

    Raises InvalidDataError.
    """
    return _design(request.language, request.paper, request.theme, request.pairing, library, accent)


@lru_cache(maxsize=64)
def _design(
    language: str, paper: str, theme: str, pairing: str, library: Library, accent: str | None
) -> Design:
    found, locale = find_theme(theme, pairing, library, accent), load_locale(language)
    if locale.setting != found.setting:
        found = found.model_copy(update={"setting": locale.setting})
    return Design(locale, find_paper(paper, library), found)
