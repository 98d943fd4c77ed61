"""Languages that are made up from English: a word that nobody translates shows in them.

One is longer by 40 % and has an accent on every vowel; the other runs from right to left and has
no Latin letter.
"""

import re
from dataclasses import replace
from functools import lru_cache

from pydantic import BaseModel

from cardgen.library import data
from cardgen.model.library import Record

LONGER, TO_LEFT = "longer", "to-left"
_ACCENTS = str.maketrans("aeiouyAEIOUY", "âéîôûýÂÉÎÔÛÝ")
_LETTERS = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ابتثجحخدذرزسشصضطظعغفقكلمنه")
_KEPT = re.compile(r"(\{[^}]*\}|\b[\w-]+\.(?:com|org|uk|gov|au|ie)\b\S*)")
"""What stays as it is: places for values, and addresses."""
_KINDS = ("stretches", "routines", "safety", "conditions", "postures", "move_kinds", "countries")
_TEXTS = frozenset(
    [
        "name",
        "short_name",
        "start",
        "steps",
        "short_steps",
        "breathing",
        "frequency",
        "targets",
        "equipment",
        "cue",
        "mistake",
        "easier",
        "harder",
        "advice",
        "short",
        "caption",
        "alt",
        "text",
        "load",
        "who",
        "title",
        "summary",
        "before",
        "rule",
        "note",
        "heading",
        "when",
        "do",
        "move_up",
        "move_down",
        "help_if",
        "limits",
        "say",
        "instead",
        "stop",
        "action",
        "lead",
        "intro",
        "disclaimer",
        "what",
        "number",
        "hospital",
        "urgent",
        "therapist",
    ],
)
"""The fields of definitions that print."""
_OPTIONAL = "(optional)"
"""What the name of equipment ends in that no page prints."""


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

    def all_of(mapping):
        return {name: _reworded(one, say, every=True) for name, one in mapping.items()}

    def row(one):
        return one.model_copy(update={"last": one.last and f" {say(one.last.strip())} "})

    said = {
        "months": tuple(map(say, english.months)),
        # A narrow column has room for a letter of a day.
        "weekdays": tuple(say(day[:2]) if pseudo == TO_LEFT else "Ô" for day in english.weekdays),
        "labels": all_of(english.labels),
        "counts": all_of(english.counts),
        "rows": {name: row(one) for name, one in english.rows.items()},
    }
    return english.model_copy(update={**said, **_WAYS[pseudo]})


def library_of(library, pseudo):
    """Return a library whose texts are in a language that is made up."""
    say = _SAY[pseudo]

    def reworded(one):
        value = one.value if isinstance(one, Record) else one
        made = _reworded(value, say)
        return replace(one, value=made) if isinstance(one, Record) else made

    kinds = ((kind, getattr(library, kind)) for kind in _KINDS)
    return replace(
        library, **{kind: {k: reworded(v) for k, v in had.items()} for kind, had in kinds}
    )


def _reworded(value, say, field="", *, every=False):
    """Return a value with its texts in other words: those of some fields, or every one."""
    if isinstance(value, str):
        return say(value) if (every or field in _TEXTS) and not value.endswith(_OPTIONAL) else value
    if isinstance(value, tuple):
        return tuple(_reworded(one, say, field, every=every) for one in value)
    if isinstance(value, dict):
        return {key: _reworded(one, say, field, every=every) for key, one in value.items()}
    if not isinstance(value, BaseModel):
        return value
    had = {name: getattr(value, name) for name in type(value).model_fields}
    had |= value.model_extra or {}
    said = {name: _reworded(part, say, name, every=every) for name, part in had.items()}
    return value.model_copy(update={name: one for name, one in said.items() if one != had[name]})
