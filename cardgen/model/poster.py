"""What a poster says."""

from dataclasses import dataclass, replace
from itertools import pairwise

from cardgen.model.content import Move, SafetyWords, Text, text
from cardgen.model.origin import Origin


@dataclass(frozen=True, slots=True)
class Poster:
    """The words of a poster, and its moves."""

    name: Text
    before: Text
    moves: tuple[Move, ...]
    personal: tuple[Text, ...]
    """What conditions have left out and changed."""
    safety: SafetyWords
    foot: str
    page: str
    """Which sheet it is: a `number` and the `count` of all, in braces; "" for the only one."""
    origin: Origin
    """Where its moves are listed."""

    def shared_out(self, count: int) -> tuple["Poster", ...]:
        """Return as many posters that have the moves in turn, each with all else that it says."""
        size, more = divmod(len(self.moves), count)
        starts = [i * size + min(i, more) for i in range(count + 1)]
        return tuple(
            replace(
                self,
                moves=_begun(self.moves[start:end]),
                page=self.page.format(number=i, count=count) if count > 1 else "",
            )
            for i, (start, end) in enumerate(pairwise(starts), 1)
        )


def _begun(moves: tuple[Move, ...]) -> tuple[Move, ...]:
    """Return moves of which the first stands under the heading of its part."""
    first, *others = moves
    if first.section and first.heading is None:
        first = replace(first, heading=text(first.section, first.origin))
    return first, *others
