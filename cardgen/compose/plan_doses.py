"""The dose of a move of a plan: a routine's own, or a programme's, as conditions change it."""

from collections.abc import Collection

from cardgen.compose.conditions import Fitted, Stretches, fitted
from cardgen.compose.lessened import as_asked, as_wanted, lessened
from cardgen.compose.moves import item_dose
from cardgen.model.amount import Range, most
from cardgen.model.dose import Dose, DoseChange
from cardgen.model.routine import Item

_WORDED = ("unit", "load", "note")
"""What of a dose is words."""
NUMBERS = {"sets": ("sets", "rest"), "reps": ("reps", "rep_seconds"), "hold": ("hold",)}
"""The numbers of a dose, each with what is said of it alone."""


def own_dose(
    item: Item,
    found: Fitted,
    asked: DoseChange | None,
    stretches: Stretches,
    named: Collection[str] = (),
) -> Dose:
    """Return the dose of a move of a programme, whose numbers were chosen for one person.

    `asked` is what is changed of the dose of the move whose place it takes, `named` are the
    conditions that the programme names.
    """
    wanted = item.dose
    if wanted is None:
        return routine_dose(item, found, asked, stretches)
    own = stretches[item.stretch].value.dose
    if found.reworded:
        # A word on how is said of the move as it was.
        wanted = _without(of_this_form(wanted, own, found, named), _WORDED)
    return as_wanted(lessened(own, found.doses, own), wanted, found.doses)


def form_dose(
    id_: str,
    wanted: DoseChange,
    stretches: Stretches,
    conditions: Collection[str],
    named: Collection[str],
) -> DoseChange:
    """Return what of a wanted dose holds for a move as people with these conditions do it.

    `named` are the conditions that whoever wrote it had in mind.
    """
    found = fitted(id_, stretches, conditions)
    return of_this_form(wanted, stretches[id_].value.dose, found, named)


def of_this_form(
    wanted: DoseChange, own: Dose, found: Fitted, named: Collection[str]
) -> DoseChange:
    """Return what of a wanted dose holds for a move in the form that conditions give it.

    More than is usual was meant for the move as it was, unless whoever wrote it had `named` these
    conditions as well.
    """
    if not found.reworded or set(found.changed) <= set(named):
        return wanted
    more = [name for name in NUMBERS if _is_more(getattr(wanted, name), getattr(own, name))]
    return _without(wanted, [field for name in more for field in NUMBERS[name]])


def _is_more(wanted: Range | None, usual: Range | None) -> bool:
    return wanted is not None and usual is not None and most(wanted) > most(usual)


def _without(wanted: DoseChange, dropped: Collection[str]) -> DoseChange:
    fields = wanted.model_fields_set - {*dropped}
    return DoseChange(**{name: getattr(wanted, name) for name in fields})


def routine_dose(item: Item, found: Fitted, asked: DoseChange | None, stretches: Stretches) -> Dose:
    """Return the dose of a move: what conditions make of it, or else the routine's own."""
    usual = item_dose(item, stretches)
    if asked:
        usual = as_asked(usual, asked)
        return lessened(usual, found.doses, usual) if found.doses else usual
    if not found.reworded:
        return lessened(usual, found.doses, usual) if found.doses else usual
    # A dose that a routine changes is one for the move as it was.
    dose = stretches[item.stretch].value.dose
    side = (DoseChange(side=usual.side),) if usual.side else ()
    return lessened(dose, (*found.doses, *side), usual)
