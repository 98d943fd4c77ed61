"""Who has checked a translation, beside who has checked what it translates."""

from collections.abc import Iterable
from typing import Any

from cardgen.compose.dates import record_words
from cardgen.compose.plan import Plan
from cardgen.model.library import Library, Record
from cardgen.model.locale import Locale


def translation_words(records: Iterable[Record[Any]], locale: Locale) -> str:
    """Return which clinicians have checked the translations of some definitions.

    Where one of them has been checked by no clinician who speaks the language, it says so; it is ""
    for definitions in their own language.
    """
    reviews = [review for one in records if one.spoken for review in one.spoken.reviews or (None,)]
    if not reviews:
        return ""
    checked = [(one.date, one.clinician) for one in reviews if one and one.clinician]
    if len(checked) < len(reviews):
        return locale.say("translation-unchecked")
    first = min(date for date, _ in checked)
    names = locale.row("names", dict.fromkeys(name for _, name in checked))
    month = locale.months[first.month - 1]
    return locale.say("translation-checked", name=names, month=month, year=first.year)


def with_translation(said: str, records: Iterable[Record[Any]], locale: Locale) -> str:
    """Return who has checked a text, and behind it who has checked its translation."""
    return locale.row("facts", filter(None, (said, translation_words(records, locale))))


def plan_words(plan: Plan, library: Library, locale: Locale, *, old: bool) -> str:
    """Return who has checked what a page prints of a plan, and its translation.

    It warns where that is `old`.
    """
    printed = (plan.record, *plan.stretches, library.safety[plan.record.value.safety])
    return with_translation(record_words(plan.record, locale, old=old), printed, locale)
