"""Danger signs, cautions and doses, and the order of a routine."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations, groupby
from typing import TypeVar

from cardgen.compose.dose import total_seconds, whole_minutes
from cardgen.compose.moves import routine_doses
from cardgen.errors import Problem
from cardgen.library.files import read_record
from cardgen.lint.context import LintContext
from cardgen.lint.data import Cautions, UsualCaution, data, limits
from cardgen.lint.reading import has, words
from cardgen.model.base import Model
from cardgen.model.country import ENGLISH
from cardgen.model.library import Library, Record
from cardgen.model.routine import Routine
from cardgen.model.safety import Safety, SignList
from cardgen.model.stretch import Stretch
from cardgen.model.vocabulary import DANGER, Region
from cardgen.paths import DATA


def red_flags(subject: LintContext) -> Iterator[Problem]:
    """Yield each danger sign of its region that a routine's safety texts leave out."""
    for safety in subject.safety_in_use:
        region = subject.library.regions.get(safety.value.region or "")
        if region is None:
            continue
        where = " or ".join(f"`{level}`" for level in region.named_in) or "a list of signs"
        for sign in _left_out(safety.value, region):
            yield safety.origin(*region.named_in[:1]).problem(
                f"no danger sign tells of {sign}", f"Add it to {where}"
            )


def _left_out(safety: Safety, region: Region) -> Iterator[str]:
    lists = [signs for id_, signs in safety.lists.items() if id_ in (region.named_in or (id_,))]
    said = " ".join(f"{s.text} {s.clinical or ''}" for signs in lists for s in signs.signs)
    return (sign.sign for sign in region.signs if not has(said, sign.words))


def unsourced_signs(subject: LintContext) -> Iterator[Problem]:
    """Yield each danger sign without a verified source."""
    sources = subject.library.sources
    for safety in subject.safety_in_use:
        for id_, level, signs in safety.value.by_urgency(subject.library.levels):
            for i, sign in enumerate(signs.signs if level.part == DANGER else ()):
                if not any(sources[one].value.prints for one in sign.sources):
                    yield safety.origin(id_, "signs", i, "sources").problem(
                        f"no verified source tells of the danger sign '{sign.text}'",
                        "Name a record in `sources` that says `checked: verified`",
                    )


def long_signs(subject: LintContext) -> Iterator[Problem]:
    """Yield each list of signs that is longer in short than its level allows.

    The longer of both forms of English counts.
    """
    for safety in subject.safety_in_use:
        for id_, level, signs in safety.value.by_urgency(subject.library.levels):
            lines = signs.short or signs.signs
            count = max(sum(len(words(line.words(e))) for line in lines) for e in ENGLISH)
            found = ((len(lines), level.lines, "lines"), (count, level.words, "words"))
            for has_, most, unit in found:
                if most and has_ > most:
                    yield safety.origin(id_, "short").problem(
                        f"in short, these signs take {has_} {unit}; there is room for {most}",
                        "Let signs of one kind share a line of `short`, and drop none",
                    )


_TOLD = ("title", "summary")
"""What a routine is for: with one of them changed, the other is to change too."""
M = TypeVar("M", bound=Model)


def unchanged(subject: LintContext) -> Iterator[Problem]:
    """Yield each list of signs that is still the example's, and what a routine is still for.

    A safety text that no routine uses, and a routine that is the example as a whole, print for
    nobody.
    """
    lists = {id_: _words(signs) for id_, signs in _example("safety", Safety).lists.items()}
    for safety in subject.safety_in_use:
        for id_, signs in safety.value.lists.items():
            if _words(signs) == lists.get(id_):
                yield safety.origin(id_).problem(
                    "these signs are still those of the example, which is about the low back",
                    "Write those of your own region; for the low back, a routine may say "
                    "`safety: low-back`",
                )
    routine = _example("routine", Routine)
    for record in subject.routines:
        same = [name for name in _TOLD if getattr(record.value, name) == getattr(routine, name)]
        for name in same if len(same) < len(_TOLD) else ():
            yield record.origin(name).problem("this is still the text of the example", "Say yours")


def _words(signs: SignList) -> tuple[str, ...]:
    return tuple(sign.text for sign in signs.signs)


@lru_cache(maxsize=4)
def _example(kind: str, model: type[M]) -> M:
    return read_record(DATA / "examples" / f"{kind}.yaml", model).value


def usual_cautions(subject: LintContext) -> Iterator[Problem]:
    """Yield each caution that a stretch of this position, kind and target usually has."""
    for stretch in subject.stretches:
        for usual in data("cautions", Cautions).usual:
            if _concerns(usual, stretch.value) and not _has(usual, stretch.value):
                yield stretch.origin("cautions").problem(
                    f"no caution for `{usual.condition}`: {usual.why}",
                    f"Add a caution with `condition: {usual.condition}`",
                )


def _concerns(usual: UsualCaution, stretch: Stretch) -> bool:
    return (
        (not usual.position or stretch.position in usual.position)
        and (not usual.kind or stretch.kind in usual.kind)
        and (not usual.targets or has(" ".join(stretch.targets), usual.targets))
        and (not usual.doing or has(" ".join(stretch.steps), usual.doing))
    )


def _has(usual: UsualCaution, stretch: Stretch) -> bool:
    """Tell whether the condition is spoken of, among the cautions or as a reason to do less."""
    said = [stretch.easier, *(f"{c.who or c.when or ''} {c.advice}" for c in stretch.cautions)]
    named = any(usual.condition in caution.conditions for caution in stretch.cautions)
    return named or has(" ".join(said), usual.words)


_Placed = tuple[int, Record[Stretch]]


def harder_first(subject: LintContext) -> Iterator[Problem]:
    """Yield each item that comes before its easier form, as the stretches themselves tell it."""
    for routine in subject.routines:
        for (i, first), (_, second) in combinations(_placed(routine, subject.library), 2):
            if _is_harder(first.value, second.value):
                yield routine.origin("items", i).problem(
                    f"{first.value.name} is harder than {second.value.name}, and comes before it",
                    "Put the easier one first",
                )


def _is_harder(one: Stretch, other: Stretch) -> bool:
    return has(other.harder, [one.name]) or has(one.easier, [other.name])


def postures(subject: LintContext) -> Iterator[Problem]:
    """Yield each routine that goes back to postures it has left, more often than it may."""
    for routine in subject.routines:
        runs = [
            p for p, _ in groupby(s.value.position for _, s in _placed(routine, subject.library))
        ]
        returns = len(runs) - len(set(runs))
        if returns > limits().posture_returns:
            yield routine.origin("items").problem(
                f"it goes back {returns} times to a posture that it has left ({', '.join(runs)})",
                "Keep stretches of one posture together",
            )


def _placed(routine: Record[Routine], library: Library) -> list[_Placed]:
    return [
        (i, library.stretches[item.stretch])
        for i, item in enumerate(routine.value.items)
        if item.stretch in library.stretches
    ]


def minutes(subject: LintContext) -> Iterator[Problem]:
    """Yield each routine for so many days a week that is shorter or longer than was studied.

    What was studied is told by the region of its safety texts. A routine with a `rule` in place
    of days, such as "any run day", does not claim to be a dose; nor do the moves of one with a
    `plan`, whose sessions are what the plan says.
    """
    for routine in subject.routines:
        if routine.value.plan:
            continue
        studied = _studied(routine.value, subject.library)
        found = whole_minutes(
            total_seconds(routine_doses(routine.value, subject.library), routine.value.transition)
        )
        if studied and routine.value.frequency.days and not studied[0] <= found <= studied[1]:
            yield routine.origin("items").problem(
                f"it takes {found} minutes; {studied[0]} to {studied[1]} were studied",
                "Change the doses or the moves, or give a `frequency.rule` in place of days",
            )


def _studied(routine: Routine, library: Library) -> tuple[int, int] | None:
    region = library.safety[routine.safety].value.region
    return library.regions[region].minutes if region else None
