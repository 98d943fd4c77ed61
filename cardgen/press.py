"""Prints documents from one library; what does not differ between two of them is made once.

A handout is laid out and drawn with the words of the first person who gets it. Where another
person's words would have led to the same page, they are stamped into it; where not, the page is
laid out anew. Both ways end in the same bytes, since the first is stamped as well.
"""

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from cardgen.choose.deck import choose_deck
from cardgen.choose.handout import choose_handout
from cardgen.choose.slots import SlotWords
from cardgen.layout.cards import layout_cards
from cardgen.layout.handout import layout_handout
from cardgen.layout.slots import Sighting, watched
from cardgen.load.data import load_locale, load_paper, load_size, load_theme
from cardgen.load.library import load_library
from cardgen.load.pictures import load_pictures
from cardgen.model.content import Shown
from cardgen.model.design import Theme
from cardgen.model.page import Face
from cardgen.model.picture import Artwork
from cardgen.model.request import CardsRequest, HandoutRequest
from cardgen.paths import roots
from cardgen.render.fonts import glyphs, text_width
from cardgen.render.pdf import prepared, render_pdf
from cardgen.render.template import Template

_PERSONAL = {"recipient", "date"}
"""What a request may differ in and still have the same page, but for the words of its slots."""
_KINDS, _OF_A_KIND = 64, 8
"""How many kinds of page are kept, and how many pages of each."""
_JUDGED = 4096


@dataclass(frozen=True, slots=True)
class Printed:
    """A file, and what is in it, in words."""

    content: bytes
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Measure:
    """Lends layout the measures of the typeface and of the pictures."""

    artwork: Mapping[Path, Artwork]

    def width(self, text: str, face: Face, size: float) -> float:
        return text_width(text, face, size)

    def aspect(self, file: Path) -> float:
        return self.artwork[file].aspect


class Stencil:
    """A page that others may share: it tells whose words it can take."""

    def __init__(
        self,
        request: HandoutRequest,
        words: Mapping[str, str],
        template: Template,
        sightings: Iterable[Sighting],
        facts: tuple[str, ...],
    ) -> None:
        """`words` are those of the slots, as they were laid out for `request`."""
        self.request = request
        self.template = template
        self.facts = facts
        self._words = words
        self._sightings: dict[str, list[Sighting]] = {slot: [] for slot in words}
        for sighting in sightings:
            self._sightings.setdefault(sighting.slot, []).append(sighting)
        self._limits = {
            slot: (seen[0].face, min(sighting.limit for sighting in seen))
            for slot, seen in self._sightings.items()
            if seen
        }
        self._judged: dict[tuple[str, str], bool] = {}

    @property
    def can_be_shared(self) -> bool:
        """Tell whether nothing on the page depends on whose words it was laid out with."""
        template = self.template
        return (
            self._sightings.keys() == self._words.keys()
            and template.values.items() <= self._words.items()
            and all(template.letters[s] >= set(text) for s, text in template.values.items())
        )

    def takes(self, words: Mapping[str, str]) -> bool:
        """Tell whether these words would have been laid out as the page is."""
        own = self._words
        return words.keys() == own.keys() and all(
            text == own[slot] or self._takes(slot, text) for slot, text in words.items()
        )

    def _takes(self, slot: str, text: str) -> bool:
        letters = self.template.letters.get(slot)
        if letters is None or not letters.issuperset(text):
            return False
        face, limit = self._limits[slot]
        return text_width(text, face, 1) <= limit or self._fits_as_before(slot, text)

    def _fits_as_before(self, slot: str, text: str) -> bool:
        key = slot, text
        if key not in self._judged:
            if len(self._judged) >= _JUDGED:
                self._judged.clear()
            seen = self._sightings[slot]
            self._judged[key] = all(sighting.count(text) == sighting.lines for sighting in seen)
        return self._judged[key]


class Press:
    """Prints what is asked for. Not safe to share between threads."""

    def __init__(self, folder: Path) -> None:
        """`folder` may hold a person's own definitions. Raises InvalidDataError."""
        self.library = load_library(roots(folder), glyphs())
        self._locale = load_locale("en")
        self._slots = SlotWords(self.library, self._locale)
        self._pictures: dict[tuple[Path, str], Artwork] = {}
        self._stencils: OrderedDict[tuple[object, ...], list[Stencil]] = OrderedDict()
        self._decks: dict[CardsRequest, Printed] = {}

    def handout(self, request: HandoutRequest) -> Printed:
        """Return the handout that `request` asks for. Raises CardgenError."""
        words = self._slots.of(request)
        kept = self._kept(request)
        stencil = next((stencil for stencil in kept if stencil.takes(words)), None)
        if stencil is None:
            stencil = self._laid_out(request, words)
            if stencil.can_be_shared:
                kept.insert(0, stencil)
                del kept[_OF_A_KIND:]
        template = stencil.template
        values = {slot: words.get(slot, text) for slot, text in template.values.items()}
        date = request.date or template.about.date
        return Printed(template.stamped(values, date), stencil.facts)

    def _kept(self, request: HandoutRequest) -> list[Stencil]:
        """Return the pages that may take the words of `request`, the likeliest first."""
        key = _kind(request)
        kept = self._stencils.setdefault(key, [])
        self._stencils.move_to_end(key)
        if len(self._stencils) > _KINDS:
            self._stencils.popitem(last=False)
        return kept

    def _laid_out(self, request: HandoutRequest, words: Mapping[str, str]) -> Stencil:
        locale, theme, paper = self._locale, load_theme(request.theme), load_paper(request.paper)
        handout = choose_handout(self.library, request, locale)
        artwork = self._artwork(handout.pictures, request.theme, theme)
        with watched() as sightings:
            fitted = layout_handout(handout, paper, theme, _Measure(artwork))
        template = prepared(fitted.document, artwork, archival=request.archival)
        facts = (
            locale.count("page", len(fitted.document.pages)),
            paper.name,
            f"body {fitted.body:g} pt",
            locale.count("move", len(handout.moves)),
            locale.say("minutes", n=handout.minutes),
            locale.count("source", len(handout.references)),
        )
        return Stencil(request, words, template, sightings, facts)

    def cards(self, request: CardsRequest) -> Printed:
        """Return the cards that `request` asks for. Raises CardgenError."""
        if request not in self._decks:
            self._decks[request] = self._cards(request)
        return self._decks[request]

    def _cards(self, request: CardsRequest) -> Printed:
        locale, theme = self._locale, load_theme(request.theme)
        paper, size = load_paper(request.paper), load_size(request.size)
        deck = choose_deck(self.library, request, locale)
        artwork = self._artwork(deck.pictures, request.theme, theme)
        fitted = layout_cards(deck, size, paper, theme, _Measure(artwork))
        facts = (
            locale.count("page", len(fitted.document.pages)),
            paper.name,
            locale.count("card", fitted.cards),
            size.name,
            f"body {fitted.body:g} pt",
        )
        return Printed(render_pdf(fitted.document, artwork, archival=request.archival), facts)

    def _artwork(self, shown: Iterable[Shown], theme_id: str, theme: Theme) -> dict[Path, Artwork]:
        """Return the artwork of pictures, each read once."""
        shown = list(shown)
        new = [picture for picture in shown if (picture.file, theme_id) not in self._pictures]
        for file, artwork in load_pictures(new, theme).items():
            self._pictures[file, theme_id] = artwork
        return {picture.file: self._pictures[picture.file, theme_id] for picture in shown}


def _kind(request: HandoutRequest) -> tuple[object, ...]:
    """Return what two requests have in common that may share a page."""
    found: list[object] = []
    for field in fields(request):
        value = getattr(request, field.name)
        if field.name in _PERSONAL and not request.metadata_name:
            value = value is None
        found.append(id(value) if field.name == "letterhead" else value)
    return tuple(found)
