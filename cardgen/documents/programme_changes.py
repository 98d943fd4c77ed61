"""What is new in a programme: what a clinician looks at before the next visit."""

from collections.abc import Iterator, Mapping

from cardgen.compose.dose import dose_words
from cardgen.compose.moves import item_dose
from cardgen.documents.programme import Programme
from cardgen.library.data import load_locale
from cardgen.model.address import addresses
from cardgen.model.library import Library
from cardgen.model.routine import Item


def what_is_new(old: Programme, new: Programme, library: Library) -> Iterator[str]:
    """Yield a line for each move that is new, gone or done otherwise, and for what else differs.

    `library` has all that both of them name.
    """
    before, after = _moves(old, library), _moves(new, library)
    for address, (name, said) in after.items():
        if address not in before:
            yield f"new: {name}: {said}"
        elif (earlier := before[address][1]) != said:
            yield f"changed: {name}: {earlier} -> {said}"
    for address, (name, _) in before.items():
        if address not in after:
            yield f"gone: {name}"
    kept = [address for address in before if address in after]
    if kept != [address for address in after if address in before]:
        yield "in another order"
    others = [
        name
        for name in Programme.model_fields
        if name != "moves" and getattr(old, name) != getattr(new, name)
    ]
    if others:
        yield f"other words: {', '.join(others)}"


def _moves(programme: Programme, library: Library) -> Mapping[str, tuple[str, str]]:
    """Return the name of each move and what is said of it, by its address."""
    return {
        address: _said(Item(**dict(move)), library)
        for address, move in zip(
            addresses(move.stretch for move in programme.moves), programme.moves, strict=True
        )
    }


def _said(item: Item, library: Library) -> tuple[str, str]:
    stretch = library.stretches[item.stretch].value
    dose = dose_words(item_dose(item, library.stretches), load_locale("en"), stretch).line
    return stretch.name, f"{dose} ({item.note})" if item.note else dose
