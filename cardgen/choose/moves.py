"""Stretches with their doses, as they print."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from cardgen.choose.cite import Cite, Sources
from cardgen.choose.dose import dose_words
from cardgen.model.condition import Condition
from cardgen.model.content import Move, Shown, Span, Words, words
from cardgen.model.design import Locale
from cardgen.model.dose import Dose
from cardgen.model.library import Library, Record
from cardgen.model.routine import Item, Routine
from cardgen.model.source import Source
from cardgen.model.stretch import Caution, Stretch
from cardgen.words import lower_first

_PLACES = ("name", "dose", "short_steps", "cautions")
_NO_BREAK = "\u00a0"


def item_dose(item: Item, stretches: Mapping[str, Record[Stretch]]) -> Dose:
    """Return the dose of an item: the stretch's own, with the routine's changes."""
    dose = stretches[item.stretch].value.dose
    return item.dose.applied_to(dose) if item.dose else dose


def routine_doses(routine: Routine, library: Library) -> list[Dose]:
    """Return the doses of all items, in order."""
    return [item_dose(item, library.stretches) for item in routine.items]


def routine_moves(
    record: Record[Routine],
    library: Library,
    locale: Locale,
    cite: Cite,
    conditions: Sequence[Condition] = (),
) -> tuple[Move, ...]:
    """Return the moves of a routine, in order, for a person with these conditions."""
    return tuple(
        make_move(
            number,
            library.stretches[item.stretch],
            item_dose(item, library.stretches),
            library,
            locale,
            cite,
            conditions,
        )
        for number, item in enumerate(record.value.items, 1)
    )


def dose_slot(number: int) -> str:
    """Return the name of the slot for the dose of a move."""
    return f"dose {number}"


def make_move(
    number: int,
    record: Record[Stretch],
    dose: Dose,
    library: Library,
    locale: Locale,
    cite: Cite,
    conditions: Sequence[Condition] = (),
) -> Move:
    """Return one stretch as it prints; `cite` gives the markers of its cautions."""
    stretch = record.value
    own, others = split_cautions(stretch, conditions)
    for_you = locale.say("for-you")
    return Move(
        id=record.id,
        number=number,
        name=stretch.name,
        dose=replace(dose_words(dose, locale), slot=dose_slot(number)),
        cue=stretch.cue,
        steps=stretch.steps,
        short_steps=stretch.short_steps,
        advice=tuple(_advice(for_you, caution, cite) for caution in own),
        cautions=tuple(_caution(group, cite) for group in caution_groups(others)),
        sources=short_sources(_cited(stretch), library.sources, locale),
        pictures=_pictures(record),
        origin=record.origin("steps"),
        posture=locale.say(f"posture-{stretch.position}"),
        origins={name: record.origin(name) for name in _PLACES},
    )


def split_cautions(
    stretch: Stretch, conditions: Sequence[Condition]
) -> tuple[list[Caution], list[Caution]]:
    """Return the cautions that concern a person with these conditions, and the others."""
    own = [caution for caution in stretch.cautions if caution.condition in conditions]
    return own, [caution for caution in stretch.cautions if caution not in own]


def caution_groups(cautions: Sequence[Caution]) -> list[list[Caution]]:
    """Return the cautions, those who get the same advice together."""
    groups: dict[str, list[Caution]] = {}
    for caution in cautions:
        groups.setdefault(caution.advice, []).append(caution)
    return list(groups.values())


def group_sources(group: Sequence[Caution]) -> list[str]:
    """Return the ids of the sources of some cautions, each once."""
    return list(dict.fromkeys(source for caution in group for source in caution.sources))


def _caution(group: Sequence[Caution], cite: Cite) -> Words:
    """Return cautions of the same advice: "A, b: Skip this one."."""
    first, *others = (caution.who for caution in group)
    who = ", ".join([first, *map(lower_first, others)])
    return (Span(f"{who}: ", bold=True), Span(group[0].advice), *cite(group_sources(group)))


def _advice(label: str, caution: Caution, cite: Cite) -> Words:
    """Return what a person with the condition does: "For you: Keep the cow small."."""
    return (Span(f"{label} ", bold=True), Span(caution.advice), *cite(caution.sources))


def _cited(stretch: Stretch) -> Iterable[str]:
    claims = (source for claim in stretch.claims for source in claim.sources)
    cautions = (source for caution in stretch.cautions for source in caution.sources)
    return dict.fromkeys((*claims, *cautions))


def _pictures(record: Record[Stretch]) -> tuple[Shown, ...]:
    return tuple(
        Shown(
            file=record.root / "images" / illustration.file,
            alt=illustration.alt,
            origin=record.origin("illustrations", i, "file"),
            caption=illustration.caption,
            needed=illustration.moment == "end",
        )
        for i, illustration in enumerate(record.value.illustrations)
    )


def short_sources(ids: Iterable[str], sources: Sources, locale: Locale) -> tuple[Words, ...]:
    """Return the short form of each verified source: "Gobbo 2019, doi:10.3390/jfmk4030043"."""
    records = (sources[id_].value for id_ in ids)
    return tuple(_short(source, locale) for source in records if source.prints)


def _short(source: Source, locale: Locale) -> Words:
    author = source.author[0]
    year = source.issued[:4] if source.issued else locale.say("no-year")
    who = f"{author.family or author.literal}{_NO_BREAK}{year}"
    if source.doi:
        doi = locale.say("doi", doi=source.doi)
        return (Span(f"{who}, "), Span(doi, link=f"https://doi.org/{source.doi}"))
    container = source.container_title_short or source.container_title or source.publisher
    return words(locale.say("short-title", who=who, container=container or source.title))
