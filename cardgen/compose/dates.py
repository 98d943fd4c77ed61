"""Dates, and who has checked a text when."""

import datetime

from cardgen.model.library import Record
from cardgen.model.locale import Locale
from cardgen.model.programme import ProgrammeRecord
from cardgen.model.routine import Routine
from cardgen.model.stretch import Review

OLD_YEARS = 2
"""After so many years a text must be checked again."""


def date_words(date: datetime.date, locale: Locale) -> str:
    """Return a date as people write it: "November 22, 2026"."""
    return locale.say("date", month=locale.months[date.month - 1], day=date.day, year=date.year)


def is_old(checked: datetime.date, day: datetime.date | None) -> bool:
    """Tell whether a text was checked over `OLD_YEARS` years before a day."""
    if day is None:
        return False
    return (checked.year + OLD_YEARS, checked.month, checked.day) < (day.year, day.month, day.day)


def record_words(record: Record[Routine], locale: Locale, *, old: bool) -> str:
    """Return who has checked a routine, or who has put a programme together, and when."""
    # A programme has been reviewed by nobody but its author.
    words = programme_words if isinstance(record, ProgrammeRecord) else review_words
    return words(record.value.reviewed, locale, old=old)


def programme_words(review: Review, locale: Locale, *, old: bool) -> str:
    """Return who put one person's own routine together, and when its moves were checked.

    It warns where that is `old`.
    """
    month = locale.months[review.date.month - 1]
    author = [locale.say("put-together", name=review.by)] if review.by else []
    said = locale.say("reviewed-moves", month=month, year=review.date.year)
    return locale.row(
        "facts", [*author, said, *([locale.say("old")] if old else []), locale.say("made")]
    )


def review_words(review: Review, locale: Locale, *, old: bool) -> str:
    """Return who has checked the words, and when: a clinician, or nobody yet but us.

    It warns where that is `old`.
    """
    label = "signed-off" if review.clinician else "reviewed"
    month = locale.months[review.date.month - 1]
    said = locale.say(label, name=review.clinician, month=month, year=review.date.year)
    parts = [said, locale.say("old")] if old else [said]
    return locale.row("facts", [*parts, locale.say("made")])
