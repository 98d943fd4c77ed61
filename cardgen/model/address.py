"""How a move of a routine is named: by its id, and by its turn where the same comes again.

`cat-cow` is a move that stands in a routine once. `cat-cow#2` is the second one of a routine that
has it several times. There, `cat-cow` alone could be each of them, and is refused.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from cardgen.errors import Problem
from cardgen.model.origin import requested
from cardgen.words import suggestion

PATTERN = r"[a-z0-9-]+(?:#[1-9][0-9]?)?"
"""A regular expression for an address."""
_TURN = re.compile(r"(.+)#([1-9][0-9]?)")


def id_of(address: str) -> str:
    """Return the id of the stretch that an address names."""
    match = _TURN.fullmatch(address)
    return match[1] if match else address


def addresses(ids: Iterable[str]) -> tuple[str, ...]:
    """Return the full address of each move of a routine, in order: "cat-cow#1", "cat-cow#2"."""
    turns: Counter[str] = Counter()
    made = []
    for id_ in ids:
        turns[id_] += 1
        made.append(f"{id_}#{turns[id_]}")
    return tuple(made)


def next_address(id_: str, full: Sequence[str]) -> str:
    """Return the full address of a move that comes to those of some full addresses."""
    return f"{id_}#{1 + sum(id_of(one) == id_ for one in full)}"


def meant(address: str, full: Sequence[str]) -> tuple[str, ...]:
    """Return those of some full addresses that an address may mean."""
    if _TURN.fullmatch(address):
        return (address,) if address in full else ()
    return tuple(one for one in full if id_of(one) == address)


def shortest(address: str, full: Sequence[str]) -> str:
    """Return how a person names a move: by its id, where that names no other."""
    id_ = id_of(address)
    return id_ if len(meant(id_, full)) == 1 else address


def misnamed(field: str, address: str, full: Sequence[str], place: str) -> tuple[Problem, ...]:
    """Return what is wrong with an address: nothing has it, or several moves have.

    `field` is that of a request; `place` is where the moves of the addresses stand, in words.
    """
    found = meant(address, full)
    if len(found) == 1:
        return ()
    if found:
        message = f"'{address}' stands {len(found)} times in {place}"
        return (requested(field).problem(message, f"Say which: {', '.join(found)}"),)
    known = list(dict.fromkeys(shortest(one, full) for one in full))
    message = f"there is no move '{address}' in {place}"
    return (requested(field).problem(message, suggestion(address, known)),)
