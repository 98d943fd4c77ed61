"""A page that several people may share, but for the words that differ."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache, partial

from cardgen.layout.slots import Sighting
from cardgen.model.request import HandoutRequest
from cardgen.render.fonts import text_width
from cardgen.render.template import Template

_JUDGED = 4096
"""How many words that recur are remembered."""
_LETTERINGS = 32
"""How many sets of rarer letters the fonts of a page are kept with."""

Words = Mapping[str, str]
"""The words of each slot."""


class Stencil:
    """A page as it was laid out once. It tells whose words would have led to the same page."""

    def __init__(
        self,
        request: HandoutRequest,
        words: Words,
        sightings: Iterable[Sighting],
        prepare: Callable[[Words], Template],
    ) -> None:
        """`words` are those that it was laid out with for `request`.

        `prepare` draws the page, with fonts that have the letters of some words.
        """
        self.request = request
        self._words = words
        self._plain = prepare({})
        self._sightings: dict[str, list[Sighting]] = {slot: [] for slot in words}
        for sighting in sightings:
            self._sightings.setdefault(sighting.slot, []).append(sighting)
        self._limits = {
            slot: (seen[0].face, min(sighting.limit for sighting in seen))
            for slot, seen in self._sightings.items()
            if seen
        }
        # Not of methods: what holds itself is only freed when somebody looks for garbage.
        self._lettered = lru_cache(_LETTERINGS)(partial(_with_letters, prepare))
        self._fits = lru_cache(_JUDGED)(partial(_fits_as_before, self._sightings))

    @property
    def can_be_shared(self) -> bool:
        """Tell whether all that differs from person to person is known."""
        return (
            self._sightings.keys() == self._words.keys() == self._limits.keys()
            and self._plain.values.items() <= self._words.items()
        )

    def takes(self, words: Words) -> bool:
        """Tell whether these words would have been laid out as the page is."""
        own = self._words
        return words.keys() == own.keys() and all(
            text == own[slot] or self._takes(slot, text) for slot, text in words.items()
        )

    def _takes(self, slot: str, text: str) -> bool:
        if slot not in self._plain.values:
            return False
        face, limit = self._limits[slot]
        return text_width(text, face, 1) <= limit or self._fits(slot, text)

    def template(self, words: Words) -> Template:
        """Return the page ready to be stamped with these words."""
        letters = self._plain.letters
        rare = [
            (slot, letter)
            for slot, known in letters.items()
            if not known.issuperset(text := words.get(slot, ""))
            for letter in sorted(set(text) - known)
        ]
        return self._lettered(tuple(rare)) if rare else self._plain


def _with_letters(
    prepare: Callable[[Words], Template], rare: Iterable[tuple[str, str]]
) -> Template:
    words: dict[str, str] = {}
    for slot, letter in rare:
        words[slot] = words.get(slot, "") + letter
    return prepare(words)


def _fits_as_before(sightings: Mapping[str, Iterable[Sighting]], slot: str, text: str) -> bool:
    return all(seen.count(text) == seen.lines for seen in sightings[slot])
