"""What must be at hand for some moves: each thing once."""

from collections.abc import Iterable, Sequence

from cardgen.compose.conditions import OPTIONAL
from cardgen.model.content import Text, text
from cardgen.model.library import Record
from cardgen.model.stretch import Stretch

_OR = " or "


def needed(records: Sequence[Record[Stretch]]) -> dict[str, Text]:
    """Return the equipment of moves that is not optional, by its name, in order.

    What another thing of the list serves for as well is left out: "firm chair" beside "two firm
    chairs", "folded towel or pad" beside "thick pad".
    """
    things = {
        thing: text(thing, record.origin("equipment"))
        for record in records
        for thing in record.value.equipment
        if OPTIONAL not in thing
    }
    return {thing: said for thing, said in things.items() if not _served(thing, things)}


def _served(thing: str, things: Iterable[str]) -> bool:
    """Tell whether some other of `things` is one of what `thing` may be."""
    others = [_words(one) for one in things if one != thing and _OR not in one]
    return any(_words(form) <= other for form in thing.split(_OR) for other in others)


def _words(thing: str) -> frozenset[str]:
    return frozenset(word.removesuffix("s") for word in thing.split())
