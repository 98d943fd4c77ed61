"""A poster of one routine, for the wall of a clinic or a gym."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Annotated, ClassVar

from cardgen.compose.checked import plan_words
from cardgen.compose.citations import unmarked
from cardgen.compose.left_out import condition_lines
from cardgen.compose.moves import picture_places
from cardgen.compose.plan import Plan, moves_of
from cardgen.compose.plan_moves import plan_moves
from cardgen.compose.safety import in_short, safety_words
from cardgen.documents.countries import country_of
from cardgen.documents.kind import DocumentKind
from cardgen.documents.laid_out import LaidOut, printed
from cardgen.documents.pictures import picture_warnings
from cardgen.documents.programme import ProgrammeField, named_by, routine_of
from cardgen.documents.request import (
    MOVES,
    BuiltField,
    ConditionsField,
    CountryField,
    HomeField,
    Id,
    LanguageField,
    MarginField,
    MixedField,
    PairingField,
    PaperField,
    PrinterField,
    Request,
    ThemeField,
    free_margin,
)
from cardgen.errors import DoesNotFitError, Problem, gathered
from cardgen.kinds import ORIGINAL
from cardgen.layout.blocks import aligned, beside, hairline, stack
from cardgen.layout.components.moves import figure, needed, title, under_heading
from cardgen.layout.components.panels import before_row
from cardgen.layout.components.references import run_on
from cardgen.layout.components.safety import safety_box
from cardgen.layout.fitting.hyphens import with_hyphens
from cardgen.layout.fitting.page import Maker, PageFitter
from cardgen.layout.fitting.refusal import nearest, refusal
from cardgen.layout.type_scale import TypeScale
from cardgen.library.data import Design, design_of
from cardgen.library.pictures import load_pictures
from cardgen.model.asked import Asked
from cardgen.model.content import Move, SafetyWords, Text, text
from cardgen.model.country import Country
from cardgen.model.design import MM, Paper, Theme
from cardgen.model.document import About, Document
from cardgen.model.library import Library
from cardgen.model.origin import Origin
from cardgen.model.page import Block, Page, Placed
from cardgen.model.request import DEFAULT_ROUTINE
from cardgen.model.standards import FileForm, Standards
from cardgen.typography.paragraph import paragraph
from cardgen.typography.style import TooLargeError
from cardgen.words import counted

PICTURE = 90 * MM
"""The least that the longer side of a picture measures."""
PICTURE_SIZE = 15.0
"""That side in type sizes, where that is more: on large paper pictures grow with the words."""
LARGEST, SMALLEST = 40.0, 11.0
"""The type of a cue, in points: read at arm's length at least."""
MARGIN, GAP = 7 * MM, 5 * MM
TITLE, DOSE, FOOT = 2.2, 1.25, 0.6
"""Sizes in those of a cue."""
COLUMNS, LEAST_WORDS, TOLERANCE = (2, 3, 4), 30 * MM, 0.01
"""How many moves stand in a row, the least width of words, and how far widths may differ."""
_NUMBER = re.compile(r"(\d) ")
"""A number, which no line leaves without its unit."""
Row = Callable[[Sequence[Move], float, TypeScale], Block]
"""Makes a row of moves as wide as the page."""


class PosterRequest(Request):
    """A poster of one routine."""

    kind: ClassVar = "poster"
    first: ClassVar = ("routine", "paper")

    routine: Annotated[Id, Asked(name="Routine", group=MOVES, ids="routines", option=False)] = (
        DEFAULT_ROUTINE
    )
    """An id from `cardgen list`."""
    programme: ProgrammeField = None
    paper: PaperField = "a3"
    theme: ThemeField = "colour"
    pairing: PairingField = "plain"
    language: LanguageField = ORIGINAL
    allow_mixed: MixedField = False
    country: CountryField = None
    home: HomeField = None
    conditions: ConditionsField = ()
    margin: MarginField = None
    printer: PrinterField = None
    standards: Standards = Standards()
    built: BuiltField = None


def lay_out(request: PosterRequest, library: Library) -> LaidOut:
    """Return the poster, upright or on its side. Raises CardgenError."""
    design = design_of(request, library)
    locale, paper, theme = design.locale, design.paper, design.theme
    located, plan = country_of(request, library, paper), _plan(request, library)
    routine, words = plan.record.value, _written(plan, library, located.country, design)
    margin = max(MARGIN, free_margin(request.margin, request.printer))
    body, page = with_hyphens(lambda s: _fitted(s(words), paper, theme, margin), locale.hyphenation)
    title, subject = locale.say("poster-title", name=routine.name), locale.say("subject-poster")
    date, to_left = request.built or routine.reviewed.date, locale.is_right_to_left
    about = About(title, subject, locale.language, date, to_left=to_left)
    facts = ("1 page", paper.name, f"body {body:g} pt", counted(len(words.moves), "move"))
    warnings = (*located.warnings, *picture_warnings(plan.stretches, theme))
    document = printed(Document((page,), about), request.printer)
    return LaidOut((document,), facts, warnings, FileForm(request.standards, theme.second_ink))


@dataclass(frozen=True, slots=True)
class _Words:
    """What a poster says."""

    name: Text
    before: Text
    moves: tuple[Move, ...]
    personal: tuple[Text, ...]
    """What conditions have left out and changed."""
    safety: SafetyWords
    foot: str
    origin: Origin
    """Where its moves are listed."""


def problems(request: PosterRequest, library: Library) -> Iterable[Problem]:
    """Return what is wrong with the moves of a poster."""
    there = request.programme or request.routine in library.routines
    return gathered(lambda: _plan(request, library)) if there else ()


def _plan(request: PosterRequest, library: Library) -> Plan:
    """Return the routine as people with the conditions do it. Raises InvalidDataError."""
    record = routine_of(request.programme or request.routine, library)
    return moves_of(record, library, conditions=request.conditions)


def _written(plan: Plan, library: Library, country: Country, design: Design) -> _Words:
    record, locale = plan.record, design.locale
    artworks = load_pictures(picture_places(plan.stretches), design.theme)
    moves = plan_moves(plan, library, locale, artworks)
    personal = tuple(condition_lines(plan, library.conditions, locale))
    safety = safety_words(library.safety[record.value.safety], library, country, locale)
    origin, foot = record.origin("items"), plan_words(plan, library, locale, old=False)
    name, before = (text(getattr(record.value, x), record.origin(x)) for x in ("name", "before"))
    return _Words(name, before, moves, personal, unmarked(in_short(safety)), foot, origin)


def _fitted(words: _Words, paper: Paper, theme: Theme, margin: float) -> tuple[float, Page]:
    """Return the page at the largest type that fits, upright or on its side, and that size."""
    best: tuple[float, Page] | None = None
    errors: list[TooLargeError] = []
    for turned in (paper, paper.model_copy(update={"width": paper.height, "height": paper.width})):
        fitter = PageFitter(turned, theme, (margin, margin))
        try:
            made = fitter.best(list(_makers(words)), (LARGEST, best[0] if best else SMALLEST))
        except TooLargeError as error:
            errors.append(error.with_traceback(None))
            continue
        if best is None or made.size > best[0]:
            best = made.size, fitter.page(made.parts)
    if best is None:
        place, near = f"a poster on {paper.name}", nearest(errors)
        remedy = "Choose larger paper, or a routine with fewer moves"
        problem = refusal(near, place, SMALLEST, words.origin, remedy)
        raise DoesNotFitError([problem], near.words)
    return best


def _makers(words: _Words) -> Iterator[Maker]:
    for columns in COLUMNS:
        for row in (_below, _beside):
            yield partial(_parts, words, columns, row)


def _parts(
    words: _Words, columns: int, row: Row, width: float, scale: TypeScale, extra: float
) -> list[Block]:
    """Return the parts of the page, from top to bottom, its rows stretched by `extra` points."""
    name = paragraph(words.name, scale.heading(TITLE), width, role="H1")
    told = [said for said in (words.before, *words.personal) if said.plain]
    own = [paragraph(said, scale.style(), width) for said in told]
    lines = [words.moves[i : i + columns] for i in range(0, len(words.moves), columns)]
    # What is left for the last row has more room each: its words stand beside the pictures.
    grid = [(row if len(line) == columns else _beside)(line, width, scale) for line in lines]
    return [
        stack([name, *own, before_row(words.safety, width, scale)], scale.unit),
        *(_stretched(line, extra / len(lines), scale) for line in grid),
        safety_box(words.safety, width, scale),
        run_on(words.safety.sources, width, scale.reference, words.foot),
    ]


def _stretched(row: Block, extra: float, scale: TypeScale) -> Block:
    ruled = stack([hairline(row.width, scale.colours.rule), row], 0.6 * scale.unit)
    return replace(ruled, height=ruled.height + extra)


def _below(moves: Sequence[Move], width: float, scale: TypeScale) -> Block:
    """Return moves side by side, their words level below their pictures."""
    each, gap = (width + GAP) / len(moves) - GAP, 0.5 * scale.unit
    shown = [_shown(move, each, scale) for move in moves]
    told = [_told(move, each, scale) for move in moves]
    low = max(picture.height for picture in shown)
    height = low + gap + max(words.height for words in told)
    cells = [
        Block(
            each,
            height,
            (
                Placed(0, low + gap, words),
                Placed((each - picture.width) / 2, low - picture.height, picture),
            ),
            "Sect",
        )
        for picture, words in zip(shown, told, strict=True)
    ]
    return beside(cells, GAP)


def _beside(moves: Sequence[Move], width: float, scale: TypeScale) -> Block:
    """Return moves side by side, each with its words beside its picture."""
    each = (width + GAP) / len(moves) - GAP
    return beside([_pair(move, each, scale) for move in moves], GAP)


def _pair(move: Move, width: float, scale: TypeScale) -> Block:
    shown = _shown(move, width, scale)
    left = shown.width + GAP
    if width - left < LEAST_WORDS:
        raise TooLargeError(LEAST_WORDS - (width - left))
    told = _told(move, width - left, scale)
    return aligned(width, (left, told), (0, shown), role="Sect")


def _told(move: Move, width: float, scale: TypeScale) -> Block:
    """Return the name of a move behind its number, its dose, and the line to remember."""
    dose = scale.style(DOSE, scale.colours.accent, "bold")
    kept = _NUMBER.sub("\\1\u00a0", move.dose_line.plain)
    noted = [move.note] if move.note else []
    words = stack(
        [
            title(move, width, scale),
            paragraph(text(kept, move.dose_line.origin), dose, width),
            *(paragraph(said, scale.style(), width) for said in (*noted, move.cue)),
        ],
        0.3 * scale.unit,
    )
    return under_heading(move, words, scale)


def _shown(move: Move, width: float, scale: TypeScale) -> Block:
    """Return the picture without which a move cannot be understood, no smaller than `PICTURE`.

    Raises TooLargeError where a column is narrower than that.
    """
    if not move.pictures:
        return Block(0, 0)
    picture = needed(move.pictures)[-1]
    longer = max(PICTURE, PICTURE_SIZE * scale.body)
    across = longer * min(1.0, picture.artwork.aspect)
    if across > width + TOLERANCE:
        raise TooLargeError(across - width)
    return figure(picture, across)


KIND = DocumentKind(
    name="poster",
    lay_out=lay_out,
    problems=problems,
    about="""Pictures of 9 cm at least, names, doses, one line to remember, and the danger signs.
    ROUTINE is an id from `cardgen list`; post-run when left out. The paper lies on its side if
    that takes larger type.

    \b
    Examples:
      cardgen poster
      cardgen poster core-1 --paper a2
      cardgen poster gym-bag --paper tabloid --theme ink
    """,
    request=PosterRequest,
    argument="routine",
    metavar="[ROUTINE]",
    file_name=lambda request: f"{named_by(request.programme or request.routine)}-poster",
    in_batches=False,
)
