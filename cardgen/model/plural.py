"""Which form a word has beside a number, by the plural rules of the CLDR."""

from functools import lru_cache
from typing import Literal, get_args

Category = Literal["zero", "one", "two", "few", "many", "other"]
CATEGORIES: tuple[Category, ...] = get_args(Category)


def category(language: str, count: float) -> Category:
    """Return the category of a number in a language, a BCP 47 tag such as "es"."""
    base = language.partition("-")[0]
    # English needs no more than this, and Babel takes long to load; a test holds both together.
    if base == "en":
        return "one" if count == 1 else "other"
    return _of(base, count)


@lru_cache(maxsize=1024)
def _of(base: str, count: float) -> Category:
    from babel import Locale  # noqa: PLC0415 - slow to load, and English has no need of it

    # A number that prints without decimals has the form of a whole one.
    found = str(Locale(base).plural_form(int(count) if count == int(count) else count))
    return next(one for one in CATEGORIES if one == found)
