"""Conditions that all the people have whom a routine is for, on a page that is for any of them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cardgen.compose.conditions import Fitted
from cardgen.model.caution import Caution
from cardgen.model.library import Library


def as_presumed(found: Fitted, presumed: Sequence[str], library: Library, *, own: bool) -> Fitted:
    """Return a move as `presumed` conditions have it, with the cautions for who has others as well.

    What it warns people with a presumed condition of concerns everyone on the page. An `own` page
    is one person's: it has no cautions for others.
    """
    if not found.record or not presumed:
        return found
    told = _for_everyone(found.record.value.cautions, presumed, library)
    usual = () if own else library.stretches[found.id].value.cautions
    cautions = (*told, *_for_others(usual, presumed))
    value = found.record.value.model_copy(update={"cautions": cautions})
    return replace(found, record=replace(found.record, value=value))


def changes_more(condition: str, cautions: Sequence[Caution], presumed: Sequence[str]) -> bool:
    """Tell whether a condition changes a move in a way that it is not changed for everyone."""
    return any(
        one.effect == "change"
        and condition in one.conditions
        and set(one.conditions).isdisjoint(presumed)
        for one in cautions
    )


def _for_everyone(
    cautions: Sequence[Caution], presumed: Sequence[str], library: Library
) -> Iterator[Caution]:
    """Yield cautions, those for the presumed conditions as what anyone can feel: "Flare-up?".

    There is one for each condition: those of the same advice are told together, as in any language
    such names stand in a row.
    """
    for caution in cautions:
        if not caution.conditions or not set(caution.conditions).issubset(presumed):
            yield caution
            continue
        for id_ in caution.conditions:
            sign = library.conditions[id_].label
            yield caution.model_copy(update={"condition": None, "who": None, "when": sign})


def _for_others(cautions: Sequence[Caution], presumed: Sequence[str]) -> Iterator[Caution]:
    """Yield the cautions for people with other conditions, and of each these alone.

    A change that is made for everyone is none for them.
    """
    for caution in cautions:
        others = tuple(id_ for id_ in caution.conditions if id_ not in presumed)
        made = caution.effect == "change" and len(others) < len(caution.conditions)
        if others and not made:
            yield caution.model_copy(update={"condition": others})
