"""Which way text runs: the Unicode Bidirectional Algorithm (UAX #9), with isolates.

Controls other than isolates have been taken out of texts. Rules are named as the standard names
them; https://www.unicode.org/reports/tr9/
"""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from cardgen.model.direction import has_right_to_left

T = TypeVar("T")
_INITIATORS = ("LRI", "RLI", "FSI")
_STRONG = {"L": 0, "R": 1, "AL": 1}
_NEUTRAL = frozenset(("B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"))
_DEEPEST = 125
_MOST_BRACKETS = 63
_TO_LEFT, _TO_RIGHT = "R", "L"


def base_level(text: str) -> int:
    """Return 1 for a paragraph that runs from right to left, by its first strong letter (P2, P3).

    What is isolated does not count.
    """
    return (_first_strong(list(map(unicodedata.bidirectional, text)), 0) or 0) & 1


def levels(text: str, base: int | None = None) -> list[int]:
    """Return the embedding level of each character: odd ones run from right to left.

    Where the level of the paragraph, `base`, is not given, its first strong letter says it.
    """
    if not base and not has_right_to_left(text):
        return [0] * len(text)
    classes = list(map(unicodedata.bidirectional, text))
    if base is None:
        base = (_first_strong(classes, 0) or 0) & 1
    # What is never seen counts for nothing (X9), and goes with the letter before it (5.2).
    places = [i for i, kind in enumerate(classes) if kind != "BN"]
    seen = _levels([text[i] for i in places], [classes[i] for i in places], base)
    found, level = iter(seen), base
    return [level := level if kind == "BN" else next(found) for kind in classes]


def _levels(text: Sequence[str], classes: Sequence[str], base: int) -> list[int]:
    found = _explicit(classes, base)
    for run in _isolating_runs(classes, found):
        _resolve(run, text, classes, found, base)
    return found


def visual(items: Sequence[T], of: Sequence[int]) -> list[T]:
    """Return what stands on one line as it is seen, from left to right, by its levels (L2)."""
    order = list(range(len(items)))
    lowest = min((level for level in of if level % 2), default=0)
    for level in range(max(of, default=0), lowest - 1, -1) if lowest else ():
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and of[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end + 1
    return [items[index] for index in order]


def _first_strong(classes: Sequence[str], start: int) -> int | None:
    """Return the level of the first strong letter, as far as the end of an isolate; else None."""
    depth = 0
    for found in classes[start:]:
        if found in _INITIATORS:
            depth += 1
        elif found == "PDI":
            depth -= 1
            if depth < 0:
                return None
        elif not depth and found in _STRONG:
            return _STRONG[found]
    return None


def _explicit(classes: Sequence[str], base: int) -> list[int]:
    """Return the levels that isolates give (X1 to X8)."""
    stack, found, overflow = [base], [], 0
    for index, kind in enumerate(classes):
        if kind == "PDI":
            if overflow:
                overflow -= 1
            elif len(stack) > 1:
                stack.pop()
        found.append(stack[-1])
        if kind in _INITIATORS:
            odd = (kind == "RLI") if kind != "FSI" else bool(_first_strong(classes, index + 1))
            level = stack[-1] + 1 + ((stack[-1] + 1) % 2 != odd)
            if level > _DEEPEST or overflow:
                overflow += 1
            else:
                stack.append(level)
    return found


class _Run(NamedTuple):
    """An isolating run sequence: the places of its characters, and what stands around it (X10)."""

    places: list[int]
    level: int
    open: bool
    """Whether it ends in an isolate that nothing closes."""


def _isolating_runs(classes: Sequence[str], found: Sequence[int]) -> Iterator[_Run]:
    """Yield runs of one level that follow each other, isolates within them left out (BD13)."""
    waiting: list[list[int]] = []
    run: list[int] = []
    for index, kind in enumerate(classes):
        if run and classes[run[-1]] in _INITIATORS and kind != "PDI":
            waiting.append(run)
            run = []
        elif kind == "PDI" and waiting and found[waiting[-1][-1]] == found[index]:
            if run:
                yield _Run(run, found[run[0]], open=False)
            run = waiting.pop()
        elif run and found[run[-1]] != found[index]:
            yield _Run(run, found[run[0]], open=False)
            run = []
        run.append(index)
    if run:
        yield _Run(run, found[run[0]], classes[run[-1]] in _INITIATORS)
    yield from (_Run(left, found[left[0]], open=True) for left in reversed(waiting))


def _resolve(
    run: _Run, text: Sequence[str], classes: Sequence[str], found: list[int], base: int
) -> None:
    """Put the levels of a run into `found` (W1 to I2)."""
    first, last = run.places[0], run.places[-1]
    before = found[first - 1] if first else base
    after = base if run.open or last + 1 == len(found) else found[last + 1]
    sos, eos = (_side(max(run.level, other)) for other in (before, after))
    kinds = _weak([classes[place] for place in run.places], sos)
    _brackets([text[place] for place in run.places], kinds, run.level, sos)
    _neutrals(kinds, run.level, sos, eos)
    for place, kind in zip(run.places, kinds, strict=True):
        if run.level % 2:
            found[place] = run.level + (kind != _TO_LEFT)
        else:
            found[place] = run.level + {_TO_RIGHT: 0, _TO_LEFT: 1}.get(kind, 2)


def _side(level: int) -> str:
    return _TO_LEFT if level % 2 else _TO_RIGHT


def _weak(kinds: list[str], sos: str) -> list[str]:
    """Return classes with numbers and what belongs to them resolved (W1 to W7)."""
    _marks_and_digits(kinds, sos)
    for i in range(1, len(kinds) - 1):  # W4
        between = kinds[i - 1] if kinds[i - 1] == kinds[i + 1] else ""
        if (kinds[i] == "ES" and between == "EN") or (kinds[i] == "CS" and between in ("EN", "AN")):
            kinds[i] = between
    for i in (*range(len(kinds)), *reversed(range(len(kinds)))):  # W5
        near = kinds[max(i - 1, 0)], kinds[min(i + 1, len(kinds) - 1)]
        if kinds[i] == "ET" and "EN" in near:
            kinds[i] = "EN"
    strong = sos
    for i, kind in enumerate(kinds):
        if kind in ("ES", "CS", "ET"):  # W6
            kinds[i] = "ON"
        elif kind in (_TO_LEFT, _TO_RIGHT):
            strong = kind
        elif kind == "EN" and strong == _TO_RIGHT:  # W7
            kinds[i] = _TO_RIGHT
    return kinds


def _marks_and_digits(kinds: list[str], sos: str) -> None:
    previous = strong = sos
    for i, kind in enumerate(kinds):
        if kind == "NSM":  # W1
            kinds[i] = "ON" if previous in (*_INITIATORS, "PDI") else previous
        elif kind in _STRONG:
            strong = kind
        elif kind == "EN" and strong == "AL":  # W2
            kinds[i] = "AN"
        previous = kinds[i]
    for i, kind in enumerate(kinds):
        if kind == "AL":  # W3
            kinds[i] = _TO_LEFT


def _brackets(text: Sequence[str], kinds: list[str], level: int, sos: str) -> None:
    """Give both brackets of a pair the direction of what is in them (N0)."""
    own = _side(level)
    for start, end in sorted(_pairs(text, kinds)):
        within = {s for kind in kinds[start + 1 : end] if (s := _strong(kind))}
        if own in within:
            side = own
        elif within:
            before = next((s for kind in reversed(kinds[:start]) if (s := _strong(kind))), sos)
            side = before if before != own else own
        else:
            continue
        kinds[start] = kinds[end] = side
        for bracket in (start, end):
            for i in range(bracket + 1, len(kinds)):
                if unicodedata.bidirectional(text[i]) != "NSM":
                    break
                kinds[i] = side


def _pairs(text: Sequence[str], kinds: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the places of brackets that belong together (BD16)."""
    waiting: list[tuple[str, int]] = []
    for i, character in enumerate(text):
        category = unicodedata.category(character)
        if kinds[i] != "ON" or not unicodedata.mirrored(character):
            continue
        if category == "Ps":
            if len(waiting) == _MOST_BRACKETS:
                return
            waiting.append((_closing(character), i))
        elif category == "Pe":
            for at in reversed(range(len(waiting))):
                if waiting[at][0] == unicodedata.normalize("NFC", character):
                    yield waiting[at][1], i
                    del waiting[at:]
                    break


def _closing(bracket: str) -> str:
    """Return what closes a bracket: in Unicode it follows at once, but for two of ASCII."""
    plain = unicodedata.normalize("NFC", bracket)
    return chr(ord(plain) + (2 if plain in "[{" else 1))


def _strong(kind: str) -> str:
    """Return the direction of a class for what stands beside it; "" for a neutral one (N0, N1)."""
    return _TO_LEFT if kind in ("R", "EN", "AN") else kind if kind == _TO_RIGHT else ""


def _neutrals(kinds: list[str], level: int, sos: str, eos: str) -> None:
    """Give what has no direction that of its neighbours, or else that of its level (N1, N2)."""
    start = 0
    while start < len(kinds):
        end = start
        while end < len(kinds) and kinds[end] in _NEUTRAL:
            end += 1
        if end > start:
            before = _strong(kinds[start - 1]) if start else sos
            after = _strong(kinds[end]) if end < len(kinds) else eos
            kinds[start:end] = [before if before == after else _side(level)] * (end - start)
        start = end + 1
