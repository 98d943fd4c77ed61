"""A language that the studio speaks: its words, the ways of the language, and the library in it.

All that it says is `Markup`: words of its own are, and what is a plain text is a value that was
typed, or what core code says, which is in English.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from markupsafe import Markup, escape

from cardgen.documents.spoken import in_language
from cardgen.errors import InvalidDataError, Problem
from cardgen.kinds import ORIGINAL
from cardgen.library.data import load_locale
from cardgen.library.spoken import MARK
from cardgen.library.translated import translated
from cardgen.library.translation_files import TRANSLATED
from cardgen.model.address import id_of
from cardgen.model.library import Library, field_of
from cardgen.model.locale import Locale
from cardgen.model.stretch import Stretch
from cardgen.studio.problems import told
from cardgen.studio.said import Said
from cardgen.studio.words import Words, load_words

_BOLD = re.compile(r"\*\*(.+?)\*\*")
_ENGLISH = Markup(' lang="en" dir="ltr"')
_ISOLATED = "\u2068{}\u2069"
"""A text whose direction is found from its own letters, and does not touch those around it."""


@dataclass(frozen=True)
class Tongue:
    """Says what the screens say."""

    id: str
    words: Words
    locale: Locale
    library: Library
    """The library in the language; what of it is not translated begins with `MARK`."""
    names: Mapping[str, str]
    """Names that definitions are not translated with, such as that of a paper, in the language."""

    @property
    def is_original(self) -> bool:
        """Tell whether it is the language of definitions, and of what core code says."""
        return self.id == ORIGINAL

    def say(self, key: str, **values: object) -> Markup:
        """Return a text with its values; those that are no markup are text."""
        return _pattern(self.words.labels[key]).format(**self._values(values))

    def count(self, key: str, n: int, **values: object) -> Markup:
        """Return a text in the plural form of a number."""
        form = self.words.counts[key].form(n, self.locale.language)
        return _pattern(form).format(n=n, **self._values(values))

    def retell(self, said: Said | None) -> Markup:
        """Return what is told of a step; "" where nothing is."""
        if said is None:
            return Markup()
        values = dict(said.values)
        if said.move:
            values["name"] = self.plain(self.stretch(said.move).name)
        if said.number is None:
            return self.say(said.key, **values)
        return self.count(said.key, said.number, **values)

    def row(self, what: str, said: Iterable[str]) -> Markup:
        """Return texts in a row, as such things stand in one: "names", "sentences"."""
        return Markup(self.locale.row(what, map(str, map(escape, said))))  # noqa: S704 - escaped

    def _values(self, values: dict[str, object]) -> dict[str, object]:
        if not self.locale.is_right_to_left:
            return values
        return {name: self._isolated(value) for name, value in values.items()}

    @staticmethod
    def _isolated(value: object) -> object:
        is_text = isinstance(value, str) and value and not isinstance(value, Markup)
        return _ISOLATED.format(value) if is_text else value

    def stretch(self, move: str) -> Stretch:
        """Return the stretch of a move, which is in the library."""
        return self.library.stretches[id_of(move)].value

    def named(self, name: str) -> str:
        """Return one of `names`."""
        return name if self.is_original else self.names.get(name, f"{MARK}{name}")

    def own(self, text: str) -> Markup:
        """Return a text of the library, in an element of its own where it is not translated."""
        if not self.lang(text):
            return escape(text)
        return Markup("<span{}>{}</span>").format(_ENGLISH, self.plain(text))

    def lang(self, text: str) -> Markup:
        """Return the attributes of an element with a text of the library alone."""
        return _ENGLISH if not self.is_original and text.startswith(MARK) else Markup()

    def plain(self, text: str) -> str:
        """Return a text of the library for where no markup can stand."""
        return text.removeprefix(MARK) if self.lang(text) else text

    def core(self, text: str) -> Markup:
        """Return what core code says, which is in English; what the studio says, as it is."""
        if self.is_original or isinstance(text, Markup):
            return escape(text)
        return Markup("<span{}>{}</span>").format(_ENGLISH, text)

    def told(self, problem: Problem) -> Markup:
        """Return a problem as it stands at a field of a form."""
        return self.core(told(problem))


@lru_cache(maxsize=1024)
def _pattern(text: str) -> Markup:
    return Markup(_BOLD.sub(r"<strong>\1</strong>", str(escape(text))))  # noqa: S704 - escaped


@lru_cache(maxsize=8)
def tongue_of(language: str, library: Library) -> Tongue:
    """Return a language that the studio speaks."""
    words, locale = load_words(language), load_locale(language)
    names = {pair.original: pair.translation for pair in words.texts}
    return Tongue(language, words, locale, _said(library, language), names)


def _said(library: Library, language: str) -> Library:
    """Return a library in a language; what cannot be used in it stands as it is."""
    if language == ORIGINAL:
        return library
    try:
        found = in_language(library, language, mixed=True)
    except InvalidDataError:  # cardgen has no typeface for it; browsers have
        found = translated(library, language, mixed=True)
    whole: dict[str, Any] = {
        field_of(kind): {**library.of_kind(kind), **found.of_kind(kind)} for kind in TRANSLATED
    }
    return replace(found, **whole)
