"""The texts of a content in the order of reading, each with the smallest type it may have.

An order names the fields of a part as they are read, and before them their floor in points. Marks:
`#` a numbered list, `*` a bulleted one, `+` run together, `.` with dots between, `;` as a sentence.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from geometry import tidy

from cardgen.layout.components.moves import needed
from cardgen.layout.handout.moves import stop_place
from cardgen.model.arrangement import Layout, Sides
from cardgen.model.content import Figure, Image, Reference, Signs, Text
from cardgen.model.deck import BookletWords, Deck
from cardgen.model.design import CardSize
from cardgen.model.handout import Handout
from cardgen.words import lower_first

Given = tuple[str, float]
BODY, SECOND, CARD = 9.0, 8.0, 6.5
FEW, ROOM = 10, 12
"""The moves of a cover that are a list; those of a booklet; the days of a grid."""

READ = 9.5
"""The least type of what a patient reads on a handout."""
HEADING, PERSONAL = "9.5 clinic recipient", "9.5 lines blanks notes"
STOP, DANGER = "9.5 stop", "9.5 opening danger"
MOVE = "9.5 heading number {} dose_line note advice short_steps# felt"
PANEL, SOURCES, FOOT = "9.5 title texts*", "7 title listed", "9.5 last_words 7 footer"
COVER = "6.5 kicker name figures before order_title order# note"
FRONT, BEHIND = "6.5 {} cue", "6.5 {} cautions+"
SAFETY, SMALL = "6.5 title opening", "6.5 disclaimer 6 sources."


def texts(said) -> list[str]:
    """Return the words of whatever prints, in order; what heads a list before the list."""
    if isinstance(said, Text):
        return [said.plain]
    if isinstance(said, Signs):
        return [said.action.plain, *filter(None, texts(said.lead)), *bulleted(said.signs)]
    if isinstance(said, Figure):
        return [said.number.plain, said.label.plain]
    if isinstance(said, Reference):
        return [said.label, said.text.plain]
    if isinstance(said, Image):
        return [said.caption]
    return [t for one in said for t in texts(one)] if isinstance(said, tuple) else [str(said or "")]


def bulleted(said) -> list[str]:
    return [t for text in texts(said) for t in ("•", text)]


def numbered(said) -> list[str]:
    return [t for n, text in enumerate(texts(said), 1) for t in (f"{n}.", text)]


def sentences(levels) -> list[str]:
    """Return each action with its signs: "Call today: fever; a new limp."."""
    return [
        f"{s.action.plain}: {lower_first(s.lead.plain) + ' ' if s.lead else ''}"
        f"{'; '.join(map(lower_first, texts(s.signs)))}."
        for s in levels
    ]


FORMS = {
    "": texts,
    "#": numbered,
    "*": bulleted,
    ";": sentences,
    "+": lambda said: [" ".join(texts(said))],
    ".": lambda said: [" · ".join(texts(said))],
}


def read(part: object, order: str) -> list[Given]:
    """Return the texts of a part in an order; none of None."""
    found: list[Given] = []
    floor = 0.0
    for word in order.split() if part else ():
        if word[0].isdigit():
            floor = float(word)
            continue
        name = word.rstrip("#*+.;")
        found += [(text, floor) for text in FORMS[word[len(name) :]](getattr(part, name))]
    return found


def handout_given(handout: Handout, sides: Sides, layout: Layout) -> list[Given]:
    """Return every text of a handout, as its parts are shared out."""
    top = read(handout.head.heading, HEADING) + _head(handout.head)
    top += read(handout.personal, PERSONAL)
    stop, moves = read(handout.safety, STOP), _moves(handout, sides, layout)
    top += [*stop, *moves] if sides.stop_first else [*moves, *stop]
    danger, foot = read(handout.safety, DANGER), read(handout, FOOT)
    know = [*_run_in(handout), *_why(handout, sides)]
    rest = [*_log_asked(handout, sides), *_codes(handout.codes), *read(handout.references, SOURCES)]
    if not sides.back:
        return _tidy([*top, *know, *danger, *rest, *foot])
    turn = [(handout.paging.read_back, READ), (handout.paging.turn_over, READ)]
    return _tidy([*top, *turn, *danger, *know, *rest, *foot])


def _head(head) -> list[Given]:
    told = [t.plain for t in (head.lead, head.needs) if t and t.plain]
    figures = [(text, READ) for text in texts(head.figures)]
    return [(head.title.plain, READ), (" ".join(told), READ), *figures]


def _moves(handout: Handout, sides: Sides, layout: Layout) -> list[Given]:
    """Return the texts of moves: the pictures of a first one over two columns have captions."""
    first, *others = handout.moves
    wide = not sides.back and layout == "grid"
    wide = wide and stop_place(handout.moves) == "behind the first move"
    told = replace(first, pictures=tuple(needed(first.pictures)))
    order = MOVE.format("name" if layout == "list" else "short_name")
    captioned = read(told, MOVE.format("short_name pictures")) if wide else read(first, order)
    return captioned + [text for move in others for text in read(move, order)]


def _run_in(handout: Handout) -> Iterator[Given]:
    """Yield what runs on as a sentence: whom to ask first, and what people with a condition do."""
    for level in handout.safety.ask:
        yield level.action.plain, READ
        yield from ((text, READ) for text in texts(level.lead))
        first, *others = texts(level.signs)
        yield f"{'; '.join([first, *map(lower_first, others)])}.", READ
    if handout.notes:
        yield handout.paging.notes, READ
        yield f"{'. '.join(texts(handout.notes))}.", READ


def _why(handout: Handout, sides: Sides) -> list[Given]:
    panels = [panel for panel in (handout.why, *handout.guides) if panel]
    if sides.brief:
        return [(" ".join([panel.title, *texts(panel.texts)]), READ) for panel in panels]
    return [text for panel in panels for text in read(panel, PANEL)]


def _log_asked(handout: Handout, sides: Sides) -> list[Given]:
    log = handout.log
    return list(_log(log)) if log and (log.asked or (sides.back and sides.logged)) else []


def _log(log) -> Iterator[Given]:
    yield from read(log, "9 title hint")
    yield from ((text, BODY) for text in (*log.days, log.done, log.pain))
    for week in log.weeks:
        yield from ((text, BODY) for text in (week, log.goal))


def _codes(codes) -> list[Given]:
    return [(text, SECOND) for text in (codes.title, *dict(codes.links))] if codes else []


def card_given(deck: Deck, size: CardSize) -> dict[str, list[Given]]:
    """Return every text of each card by part, with its floor."""
    cover = _tidy([*_cover(deck.cover), *read(deck.cover, "6 link_label imprint")])
    cards = {str(move.number): _tidy(_card(move, deck, size)) for move in deck.moves}
    safety = deck.safety
    last = _safety(deck, (*safety.stop, *safety.danger[2:], *safety.ask))
    return {**({"cover": cover} if deck.cover else {}), **cards, "safety": _tidy(last)}


def _cover(cover) -> list[Given]:
    if cover and len(cover.order) > FEW:
        run_on = " · ".join(f"{n} {name}" for n, name in enumerate(texts(cover.order), 1))
        return read(replace(cover, order=(run_on,)), COVER.replace("#", ""))
    return read(cover, COVER)


def _card(move, deck: Deck, size: CardSize) -> Iterator[Given]:
    for text in (
        str(move.number),
        deck.name.plain,
        move.name.plain,
        move.dose.figure,
        move.dose.rest,
    ):
        yield text, CARD
    yield from read(move, FRONT.format("steps#" if size.holds_steps else ""))
    yield f"{move.number}. {move.name.plain}", CARD
    yield from read(move, BEHIND.format("tips" if size.holds_steps else "steps#"))
    yield from read(deck.safety, "6.5 stop;")
    yield from read(move, "6 sources. imprint")


def _safety(deck: Deck, rest) -> list[Given]:
    told = [(text, CARD) for text in sentences((*deck.safety.danger[:2], *rest))]
    return read(deck.safety, SAFETY) + told + read(deck.safety, SMALL) + read(deck, "6 imprint")


def booklet_given(deck: Deck, words: BookletWords) -> list[Given]:
    """Return every text of a booklet, page by page."""
    given = _cover(deck.cover) + read(deck.safety, "6.5 stop; ask;") + read(deck.cover, "6 imprint")
    # The safety texts take two pages, as long as that leaves the moves enough.
    single = (ROOM - 2 if len(deck.moves) <= ROOM - 2 else ROOM) - len(deck.moves)
    for index, move in enumerate(deck.moves):
        dose = (str(move.number), move.name.plain, move.dose.figure, move.dose.rest)
        given += [(text, CARD) for text in dose]
        given += read(move, BEHIND.format("steps#" if index < single else "short_steps#"))
        given += read(move, "6 sources.")
    logs = max(0, 5 - len(deck.moves))
    for number, log in enumerate(words.logs[:logs]):
        # The heading of a page that goes on is repeated.
        given += [(text, CARD) for text, _ in _log(log) if number == 0 or text != log.title]
    return _tidy(given + _safety(deck, deck.safety.danger[2:]))


def _tidy(given: Iterable[Given]) -> list[Given]:
    return [(tidy(text), floor) for text, floor in given if tidy(text)]
