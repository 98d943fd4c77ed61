"""The merge fields of a handout: the sentences that they stand in, and the words of a person."""

import datetime
from collections.abc import Mapping, Sequence

from cardgen.compose.dates import date_words
from cardgen.compose.dose import dose_words, whole_minutes
from cardgen.compose.personal import Changes, changed_doses
from cardgen.compose.plan import Plan
from cardgen.compose.said import said
from cardgen.memo import kept
from cardgen.model.content import Span, Text
from cardgen.model.direction import has_right_to_left, isolated
from cardgen.model.locale import Locale
from cardgen.model.nobodys import NobodysWords
from cardgen.model.origin import requested

RECIPIENT, DATE, NOTE, NEXT_VISIT, MINUTES = "recipient", "date", "note", "next_visit", "minutes"
HEADING, PERSONAL = (RECIPIENT, DATE), (NOTE, NEXT_VISIT)
"""The fields of the top of a page, and those of the box for one person."""
Spans = tuple[Span, ...]


def dose_field(index: int) -> str:
    """Return the name of the merge field for the dose of a move, whose index counts from 0."""
    return f"dose {index + 1}"


def sentence(field: str, person: str | None, locale: Locale) -> Spans:
    """Return the line that a field stands in; `person` is who signs beside the date."""
    hole = Span("", field=field)
    if field == RECIPIENT:
        return said(locale, "for", name=[hole._replace(bold=True)])
    if field == DATE and person:
        return said(locale, "date-by", date=[hole], person=person)
    if field in PERSONAL:
        return said(locale, field, words=[hole])
    return (hole,)


def filled(spans: Sequence[Span], words: Mapping[str, str]) -> Spans:
    """Return the spans of a sentence with the words of its merge fields.

    Where some run from right to left, these are isolated, so that they do not turn the sentence.
    """
    texts = [words[span.field] if span.field else span.text for span in spans]
    turns = has_right_to_left("".join(texts))
    return tuple(
        span._replace(text=isolated(text) if turns else text, field=None) if span.field else span
        for span, text in zip(spans, texts, strict=True)
    )


def field_text(field: str, lines: int, person: str | None, locale: Locale) -> Text:
    """Return the sentence of a field as a text that keeps so many lines."""
    return Text(sentence(field, person, locale), requested(field), lines)


def person_words(
    given: Mapping[str, str | datetime.date | None], plan: Plan, changes: Changes, locale: Locale
) -> tuple[dict[str, str], str]:
    """Return the words of each merge field that one person has, and how long their moves take.

    `given` are the fields of a request, by name. Raises what `doses_words` raises.
    """
    doses, minutes = doses_words(plan, changes, locale)
    own = {field: _said(value, locale) for field, value in given.items() if value}
    return own | doses, minutes


def _said(value: str | datetime.date, locale: Locale) -> str:
    return _date(value, locale) if isinstance(value, datetime.date) else value


@kept(512)
def _date(date: datetime.date, locale: Locale) -> NobodysWords:
    return NobodysWords(date_words(date, locale))


def doses_words(plan: Plan, changes: Changes, locale: Locale) -> tuple[dict[str, str], str]:
    """Return the words of each dose that is changed, by field, and how long all moves take.

    Raises InvalidDataError when a change clashes with what its stretch says.
    """
    if any(change.note for _, change in changes):
        return _doses_words(plan, changes, locale)
    return _numbers(plan, changes, locale)


def _doses_words(plan: Plan, changes: Changes, locale: Locale) -> tuple[dict[str, str], str]:
    doses = changed_doses(plan, changes)
    more = sum(dose.seconds - plan.doses[index].seconds for index, dose in doses.items())
    told = {
        dose_field(index): dose_words(dose, locale, plan.stretches[index].value).line
        for index, dose in doses.items()
    }
    return told, locale.count("minute", whole_minutes(plan.seconds + more))


@kept(256)
def _numbers(plan: Plan, changes: Changes, locale: Locale) -> tuple[dict[str, str], str]:
    told, minutes = _doses_words(plan, changes, locale)
    return {field: NobodysWords(words) for field, words in told.items()}, NobodysWords(minutes)
