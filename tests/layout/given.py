"""The texts of a content in the order of reading, each with the smallest type it may have.

An order names the fields of a part as they are read, and before them their floor in points. Marks:
`#` a numbered list, `*` a bulleted one, `+` run together, `.` with dots between, `;` as a sentence.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from geometry import tidy

from cardgen.model.arrangement import Layout
from cardgen.model.content import Figure, Image, Reference, Signs, Text
from cardgen.model.deck import BookletWords, Deck
from cardgen.model.design import CardSize
from cardgen.model.handout import Handout
from cardgen.words import lower_first

Given = tuple[str, float]
BODY, SECOND, CARD = 9.0, 8.0, 6.5
FEW, ROOM = 10, 12
"""The moves of a cover that are a list; those of a booklet; the days of a grid."""

HEADING, HEAD = "8 clinic recipient", "9 title opening lead figures 8 needs"
PERSONAL, BEFORE, DANGER = "9 lines blanks notes", "8 before;", "8 opening danger"
MOVE = "9 number name 8 {} 9 dose_line advice short_steps# 8 cautions+"
PANEL, SOURCES, FOOT = "9 title 8 texts*", "6 title listed", "6 last_words footer"
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


def handout_given(handout: Handout, layout: Layout, pages: int) -> list[Given]:
    """Return every text of a handout on one side or on two."""
    top = read(handout.head.heading, HEADING) + read(handout.head, HEAD)
    top += read(handout.personal, PERSONAL) + read(handout.safety, BEFORE)
    top += _moves(handout.front, layout)
    why, more = read(handout.why, PANEL), read(handout.moving_on, PANEL)
    danger, foot = read(handout.safety, DANGER), read(handout, FOOT)
    logged = handout.log and (handout.log.asked or (pages > 1 and not handout.back))
    extras = [*(_log(handout.log) if logged else ()), *_codes(handout.codes)]
    sources, title = read(handout.references, SOURCES), (handout.head.title.plain, SECOND)
    if pages == 1:
        return _tidy([*top, *why, *more, *danger, *extras, *sources, *foot])
    if not handout.back:
        return _tidy([*top, *more, *danger, *foot, *extras, *why, *sources, title])
    paging, over = handout.paging, handout.back
    turn = (paging.over if over[1:] else paging.over_one).format(
        first=over[0].number, last=over[-1].number
    )
    again = paging.again.format(title=paging.moves)
    back = [(again, BODY), *_moves(over, layout), *extras, *why, *more, *sources, title]
    return _tidy([*top, (turn, BODY), *danger, *foot, *back])


def _moves(moves, layout: Layout) -> list[Given]:
    """Return the texts of moves; a posture is said once in a row of a grid."""
    before = ["", *(move.posture for move in moves)]
    told = [replace(m, posture="") if m.posture == b else m for m, b in zip(moves, before)]  # noqa: B905 - one more
    order = MOVE.format("pictures" if layout == "steps" else "posture")
    return [text for m in (told if layout == "grid" else moves) for text in read(m, order)]


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
