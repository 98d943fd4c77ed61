"""What a booklet says besides the words of its deck."""

from dataclasses import replace

from cardgen.compose.safety import in_short
from cardgen.model.deck import BookletWords, Deck, LogWords
from cardgen.model.design import Locale


def as_booklet(deck: Deck, locale: Locale) -> Deck:
    """Return the words of a deck as a booklet has them."""
    cover = deck.cover and replace(deck.cover, kicker=locale.say("booklet-kicker"))
    about = replace(deck.about, title=locale.say("booklet-title", name=deck.name.plain))
    # Its pages are small, and there are eight of them whatever they hold.
    return replace(deck, about=about, cover=cover, safety=in_short(deck.safety))


def booklet_words(locale: Locale) -> BookletWords:
    """Return the words of its log, and of the marks for whoever folds it."""
    log = LogWords(
        locale.say("booklet-log"),
        locale.say("booklet-log-lead"),
        locale.say("booklet-week", n="{n}"),
    )
    return BookletWords(log, (locale.say("cut-here"), locale.say("fold-here")))
