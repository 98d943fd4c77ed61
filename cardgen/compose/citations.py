"""Sources, numbered once, in the order in which the words are read.

Composers mark the places that rest on sources (`Span.cites`). Whoever knows the order of reading
goes through the parts in it, and puts markers there.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol, TypeVar

from cardgen.compose.own_style import own_entry
from cardgen.errors import Problem
from cardgen.memo import kept
from cardgen.model.content import Figure, Move, Panel, SafetyWords, Signs, Span, Text
from cardgen.model.library import Record
from cardgen.model.reference_list import Reference
from cardgen.model.source import Source

Sources = Mapping[str, Record[Source]]
Spans = tuple[Span, ...]
P = TypeVar("P", Figure, Move, Panel, SafetyWords, Signs)
Entry = Callable[[Record[Source]], Reference]
"""Makes the entry of a source, yet without its number."""


class Cite(Protocol):
    """Gives the markers for some sources, in the order in which they are asked for."""

    def __call__(self, ids: Sequence[str]) -> Spans:
        """Return the markers for `ids`; empty when none of them may print."""
        ...


class References(Cite, Protocol):
    """Gives markers, and at the end the list of all sources that they lead to."""

    def references(self) -> tuple[Reference, ...]:
        """Return an entry for each source that was cited."""
        ...

    def notices(self) -> tuple[Problem, ...]:
        """Return what a person should know of the list."""
        ...


class NumberedReferences:
    """Raised numbers by first use, and entries in our own style, which are alike but for them."""

    def __init__(self, sources: Sources, entry: Entry = own_entry) -> None:
        """`sources` are all that there are; only verified ones are cited, each as its `entry`."""
        self._sources = sources
        self._entry = entry
        self._numbers: dict[str, int] = {}

    def __call__(self, ids: Sequence[str]) -> Spans:
        """Return the markers for `ids`; empty when none of them may print."""
        numbers = self._numbers
        for id_ in ids:
            if id_ not in numbers and self._sources[id_].value.prints:
                numbers[id_] = len(numbers) + 1
        shown = {(numbers[id_], id_) for id_ in ids if id_ in numbers}
        return _markers(tuple(sorted(shown))) if shown else ()

    def references(self) -> tuple[Reference, ...]:
        """Return an entry for each source that was cited, by its number."""
        return tuple(
            _numbered(self._entry(self._sources[id_]), number)
            for id_, number in self._numbers.items()
        )

    def notices(self) -> tuple[Problem, ...]:
        """Return nothing: our own style lists every source."""
        return ()


@kept(4096)
def _numbered(entry: Reference, number: int) -> Reference:
    return replace(entry, label=f"{number}.")


@kept()
def _markers(numbered: tuple[tuple[int, str], ...]) -> Spans:
    """Return the raised numbers of some sources, each of which leads to its entry."""
    spans: list[Span] = []
    for number, id_ in numbered:
        spans += [Span(",", marker=True)] if spans else []
        spans.append(Span(str(number), marker=True, link=f"#{id_}"))
    return tuple(spans)


class Collected:
    """Cites nothing, and notes what is to be cited: other styles must know all of it first."""

    def __init__(self, sources: Sources) -> None:
        """`sources` are all that there are."""
        self._sources = sources
        self.order: dict[str, None] = {}
        """The ids of sources that print, by first use."""
        self.clusters: dict[tuple[str, ...], None] = {}
        """The ids that are cited in one place."""

    def __call__(self, ids: Sequence[str]) -> Spans:
        """Return no marker."""
        printed = tuple(id_ for id_ in ids if self._sources[id_].value.prints)
        self.order |= dict.fromkeys(printed)
        if printed:
            self.clusters[printed] = None
        return ()

    def references(self) -> tuple[Reference, ...]:
        """Return no entry."""
        return ()

    def notices(self) -> tuple[Problem, ...]:
        """Return nothing."""
        return ()


def without_markers(ids: Sequence[str]) -> Spans:  # noqa: ARG001 - it cites as `Cite` does
    """Return no marker: for cards, whose short sources have no numbers."""
    return ()


def cited(ids: Sequence[str]) -> Spans:
    """Return the mark of a place that rests on sources; it has no words yet."""
    return (Span("", cites=tuple(ids)),) if ids else ()


def marked(text: Text, cite: Cite) -> Text:
    """Return a text with markers in the places that rest on sources."""
    if not any(span.cites for span in text.spans):
        return text
    spans = [s for span in text.spans for s in (cite(span.cites) if span.cites else (span,))]
    return text._replace(spans=tuple(spans))


def _all(texts: Sequence[Text], cite: Cite) -> tuple[Text, ...]:
    if not any(span.cites for text in texts for span in text.spans):
        return tuple(texts)
    return tuple([marked(text, cite) for text in texts])


def _marked(part: P, cite: Cite, *fields: str) -> P:
    """Return a part with markers in the places of some fields that rest on sources.

    Most parts stand on the next page as well, with the same numbers: that one is kept.
    """
    cites = _cites(part, fields)
    return _with_markers(part, fields, tuple([cite(ids) for ids in cites])) if cites else part


@kept()
def _cites(part: object, fields: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the sources of each place of some fields that rests on any."""
    texts = (text for field in fields for text in _texts(getattr(part, field)))
    return tuple(span.cites for text in texts for span in text.spans if span.cites)


def _texts(value: Text | tuple[Text, ...]) -> tuple[Text, ...]:
    return (value,) if isinstance(value, Text) else value


@kept(4096)
def _with_markers(part: Any, fields: tuple[str, ...], markers: tuple[Spans, ...]) -> Any:  # noqa: ANN401 - any part, and the same
    """Return a part with these markers, in the order of its places."""
    given = iter(markers)

    def cite(ids: Sequence[str]) -> Spans:  # noqa: ARG001 - it cites as `Cite` does
        return next(given)

    found = {}
    for field in fields:
        value = getattr(part, field)
        found[field] = marked(value, cite) if isinstance(value, Text) else _all(value, cite)
    return replace(part, **found)


def marked_signs(levels: Sequence[Signs], cite: Cite) -> tuple[Signs, ...]:
    """Return levels of urgency with markers behind their signs."""
    return tuple([_marked(level, cite, "signs", "short") for level in levels])


def marked_danger(safety: SafetyWords, cite: Cite) -> SafetyWords:
    """Return safety texts with markers behind the good news, and behind the danger signs."""
    safety = _marked(safety, cite, "good_news")
    return replace(safety, danger=marked_signs(safety.danger, cite))


def unmarked(safety: SafetyWords) -> SafetyWords:
    """Return safety texts without markers, as cards and posters have them."""
    before = marked_signs(safety.before, without_markers)
    return replace(marked_danger(safety, without_markers), before=before)


def marked_moves(
    moves: Sequence[Move], cite: Cite, fields: Sequence[str] = ("advice", "cautions", "felt")
) -> tuple[Move, ...]:
    """Return moves with markers behind what they advise and warn of in some fields."""
    return tuple([_marked(move, cite, *fields) for move in moves])


def marked_notes(notes: Sequence[Text], cite: Cite) -> tuple[Text, ...]:
    """Return notes with markers behind the conditions that they are of."""
    return _all(notes, cite)


def marked_panel(panel: Panel, cite: Cite) -> Panel:
    """Return a panel with markers behind its sentences."""
    return _marked(panel, cite, "texts")


def marked_figures(figures: Sequence[Figure], cite: Cite) -> tuple[Figure, ...]:
    """Return large numbers with markers behind their labels."""
    return tuple([_marked(figure, cite, "label") for figure in figures])
