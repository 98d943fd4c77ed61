"""What must be at hand for some moves: each thing once."""

from collections.abc import Iterable, Sequence

from cardgen.model.content import Text, text
from cardgen.model.library import Record
from cardgen.model.routine import Routine
from cardgen.model.stretch import Stretch
from cardgen.model.texts import OPTIONAL


def needed(records: Sequence[Record[Stretch]], routine: Record[Routine]) -> dict[str, Text]:
    """Return the equipment of moves that is not optional, by its name, in order.

    What notes of the routine to its moves need is behind it. What another thing of the list has in
    it is left out: "firm chair" beside "two firm chairs".
    """
    things = {
        thing: text(thing, record.origin("equipment"))
        for record in records
        for thing in record.value.equipment
        if OPTIONAL not in thing
    }
    for i, item in enumerate(routine.value.items):
        for thing in item.needs:
            things.setdefault(thing, text(thing, routine.origin("items", i, "needs")))
    return {thing: said for thing, said in things.items() if not _served(thing, things)}


def _served(thing: str, things: Iterable[str]) -> bool:
    """Tell whether some other of `things` says all that `thing` says."""
    return any(_words(thing) < _words(one) for one in things)


def _words(thing: str) -> frozenset[str]:
    return frozenset(word.removesuffix("s") for word in thing.split())
