"""Cautions as sentences: whom they concern, and what these people do."""

from collections.abc import Mapping, Sequence

from cardgen.compose.citations import cited
from cardgen.compose.said import said
from cardgen.model.caution import Caution
from cardgen.model.content import Span, Text
from cardgen.model.library import Record
from cardgen.model.locale import Locale
from cardgen.model.origin import Origin
from cardgen.model.stretch import Stretch
from cardgen.model.vocabulary import Condition

Conditions = Mapping[str, Condition]
_ENDS = tuple(".!?\u3002\uff01\uff1f\u061f")
"""The signs that end a sentence, in whichever language: those of Chinese are wide."""


def caution_groups(cautions: Sequence[Caution]) -> list[list[Caution]]:
    """Return the cautions, those who get the same advice together."""
    groups: dict[str, list[Caution]] = {}
    for caution in cautions:
        groups.setdefault(caution.advice, []).append(caution)
    return list(groups.values())


def sources_of(group: Sequence[Caution]) -> tuple[str, ...]:
    """Return the ids of the sources that cautions rest on, each once."""
    return tuple(dict.fromkeys(source for caution in group for source in caution.sources))


def short_of(group: Sequence[Caution]) -> str | None:
    """Return the short form of cautions of the same advice, if it is one for all of them."""
    forms = {caution.short for caution in group}
    return forms.pop() if len(forms) == 1 else None


def who(caution: Caution, conditions: Conditions, locale: Locale) -> str:
    """Return whom a caution concerns, or when it does: as it says, or as its conditions do."""
    named = (conditions[id_].label for id_ in caution.conditions)
    return caution.who or caution.when or locale.listed(named)


def cautions_of(
    cautions: Sequence[Caution], record: Record[Stretch], conditions: Conditions, locale: Locale
) -> tuple[Text, ...]:
    """Return cautions as sentences, those who get the same advice together."""
    origin = record.origin("cautions")
    return tuple(_caution(group, conditions, locale, origin) for group in caution_groups(cautions))


def _caution(
    group: Sequence[Caution], conditions: Conditions, locale: Locale, origin: Origin
) -> Text:
    """Return cautions of the same advice: "A, b: Skip this one."."""
    names = locale.listed(who(caution, conditions, locale) for caution in group)
    spans = said(locale, "caution", who=names, advice=group[0].advice)
    return Text((*spans, *cited(sources_of(group))), origin)


def in_brief(
    cautions: Sequence[Caution], record: Record[Stretch], conditions: Conditions, locale: Locale
) -> list[Text]:
    """Return cautions for where there is little room, in the order of whom they concern.

    What anyone can feel comes first. One that has a short form is told by that alone.
    """
    found: list[tuple[bool, str, Text]] = []
    for group in caution_groups(cautions):
        names = sorted((who(one, conditions, locale) for one in group), key=str.lower)
        spans = said(locale, "caution", who=locale.listed(names), advice=group[0].advice)
        if short := short_of(group):
            spans = _asked(short, locale)
        told = Text(spans, record.origin("cautions"))
        found.append((not group[0].when, told.plain.lower(), told))
    return [told for *_, told in sorted(found, key=lambda one: one[:2])]


def _asked(short: str, locale: Locale) -> tuple[Span, ...]:
    """Return a short form, its question in bold, as a sentence: "Sore knee? Sit tall."."""
    question, mark, then = short.partition(locale.question)
    stop = "" if short.endswith(_ENDS) else locale.stop
    if not mark:
        return (Span(short + stop),)
    return (Span(question + mark, bold=True), Span(then + stop))
