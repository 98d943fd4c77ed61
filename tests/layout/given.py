"""The texts of a content in the order of reading, each with the smallest type it may have.

An order names the fields of a part as they are read, and before them their floor in points. Marks:
`#` a numbered list, `*` a bulleted one, `+` run together, `.` with dots between, `;` as a sentence.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from geometry import tidy

from cardgen.model.arrangement import Layout
from cardgen.model.content import Figure, Image, Reference, Signs, Text, joined
from cardgen.model.deck import BookletWords, Deck
from cardgen.model.design import CardSize
from cardgen.model.handout import Handout
from cardgen.words import lower_first

Given = tuple[str, float]
BODY, SECOND, CARD, BOOKLET, SMALL = 9.0, 8.0, 8.0, 7.0, 6.5
ROOM = 4
"""The pages of a booklet that moves may have."""

HEADING, HEAD = "8 clinic recipient", "9 title opening lead figures 8 needs"
PERSONAL, BEFORE, DANGER = "9 lines blanks notes", "8 before;", "8 opening danger"
MOVE = "9 number name 8 {} 9 dose_line note advice short_steps# 8 cautions+"
PANEL, SOURCES, FOOT = "9 title 8 texts*", "6 title listed", "6 last_words footer"


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
    why = read(handout.why, PANEL)
    more = [said for panel in handout.guides for said in read(panel, PANEL)]
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


def card_given(deck: Deck, size: CardSize, *, run_in: bool = False) -> dict[str, list[Given]]:
    """Return every text of each card by part, with its floor, but for the numbers of cards.

    What stands behind has bullets, or is `run_in`.
    """
    cards = {str(move.number): _tidy(_card(move, size, run_in=run_in)) for move in deck.moves}
    safety = deck.safety
    levels = (*safety.danger[1:2], *safety.stop, *safety.ask, *safety.danger[2:])
    last = [*_signs(safety.danger[:1]), (safety.opening.plain, CARD), *_signs(levels)]
    last.append((safety.disclaimer.plain, CARD))
    sources = [deck.sources.plain] if deck.sources else []
    if deck.cover is None:
        return {**cards, "safety": _tidy([*last, _run_on([*sources, deck.imprint])])}
    cover = [*_cover(deck.cover), (deck.cover.order_title, CARD)]
    order = "  ".join(f"{n} {name.plain}" for n, name in enumerate(deck.cover.order, 1))
    link = deck.cover.link_label.plain if deck.cover.link else ""
    cover += [(order, CARD), (deck.cover.safety, CARD), (link, CARD)]
    cover.append(_run_on([*sources, deck.cover.imprint]))
    return {"cover": _tidy(cover), **cards, "safety": _tidy(last)}


def _run_on(said) -> Given:
    return " · ".join(said), SMALL


def _cover(cover) -> list[Given]:
    before = " ".join(t.plain for t in (cover.before, cover.note) if t)
    return [*read(cover, "8 kicker name figures"), (before, CARD)]


def _signs(levels, floor=CARD) -> list[Given]:
    return [(text, floor) for level in levels for text in texts(level)]


def _card(move, size: CardSize, *, run_in: bool) -> Iterator[Given]:
    large, wide = size.holds_steps, size.width > size.height
    captions = [(p.caption, CARD) for p in move.pictures] if large else []
    yield from ((str(move.number), CARD), (move.name.plain, CARD))
    yield from () if wide else captions
    yield from read(move, "8 section")
    yield from ((move.dose.figure, CARD), (move.dose.rest, CARD))
    yield from read(move, "8 note")
    yield from read(move, "8 steps# cue" if large else "8 short_steps#")
    yield from captions if wide else ()
    yield f"{move.number} {move.name.plain}", CARD
    behind = (*move.care, *(move.tips if large else move.hints))
    if run_in:
        yield joined(behind).plain, CARD
    else:
        yield from ((text, CARD) for text in bulleted(behind))
    yield _run_on([*texts(move.sources), move.imprint])


def booklet_given(deck: Deck, words: BookletWords) -> list[Given]:
    """Return every text of a booklet, page by page, but for the sources of its signs."""
    books, logs = -(-len(deck.moves) // ROOM), list(words.logs)
    each, more = divmod(len(deck.moves), books)
    moves, given = list(deck.moves), []
    for book in range(books):
        kicker = words.part.format(number=book + 1, count=books) if books > 1 else ""
        cover = replace(deck.cover, kicker=kicker or deck.cover.kicker)
        safety = deck.safety
        given += [*_cover(cover), *_signs(safety.ask[:1])]
        given += [(safety.disclaimer.plain, CARD), (cover.imprint, SMALL)]
        given += [(safety.opening.plain, BOOKLET)]
        given += _signs((*safety.stop, *safety.ask[1:]), BOOKLET)
        some = [moves.pop(0) for _ in range(each + (book < more))]
        for move in some:
            given += _page_of(move)
        for _ in range(ROOM - len(some)):
            given += [(text, CARD) for text, _ in _log(logs.pop(0))]
        urgent, *others = deck.safety.danger
        given += _signs([urgent, *others], BOOKLET)
    return _tidy(given)


def _page_of(move) -> Iterator[Given]:
    dose = (str(move.number), move.name.plain, move.section, move.dose.figure, move.dose.rest)
    yield from ((text, CARD) for text in dose)
    yield from read(move, "8 note")
    yield from read(move, "8 short_steps# care*")
    yield _run_on(texts(move.sources))


def _tidy(given: Iterable[Given]) -> list[Given]:
    return [(tidy(text), floor) for text, floor in given if tidy(text)]
