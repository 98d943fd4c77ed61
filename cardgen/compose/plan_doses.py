"""The dose of a move of a plan: a routine's own, or a programme's, as conditions change it."""

from cardgen.compose.conditions import Fitted, Stretches
from cardgen.compose.lessened import as_asked, as_wanted, lessened
from cardgen.compose.moves import item_dose
from cardgen.model.amount import most
from cardgen.model.dose import Dose, DoseChange
from cardgen.model.routine import Item

_WORDED = ("unit", "load", "note")
"""What of a dose is words."""


def own_dose(item: Item, found: Fitted, asked: DoseChange | None, stretches: Stretches) -> Dose:
    """Return the dose of a move of a programme, whose numbers were chosen for one person.

    `asked` is what is changed of the dose of the move whose place it takes.
    """
    wanted = item.dose
    if wanted is None:
        return routine_dose(item, found, asked, stretches)
    own = stretches[item.stretch].value.dose
    if found.reworded:
        # A word on how is said of the move as it was, and so are more sets than are usual.
        dropped = (*_WORDED, "rest", "sets") if most(wanted.sets or 1) > most(own.sets) else _WORDED
        fields = wanted.model_fields_set - {*dropped}
        wanted = DoseChange(**{name: getattr(wanted, name) for name in fields})
    return as_wanted(lessened(own, found.doses, own), wanted, found.doses)


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
