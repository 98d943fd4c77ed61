"""Reads the data that ships with cardgen by its ids: labels, type pairings, themes."""

from functools import lru_cache
from typing import TypeVar

from cardgen.library.files import read_record
from cardgen.model.base import Model
from cardgen.model.design import Locale, Pairing, Theme
from cardgen.model.library import Library, Record
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

    Where the theme is one of colours, `accent` takes the place of its own. Raises
    InvalidDataError.
    """
    found: Record[Theme] = library.pick("themes", name, "theme", "theme")
    theme = _with_headings(found.value, pairing)
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
