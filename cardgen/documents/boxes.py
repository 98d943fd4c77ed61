"""The boxes of a handout's merge fields: how many lines a person's words take there.

That is found before layout, at the least size of type, and is part of what a page is known by.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from cardgen.compose.fields import HEADING, PERSONAL, dose_field, filled, sentence
from cardgen.compose.plan import Plan
from cardgen.errors import DoesNotFitError
from cardgen.layout.components.header import recipient_width
from cardgen.layout.components.panels import personal_width
from cardgen.layout.fitting.page import MARGIN_X
from cardgen.layout.fitting.refusal import refusal
from cardgen.layout.handout.large_parts import SMALLEST as SMALLEST_PRINT
from cardgen.layout.handout.large_print import MARGIN_X as LARGE_MARGIN
from cardgen.layout.handout.large_print import dose_width as large_dose_width
from cardgen.layout.handout.moves import dose_width
from cardgen.layout.looks import LEAST
from cardgen.library.data import Design
from cardgen.memo import kept
from cardgen.model.address import shortest
from cardgen.model.arrangement import Arrangement
from cardgen.model.content import Span
from cardgen.model.direction import USUAL, Setting
from cardgen.model.letterhead import Letterhead
from cardgen.model.nobodys import NobodysWords
from cardgen.model.origin import Origin, requested
from cardgen.model.page import FontStyle
from cardgen.model.value import HashedOnce, hashed_once
from cardgen.typography.fonts import is_plain, widest
from cardgen.typography.manner import styled
from cardgen.typography.measure import most_width, style_width
from cardgen.typography.reserved import lines_needed
from cardgen.typography.style import Style, TooLargeError


@hashed_once
@dataclass(frozen=True, slots=True)
class Box(HashedOnce):
    """The box of one merge field, in points, and the sentence that the field stands in."""

    field: str
    origin: Origin
    """The field of the request that its words come from."""
    sentence: tuple[Span, ...]
    width: float
    floor: float
    """The least size of its type."""
    face: FontStyle
    words_face: FontStyle
    """That of the field itself, within its sentence."""
    paper: str
    spare: float
    """What the sentence leaves free on one line, without the words."""
    most: int
    """So many characters have room on one line, whichever they are."""
    setting: Setting = USUAL

    def lines(self, words: Mapping[str, str]) -> int:
        """Return how many lines the words take. Raises DoesNotFitError for a word too wide."""
        said = words[self.field]
        if len(said) <= self.most and is_plain(said):
            return 1
        return (_nobodys_lines if isinstance(said, NobodysWords) else _lines)(self, said)


def _lines(box: Box, said: str) -> int:
    if "\n" not in said and _is_short(box, said):
        return 1
    try:
        spans = filled(box.sentence, {box.field: said})
        return lines_needed(spans, box.face, box.width, box.floor, box.setting)
    except TooLargeError as error:
        place = f"one {box.paper} page"
        problem = refusal(error, place, box.floor, box.origin, "Shorten it")
        raise DoesNotFitError([problem]) from None


def _is_short(box: Box, said: str) -> bool:
    """Tell whether words have room on one line, whatever stands around them."""
    style = Style(box.floor, "", face=box.words_face, setting=box.setting)
    letters = bool(box.setting.letters)
    if (letters or not is_plain(said)) and most_width(said, style) <= box.spare:
        return True
    return not letters and style_width(said, style) <= box.spare


_nobodys_lines = kept(512)(_lines)


@kept(128)
def boxes(
    plan: Plan,
    arrangement: Arrangement,
    letterhead: Letterhead | None,
    design: Design,
    margin: float = 0,
) -> Mapping[str, Box]:
    """Return the box of each merge field that a handout may have, by name.

    `margin` stays free at the sides, in points, where it is more than usual.
    """
    paper, locale = design.paper, design.locale
    large = arrangement.large_print
    page = paper.width - 2 * max(LARGE_MARGIN if large else MARGIN_X, margin)
    person = letterhead.person if letterhead else None
    heading = recipient_width(page, beside_clinic=letterhead is not None)
    least = SMALLEST_PRINT if large else LEAST
    measures: dict[str, tuple[Origin, float, float, FontStyle]] = {
        **{field: (requested(field), heading, least, "regular") for field in HEADING},
        **{field: (requested(field), personal_width(page), least, "regular") for field in PERSONAL},
    }
    width = large_dose_width(page) if large else dose_width(page)
    for index, address in enumerate(plan.addresses):
        asked = requested(f"changes.{shortest(address, plan.addresses)}.dose.note")
        measures[dose_field(index)] = asked, width, least, "bold"
    setting = design.theme.setting
    return {
        field: _box(field, sentence(field, person, locale), *measure, paper.name, setting)
        for field, measure in measures.items()
    }


def _box(
    field: str,
    spans: tuple[Span, ...],
    origin: Origin,
    width: float,
    floor: float,
    face: FontStyle,
    paper: str,
    setting: Setting,
) -> Box:
    style = Style(floor, "", face=face, setting=setting)
    taken = sum(style_width(s.text, style._replace(face=styled(s, face))) for s in spans)
    own = next(styled(span, face) for span in spans if span.field)
    spare = width - taken
    most = int(spare / (widest(own) * floor))
    return Box(field, origin, spans, width, floor, face, own, paper, spare, most, setting)
