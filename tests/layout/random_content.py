"""Handouts and decks of random words, to see that layout holds for texts that nobody foresaw."""

import datetime
import random
import unicodedata
from dataclasses import dataclass

from hypothesis import strategies as st

from cardgen.model.arrangement import Sides
from cardgen.model.content import (
    Figure,
    Image,
    Joints,
    Move,
    Panel,
    SafetyWords,
    Signs,
    Span,
    Text,
    text,
)
from cardgen.model.deck import Cover, Deck
from cardgen.model.document import About
from cardgen.model.dose import DoseWords
from cardgen.model.handout import Codes, Handout, Head, Heading, Log, PagingWords, Personal
from cardgen.model.origin import Origin
from cardgen.model.picture import Artwork
from cardgen.model.reference_list import Reference, References
from cardgen.typography.fonts import glyphs

_INVISIBLE = ("Cc", "Cf", "Co", "Cs", "Cn", "Zs", "Zl", "Zp", "Mn")
ALPHABET = sorted(
    chr(code) for code in glyphs() if unicodedata.category(chr(code)) not in _INVISIBLE
)
ABOUT = About("Random words", "Random words", "en-US", datetime.date(2026, 11, 22))


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


MOST_MOVES = 8
shapes = st.builds(
    Shape,
    seed=st.integers(0, 10**9),
    moves=st.integers(1, MOST_MOVES),
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

    def words(self, most: int | None = None) -> str:
        count = self.random.randint(1, most or self.shape.longest_text)
        return " ".join(self.word() for _ in range(count))

    def text(self, most: int | None = None, field: str = "text") -> Text:
        return text(self.words(most), _origin(field))

    def texts(self, count: int, most: int | None = None, field: str = "text"):
        return tuple(self.text(most, field) for _ in range(count))

    def cited(self, field: str) -> Text:
        return Text((Span(self.words()), *self.marker), _origin(field))

    def image(self, number: int) -> Image:
        aspect = round(self.random.uniform(0.3, 4), 3)
        artwork, words = Artwork(f"{aspect}", aspect, 1, None), self.words(3)
        return Image(artwork, f"Picture {number}", words, origin=_origin("illustrations"))

    def signs(self, *, each_move: bool = False) -> Signs:
        count = self.random.randint(1, 6)
        signs = (Text((Span(self.words(6)), *self.marker), _origin("signs")) for _ in range(count))
        lead = self.text(5, "lead") if self.random.random() < 0.5 else None
        joints = Joints(": ", "; ", ".", lower=True)
        return Signs(self.text(4, "action"), tuple(signs), joints, lead, each_move=each_move)

    def short_source(self) -> Text:
        return text(f"{self.word()} 2019, doi:10.1/{self.random.randint(1, 10**9)}")

    def move(self, number: int) -> Move:
        steps = self.texts(self.random.randint(1, self.shape.steps), field="steps")
        figure, rest = self.words(3), self.words(3)
        dose = DoseWords(figure, rest, f"{figure}, {rest}")
        return Move(
            id=f"move-{number}",
            number=number,
            name=self.text(4, "name"),
            short_name=self.text(2, "name"),
            dose=dose,
            dose_line=text(dose.line, _origin("dose")),
            cue=self.text(6, "cue"),
            steps=steps,
            short_steps=steps[:4],
            cautions=tuple(self.cited("cautions") for _ in range(self.random.randint(1, 3))),
            felt=tuple(self.cited("cautions") for _ in range(self.random.randint(0, 2))),
            sources=tuple(self.short_source() for _ in range(self.shape.sources)),
            pictures=tuple(self.image(i) for i in range(self.shape.pictures)),
            origin=_origin("steps"),
            tips=tuple(self.cited("tips") for _ in range(4)),
            imprint=self.words(8),
            advice=tuple(self.cited("advice") for _ in range(self.random.randint(0, 2))),
        )

    def moves(self) -> tuple[Move, ...]:
        return tuple(self.move(number) for number in range(1, self.shape.moves + 1))

    def safety(self) -> SafetyWords:
        before, danger = self.random.randint(0, 3), self.random.randint(1, 5)
        return SafetyWords(
            title=self.words(4),
            good_news=tuple(self.cited("good_news") for _ in range(self.random.randint(0, 2))),
            intro=self.text(field="intro"),
            before=tuple(self.signs(each_move=i == before - 1) for i in range(before)),
            danger=tuple(self.signs() for _ in range(danger)),
            disclaimer=self.text(field="disclaimer"),
            sources=tuple(self.short_source() for _ in range(self.shape.sources)),
            origin=_origin("safety"),
        )

    def cover(self) -> Cover:
        coded = self.random.random() < 0.5
        count = self.random.randint(2, 3)
        return Cover(
            kicker=self.words(3),
            name=self.text(5, "name"),
            figures=tuple(Figure(self.text(2), self.text(2)) for _ in range(count)),
            before=self.text(field="before"),
            order_title=self.words(3),
            order=self.texts(self.random.randint(1, MOST_MOVES), 4, "items"),
            note=self.text(field="note"),
            personal=self.texts(self.random.randint(0, 2), 12, "items"),
            opening=self.text(field="opening"),
            link="https://example.org/a-page" if coded else None,
            link_label=self.text(4, "url") if coded else text(""),
            link_alt="A code",
            imprint=self.words(8),
            origin=_origin("name"),
            safety=self.words(3),
        )

    def head(self) -> Head:
        figures = (("7", "moves"), ("12 min", "in all"), ("3 days", "a week"))
        return Head(
            title=self.text(6, "title"),
            opening=self.text(12, "summary"),
            lead=self.text(field="before"),
            needs=self.text(field="equipment") if self.random.random() < 0.8 else None,
            heading=self.heading(),
            figures=tuple(Figure(text(number), text(label)) for number, label in figures),
        )

    def heading(self) -> Heading | None:
        if self.random.random() < 0.5:
            return None
        logo = self.image(0) if self.random.random() < 0.5 else None
        clinic = (text(self.words(4), _origin("name"), bold=True), self.text(8, "address"))
        return Heading(clinic, self.texts(2, 4, "recipient"), logo)

    def personal(self) -> Personal:
        if self.random.random() < 0.5:
            return Personal()
        blanks = tuple(self.word() for _ in range(self.random.randint(0, 3)))
        lines = self.texts(self.random.randint(0, 3), field="note")
        return Personal(lines, blanks, self.random.choice([None, "Notes"]))

    def log(self) -> Log | None:
        if self.random.random() < 0.6:
            return None
        return Log(
            title=self.words(3),
            hint=self.words(),
            weeks=tuple(f"W {n}" for n in range(1, self.random.randint(2, 5))),
            days=("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"),
            done=self.words(2),
            goal=self.random.choice(["", "of 3"]),
            pain=self.words(2),
            alt="A grid",
            asked=self.random.random() < 0.7,
        )

    def codes(self) -> Codes | None:
        if self.random.random() < 0.7:
            return None
        count = self.random.randint(1, self.shape.moves)
        links = tuple((self.words(3), f"https://doi.org/10.1/{i}") for i in range(count))
        return Codes(self.words(6), links, "Code of {label}: {link}")

    def notes(self) -> tuple[Text, ...]:
        """Return notes with the numbers of moves in circles."""
        count = self.random.randint(0, 4)
        return tuple(
            Text(
                (
                    Span(self.words(3), bold=True),
                    Span(" "),
                    Span(str(self.random.randint(1, 12)), bold=True, circled="move"),
                    Span(f" {self.words(4)}"),
                ),
                _origin("cautions"),
            )
            for _ in range(count)
        )

    def panel(self) -> Panel:
        count = self.random.randint(1, 4)
        return Panel(self.words(4), tuple(self.cited("claims") for _ in range(count)))

    def reference(self, number: int) -> Reference:
        entry = Text((Span(self.words()), Span(" doi:10.1/x")), _origin("title"))
        return Reference(f"r{number}", f"{number}.", entry)


def _origin(field: str) -> Origin:
    return Origin("random.yaml", 7, 3, field)


def random_handout(shape: Shape, _: Sides | None = None, *, markers: bool = True) -> Handout:
    """Return the same random handout for any sides; large print has no raised markers."""
    writer = Writer(shape, markers=markers)
    moves = writer.moves()
    sources = tuple(writer.reference(i) for i in range(1, shape.sources + 1))
    return Handout(
        about=ABOUT,
        head=writer.head(),
        personal=writer.personal(),
        moves=moves,
        notes=writer.notes(),
        leaves_out=False,
        why=writer.panel() if writer.random.random() < 0.8 else None,
        plan=writer.panel() if writer.random.random() < 0.2 else None,
        choose=writer.panel() if writer.random.random() < 0.2 else None,
        moving_on=writer.panel() if writer.random.random() < 0.5 else None,
        safety=writer.safety(),
        references=References("Where this comes from", sources),
        last_words=writer.text(field="disclaimer"),
        footer="Checked in November 2026",
        log=writer.log(),
        codes=writer.codes(),
        paging=PagingWords(
            "Moves",
            "{title}, again",
            "P {number} of {count}",
            "Read the back",
            "Turn over",
            "Change it if",
            following="Next: {name}",
            read_page="Read the back",
            said_there="Turn over",
            part="{number}/{count}",
        ),
        origin=_origin("items"),
    )


def random_deck(shape: Shape) -> Deck:
    """Return a random deck."""
    writer = Writer(shape, markers=False)
    return Deck(
        about=ABOUT,
        name=writer.text(4, "name"),
        cover=writer.cover(),
        moves=writer.moves(),
        safety=writer.safety(),
        card_tag="{number} of {count}",
        sources=writer.text(6, "sources"),
        imprint=writer.words(8),
    )
