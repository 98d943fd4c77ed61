"""The cover of a deck of cards: what it is, how long, how often, in which order."""

import datetime
from collections.abc import Sequence

from cardgen.compose.dates import date_words
from cardgen.compose.dose import days_words, total_seconds, whole_minutes
from cardgen.model.content import Figure, Move, Text, text
from cardgen.model.deck import Cover
from cardgen.model.dose import Dose
from cardgen.model.library import Record
from cardgen.model.locale import Locale
from cardgen.model.origin import requested
from cardgen.model.routine import Routine

USUAL_TRANSITION = 10
"""Seconds from one move to the next, where no routine says otherwise."""


def make_cover(
    name: Text,
    moves: Sequence[Move],
    doses: Sequence[Dose],
    routine: Record[Routine] | None,
    personal: Sequence[Text],
    opening: Text,
    link: tuple[str, Text] | None,
    imprint: str,
    locale: Locale,
) -> Cover:
    """Return the cover of a deck; `routine` is None for stretches that were named one by one.

    `personal` is what conditions have left out of it, and changed in it. `opening` stands before
    the danger signs.
    `link` is a web address of the user's own for a QR code, and what stands beside it: a code
    never leads a patient to a study.
    """
    place = routine.origin("items") if routine else requested("targets")
    transition = routine.value.transition if routine else USUAL_TRANSITION
    minutes = whole_minutes(total_seconds(doses, transition))
    figures = [
        Figure(text(locale.count("minute", minutes)), text(locale.say("for-the-moves"))),
        Figure(text(str(len(doses))), text(locale.count("move-below", len(doses)))),
    ]
    if routine:
        days, label = days_words(routine.value.frequency, locale)
        figures.append(Figure(text(days), text(label)))
    return Cover(
        kicker=locale.say("cover-kicker"),
        name=name,
        figures=tuple(figures),
        before=_before(routine) if routine else None,
        order_title=locale.say("in-this-order"),
        order=tuple(move.name for move in moves),
        note=_note(routine) if routine else None,
        personal=tuple(personal),
        opening=opening,
        safety=locale.say("on-safety-cards"),
        link=link[0] if link else None,
        link_label=link[1] if link else text(""),
        link_alt=locale.say("code", link=link[0]) if link else "",
        imprint=imprint,
        origin=place,
    )


def _before(routine: Record[Routine]) -> Text | None:
    said = routine.value.before
    return text(said, routine.origin("before")) if said else None


def _note(routine: Record[Routine]) -> Text | None:
    said = routine.value.frequency.note
    return text(said, routine.origin("frequency", "note")) if said else None


def own_link(url: str, locale: Locale) -> tuple[str, Text]:
    """Return a person's own web address, and what stands beside its code."""
    said = locale.say("own-link", link=url.partition("//")[2])
    return url, text(said, requested("url"))


def make_imprint(checked: datetime.date, made: datetime.date | None, locale: Locale) -> str:
    """Return who made a card, when if that is to be told, and when its text was checked."""
    values = {"month": locale.months[checked.month - 1], "year": checked.year}
    if made is None:
        return locale.say("imprint", **values)
    return locale.say("imprint-dated", date=date_words(made, locale), **values)
