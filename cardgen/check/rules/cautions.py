"""Cautions that a kind of stretch usually has."""

from collections.abc import Iterator

from cardgen.check.data import Cautions, UsualCaution, data
from cardgen.check.subject import Subject
from cardgen.check.words import has
from cardgen.errors import Problem
from cardgen.model.stretch import Stretch


def usual_cautions(subject: Subject) -> Iterator[Problem]:
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
    )


def _has(usual: UsualCaution, stretch: Stretch) -> bool:
    """Tell whether the condition is spoken of, among the cautions or as a reason to do less."""
    said = [stretch.easier, *(f"{c.who} {c.advice}" for c in stretch.cautions)]
    named = any(caution.condition == usual.condition for caution in stretch.cautions)
    return named or has(" ".join(said), usual.words)
