"""The page that every engine makes: the words of the gym-bag handout, for people who differ."""

import datetime
from dataclasses import replace

from words import Words

from cardgen.choose.handout import choose_handout
from cardgen.load.data import load_locale
from cardgen.load.library import load_library
from cardgen.model.content import Handout, plain
from cardgen.model.dose import DoseChange
from cardgen.model.request import HandoutRequest
from cardgen.paths import built_in, roots
from cardgen.render.fonts import glyphs

ROUTINE = "gym-bag"
NAMES = ("Maria Álvarez", "Jo Lee", "Zoë Okafor", "Pat O'Brien", "Ann-Kathrin Gruber")
HOLDS = (15, 20, 25, 30, 45, 60)
HELD = "figure-four"


def header() -> str:
    """Return the column names of a roster of these people."""
    return f"recipient,routine,date,{HELD}.dose.hold"


def line(i: int) -> str:
    """Return the row of a roster for person `i`: name, date and dose differ."""
    day = datetime.date(2026, 1, 1) + datetime.timedelta(days=i % 365)
    return f"{NAMES[i % len(NAMES)]} {i},{ROUTINE},{day},{HOLDS[i % len(HOLDS)]}"


def request(i: int) -> HandoutRequest:
    """Return the same as a request."""
    name, routine, day, hold = line(i).split(",")
    change = DoseChange(hold=int(hold))
    day = datetime.date.fromisoformat(day)
    return HandoutRequest(routine, recipient=name, date=day, changes=((HELD, change),))


class Pages:
    """Gives the words of each person's page; the words that all share are made once."""

    def __init__(self) -> None:
        self._library, self._locale = load_library(roots(built_in()), glyphs()), load_locale("en")
        handout = self._handout(0)
        self._doses = [self._handout(i).moves for i in range(len(HOLDS))]
        self._words = _words(handout)

    def _handout(self, i: int) -> Handout:
        return choose_handout(self._library, request(i), self._locale)

    def words(self, i: int) -> Words:
        """Return the words of the page for person `i`."""
        asked = request(i)
        doses = self._doses[i % len(HOLDS)]
        moves = tuple(
            (name, dosed.dose.line, *others)
            for (name, _, *others), dosed in zip(self._words.moves, doses, strict=True)
        )
        date = f"{asked.date:%B} {asked.date.day}, {asked.date.year}"
        return replace(self._words, name=asked.recipient, date=date, moves=moves)


def _words(handout: Handout) -> Words:
    safety = handout.safety
    groups = (safety.emergency, safety.same_day, safety.runners, safety.book, safety.stop)
    return Words(
        name="",
        date="",
        title=handout.title,
        lead=" ".join((handout.opening, *handout.lead)),
        figures=tuple((figure.number, plain(figure.label)) for figure in handout.figures),
        moves=tuple(
            (
                move.name,
                move.dose.line,
                move.short_steps,
                " ".join(map(plain, move.cautions)),
                move.pictures[-1].file,
                move.pictures[-1].alt,
            )
            for move in handout.moves
        ),
        why=tuple(map(plain, handout.why.texts)),
        signs=tuple((group.action, tuple(map(plain, group.signs))) for group in groups),
        references=tuple(plain(reference.text) for reference in handout.references),
    )
