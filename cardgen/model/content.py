"""What will be printed, in final words: made by `compose`, placed by `layout`.

Content is a tree of frozen values. Its parts are in the order of reading, in which sources are
numbered. A merge field stands for words that differ from person to person.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from cardgen.model.dose import DoseWords
from cardgen.model.marks import Entry
from cardgen.model.origin import Origin
from cardgen.model.picture import Artwork
from cardgen.model.value import HashedOnce, hashed_once
from cardgen.words import lower_first

_WIDE = ("W", "F")
"""How Unicode calls signs that are as wide as a character of Chinese."""


class Span(NamedTuple):
    """A stretch of text in one manner. A marker is a raised number that leads to a reference.

    A named tuple, since layout asks very often whether it has set the same text before.
    """

    text: str
    bold: bool = False
    italic: bool = False
    marker: bool = False
    link: str | None = None
    """A web address, or `#id` of a place in the document."""
    field: str | None = None
    """A merge field: its words stand here, and `text` is empty."""
    cites: tuple[str, ...] = ()
    """Ids of sources whose markers will stand here: only until sources are numbered."""
    circled: str = ""
    """Of the number of a move, which stands in a filled circle: as it is read aloud, "move 2"."""
    entry: Entry | None = None
    """What it is of, in a list that runs on."""


class Text(NamedTuple):
    """Words with the place that they come from, and how many `lines` merge fields in them have."""

    spans: tuple[Span, ...]
    origin: Origin | None = None
    lines: int = 0
    language: str = ""
    """BCP 47, where it is another than that of the document."""

    @property
    def plain(self) -> str:
        """Return the words, without their manner."""
        return "".join([span.text for span in self.spans])


def text(words: str, origin: Origin | None = None, *, bold: bool = False) -> Text:
    """Return plain words as a text."""
    return Text((Span(words, bold=bold),), origin, language=origin.language if origin else "")


def joined(texts: Sequence[Text], between: str = " ") -> Text:
    """Return texts run together; `origin_of` says which place they have."""
    spans: list[Span] = []
    for i, one in enumerate(texts):
        spans += _gap(texts[i - 1], between) if i else ()
        spans += one.spans
    return Text(tuple(spans), origin_of(texts))


def _gap(before: Text, between: str) -> tuple[Span, ...]:
    """Return what stands behind a text: no blank behind a sign that brings its own."""
    wide = unicodedata.east_asian_width(before.plain[-1:] or " ") in _WIDE
    return () if wide and between == " " else (Span(between),)


def entries_of(texts: Sequence[Text], between: str = " ", end: str = "") -> Text:
    """Return texts run together, as `joined` does, that remain the entries of a list.

    `between` stands between two of them, and `end` behind the last.
    """
    behind = [_gap(one, between) for one in texts[:-1]] + [(Span(end),) if end else ()]
    spans = tuple(
        span._replace(entry=Entry(number))
        for number, (one, sign) in enumerate(zip(texts, behind, strict=False), 1)
        for span in (*one.spans, *sign)
    )
    return Text(spans, origin_of(texts), language=texts[0].language if texts else "")


def origin_of(texts: Sequence[Text]) -> Origin | None:
    """Return where texts come from that are run together: a long one, or else the first.

    One that has more than half of all letters is to blame where they have no room.
    """
    lengths = [len(one.plain) for one in texts]
    longest = max(lengths, default=0)
    index = lengths.index(longest) if 2 * longest > sum(lengths) else 0
    return texts[index].origin if texts else None


@dataclass(frozen=True, slots=True)
class Image:
    """A picture to print."""

    artwork: Artwork
    alt: str
    caption: str = ""
    needed: bool = True
    """Whether the movement cannot be understood without it."""
    origin: Origin | None = field(default=None, compare=False)
    """Where it is named, to tell a person what has no room."""


@hashed_once
@dataclass(frozen=True, slots=True)
class Move(HashedOnce):
    """A stretch with its dose, ready to print."""

    id: str
    number: int
    name: Text
    short_name: Text
    """The same in few letters, for a column."""
    dose: DoseWords
    dose_line: Text
    """The dose in one line, or a merge field for it."""
    cue: Text
    steps: tuple[Text, ...]
    short_steps: tuple[Text, ...]
    advice: tuple[Text, ...]
    """What this person takes care of, for a condition that they have."""
    cautions: tuple[Text, ...]
    """What the others whom it concerns take care of, or anyone."""
    felt: tuple[Text, ...]
    """What anyone can feel, each in one line; the others are of conditions."""
    sources: tuple[Text, ...]
    pictures: tuple[Image, ...]
    origin: Origin
    """Where its steps stand."""
    tips: tuple[Text, ...] = ()
    """Breathing, a common mistake, easier, harder: what a large card has room for."""
    hints: tuple[Text, ...] = ()
    """What makes it easier, and the line to remember: what stands on the back of a small card."""
    brief: tuple[Text, ...] = ()
    """All to take care of, in few words, by the names of conditions."""
    imprint: str = ""
    """Who made a card, and when its text was checked."""
    note: Text | None = None
    """What its routine says of it, beside its dose."""
    heading: Text | None = None
    """The heading that stands above it, where it is the first of its part of a routine."""
    section: str = ""
    """The heading that it stands under, whether first or not; "" for none."""

    @property
    def care(self) -> tuple[Text, ...]:
        """Return what to take care of: this person, and then anyone."""
        return (*self.advice, *self.cautions)


class Joints(NamedTuple):
    """How an action and its signs stand in one sentence of a language."""

    action: str
    """What stands behind the action: ": "."""
    between: str
    """What stands between two signs: "; "."""
    end: str
    """What stands behind the last of them: "."."""
    lower: bool
    """Whether what begins with a capital has a small letter within the sentence."""

    def within(self, said: Text) -> Text:
        """Return a text as it goes on within a sentence."""
        first, *rest = said.spans
        small = lower_first(first.text) if self.lower else first.text
        return said._replace(spans=(first._replace(text=small), *rest))

    def in_one(self, signs: Sequence[Text]) -> Text:
        """Return signs run together as the end of a sentence, each of them within it."""
        return entries_of(signs, self.between, self.end)


@hashed_once
@dataclass(frozen=True, slots=True)
class Signs(HashedOnce):
    """An action, and the signs that call for it."""

    action: Text
    signs: tuple[Text, ...]
    joints: Joints
    lead: Text | None = None
    """What each of them goes on from: "You have back pain and …"."""
    short: tuple[Text, ...] = ()
    """The same signs in fewer lines, those of one kind together."""
    each_move: bool = False
    """Whether it concerns every move, so that it stands on the back of each card: when to stop."""

    @property
    def run_on(self) -> Text:
        """Return the signs in one sentence, which begins with the first of them."""
        first, *others = self.signs
        said = self.joints.in_one([first, *map(self.joints.within, others)])
        # No one of them is to blame where all together have no room.
        return said._replace(origin=None)

    @property
    def sentence(self) -> Text:
        """Return the action and its signs in one: "Call your doctor today: fever; …"."""
        joints = self.joints
        action = Text((Span(self.action.plain + joints.action, bold=True),))
        told = joints.in_one([*map(joints.within, self.signs)])
        lead = [joined([joints.within(self.lead), Text(())])] if self.lead else []
        spans = tuple(span for one in (action, *lead, told) for span in one.spans)
        return Text(spans, origin_of((self.action, *self.signs)))


@hashed_once
@dataclass(frozen=True, slots=True)
class SafetyWords(HashedOnce):
    """Everything about danger, by urgency."""

    title: str
    good_news: tuple[Text, ...]
    """What is good to know first."""
    intro: Text
    before: tuple[Signs, ...]
    """What a person reads before the first move: whom to ask, when to stop."""
    danger: tuple[Signs, ...]
    """When to get help, most urgent first; the first cannot wait."""
    disclaimer: Text
    sources: tuple[Text, ...]
    origin: Origin

    @property
    def opening(self) -> Text:
        """Return what stands before the signs, in one: the good news first."""
        return joined((*self.good_news, self.intro))

    @property
    def stop(self) -> tuple[Signs, ...]:
        """Return what concerns every move."""
        return tuple(signs for signs in self.before if signs.each_move)

    @property
    def ask(self) -> tuple[Signs, ...]:
        """Return the rest of what a person reads before the first move."""
        return tuple(signs for signs in self.before if not signs.each_move)


@dataclass(frozen=True, slots=True)
class Figure:
    """A large number and the words under it; `number` may be a merge field."""

    number: Text
    label: Text
    widest: str = ""
    """What a merge field has room for: "00 min"."""


@hashed_once
@dataclass(frozen=True, slots=True)
class Panel(HashedOnce):
    """A quiet box with a heading and a few sentences."""

    title: str
    texts: tuple[Text, ...]
    numbered: bool = False
    """Whether they are steps: each stands on a line of its own behind its number."""
