"""Where words may be broken by a hyphen.

Patterns are those of pyphen, which come from LibreOffice. A text is broken by those of its
language. The language of a name is not known: its script says which patterns are tried.
"""

import re
from collections.abc import Callable
from functools import lru_cache, partial
from itertools import chain, pairwise
from typing import Any

from cardgen.typography.breaks import ZWSP
from cardgen.typography.fonts import HYPHEN

_LATIN, _ENGLISH = "Latn", "en_US"
_LANGUAGES = {
    _LATIN: _ENGLISH,
    "Cyrl": "ru_RU",
    "Grek": "el_GR",
    "Beng": "as_IN",
    "Deva": "sa_IN",
    "Guru": "pa_IN",
    "Knda": "kn_IN",
    "Orya": "or_IN",
    "Telu": "te_IN",
}
_ADDRESS = re.compile(r"\S*(?:://|www\.|@|\w\.\w{2})\S*")
"""An address of the web or of mail: whoever types it would type a hyphen as well."""
_BEHIND = re.compile(r"(?<=[/._-])(?=[^/._-])")
"""A place behind the separators of an address."""
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=2 * len(_LANGUAGES))
def _patterns(language: str) -> Any:  # noqa: ANN401 - without types
    from pyphen import Pyphen

    return Pyphen(lang=language, left=3, right=3)


def softened(text: str, patterns: str | None = None) -> str:
    """Return a text with a soft hyphen at each place where one of its words may be broken.

    `patterns` are those of pyphen for words in Latin letters, such as "es"; without them, these are
    broken as in English. Addresses have no such place.
    """
    latin = patterns or _ENGLISH
    return outside_addresses(text, partial(_WORD.sub, lambda match: _softened(match[0], latin)))


def parted(word: str) -> str:
    """Return a part of an address with zero-width spaces: where it may be broken without a sign.

    These are behind its separators, or between all letters of one that has none.
    """
    return _BEHIND.sub(ZWSP, word) if _BEHIND.search(word) else ZWSP.join(word)


def outside_addresses(
    text: str, change: Callable[[str], str], within: Callable[[str], str] = str
) -> str:
    """Return a text of which all but the addresses is changed, and these by `within`."""
    ends = [0, *chain.from_iterable(match.span() for match in _ADDRESS.finditer(text)), len(text)]
    parts = [text[start:end] for start, end in pairwise(ends)]
    return "".join([(within if i % 2 else change)(part) for i, part in enumerate(parts)])


def _softened(word: str, latin: str) -> str:
    from cardgen.typography.fallback import script_of

    small = word.lower()
    script = script_of(word)
    language = latin if script == _LATIN else _LANGUAGES.get(script)
    # Some capitals are two letters when they are small.
    if language is None or len(small) != len(word):
        return word
    places = [0, *_patterns(language).positions(small), len(word)]
    return HYPHEN.join(word[start:end] for start, end in pairwise(places))
