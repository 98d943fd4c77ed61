"""Prints documents from one library; what does not differ between two of them is made once.

A handout is laid out and drawn with the words of the first person who gets it. Where another
person's words would have led to the same page, they are stamped into it; where not, the page is
laid out anew. Both ways end in the same bytes, since the first is stamped as well.
"""

import datetime
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from functools import lru_cache, partial
from operator import attrgetter
from pathlib import Path
from typing import TypeVar

from cardgen.choose.handout import choose_handout
from cardgen.choose.slots import SlotWords
from cardgen.decks import Desk, LaidOut, lay_out_booklet, lay_out_cards
from cardgen.errors import Problem
from cardgen.layout.handout import Fitted, layout_handout
from cardgen.layout.slots import watched
from cardgen.load.data import load_locale, load_paper, load_theme
from cardgen.load.library import load_library
from cardgen.load.pictures import load_pictures
from cardgen.model.content import Handout, Shown
from cardgen.model.design import Theme
from cardgen.model.picture import Artwork
from cardgen.model.request import BookletRequest, CardsRequest, HandoutRequest
from cardgen.paths import roots
from cardgen.render.fonts import glyphs
from cardgen.render.measure import TrueMeasure
from cardgen.render.pdf import prepared
from cardgen.render.template import Template
from cardgen.stencil import Stencil, Words

_PERSONAL = ("recipient", "date", "note", "next_visit")
"""What a request may differ in and still have the same page, but for the words of its slots."""
_APART = {"changes", "today"}
"""What a request may have or not, and still have the same page, but for the words of its slots."""
_NAMES = {field.name for field in fields(HandoutRequest)}
_OF_A_PERSON = attrgetter(*_PERSONAL)
_OF_A_PAGE = attrgetter(*sorted(_NAMES - {*_PERSONAL, *_APART, "letterhead"}))
"""The letterhead is known by its identity: it holds what cannot be hashed."""
_KINDS, _OF_A_KIND = 64, 8
"""How many kinds of page are kept, and how many pages of each."""
_RECURRING = 1024
"""How many parts of handouts are kept that may stand in the next one as well."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Printed:
    """A document with the words of one person, and what is in it, in words."""

    template: Template
    values: Words
    date: datetime.date
    facts: tuple[str, ...]
    warnings: tuple[Problem, ...] = ()

    @property
    def content(self) -> bytes:
        """Return the file."""
        return self.template.stamped(self.values, self.date)

    @property
    def parts(self) -> tuple[bytes, bytes]:
        """Return the file in two parts: what many files begin with, and the rest."""
        return self.template.head, self.template.tail(self.values, self.date)


_Made = tuple[Stencil, tuple[str, ...], tuple[Problem, ...]]


class Printer:
    """Prints what is asked for. Not safe to share between threads."""

    def __init__(self, folder: Path) -> None:
        """`folder` may hold a person's own definitions. Raises InvalidDataError."""
        self.glyphs = glyphs()
        self.library = load_library(roots(folder), self.glyphs)
        self._locale = load_locale("en")
        self._slots = SlotWords(self.library, self._locale)
        self._pictures: dict[tuple[Path, str], Artwork] = {}
        # One measure for all, so that layout knows again what it has set before.
        self._aspects: dict[Path, float] = {}
        self._measure = TrueMeasure(self._aspects)
        self._stencils: OrderedDict[tuple[object, ...], list[_Made]] = OrderedDict()
        self._recurring = lru_cache(_RECURRING)(_itself)
        self._decks: dict[CardsRequest, tuple[Printed, ...]] = {}
        self._desk = Desk(self.library, folder, self._artwork, self._measure)

    def check(self, request: HandoutRequest) -> None:
        """Raise InvalidDataError when what is asked for cannot be done, as far as words tell."""
        self._slots.check(request)

    def handout(self, request: HandoutRequest) -> Printed:
        """Return the handout that `request` asks for. Raises CardgenError."""
        words = self._slots.of(request)
        kept = self._kept(request)
        found = next((one for one in kept if one[0].takes(words)), None)
        if found is None:
            found = self._laid_out(request, words)
            if found[0].can_be_shared:
                kept.insert(0, found)
                del kept[_OF_A_KIND:]
        stencil, facts, warnings = found
        template = stencil.template(words)
        values = {slot: words.get(slot, text) for slot, text in template.values.items()}
        date = request.date or template.about.date
        return Printed(template, values, date, facts, warnings)

    def _kept(self, request: HandoutRequest) -> list[_Made]:
        """Return the pages that may take the words of `request`, the likeliest first."""
        key = (*_kind(request), self._slots.foot(request))
        kept = self._stencils.setdefault(key, [])
        self._stencils.move_to_end(key)
        if len(self._stencils) > _KINDS:
            self._stencils.popitem(last=False)
        return kept

    def _laid_out(self, request: HandoutRequest, words: Words) -> _Made:
        locale, theme, paper = self._locale, handout_theme(request), load_paper(request.paper)

        def choose(cited: Sequence[str]) -> Handout:
            return self._with_recurring(choose_handout(self.library, request, locale, cited))

        def lay_out(handout: Handout) -> Fitted:
            return layout_handout(handout, paper, theme, self._measure, request.arrangement)

        first = choose(())
        artwork = self._artwork(first.pictures, theme)
        with watched() as sightings:
            handout, fitted = in_reading_order(first, choose, lay_out)
        facts = (
            locale.count("page", len(fitted.document.pages)),
            paper.name,
            f"body {fitted.body:g} pt",
            locale.count("move", len(handout.moves)),
            locale.say("minutes", n=handout.minutes),
            locale.count("source", len(handout.references)),
        )
        prepare = partial(prepared, fitted.document, artwork, archival=request.archival)
        return Stencil(request, words, sightings, prepare), facts, handout.warnings

    def _with_recurring(self, handout: Handout) -> Handout:
        """Return the handout with parts of earlier ones that are equal to its own.

        Layout knows again what it has set before by its identity.
        """
        known = self._recurring
        return replace(
            handout,
            moves=tuple(map(known, handout.moves)),
            safety=known(handout.safety),
            why=known(handout.why),
            moving_on=known(handout.moving_on),
            references=tuple(map(known, handout.references)),
        )

    def cards(self, request: CardsRequest) -> Printed:
        """Return the cards that `request` asks for, in one file. Raises CardgenError."""
        (printed,) = self.deck(request)
        return printed

    def deck(self, request: CardsRequest) -> tuple[Printed, ...]:
        """Return the cards that `request` asks for: in one file, or fronts and backs in two.

        Raises CardgenError.
        """
        return self._made_once(request, lay_out_cards)

    def booklet(self, request: BookletRequest) -> Printed:
        """Return the booklet that `request` asks for. Raises CardgenError."""
        (printed,) = self._made_once(request, lay_out_booklet)
        return printed

    def _made_once(
        self, request: CardsRequest, lay_out: Callable[[CardsRequest, Desk], LaidOut]
    ) -> tuple[Printed, ...]:
        if request not in self._decks:
            self._decks[request] = _printed(lay_out(request, self._desk), request)
        return self._decks[request]

    def _artwork(self, shown: Iterable[Shown], theme: Theme) -> dict[Path, Artwork]:
        """Return the artwork of pictures, each read once."""
        shown, tones = list(shown), theme.model_dump_json(exclude={"headings"})
        new = [picture for picture in shown if (picture.file, tones) not in self._pictures]
        for file, artwork in load_pictures(new, theme).items():
            self._pictures[file, tones] = artwork
            self._aspects[file] = artwork.aspect
        return {picture.file: self._pictures[picture.file, tones] for picture in shown}


def in_reading_order(
    handout: Handout,
    choose: Callable[[Sequence[str]], Handout],
    lay_out: Callable[[Handout], Fitted],
) -> tuple[Handout, Fitted]:
    """Return a handout, laid out, whose sources are numbered in the order of reading.

    Only layout knows what goes on on a back. Where that reads in another order than `handout`
    took for likely, the words are chosen once more, with the numbers that follow from it.
    """
    fitted = lay_out(handout)
    # A style of somebody else's may cite a source without words that lead to it.
    led_to, likely = fitted.cited, handout.cited
    silent = (id_ for id_ in likely if id_ not in led_to)
    read = (*led_to, *silent)
    if read != likely:
        handout = choose(read)
        fitted = lay_out(handout)
    return handout, fitted


def _itself(part: T) -> T:
    return part


def _printed(laid_out: LaidOut, request: CardsRequest) -> tuple[Printed, ...]:
    templates = (
        (prepared(document, laid_out.artwork, {}, archival=request.archival), document.date)
        for document in laid_out.documents
    )
    return tuple(
        Printed(template, template.values, date, laid_out.facts) for template, date in templates
    )


def handout_theme(request: HandoutRequest) -> Theme:
    """Return the theme, where it is one of colours with the clinic's own."""
    theme = load_theme(request.theme, request.pairing)
    accent = request.letterhead.value.accent if request.letterhead else None
    if accent is None or theme.photos != "colour":
        return theme
    return theme.model_copy(update={"accent": accent})


def _kind(request: HandoutRequest) -> tuple[object, ...]:
    """Return what two requests have in common that may share a page."""
    personal = _OF_A_PERSON(request)
    given = personal if request.metadata_name else tuple(value is None for value in personal)
    return (*_OF_A_PAGE(request), id(request.letterhead), given)
