"""What is new in a programme: what a clinician looks at before the next visit."""

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from cardgen.compose.dose import dose_words
from cardgen.compose.moves import item_dose
from cardgen.documents.programme import Programme
from cardgen.library.data import load_locale
from cardgen.model.address import addresses
from cardgen.model.library import Library
from cardgen.model.locale import Locale
from cardgen.model.routine import Item


class Change(NamedTuple):
    """One thing that is new."""

    what: Literal["new", "changed", "gone", "order", "words"]
    name: str = ""
    """The name of a move."""
    before: str = ""
    """What was said of it."""
    now: str = ""
    fields: tuple[str, ...] = ()
    """The fields of a programme that have other words."""


def changes(old: Programme, new: Programme, library: Library, locale: Locale) -> Iterator[Change]:
    """Yield each move that is new, gone or done otherwise, and what else differs.

    `library` has all that both of them name, in the language of `locale`.
    """
    before, after = _moves(old, library, locale), _moves(new, library, locale)
    for address, (name, said) in after.items():
        if address not in before:
            yield Change("new", name, now=said)
        elif (earlier := before[address][1]) != said:
            yield Change("changed", name, earlier, said)
    for address, (name, _) in before.items():
        if address not in after:
            yield Change("gone", name)
    kept = [address for address in before if address in after]
    if kept != [address for address in after if address in before]:
        yield Change("order")
    others = [
        name
        for name in Programme.model_fields
        if name != "moves" and getattr(old, name) != getattr(new, name)
    ]
    if others:
        yield Change("words", fields=tuple(others))


def what_is_new(old: Programme, new: Programme, library: Library) -> Iterator[str]:
    """Yield a line for each of the `changes`, for a terminal."""
    for one in changes(old, new, library, load_locale("en")):
        yield _LINES[one.what].format(
            name=one.name, before=one.before, now=one.now, fields=", ".join(one.fields)
        )


_LINES = {
    "new": "new: {name}: {now}",
    "changed": "changed: {name}: {before} -> {now}",
    "gone": "gone: {name}",
    "order": "in another order",
    "words": "other words: {fields}",
}


def _moves(programme: Programme, library: Library, locale: Locale) -> Mapping[str, tuple[str, str]]:
    """Return the name of each move and what is said of it, by its address."""
    return {
        address: _said(Item(**dict(move)), library, locale)
        for address, move in zip(
            addresses(move.stretch for move in programme.moves), programme.moves, strict=True
        )
    }


def _said(item: Item, library: Library, locale: Locale) -> tuple[str, str]:
    stretch = library.stretches[item.stretch].value
    dose = dose_words(item_dose(item, library.stretches), locale, stretch).line
    return stretch.name, f"{dose} ({item.note})" if item.note else dose
