"""Who gives a handout, to whom, and who has checked it: the top and the foot of the page."""

import datetime
from collections.abc import Iterable

from cardgen.model.content import Heading, Personal, SafetyWords, Shown, Span, Words, words
from cardgen.model.design import Locale
from cardgen.model.letterhead import Letterhead
from cardgen.model.library import Origin, Record
from cardgen.model.request import HandoutRequest
from cardgen.model.stretch import Review

_OPTIONS = Origin("", 0, 0, "--note, --next")
OLD_YEARS = 2
"""After so many years a text must be checked again."""


def own_words(request: HandoutRequest, locale: Locale) -> dict[str, str]:
    """Return what a handout says to one person alone, by slot: only what is given."""
    date = date_words(request.date, locale) if request.date else None
    given = {
        "recipient": request.recipient,
        "date": date,
        "note": request.note,
        "next-visit": request.next_visit,
    }
    return {slot: text for slot, text in given.items() if text}


def heading(request: HandoutRequest, locale: Locale) -> Heading | None:
    """Return the lines of the heading: the clinic's at the left, the recipient's at the right."""
    letterhead, own = request.letterhead, own_words(request, locale)
    clinic: list[Words] = []
    recipient: list[Words] = []
    if name := own.get("recipient"):
        label = Span(f"{locale.say('for')} ")
        recipient.append((label, Span(name, bold=True, slot="recipient")))
    person = None
    if letterhead:
        value = letterhead.value
        person = value.person
        clinic.append(words(value.name, bold=True))
        clinic += _line(*map(_span, (value.address, value.phone, value.web)))
    recipient += _line(_span(own.get("date"), "date"), _span(person))
    if not clinic and not recipient:
        return None
    return Heading(tuple(clinic), tuple(recipient), _logo(letterhead) if letterhead else None)


def _span(text: str | None, slot: str | None = None) -> Span | None:
    return Span(text, slot=slot) if text else None


def _line(*texts: Span | None) -> list[Words]:
    """Return the texts that are there as one line, or no line."""
    spans: list[Span] = []
    for text in texts:
        if text:
            spans += [Span(" · ")] if spans else []
            spans.append(text)
    return [tuple(spans)] if spans else []


def _logo(letterhead: Record[Letterhead]) -> Shown | None:
    logo = letterhead.value.logo
    if logo is None:
        return None
    return Shown(letterhead.root / logo, letterhead.value.name, letterhead.origin("logo"))


def personal(request: HandoutRequest, conditions: Iterable[Words], locale: Locale) -> Personal:
    """Return what is for this person alone; `conditions` tell what was changed for them."""
    own = own_words(request, locale)
    lines = [
        _labelled(locale.say(slot), own[slot], slot)
        for slot in ("note", "next-visit")
        if slot in own
    ]
    if not request.blank:
        return Personal((*lines, *conditions), origin=_OPTIONS)
    asked = {"name": request.recipient, "date": request.date, "next": request.next_visit}
    blanks = tuple(locale.say(f"write-{label}") for label, text in asked.items() if not text)
    notes = None if request.note else locale.say("write-note")
    return Personal((*lines, *conditions), blanks, notes, _OPTIONS)


def _labelled(label: str, text: str, slot: str) -> Words:
    return (Span(f"{label} ", bold=True), Span(text, slot=slot))


def date_words(date: datetime.date, locale: Locale) -> str:
    """Return a date as people write it: "November 22, 2026"."""
    return locale.say("date", month=locale.months[date.month - 1], day=date.day, year=date.year)


def is_old(review: Review, day: datetime.date | None) -> bool:
    """Tell whether a text was checked over `OLD_YEARS` years before a day."""
    if day is None:
        return False
    checked = review.date
    return (checked.year + OLD_YEARS, checked.month, checked.day) < (day.year, day.month, day.day)


def footer(review: Review, day: datetime.date | None, locale: Locale) -> str:
    """Return who has checked the words, and when: a clinician, or nobody yet but us.

    It warns where that was long before `day`.
    """
    label = "signed-off" if review.clinician else "reviewed"
    month = locale.months[review.date.month - 1]
    said = locale.say(label, name=review.clinician, month=month, year=review.date.year)
    parts = [said, locale.say("old")] if is_old(review, day) else [said]
    return " · ".join([*parts, locale.say("made")])


def last_words(safety: SafetyWords, request: HandoutRequest, locale: Locale) -> str:
    """Return the disclaimers, and whom to call with questions."""
    letterhead = request.letterhead.value if request.letterhead else None
    phone, own = (letterhead.phone, letterhead.disclaimer) if letterhead else (None, None)
    questions = locale.say("questions", phone=phone) if phone else None
    return " ".join(text for text in (safety.disclaimer, own, questions) if text)
