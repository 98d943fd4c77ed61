"""Who has checked a translation, beside who has checked what it translates."""

from collections.abc import Iterable
from typing import Any

from cardgen.model.library import Record
from cardgen.model.locale import Locale


def translation_words(records: Iterable[Record[Any]], locale: Locale) -> str:
    """Return which clinicians have checked the translations of some definitions.

    Where one of them has been checked by no clinician who speaks the language, it says so; it is ""
    for definitions in their own language.
    """
    spoken = [record.spoken for record in records if record.spoken]
    if not spoken:
        return ""
    if not all(one.clinicians for one in spoken):
        return locale.say("translation-unchecked")
    names = dict.fromkeys(name for one in spoken for name in one.clinicians)
    return locale.say("translation-checked", name=locale.row("names", names))


def with_translation(said: str, records: Iterable[Record[Any]], locale: Locale) -> str:
    """Return who has checked a text, and behind it who has checked its translation."""
    return locale.row("facts", filter(None, (said, translation_words(records, locale))))
