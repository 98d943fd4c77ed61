"""Conditions: pages that show what they forbid, and cautions that name others than theirs."""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from cardgen.compose.conditions import fitted
from cardgen.errors import Problem
from cardgen.lint.context import LintContext
from cardgen.lint.data import Contradictions, Forbidden, data
from cardgen.lint.reading import has, sentences
from cardgen.model.library import Record
from cardgen.model.origin import FieldPath
from cardgen.model.stretch import Stretch
from cardgen.model.vocabulary import Condition

_SAID = ("name", "start", "breathing", "cue", "easier", "harder")
_LISTS = ("steps", "short_steps")
_NOT = re.compile(r"\b(not|no|never|without|nor)\b", re.IGNORECASE)
_SMALL = re.compile(r"^(a|an|the) ")


class Contradiction(NamedTuple):
    """Words or a posture of a move that a condition forbids, where they stand, and why."""

    condition: str
    path: FieldPath
    found: str
    why: str


def contradictions(subject: LintContext) -> Iterator[Problem]:
    """Yield each step, picture or posture that stays for people who are not to do it."""
    for stretch in subject.stretches:
        for condition in subject.library.conditions:
            made = fitted(stretch.id, subject.library.stretches, (condition,))
            if made.record is None or made.id != stretch.id:
                continue
            for one in contradicted(made.record, (condition,)):
                yield made.record.origin(*one.path).problem(
                    f"'{one.found}' stays for `{condition}`: {one.why}",
                    f"Say in its caution for `{condition}` what changes, or leave the move out",
                )


def contradicted(record: Record[Stretch], conditions: Collection[str]) -> Iterator[Contradiction]:
    """Yield what people with these conditions are not to read or see of a move as it prints."""
    stretch = record.value
    for row in data("contradictions", Contradictions).forbidden:
        for condition in conditions:
            if condition not in row.condition:
                continue
            if stretch.position in row.postures:
                yield Contradiction(condition, ("position",), stretch.position, row.why)
            for path, said in _texts(stretch):
                if found := _forbidden(said, row):
                    yield Contradiction(condition, path, found, row.why)


def _texts(stretch: Stretch) -> Iterator[tuple[FieldPath, str]]:
    """Yield what is done and what is shown; a common mistake tells what is not done."""
    for name in _SAID:
        yield (name,), getattr(stretch, name)
    for name in _LISTS:
        for i, said in enumerate(getattr(stretch, name)):
            yield (name, i), said
    for i, shown in enumerate(stretch.illustrations):
        yield ("illustrations", i, "alt"), shown.alt


def _forbidden(said: str, row: Forbidden) -> str:
    """Return the words of a row that a text has in a sentence that does not say not to."""
    told = [sentence for sentence in sentences(said) if not _NOT.search(sentence)]
    return next((words for words in row.words if any(has(one, [words]) for one in told)), "")


def who_and_condition(subject: LintContext) -> Iterator[Problem]:
    """Yield each caution whose `who` are other people than those of its condition."""
    known = subject.library.conditions
    for stretch in subject.stretches:
        for i, caution in enumerate(stretch.value.cautions):
            if not caution.who or not caution.conditions:
                continue
            others = [id_ for id_ in known if id_ not in caution.conditions]
            named = [id_ for id_ in others if _core(known[id_]) in caution.who.lower()]
            unnamed = [id_ for id_ in caution.conditions if not _speaks_of(caution.who, known[id_])]
            if named:
                said = f"speaks of `{named[0]}`, which is not its condition"
            elif unnamed:
                said = f"does not speak of `{unnamed[0]}`, its condition"
            else:
                continue
            yield stretch.origin("cautions", i, "who").problem(
                f"'{caution.who}' {said}",
                "Leave `who` out: then the condition says it. Or write a caution for each",
            )


def _core(condition: Condition) -> str:
    return _SMALL.sub("", condition.name.lower())


def _speaks_of(who: str, condition: Condition) -> bool:
    """Tell whether a text has a word of a condition in it."""
    told = f"{condition.name} {condition.who or ''} {condition.about or ''}".lower()
    words = {word[:_STEM] for word in re.findall(r"[a-z]{4,}", told)} - _COMMON
    return any(word in who.lower() for word in words)


_STEM = 5
"""So many first letters tell a word from others."""
_COMMON = {
    word[:_STEM] for word in ("pain", "sore", "when", "your", "hurts", "over", "from", "bend")
}
"""Words that several conditions share."""
