"""What a booklet says besides the words of its deck."""

from dataclasses import replace

from cardgen.choose.deck import choose_deck
from cardgen.model.deck import BookletWords, Deck, LogWords
from cardgen.model.design import Locale
from cardgen.model.library import Library
from cardgen.model.request import CardsRequest


def booklet_deck(library: Library, request: CardsRequest, locale: Locale) -> Deck:
    """Return the words of a deck as a booklet has them. Raises InvalidDataError."""
    deck = choose_deck(library, request, locale)
    cover = deck.cover and replace(deck.cover, kicker=locale.say("booklet-kicker"))
    return replace(deck, title=locale.say("booklet-title", name=deck.name), cover=cover)


def booklet_words(locale: Locale) -> BookletWords:
    """Return the words of its log, and of the marks for whoever folds it."""
    log = LogWords(
        locale.say("booklet-log"),
        locale.say("booklet-log-lead"),
        locale.say("booklet-week", n="{n}"),
    )
    return BookletWords(log, (locale.say("cut-here"), locale.say("fold-here")))
