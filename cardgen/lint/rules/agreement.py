"""Moves whose words, pictures, dose and equipment do not agree, with a condition or without."""

from collections.abc import Iterator
from itertools import chain

from cardgen.compose.conditions import Fitted, fitted
from cardgen.compose.lessened import lessened
from cardgen.errors import Problem
from cardgen.lint.context import LintContext
from cardgen.lint.data import Agreement, data
from cardgen.lint.reading import found, has, sentences
from cardgen.model.caution import Caution
from cardgen.model.library import Record
from cardgen.model.origin import FieldPath
from cardgen.model.stretch import Stretch


def missing_things(subject: LintContext) -> Iterator[Problem]:
    """Yield each thing that a move has people use and that is not among what it needs."""
    words = data("agreement", Agreement)
    for record, condition, made in _moves(subject):
        stretch = made.value
        needed = " ".join(stretch.equipment)
        for path, said in _asked(stretch, condition):
            told = (one for one in sentences(said) if not has(one, words.without))
            used = chain.from_iterable(found(one, words.things) for one in told)
            for thing in dict.fromkeys(used):
                if thing.split()[-1] not in needed:
                    yield record.origin(*path).problem(
                        f"'{thing}' is not among what the move needs{_for(condition)}",
                        "Name it in `equipment`, or in the `needs` of the caution",
                    )


def whole_pictures(subject: LintContext) -> Iterator[Problem]:
    """Yield each change to go less far whose pictures go all the way."""
    small = data("agreement", Agreement).less
    for record in subject.stretches:
        usual = " ".join(record.value.steps)
        for i, caution in enumerate(record.value.cautions):
            for path, changes in caution.all_changes():
                shown = (changes.illustrations, caution.changes and caution.changes.illustrations)
                if not changes.steps or shown != (None, None):
                    continue
                less = [one for one in found(" ".join(changes.steps), small) if one not in usual]
                if less and record.value.illustrations:
                    yield record.origin("cautions", i, *path, "steps").problem(
                        f"its steps go '{less[0]}', and its pictures all the way",
                        "Give it `illustrations` that go as far as its steps",
                    )


def both_sides(subject: LintContext) -> Iterator[Problem]:
    """Yield each move whose steps switch sides, and whose dose is for one side."""
    switch = data("agreement", Agreement).switch
    for record, condition, made in _moves(subject):
        dose = made.value.dose
        if dose.each_side or dose.side:
            continue
        for i, step in enumerate(made.value.steps):
            if has(step, switch):
                yield record.origin("steps", i).problem(
                    f"it switches sides, and the dose is not for each side{_for(condition)}",
                    "Say `each_side: true` in the dose, or leave out the words",
                )


def _moves(
    subject: LintContext,
) -> Iterator[tuple[Record[Stretch], str, Record[Stretch]]]:
    """Yield each move for anyone and for people with each condition that changes or warns of it."""
    for record in subject.stretches:
        yield record, "", record
        named = dict.fromkeys(id_ for one in record.value.cautions for id_ in one.conditions)
        for condition in named:
            made = fitted(record.id, subject.library.stretches, (condition,))
            if made.record and made.id == record.id:
                yield record, condition, _dosed(made.record, made)


def _dosed(record: Record[Stretch], made: Fitted) -> Record[Stretch]:
    value = record.value
    dose = lessened(value.dose, made.doses, value.dose)
    return Record(
        record.id, value.model_copy(update={"dose": dose}), record.file, record.root, record.places
    )


def _asked(stretch: Stretch, condition: str) -> Iterator[tuple[FieldPath, str]]:
    """Yield what people do, and what they take care of; what makes it easier is their choice."""
    yield ("start",), stretch.start
    for i, said in enumerate(stretch.steps):
        yield ("steps", i), said
    for i, caution in enumerate(stretch.cautions):
        if _concerns(caution, condition):
            yield ("cautions", i, "advice"), caution.advice


def _concerns(caution: Caution, condition: str) -> bool:
    return not caution.conditions or condition in caution.conditions


def _for(condition: str) -> str:
    return f", for `{condition}`" if condition else ""
