"""Things that people hold on to, in words and not in the pictures, also for two conditions."""

from collections.abc import Iterator
from itertools import chain, combinations

from cardgen.compose.conditions import fitted
from cardgen.errors import Problem
from cardgen.lint.context import LintContext
from cardgen.lint.data import Agreement, data
from cardgen.lint.reading import found, sentences
from cardgen.model.library import Record
from cardgen.model.origin import FieldPath
from cardgen.model.stretch import Stretch
from cardgen.model.texts import OPTIONAL


def held_things(subject: LintContext) -> Iterator[Problem]:
    """Yield each thing that people hold on to in the words of a move and in none of its pictures.

    It is looked for with each condition that changes the move, and with each two of them.
    """
    for record in subject.stretches:
        told: set[tuple[FieldPath, str]] = set()
        for conditions in _groups(record.value):
            made = fitted(record.id, subject.library.stretches, conditions)
            if made.record is None or made.id != record.id:
                continue
            for path, thing in _unseen(made.record, record.value):
                if (path, thing) not in told:
                    told.add((path, thing))
                    names = " and ".join(f"`{one}`" for one in conditions)
                    yield made.record.origin(*path).problem(
                        f"no picture shows the {thing}" + (f", for {names}" if names else ""),
                        "Show it. For two conditions: `illustrations` in `beside` of the change",
                    )


def _groups(stretch: Stretch) -> Iterator[tuple[str, ...]]:
    changing = dict.fromkeys(
        id_ for one in stretch.cautions if one.effect == "change" for id_ in one.conditions
    )
    return chain.from_iterable(combinations(changing, count) for count in range(3))


def _unseen(record: Record[Stretch], usual: Stretch) -> Iterator[tuple[FieldPath, str]]:
    """Yield what a move has people hold, and where, that no picture shows.

    `usual` is the move as anyone does it: its cautions have the places of the file.
    """
    stretch, held = record.value, data("agreement", Agreement).held
    if not stretch.illustrations:
        return
    free = (thing for thing in stretch.equipment if OPTIONAL in thing)
    known = " ".join([*(one.alt for one in stretch.illustrations), *free])
    seen = {*found(known, held)}
    for path, said in _asked(stretch, usual):
        for thing in chain.from_iterable(found(one, held) for one in sentences(said)):
            if thing not in seen:
                yield path, thing


def _asked(stretch: Stretch, usual: Stretch) -> Iterator[tuple[FieldPath, str]]:
    """Yield what people do, and the advice of each change that gave way to another."""
    for i, said in enumerate(stretch.steps):
        yield ("steps", i), said
    for caution in stretch.cautions:
        if caution.effect == "change":
            places = (i for i, one in enumerate(usual.cautions) if one.advice == caution.advice)
            yield ("cautions", next(places), "advice"), caution.advice
