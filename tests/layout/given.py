"""The texts of a content in the order of reading, each with the smallest type it may have."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from geometry import tidy

from cardgen.model.arrangement import Layout
from cardgen.model.content import Handout, Move, Panel, Signs, Words, plain
from cardgen.model.deck import BookletWords, Cover, Deck
from cardgen.model.design import CardSize
from cardgen.words import lower_first

BODY, QUIET, REFERENCE = 9.0, 8.0, 6.0
CARD = 6.5

Given = tuple[str, float]


def handout_given(handout: Handout, layout: Layout, pages: int, on_front: int) -> list[Given]:
    """Return every text of a handout, with its floor; `on_front` moves stand on the front."""
    over = handout.moves[on_front:]
    front = [*_top(handout), *_moves(handout.moves[:on_front], layout)]
    why, more = _panel(handout.why), _panel(handout.moving_on)
    logged = handout.log and ((pages > 1 and not over) or handout.log.asked)
    log = [*(_log(handout) if logged else ()), *_codes(handout)]
    sources, foot = list(_sources_of(handout)), list(_foot(handout))
    if pages == 1:
        return _tidy([*front, *why, *more, *_danger(handout), *log, *sources, *foot])
    title = (handout.title, QUIET)
    if over:
        again = (handout.paging.again.format(title=handout.paging.moves), BODY)
        back = [again, *_moves(over, layout), *log, *why, *more, *sources, title]
        return _tidy([*front, _turn_over(handout, over), *_danger(handout), *foot, *back])
    return _tidy([*front, *more, *_danger(handout), *foot, *log, *why, *sources, title])


def _turn_over(handout: Handout, over: Sequence[Move]) -> Given:
    paging = handout.paging
    said = paging.over if len(over) > 1 else paging.over_one
    return said.format(first=over[0].number, last=over[-1].number), BODY


def card_given(deck: Deck, size: CardSize) -> dict[str, list[Given]]:
    """Return every text of each card by part, with its floor."""
    cover = {"cover": _tidy(_cover(deck.cover))} if deck.cover else {}
    cards = {str(move.number): _tidy(_card(move, deck, size)) for move in deck.moves}
    return {**cover, **cards, "safety": _tidy(_safety_card(deck))}


def booklet_given(deck: Deck, words: BookletWords) -> list[Given]:
    """Return every text of a booklet, page by page, but for its log."""
    safety, given = deck.safety, []
    given += list(_cover(deck.cover))[:-2]  # no code leads on, and the small print comes last
    given += [(sentence(signs), CARD) for signs in (safety.stop, safety.ask_first)]
    given.append((deck.cover.imprint, REFERENCE))
    single = 12 - len(deck.moves)
    for number, move in enumerate(deck.moves):
        dose = (str(move.number), move.name, move.dose.figure, move.dose.rest)
        given += [(text, CARD) for text in dose]
        given += _numbered(move.steps if number < single else move.short_steps, CARD)
        given += [(_joined(move.cautions), CARD), (_sources(move.sources), REFERENCE)]
    logs = max(0, 5 - len(deck.moves))
    given += [(words.log.title, CARD)] * min(1, logs) + [(words.log.lead, CARD)] * logs
    stays = [text for text in _safety_card(deck) if not text[0].startswith(_ON_THE_COVER)]
    return _tidy([*given, *stays])


_ON_THE_COVER = ("Stop the move for", "Ask your doctor first")


def _tidy(given: Iterable[Given]) -> list[Given]:
    return [(tidy(text), floor) for text, floor in given if tidy(text)]


def _top(handout: Handout) -> Iterator[Given]:
    if handout.heading:
        for line in (*handout.heading.clinic, *handout.heading.recipient):
            yield plain(line), QUIET
    yield handout.title, BODY
    yield handout.opening, BODY
    yield " ".join(handout.lead), BODY
    for figure in handout.figures:
        yield figure.number, BODY
        yield plain(figure.label), BODY
    yield handout.needs, QUIET
    for line in handout.personal.lines:
        yield plain(line), BODY
    for label in (*handout.personal.blanks, handout.personal.notes or ""):
        yield label, BODY
    for signs in (handout.safety.ask_first, handout.safety.stop):
        yield sentence(signs), QUIET


def _panel(panel: Panel | None) -> list[Given]:
    if panel is None:
        return []
    return [(panel.title, BODY), *_listed(map(plain, panel.texts), QUIET)]


def _danger(handout: Handout) -> Iterator[Given]:
    safety = handout.safety
    yield safety.intro, QUIET
    for signs in (safety.emergency, safety.same_day, safety.runners, safety.book):
        yield signs.action, QUIET
        yield from _listed(map(plain, signs.signs), QUIET)


def _log(handout: Handout) -> Iterator[Given]:
    if log := handout.log:
        yield log.title, BODY
        yield log.hint, BODY
        for first in range(1, log.days + 1, 14):
            yield log.day, QUIET
            for day in range(first, min(first + 14, log.days + 1)):
                yield str(day), QUIET
            for name in (*log.rows, log.pain):
                yield name, BODY
        yield log.ends[0], QUIET
        for number in range(11):
            yield str(number), QUIET
        yield log.ends[1], QUIET


def _codes(handout: Handout) -> Iterator[Given]:
    if codes := handout.codes:
        yield codes.title, QUIET
        for label, _ in codes.links:
            yield label, QUIET


def _sources_of(handout: Handout) -> Iterator[Given]:
    yield handout.sources_title, REFERENCE
    for reference in handout.references:
        yield reference.label, REFERENCE
        yield plain(reference.text), REFERENCE


def _foot(handout: Handout) -> Iterator[Given]:
    yield handout.last_words, REFERENCE
    yield handout.footer, REFERENCE


def _moves(moves: Sequence[Move], layout: Layout) -> Iterator[Given]:
    last = ""
    for move in moves:
        again = layout == "grid" and move.posture == last
        yield from _move(replace(move, posture="") if again else move, layout)
        last = move.posture


def _move(move: Move, layout: Layout) -> Iterator[Given]:
    yield str(move.number), BODY
    yield move.name, BODY
    captions = [picture.caption for picture in move.pictures]
    for caption in captions if layout == "steps" else [move.posture]:
        yield caption, QUIET
    yield move.dose.line, BODY
    for advice in move.advice:
        yield plain(advice), BODY
    yield from _numbered(move.short_steps, BODY)
    yield _joined(move.cautions), QUIET


def _cover(cover: Cover) -> Iterator[Given]:
    yield cover.kicker, CARD
    yield cover.name, CARD
    for figure in cover.figures:
        yield figure.number, CARD
        yield plain(figure.label), CARD
    yield cover.before, CARD
    yield cover.order_title, CARD
    if len(cover.order) > 10:
        yield " · ".join(f"{n} {name}" for n, name in enumerate(cover.order, 1)), CARD
    else:
        yield from _numbered(cover.order, CARD)
    yield cover.note, CARD
    yield cover.link_label, REFERENCE
    yield cover.imprint, REFERENCE


def _card(move: Move, deck: Deck, size: CardSize) -> Iterator[Given]:
    for text in (str(move.number), deck.name, move.name, move.dose.figure, move.dose.rest):
        yield text, CARD
    if size.holds_steps:
        yield from _numbered(move.steps, CARD)
    yield move.cue, CARD
    yield f"{move.number}. {move.name}", CARD
    if size.holds_steps:
        yield from ((plain(tip), CARD) for tip in move.tips)
    else:
        yield from _numbered(move.steps, CARD)
    yield _joined(move.cautions), CARD
    yield sentence(deck.safety.stop), CARD
    yield _sources(move.sources), REFERENCE
    yield move.imprint, REFERENCE


def _safety_card(deck: Deck) -> Iterator[Given]:
    safety = deck.safety
    yield safety.title, CARD
    yield safety.intro, CARD
    order = ("emergency", "same_day", "stop", "runners", "book", "ask_first")
    for name in order:
        yield sentence(getattr(safety, name)), CARD
    yield safety.disclaimer, CARD
    yield _sources(safety.sources), REFERENCE
    yield deck.imprint, REFERENCE


def sentence(signs: Signs) -> str:
    """Return an action and its signs as one sentence."""
    return f"{signs.action}: {'; '.join(lower_first(plain(sign)) for sign in signs.signs)}."


def _listed(texts: Iterable[str], floor: float) -> Iterator[Given]:
    for text in texts:
        yield "•", floor
        yield text, floor


def _numbered(texts: Iterable[str], floor: float) -> Iterator[Given]:
    for number, text in enumerate(texts, 1):
        yield f"{number}.", floor
        yield text, floor


def _joined(texts: Sequence[Words]) -> str:
    return " ".join(map(plain, texts))


def _sources(sources: Sequence[Words]) -> str:
    return " · ".join(map(plain, sources))
