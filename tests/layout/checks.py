"""All checks together, for a handout and for a deck of cards on sheets."""

import re
from collections.abc import Iterator, Sequence

from geometry import (
    Paragraph,
    boxes,
    differing,
    misshapen,
    outside,
    overlaps,
    page_blocks,
    paragraphs,
    too_small,
)
from given import card_given, handout_given

from cardgen.layout.cards.backs import MANNERS
from cardgen.model.arrangement import Layout, Sides
from cardgen.model.deck import Deck
from cardgen.model.design import MM, CardSize
from cardgen.model.handout import Handout
from cardgen.model.page import Page, Placed

CARD_NUMBER = re.compile(r"\d of \d")
"""What stands in the corner of each safety card."""
MARGIN = 5 * MM
"""The band along each edge of the paper that home printers do not reach."""


def handout_faults(
    pages: Sequence[Page], handout: Handout, sides: Sides, layout: Layout
) -> Iterator[str]:
    """Yield everything that is wrong with a handout in a layout."""
    for page in pages:
        yield from page_faults(page)
    found = paragraphs(placed for page in pages for placed in page_blocks(page))
    # The head of a later page only stands again.
    texts = [text for text in found if "Artifact" not in text.roles]
    yield from text_faults(texts, handout_given(handout, sides, layout))


def page_faults(page: Page) -> Iterator[str]:
    """Yield what lies outside the printable area or on something else, or has another shape."""
    found = boxes(page_blocks(page))
    yield from outside(found, (MARGIN, MARGIN, page.width - MARGIN, page.height - MARGIN))
    yield from overlaps(found)
    yield from misshapen(found)


def deck_faults(pages: tuple[Page, ...], deck: Deck, size: CardSize) -> Iterator[str]:
    """Yield everything that is wrong with cards on sheets."""
    safe = (size.safe, size.safe, size.width - size.safe, size.height - size.safe)
    for placed in faces(pages):
        found = boxes([Placed(0, 0, placed.block)])
        yield from outside(found, safe)
        yield from overlaps(found)
        yield from misshapen(found)
    cards, given = parts(pages), card_given(deck, size)
    tighter = [card_given(deck, size, manner) for manner in MANNERS[1:]]
    if list(cards) != list(given):
        yield f"cards are {', '.join(cards)}, not {', '.join(given)}"
        return
    for part, sides in cards.items():
        texts = [t for t in without_repeats(sides) if not CARD_NUMBER.fullmatch(t.text)]
        ways = [
            list(text_faults(texts, words))
            for every in (given, *tighter)
            for words in _with_either_name(every[part], part, deck)
        ]
        # What would take another card is said in few words, or run in.
        yield from ways[0] if all(ways) else ()


def _with_either_name(given, part, deck: Deck) -> Iterator[list]:
    """Yield the words of a card, then with the short name that both sides have where they must."""
    yield given
    for move in deck.moves:
        if part == str(move.number):
            whole, short = move.name.plain, move.short_name.plain
            names = {text: text.replace(whole, short) for text in (whole, f"{part} {whole}")}
            yield [(names.get(text, text), floor) for text, floor in given]


def text_faults(texts, given) -> Iterator[str]:
    different = list(differing((p.text for p in texts), (text for text, _ in given)))
    yield from different
    if not different:
        yield from too_small(texts, (floor for _, floor in given))


def faces(pages: tuple[Page, ...]) -> list[Placed]:
    """Return the faces of all cards: sheet by sheet, those of the front and of the back."""
    return [placed for page in pages for part, placed in page.placed if part]


def parts(pages: tuple[Page, ...]) -> dict[str, list[Placed]]:
    """Return the faces of each part, front before back, in the order in which they are read."""
    found: dict[str, list[Placed]] = {}
    for front, back in zip(pages[::2], pages[1::2], strict=True):
        cards = [(part, placed) for part, placed in front.placed if part]
        backs = [(part, placed) for part, placed in back.placed if part]
        for (part, one), (same, other) in zip(cards, backs, strict=True):
            assert part == same
            found.setdefault(part, []).extend((one, other))
    return found


def without_repeats(sides: list[Placed]) -> list[Paragraph]:
    """Return the texts of a card; a heading that later sides repeat stands only once."""
    texts: list[Paragraph] = []
    for paragraph in paragraphs(sides):
        is_artifact = "Artifact" in paragraph.roles
        # A bullet may happen to be a heading elsewhere: it is no repetition of it.
        before = [one for one in texts if is_artifact or one.is_heading]
        if (is_artifact or paragraph.is_heading) and paragraph.text in [t.text for t in before]:
            continue
        texts.append(paragraph)
    return texts
