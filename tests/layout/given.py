"""The texts of a content in the order of reading, each with the smallest type it may have.

An order names the fields of a part as they are read, and before them their floor in points. Marks:
`#` a numbered list, `*` a bulleted one, `+` run together, `.` with dots between, `;` as a sentence.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from geometry import tidy

from cardgen.layout.cards.backs import RUN_IN, Manner
from cardgen.layout.components.moves import needed
from cardgen.layout.handout.moves import stop_place
from cardgen.model.arrangement import Layout, Sides
from cardgen.model.content import Figure, Image, Signs, Text, joined
from cardgen.model.deck import BookletWords, Deck
from cardgen.model.design import CardSize
from cardgen.model.handout import Handout
from cardgen.model.reference_list import Reference
from cardgen.words import lower_first

Given = tuple[str, float]
BODY, SECOND, CARD, SMALL = 9.0, 8.0, 8.0, 6.5
ROOM = 3
"""The pages of a booklet that moves may have."""

READ = 9.5
"""The least type of what a patient reads on a handout."""
HEADING, PERSONAL = "9.5 clinic recipient", "9.5 lines blanks notes"
STOP, DANGER = "9.5 stop", "9.5 opening danger"
MOVE = "9.5 heading number {} dose_line note advice short_steps# felt"
PANEL, SOURCES, FOOT = "9.5 title texts*", "7 title listed", "9.5 last_words 7 footer"


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


def in_a_row(signs, first=lower_first) -> str:
    """Return signs as they stand in one paragraph: "fever; a new limp."."""
    within = lower_first if signs.joints.lower else str
    one, *others = texts(signs.signs)
    begun = first(one) if signs.joints.lower else one
    return f"{signs.joints.between.join([begun, *map(within, others)])}."


def sentences(levels) -> list[str]:
    """Return each action with its signs: "Call today: fever; a new limp."."""
    return [
        f"{s.action.plain}: {lower_first(s.lead.plain) + ' ' if s.lead else ''}{in_a_row(s)}"
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
    if sides.back:
        top += [(handout.paging.read_back, READ), (handout.paging.turn_over, READ)]
    stop, moves = read(handout.safety, STOP), _moves(handout, sides, layout)
    top += [*stop, *moves] if sides.stop_first else [*moves, *stop]
    danger, foot = read(handout.safety, DANGER), read(handout, FOOT)
    know = [*_first(handout), *_why(handout, sides)]
    rest = [*_log_asked(handout, sides), *_codes(handout.codes), *read(handout.references, SOURCES)]
    if not sides.back:
        return _tidy([*top, *know, *danger, *rest, *foot])
    return _tidy([*top, *danger, *know, *rest, *foot])


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
    order = MOVE.format("name")
    captioned = read(told, MOVE.format("name pictures")) if wide else read(first, order)
    return captioned + [text for move in others for text in read(move, order)]


def _first(handout: Handout) -> Iterator[Given]:
    """Yield whom to ask first, as a sentence, and what people with each condition do, as a list."""
    for level in handout.safety.ask:
        yield level.action.plain, READ
        yield from ((text, READ) for text in texts(level.lead))
        yield in_a_row(level, first=str), READ
    if handout.notes:
        yield handout.paging.notes, READ
        listed = texts if handout.leaves_out else bulleted
        yield from ((text, READ) for text in listed(handout.notes))


def _why(handout: Handout, sides: Sides) -> list[Given]:
    panels = [panel for panel in (handout.why, *handout.guides) if panel]
    run_in = sides.brief or sides.tight
    return [text for panel in panels for text in _panel(panel, run_in=run_in, close=sides.close)]


def _panel(panel, *, run_in: bool, close: bool) -> list[Given]:
    """Return the texts of a box: steps are a list everywhere, others may run on in one line."""
    if panel.numbered:
        return [(panel.title, READ), *((text, READ) for text in numbered(panel.texts))]
    if not run_in:
        return read(panel, PANEL)
    said = " ".join(texts(panel.texts))
    if not panel.texts[0].spans[0].bold:
        return [(f"{panel.title} {said}", READ)]
    # A heading stands apart from what begins in bold letters, too.
    return [(f"{panel.title} · {said}", READ)] if close else [(panel.title, READ), (said, READ)]


def _log_asked(handout: Handout, sides: Sides) -> list[Given]:
    log = handout.log
    return list(_log(log)) if log and (log.asked or (sides.back and sides.logged)) else []


def _lettered(log):
    """Return the log of a page that has room for a letter of each day alone."""
    return replace(log, days=log.letters)


def _log(log) -> Iterator[Given]:
    yield from read(log, "9 title hint")
    yield from ((text, BODY) for text in (*log.days, log.done, log.pain))
    for week in log.weeks:
        yield from ((text, BODY) for text in (week, log.goal))


def _codes(codes) -> list[Given]:
    return [(text, SECOND) for text in (codes.title, *dict(codes.links))] if codes else []


def card_given(deck: Deck, size: CardSize, manner: Manner = "whole") -> dict[str, list[Given]]:
    """Return every text of each card by part, with its floor, but for the numbers of cards."""
    cards = {str(move.number): _tidy(_card(move, size, manner)) for move in deck.moves}
    safety = deck.safety
    levels = (*safety.danger[1:2], *safety.stop, *safety.ask, *safety.danger[2:])
    opening = [(safety.opening.plain, CARD)]
    last = [*_signs(safety.danger[:1]), *(opening if deck.cover is None else [])]
    last += [*_signs(levels), (safety.disclaimer.plain, CARD)]
    label = deck.sources.spans[0].text if deck.sources else ""
    last += [(label * (n == 0) + text, SMALL) for n, text in enumerate(texts(safety.sources))]
    if deck.cover is None:
        return {**cards, "safety": _tidy([*last, (deck.imprint, SMALL)])}
    cover = [*_cover(deck.cover), (deck.cover.order_title, CARD)]
    order = "  ".join(f"{n} {name.plain}" for n, name in enumerate(deck.cover.order, 1))
    link = deck.cover.link_label.plain if deck.cover.link else ""
    told = (*texts(deck.cover.personal), deck.cover.opening.plain, deck.cover.safety, link)
    cover += [(text, CARD) for text in (order, *told)]
    cover.append((deck.cover.imprint, SMALL))
    return {"cover": _tidy(cover), **cards, "safety": _tidy(last)}


def _run_on(said) -> Given:
    return " · ".join(said), SMALL


def _cover(cover) -> list[Given]:
    before = " ".join(t.plain for t in (cover.before, cover.note) if t)
    return [*read(cover, "8 kicker name figures"), (before, CARD)]


def _signs(levels, floor=CARD) -> list[Given]:
    return [(text, floor) for level in levels for text in texts(level)]


def _card(move, size: CardSize, manner: Manner) -> Iterator[Given]:
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
    care = move.care if manner.startswith("whole") else move.brief
    behind = (*care, *(move.tips if large else move.hints))
    if manner in RUN_IN:
        yield joined(behind).plain, CARD
    else:
        yield from ((text, CARD) for text in bulleted(behind))
    yield _run_on([*texts(move.sources), move.imprint])


def booklet_given(
    deck: Deck, words: BookletWords, run_in: frozenset[str] = frozenset()
) -> list[Given]:
    """Return every text of a booklet, page by page; `run_in` are moves whose care is run in."""
    books, logs = -(-len(deck.moves) // ROOM), list(words.logs)
    each, more = divmod(len(deck.moves), books)
    moves, given = list(deck.moves), []
    for book in range(books):
        kicker = words.part.format(number=book + 1, count=books) if books > 1 else ""
        cover = replace(deck.cover, kicker=kicker or deck.cover.kicker)
        safety = deck.safety
        given += [*_cover(cover), *_signs(safety.ask[:1])]
        given += [(safety.disclaimer.plain, CARD), (cover.imprint, SMALL)]
        given += [(safety.opening.plain, CARD)]
        given += _signs((*safety.stop, *safety.ask[1:]))
        some = [moves.pop(0) for _ in range(each + (book < more))]
        for move in some:
            given += _page_of(move, run_in=move.id in run_in)
        for _ in range(ROOM - len(some)):
            given += [(text, CARD) for text, _ in _log(_lettered(logs.pop(0)))]
        urgent, *others = deck.safety.danger
        given += _signs([urgent, *others])
        given += [(deck.sources.plain, SMALL)]
    return _tidy(given)


def _page_of(move, *, run_in: bool) -> Iterator[Given]:
    dose = (str(move.number), move.name.plain, move.section, move.dose.figure, move.dose.rest)
    yield from ((text, CARD) for text in dose)
    yield from read(move, "8 note")
    yield from read(move, "8 short_steps#" if run_in else "8 short_steps# care*")
    if run_in:
        yield " ".join(texts(move.brief)), CARD
    yield _run_on(texts(move.sources))


def _tidy(given: Iterable[Given]) -> list[Given]:
    return [(tidy(text), floor) for text, floor in given if tidy(text)]
