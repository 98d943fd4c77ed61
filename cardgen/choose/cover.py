"""The cover of a deck of cards: what it is, how long, how often, in which order."""

import datetime
from collections.abc import Iterable, Sequence

from cardgen.choose.cite import Sources
from cardgen.choose.dose import days_words, total_seconds, whole_minutes
from cardgen.choose.moves import short_sources
from cardgen.model.content import Figure, Move, plain, words
from cardgen.model.deck import Cover
from cardgen.model.design import Locale
from cardgen.model.dose import Dose
from cardgen.model.library import Record
from cardgen.model.routine import Routine
from cardgen.model.source import Source

USUAL_TRANSITION = 10
"""Seconds from one move to the next, where no routine says otherwise."""


def make_cover(
    name: str,
    moves: Sequence[Move],
    doses: list[Dose],
    routine: Record[Routine] | None,
    link: tuple[str, str] | None,
    imprint: str,
    locale: Locale,
) -> Cover:
    """Return the cover of a deck; `routine` is None for stretches that were named one by one.

    `link` is a web address for the QR code, and what stands beside it.
    """
    transition = routine.value.transition if routine else USUAL_TRANSITION
    minutes = whole_minutes(total_seconds(doses, transition))
    figures = [
        Figure(locale.say("minutes", n=minutes), words(locale.say("in-all"))),
        Figure(str(len(doses)), words(locale.units["move"].of(len(doses)))),
    ]
    if routine:
        days, label = days_words(routine.value.frequency, locale)
        figures.append(Figure(days, words(label)))
    return Cover(
        kicker=locale.say("cover-kicker"),
        name=name,
        figures=tuple(figures),
        before=routine.value.before if routine else "",
        order_title=locale.say("in-this-order"),
        order=tuple(move.name for move in moves),
        note=(routine.value.frequency.note if routine else None) or "",
        link=link[0] if link else None,
        link_label=link[1] if link else "",
        link_alt=locale.say("code", link=link[0]) if link else "",
        imprint=imprint,
        origin=routine.origin("name") if routine else moves[0].origin,
    )


def own_link(url: str, locale: Locale) -> tuple[str, str]:
    """Return a person's own web address, and what stands beside its code."""
    return url, locale.say("own-link", link=url.partition("//")[2])


def first_source(cited: Iterable[str], sources: Sources, locale: Locale) -> tuple[str, str] | None:
    """Return where the first source that can be looked up is, and what stands beside its code."""
    for id_ in cited:
        source = sources[id_].value
        if source.prints and (link := _address(source)):
            (short,) = short_sources([id_], sources, locale)
            named = plain(short).partition(", ")[0]
            return link, locale.say("first-source", source=named)
    return None


def _address(source: Source) -> str | None:
    return f"https://doi.org/{source.doi}" if source.doi else source.url


def make_imprint(checked: datetime.date, made: datetime.date | None, locale: Locale) -> str:
    """Return who made a card, when if that is to be told, and when its text was checked."""
    values = {"month": locale.months[checked.month - 1], "year": checked.year}
    if made is None:
        return locale.say("imprint", **values)
    month = locale.months[made.month - 1]
    date = locale.say("date", month=month, day=made.day, year=made.year)
    return locale.say("imprint-dated", date=date, **values)
