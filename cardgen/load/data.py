"""Reads the data that ships with cardgen: papers, card sizes, themes, labels."""

from collections.abc import Mapping
from functools import cache
from typing import TypeVar

from pydantic import BaseModel

from cardgen.load.files import read_record
from cardgen.model.country import Country
from cardgen.model.design import Locale, Pairing, Paper, Theme
from cardgen.paths import DATA, data_ids

M = TypeVar("M", bound=BaseModel)


def _data(kind: str, id_: str, model: type[M]) -> M:
    return read_record(DATA / kind / f"{id_}.yaml", model).value


@cache
def load_paper(id_: str) -> Paper:
    """Return the paper with this id: "letter" or "a4"."""
    return _data("papers", id_, Paper)


@cache
def load_theme(id_: str, pairing: str = "plain") -> Theme:
    """Return the theme with this id, such as "colour", with the headings of a type pairing."""
    headings = _data("type", pairing, Pairing).headings
    return _data("themes", id_, Theme).model_copy(update={"headings": headings})


@cache
def load_countries() -> Mapping[str, Country]:
    """Return all countries by id, such as "US"."""
    return {id_: _data("countries", id_, Country) for id_ in data_ids("countries")}


@cache
def load_locale(id_: str) -> Locale:
    """Return the labels of a language, such as "en"."""
    return _data("locales", id_, Locale)
