"""The language that the studio speaks now: one for all its screens, as one person reads them.

It has nothing to do with the language of pages, which patients read.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from cardgen.kinds import ORIGINAL
from cardgen.model.library import Library
from cardgen.paths import DATA
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


@lru_cache(maxsize=1)
def tongues() -> Mapping[str, tuple[str, str]]:
    """Return the languages that the studio speaks: by id, its tag and its name in itself.

    They are looked for in the lines of its locale: reading all of each would delay the start.
    """
    return MappingProxyType({id_: _named(id_) for id_ in languages()})


def _named(language: str) -> tuple[str, str]:
    text = (DATA / "locales" / f"{language}.yaml").read_text(encoding="utf-8")
    found = dict(_NAMES.findall(text))
    return found["language"], found["name"]


_NAMES = re.compile("^(language|name): (.+)$", re.MULTILINE)
