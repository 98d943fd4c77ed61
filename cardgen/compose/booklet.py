"""What a booklet says besides the words of its deck."""

from dataclasses import replace

from cardgen.compose.deck import run_together
from cardgen.compose.log import week_names
from cardgen.compose.safety import in_short
from cardgen.model.deck import BookletWords, Deck
from cardgen.model.handout import Log
from cardgen.model.locale import Locale

LOGS, WEEKS = 4, 8
"""The most pages with boxes to tick, and the weeks on each."""


def as_booklet(deck: Deck, locale: Locale) -> Deck:
    """Return the words of a deck as a booklet has them."""
    cover = deck.cover and replace(deck.cover, kicker=locale.say("booklet-kicker"))
    about = replace(deck.about, title=locale.say("booklet-title", name=deck.name.plain))
    # Its pages are small, and there are eight of them whatever they hold.
    return replace(
        deck,
        about=about,
        cover=cover,
        safety=in_short(deck.safety),
        sources=run_together(deck.safety.sources, "booklet-sources", locale),
    )


def booklet_words(locale: Locale) -> BookletWords:
    """Return the words of its logs, and of the marks for whoever folds it."""
    logs = tuple(
        Log(
            title=locale.say("log"),
            hint=locale.say("log-hint"),
            weeks=week_names(1 + WEEKS * page, WEEKS, locale),
            days=locale.weekdays,
            done="",
            goal="",
            pain="",
            alt=locale.say("booklet-log-alt", weeks=locale.count("week", WEEKS)),
            letters=locale.weekday_letters,
        )
        for page in range(LOGS)
    )
    part = locale.labels["booklet-part"]
    return BookletWords(logs, part, (locale.say("cut-here"), locale.say("fold-here")))
