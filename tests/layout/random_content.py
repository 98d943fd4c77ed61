"""Handouts and decks of random words, to see that layout holds for texts that nobody foresaw."""

import datetime
import random
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from hypothesis import strategies as st

from cardgen.model.content import (
    Codes,
    DoseWords,
    Figure,
    Handout,
    Heading,
    Log,
    Move,
    PagingWords,
    Panel,
    Personal,
    Reference,
    SafetyWords,
    Shown,
    Signs,
    Span,
    words,
)
from cardgen.model.deck import Cover, Deck
from cardgen.model.library import Origin
from cardgen.render.fonts import glyphs

_INVISIBLE = ("Cc", "Cf", "Co", "Cs", "Cn", "Zs", "Zl", "Zp", "Mn")
ALPHABET = sorted(
    chr(code) for code in glyphs() if unicodedata.category(chr(code)) not in _INVISIBLE
)
DATE = datetime.date(2026, 11, 22)


@dataclass(frozen=True)
class RandomMeasure:
    """Widths that differ by character, and any shape of picture, by the name of its file."""

    def width(self, text, face, size):
        wider = 1.06 if "bold" in face else 1.0
        return wider * size * sum(0.25 + ord(c) % 9 * 0.06 for c in text)

    def aspect(self, file):
        return float(file.stem)


@dataclass(frozen=True)
class Shape:
    """How much there is of everything, and how long."""

    seed: int
    moves: int
    steps: int
    longest_text: int
    longest_word: int
    pictures: int
    sources: int


shapes = st.builds(
    Shape,
    seed=st.integers(0, 10**9),
    moves=st.integers(1, 8),
    steps=st.integers(1, 12),
    longest_text=st.integers(1, 24),
    longest_word=st.sampled_from([3, 9, 9, 14, 24, 50]),
    pictures=st.integers(0, 3),
    sources=st.integers(0, 12),
)


class Writer:
    """Writes random texts in the bounds of a shape."""

    def __init__(self, shape: Shape, *, markers: bool) -> None:
        self.shape = shape
        self.random = random.Random(shape.seed)
        self.marker = (Span("3", marker=True, link="#r3"),) if markers else ()

    def word(self) -> str:
        length = self.random.randint(1, min(9, self.shape.longest_word))
        if self.random.random() < 0.01:
            length = self.shape.longest_word
        return "".join(self.random.choices(ALPHABET, k=length))

    def text(self, most: int | None = None) -> str:
        count = self.random.randint(1, most or self.shape.longest_text)
        return " ".join(self.word() for _ in range(count))

    def cited(self):
        return (Span(self.text()), *self.marker)

    def shown(self, number: int) -> Shown:
        aspect = round(self.random.uniform(0.3, 4), 3)
        return Shown(Path(f"{aspect}.svg"), f"Picture {number}", _origin("pictures"))

    def signs(self) -> Signs:
        count = self.random.randint(1, 6)
        return Signs(self.text(4), tuple((Span(self.text(6)), *self.marker) for _ in range(count)))

    def short_source(self):
        return words(f"{self.word()} 2019, doi:10.1/{self.random.randint(1, 10**9)}")

    def move(self, number: int) -> Move:
        steps = tuple(self.text() for _ in range(self.random.randint(1, self.shape.steps)))
        return Move(
            id=f"move-{number}",
            number=number,
            name=self.text(4),
            dose=DoseWords(self.text(3), self.text(3)),
            cue=self.text(6),
            steps=steps,
            short_steps=steps[:4],
            cautions=tuple(self.cited() for _ in range(self.random.randint(1, 3))),
            sources=tuple(self.short_source() for _ in range(self.shape.sources)),
            pictures=tuple(self.shown(i) for i in range(self.shape.pictures)),
            origin=_origin("steps"),
            tips=tuple(self.cited() for _ in range(4)),
            imprint=self.text(8),
            advice=tuple(self.cited() for _ in range(self.random.randint(0, 2))),
            posture=self.text(3),
            origins={name: _origin(name) for name in ("name", "dose", "short_steps", "cautions")},
        )

    def moves(self) -> tuple[Move, ...]:
        return tuple(self.move(number) for number in range(1, self.shape.moves + 1))

    def safety(self) -> SafetyWords:
        return SafetyWords(
            title=self.text(4),
            intro=self.text(),
            emergency=self.signs(),
            same_day=self.signs(),
            runners=self.signs(),
            book=self.signs(),
            stop=self.signs(),
            ask_first=self.signs(),
            disclaimer=self.text(),
            sources=tuple(self.short_source() for _ in range(self.shape.sources)),
            origin=_origin("safety"),
        )

    def cover(self) -> Cover:
        coded = self.random.random() < 0.5
        return Cover(
            kicker=self.text(3),
            name=self.text(5),
            figures=tuple(
                Figure(self.text(2), words(self.text(2))) for _ in range(self.random.randint(2, 3))
            ),
            before=self.text(),
            order_title=self.text(3),
            order=tuple(self.text(4) for _ in range(self.shape.moves)),
            note=self.text(),
            link="https://example.org/a-page" if coded else None,
            link_label=self.text(4) if coded else "",
            link_alt="A code",
            imprint=self.text(8),
            origin=_origin("name"),
        )

    def heading(self) -> Heading | None:
        if self.random.random() < 0.5:
            return None
        logo = self.shown(0) if self.random.random() < 0.5 else None
        clinic = (words(self.text(4), bold=True), words(self.text(8)))
        return Heading(clinic, (words(self.text(4)), words(self.text(4))), logo)

    def personal(self) -> Personal:
        if self.random.random() < 0.5:
            return Personal()
        lines = tuple(words(self.text()) for _ in range(self.random.randint(0, 3)))
        blanks = tuple(self.word() for _ in range(self.random.randint(0, 3)))
        return Personal(lines, blanks, self.random.choice([None, "Notes"]), _origin("note"))

    def log(self) -> Log | None:
        if self.random.random() < 0.6:
            return None
        rows = tuple(self.text(3) for _ in range(self.shape.moves))
        days = self.random.choice([7, 14, 28])
        asked = self.random.random() < 0.7
        return Log(
            title=self.text(3),
            hint=self.text(),
            days=days,
            rows=rows,
            day="Day",
            pain=self.text(2),
            ends=("None", "Worst"),
            alt="A grid",
            asked=asked,
        )

    def codes(self) -> Codes | None:
        if self.random.random() < 0.7:
            return None
        count = self.random.randint(1, self.shape.moves)
        links = tuple((self.text(3), f"https://doi.org/10.1/{i}") for i in range(count))
        return Codes(self.text(6), links, "Code of {label}: {link}")

    def panel(self) -> Panel:
        count = self.random.randint(1, 4)
        return Panel(self.text(4), tuple(self.cited() for _ in range(count)))

    def reference(self, number: int) -> Reference:
        return Reference(f"r{number}", f"{number}.", (Span(self.text()), Span(" doi:10.1/x")))


def _origin(field: str) -> Origin:
    return Origin("random.yaml", 7, 3, field)


def handout_of(shape: Shape, *, markers: bool = True) -> Handout:
    """Return a random handout; large print has no raised markers."""
    writer = Writer(shape, markers=markers)
    figures = (("7", "moves"), ("12 min", "in all"), ("3 days", "a week"))
    return Handout(
        title=writer.text(6),
        file_title="Random words",
        opening=writer.text(12),
        lead=tuple(writer.text() for _ in range(3)),
        needs=writer.text(),
        heading=writer.heading(),
        figures=tuple(Figure(number, words(label)) for number, label in figures),
        moves=writer.moves(),
        why=writer.panel(),
        moving_on=writer.panel() if writer.random.random() < 0.5 else None,
        safety=writer.safety(),
        sources_title="Where this comes from",
        references=tuple(writer.reference(i) for i in range(1, shape.sources + 1)),
        last_words=writer.text(),
        footer="Checked in November 2026",
        language="en-US",
        subject="Random words",
        date=DATE,
        minutes=12,
        origin=_origin("items"),
        personal=writer.personal(),
        log=writer.log(),
        codes=writer.codes(),
        paging=PagingWords(
            "Moves",
            "{title}, again",
            "{title}: {number} of {count}",
            "Over: {first} to {last}",
            "Over: {last}",
        ),
    )


def deck_of(shape: Shape) -> Deck:
    """Return a random deck."""
    writer = Writer(shape, markers=False)
    return Deck(
        title="Random words",
        name=writer.text(4),
        cover=writer.cover(),
        moves=writer.moves(),
        safety=writer.safety(),
        imprint=writer.text(8),
        language="en-US",
        subject="Random words",
        date=DATE,
    )
