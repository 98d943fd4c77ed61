"""Stretches with their doses, as they print."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from cardgen.compose.care import cautions_of, in_brief
from cardgen.compose.citations import Sources
from cardgen.compose.dose import dose_words
from cardgen.compose.notes import felt
from cardgen.compose.own_style import compact_entry
from cardgen.compose.said import said
from cardgen.memo import kept
from cardgen.model.content import Image, Move, Span, Text, text
from cardgen.model.dose import Dose
from cardgen.model.letterhead import Letterhead
from cardgen.model.library import Library, Record
from cardgen.model.locale import Locale
from cardgen.model.origin import Origin
from cardgen.model.picture import Artwork
from cardgen.model.routine import Item, Routine, with_headings
from cardgen.model.source import PRACTICE, Source
from cardgen.model.stretch import Stretch

LONGEST_ADDRESS = 40
"""The most characters of a web address that a card prints whole."""
Artworks = Mapping[Path, Artwork]
"""The pictures that were read, by file."""


def item_dose(item: Item, stretches: Mapping[str, Record[Stretch]]) -> Dose:
    """Return the dose of an item: the stretch's own, with the routine's changes."""
    dose = stretches[item.stretch].value.dose
    return item.dose.applied_to(dose) if item.dose else dose


def routine_doses(routine: Routine, library: Library) -> list[Dose]:
    """Return the doses of all items, in order."""
    return [item_dose(item, library.stretches) for item in routine.items]


class Exercise(NamedTuple):
    """A stretch as a routine has it."""

    record: Record[Stretch]
    dose: Dose
    item: Item


def exercises(items: Iterable[Item], library: Library) -> list[Exercise]:
    """Return the stretches of some items with their doses, each under its heading."""
    return [
        Exercise(library.stretches[item.stretch], item_dose(item, library.stretches), item)
        for item in with_headings(items)
    ]


def in_its_place(move: Move, items: Sequence[Item], index: int, origin: Origin | None) -> Move:
    """Return a move with what its routine says of it: its note, and the heading that begins there.

    `items` are those of the page, each with the heading that it stands under; `index` is that of
    the move. `origin` is where they are written.
    """
    item = items[index]
    if not item.note and not item.heading:
        return move
    begins = item.heading and (index == 0 or items[index - 1].heading != item.heading)
    return replace(
        move,
        note=text(item.note, origin) if item.note else None,
        section=item.heading or "",
        heading=text(item.heading, origin) if item.heading and begins else None,
    )


@kept()
def make_move(
    number: int,
    record: Record[Stretch],
    dose: Dose,
    library: Library,
    locale: Locale,
    pictures: tuple[Image, ...],
    *,
    own: bool = False,
) -> Move:
    """Return one stretch as it prints; `own` tells that its conditions are those of one person."""
    stretch = record.value
    advice = [one for one in stretch.cautions if own and one.conditions]
    # What anyone can feel is said before what concerns a few.
    others = sorted((c for c in stretch.cautions if c not in advice), key=lambda one: not one.when)
    own_dose = dose_words(dose, locale, stretch)
    return Move(
        id=record.id,
        number=number,
        name=text(stretch.name, record.origin("name")),
        short_name=text(*_short_name(record)),
        dose=own_dose,
        dose_line=text(own_dose.line, record.origin("dose")),
        cue=text(stretch.cue, record.origin("cue")),
        steps=_texts(record, "steps"),
        short_steps=_texts(record, "short_steps"),
        advice=cautions_of(advice, record, library.conditions, locale),
        cautions=cautions_of(others, record, library.conditions, locale),
        felt=felt(record, locale),
        brief=tuple(
            told
            for some in (advice, others)
            for told in in_brief(some, record, library.conditions, locale)
        ),
        sources=short_sources(_cited(stretch), library.sources, locale),
        pictures=pictures,
        origin=record.origin("steps"),
    )


def _short_name(record: Record[Stretch]) -> tuple[str, Origin]:
    field = "short_name" if record.value.short_name else "name"
    return getattr(record.value, field), record.origin(field)


def _texts(record: Record[Stretch], field: str) -> tuple[Text, ...]:
    texts = getattr(record.value, field)
    return tuple(text(words, record.origin(field, i)) for i, words in enumerate(texts))


def _cited(stretch: Stretch) -> Iterable[str]:
    claims = (source for claim in stretch.claims for source in claim.sources)
    cautions = (source for caution in stretch.cautions for source in caution.sources)
    return dict.fromkeys((*claims, *cautions))


def picture_places(
    records: Iterable[Record[Stretch]], letterhead: Record[Letterhead] | None = None
) -> dict[Path, Origin]:
    """Return the files of pictures and logo, each with the place that names it."""
    places = {
        _image_file(record.root, illustration.file): record.origin("illustrations", i, "file")
        for record in records
        for i, illustration in enumerate(record.value.illustrations)
    }
    if letterhead and (logo := letterhead.value.logo):
        places[letterhead.root / logo] = letterhead.origin("logo")
    return places


@kept()
def _image_file(root: Path, name: str) -> Path:
    return root / "images" / name


def images(record: Record[Stretch], artworks: Artworks) -> tuple[Image, ...]:
    """Return the pictures of a stretch, as they were read."""
    return tuple(
        Image(
            artworks[_image_file(record.root, illustration.file)],
            illustration.alt,
            illustration.caption,
            needed=illustration.moment == "end",
            origin=record.origin("illustrations", i, "file"),
        )
        for i, illustration in enumerate(record.value.illustrations)
    )


def short_sources(ids: Iterable[str], sources: Sources, locale: Locale) -> tuple[Text, ...]:
    """Return the least citation of each verified source: author, journal, year, pages, DOI.

    Of a long web address the site is printed, which leads to the page: a card has no room for it.
    """
    records = (sources[id_] for id_ in ids)
    return tuple(_short(record, locale) for record in records if record.value.prints)


def _short(record: Record[Source], locale: Locale) -> Text:
    entry = compact_entry(record).text
    address = record.value.address
    if address and len(address) > LONGEST_ADDRESS and address in entry.plain:
        site = urlsplit(address).netloc.removeprefix("www.")
        kept = tuple(span for span in entry.spans if span.text != address)
        entry = entry._replace(spans=(*kept, Span(site, link=address)))
    entry = entry._replace(language=locale.of_sources)
    if record.value.type != PRACTICE:
        return entry
    spans = said(locale, "with-practice", source=entry.spans, practice=locale.say(PRACTICE))
    return entry._replace(spans=spans)
