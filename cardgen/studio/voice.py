"""The language that the studio speaks now: one for all its screens, as one person reads them.

It has nothing to do with the language of pages, which patients read.
"""

from cardgen.kinds import ORIGINAL
from cardgen.library.data import load_locale
from cardgen.model.library import Library
from cardgen.studio.accepted import heard
from cardgen.studio.tongue import Tongue, tongue_of
from cardgen.studio.words import languages

CHOICE = "tongue"
"""The field of a form that chooses the language."""


class Voice:
    """Knows the language, and the library that is told of in it."""

    def __init__(self, library: Library, settled: str | None) -> None:
        """`settled` is the language of pages: whoever has settled one reads it, too."""
        self.library = library
        self._language = settled if settled in languages() else ""

    @property
    def tongue(self) -> Tongue:
        """Return the language."""
        return tongue_of(self._language or ORIGINAL, self.library)

    def choose(self, language: str) -> None:
        """Speak a language from now on; one that the studio does not speak changes nothing."""
        if language in languages():
            self._language = language

    def hear(self, accepted: str) -> None:
        """Take what a browser asks for (`Accept-Language`), where no language is chosen yet."""
        self._language = self._language or heard(accepted)


def tongues() -> dict[str, str]:
    """Return the languages that the studio speaks, each by what it is called in itself."""
    return {id_: load_locale(id_).name for id_ in languages()}


def tag(language: str) -> str:
    """Return what a screen reader knows a language by: "zh-Hans"."""
    return load_locale(language).language
