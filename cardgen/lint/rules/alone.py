"""Words of a move or a routine that lean on what the page may not have."""

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from cardgen.errors import Problem
from cardgen.lint.context import LintContext
from cardgen.lint.data import Agreement, data
from cardgen.lint.reading import found, has, sentences
from cardgen.model.library import Record
from cardgen.model.origin import FieldPath
from cardgen.model.stretch import Stretch
from cardgen.model.texts import OPTIONAL

_WORD = re.compile(r"[a-z]{3,}")


def unused_things(subject: LintContext) -> Iterator[Problem]:
    """Yield each thing that a move needs and that none of its words has people use."""
    understood = data("agreement", Agreement).understood
    for record in subject.stretches:
        said = " ".join(_words_of(record.value)).lower()
        for i, thing in enumerate(record.value.equipment):
            words = _WORD.findall(thing.lower())
            if OPTIONAL in thing or has(thing, understood) or any(word in said for word in words):
                continue
            yield record.origin("equipment", i).problem(
                f"the page asks for '{thing}', and no step says what it is for",
                f"Say so in a step, or '{thing} {OPTIONAL}': then no page asks for it",
            )


def _words_of(stretch: Stretch) -> Iterator[str]:
    yield stretch.start
    yield from stretch.steps
    for caution in stretch.cautions:
        yield caution.advice


def things_of_notes(subject: LintContext) -> Iterator[Problem]:
    """Yield each thing that a routine's note to a move has people use and that is not needed."""
    things = data("agreement", Agreement).things
    for record in subject.routines:
        for i, item in enumerate(record.value.items):
            stretch = subject.library.stretches[item.stretch].value
            needed = " ".join((*stretch.equipment, *item.needs))
            used = chain.from_iterable(found(one, things) for one in sentences(item.note or ""))
            for thing in dict.fromkeys(used):
                if thing.split()[-1] not in needed:
                    yield record.origin("items", i, "note").problem(
                        f"'{thing}' is not among what the move needs",
                        "Name it in `needs` of the item",
                    )


def other_moves(subject: LintContext) -> Iterator[Problem]:
    """Yield each text that sends people to a move by its name, which the page may not have."""
    known = subject.library.stretches
    for record in subject.stretches:
        for i, caution in enumerate(record.value.cautions):
            for field in ("advice", "instead"):
                said = getattr(caution, field) or ""
                path = ("cautions", i, field)
                yield from _sent(record, path, said, _names(known, {record.id}))
    for routine in subject.routines:
        there = {item.stretch for item in routine.value.items}
        for i, choice in enumerate(routine.value.choose):
            yield from _sent(routine, ("choose", i, "do"), choice.do, _names(known, there))


def _names(known: Mapping[str, Record[Stretch]], there: set[str]) -> list[str]:
    """Return the names of all moves but those that are there."""
    return [
        name
        for id_, record in known.items()
        if id_ not in there
        for name in {record.value.name, record.value.called}
    ]


def _sent(record: Record[Any], path: FieldPath, said: str, names: list[str]) -> Iterator[Problem]:
    named = next((name for name in names if re.search(rf"\b{re.escape(name)}\b", said)), None)
    if named:
        yield record.origin(*path).problem(
            f"it sends people to '{named}', which the page may not have",
            "Say in words what to do, or `Ask for another move.` with `replace_by`",
        )


def shared_sources(subject: LintContext) -> Iterator[Problem]:
    """Yield each caution of several conditions whose sources print with each of them."""
    for record in subject.stretches:
        for i, caution in enumerate(record.value.cautions):
            if len(caution.conditions) > 1 and caution.sources:
                yield record.origin("cautions", i, "sources").problem(
                    "these sources print with each of its conditions",
                    "Give the condition that they are of a caution of its own, with its sources",
                )
