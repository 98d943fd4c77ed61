"""Our own citation style, which numbers: an entry is the same but for its number.

So each is put in words by citeproc once, and not again for every page that cites it.
"""

from collections.abc import Sequence
from dataclasses import replace

from cardgen.choose.cite import OWN_STYLE, Citer, Sources
from cardgen.model.content import Reference, Span, Words
from cardgen.model.source import Source

_entries: dict[str, tuple[Source, Reference]] = {}


class OwnStyle:
    """Markers and entries as `Citer` gives them in our own style."""

    def __init__(self, sources: Sources, order: Sequence[str]) -> None:
        """`order` are the sources that print, by first use."""
        self._sources = sources
        self._numbers = {id_: number for number, id_ in enumerate(order, 1)}

    def __call__(self, ids: Sequence[str]) -> Words:
        """Return the marker for `ids`; empty when none of them may print."""
        numbers = self._numbers
        spans: list[Span] = []
        for id_ in sorted((id_ for id_ in ids if id_ in numbers), key=numbers.__getitem__):
            spans += [Span(",", marker=True)] if spans else []
            spans.append(Span(str(numbers[id_]), marker=True, link=f"#{id_}"))
        return tuple(spans)

    def references(self) -> tuple[Reference, ...]:
        """Return an entry for each cited source, in order."""
        return tuple(
            replace(self._entry(id_), label=f"{number}.") for id_, number in self._numbers.items()
        )

    def _entry(self, id_: str) -> Reference:
        source = self._sources[id_].value
        if id_ not in _entries or _entries[id_][0] is not source:
            (entry,) = Citer(self._sources, [id_], OWN_STYLE).references()
            _entries[id_] = source, entry
        return _entries[id_][1]
