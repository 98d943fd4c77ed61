"""Where words may be broken by a hyphen.

Patterns are those of pyphen, which come from LibreOffice. The language of a name is not known: its
script says which patterns are tried.
"""

import re
from functools import lru_cache
from itertools import pairwise
from typing import Any

from cardgen.typography.fonts import HYPHEN

_LANGUAGES = {
    "Latn": "en_US",
    "Cyrl": "ru_RU",
    "Grek": "el_GR",
    "Beng": "as_IN",
    "Deva": "sa_IN",
    "Guru": "pa_IN",
    "Knda": "kn_IN",
    "Orya": "or_IN",
    "Telu": "te_IN",
}
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=len(_LANGUAGES))
def _patterns(language: str) -> Any:  # noqa: ANN401 - without types
    from pyphen import Pyphen

    return Pyphen(lang=language, left=3, right=3)


def softened(text: str) -> str:
    """Return a text with a soft hyphen at each place where one of its words may be broken."""
    return _WORD.sub(lambda match: _softened(match[0]), text)


def _softened(word: str) -> str:
    from cardgen.typography.fallback import script_of

    small = word.lower()
    language = _LANGUAGES.get(script_of(word))
    # Some capitals are two letters when they are small.
    if language is None or len(small) != len(word):
        return word
    places = [0, *_patterns(language).positions(small), len(word)]
    return HYPHEN.join(word[start:end] for start, end in pairwise(places))
