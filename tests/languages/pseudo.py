"""Languages that are made up from English: a word that nobody translates shows in them.

One is longer by 40 % and has an accent on every vowel; the other runs from right to left and has
no Latin letter.
"""

import re
from dataclasses import replace
from functools import lru_cache

from cardgen.library import data
from cardgen.library.translation_files import TRANSLATED
from cardgen.model.library import Record
from cardgen.model.texts import reworded

LONGER, TO_LEFT = "longer", "to-left"
_ACCENTS = str.maketrans("aeiouyAEIOUY", "âéîôûýÂÉÎÔÛÝ")
_LETTERS = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ابتثجحخدذرزسشصضطظعغفقكلمنه")
_KEPT = re.compile(r"(\{[^}]*\}|\b[\w-]+\.(?:com|org|uk|gov|au|ie)\b\S*)")
"""What stays as it is: places for values, and addresses."""


def longer(text):
    """Return a text in brackets with accents, four tenths longer."""
    if not re.search("[A-Za-z]", text):
        return text
    parts = _KEPT.split(text)
    said = "".join(part if i % 2 else part.translate(_ACCENTS) for i, part in enumerate(parts))
    spare = max(round(0.4 * len(text)) - 2, 0)
    pad = "".join(f" {'ôéîûâ'[: min(5, spare - at)]}" for at in range(0, spare, 6))
    return f"[{said}{pad}]"


def to_left(text):
    """Return a text with Arabic letters in place of Latin ones."""
    parts = _KEPT.split(text)
    changed = (one if i % 2 else one.lower().translate(_LETTERS) for i, one in enumerate(parts))
    return "".join(changed)


_SAY = {LONGER: longer, TO_LEFT: to_left}
_WAYS = {
    LONGER: {"language": "eo", "hyphenation": None},
    TO_LEFT: {"language": "ar", "hyphenation": None, "direction": "rtl", "leading": 1.14},
}


@lru_cache(maxsize=2)
def locale_of(pseudo):
    """Return the locale of a language that is made up."""
    english, say = data.load_locale("en"), _SAY[pseudo]

    def forms(count):
        had = {form: words for form, words in count if words}
        return count.model_copy(update={form: say(words) for form, words in had.items()})

    def row(one):
        return one.model_copy(update={"last": one.last and f" {say(one.last.strip())} "})

    said = {
        "months": tuple(map(say, english.months)),
        # A narrow column has room for a letter of a day.
        "weekdays": tuple(say(day[:2]) if pseudo == TO_LEFT else "Ô" for day in english.weekdays),
        "weekday_letters": tuple("Ô" for _ in english.weekday_letters),
        "labels": {name: say(words) for name, words in english.labels.items()},
        "counts": {name: forms(count) for name, count in english.counts.items()},
        "rows": {name: row(one) for name, one in english.rows.items()},
    }
    return english.model_copy(update={**said, **_WAYS[pseudo]})


def library_of(library, pseudo):
    """Return a library whose texts are in a language that is made up."""
    say = _SAY[pseudo]

    def said(one):
        value = one.value if isinstance(one, Record) else one
        made = reworded(value, lambda written: say(written.words))
        return replace(one, value=made) if isinstance(one, Record) else made

    kinds = (
        (kind.replace("-", "_"), getattr(library, kind.replace("-", "_"))) for kind in TRANSLATED
    )
    return replace(library, **{kind: {k: said(v) for k, v in had.items()} for kind, had in kinds})
