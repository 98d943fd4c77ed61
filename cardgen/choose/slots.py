"""The words that differ from person to person, without making the rest of the page."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from pydantic import ValidationError

from cardgen.choose.dose import dose_words, total_seconds, whole_minutes
from cardgen.choose.handout import MINUTES
from cardgen.choose.heading import footer, own_words
from cardgen.choose.moves import dose_slot, item_dose
from cardgen.choose.personal import changed, planned
from cardgen.choose.pick import pick
from cardgen.model.condition import Condition
from cardgen.model.design import Locale
from cardgen.model.dose import Dose, DoseChange
from cardgen.model.library import Library
from cardgen.model.request import HandoutRequest
from cardgen.model.routine import Routine

_KEPT = 1024
"""How many plans are kept, and doses of how many people."""

Dosed = tuple[Dose, str]
"""A dose, and how a person says it."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """A routine as some people do it, but for the changes to its doses."""

    routine: Routine
    dosed: list[Dosed]


class SlotWords:
    """Tells what stands in each slot of a handout, as `choose_handout` writes it."""

    def __init__(self, library: Library, locale: Locale) -> None:
        self._library = library
        self._locale = locale
        self._planned = lru_cache(_KEPT)(self._plan)
        self._dosed = lru_cache(_KEPT)(self._dose_words)
        self._foot = lru_cache(_KEPT)(self._footer)

    def of(self, request: HandoutRequest) -> dict[str, str]:
        """Return the words of each slot. Raises InvalidDataError when a request cannot be done."""
        return {**self._doses(request), **own_words(request, self._locale)}

    def check(self, request: HandoutRequest) -> None:
        """Raise InvalidDataError when a request cannot be done."""
        self._doses(request)

    def _doses(self, request: HandoutRequest) -> dict[str, str]:
        return self._dosed(
            request.routine, request.without, request.add, request.conditions, request.changes
        )

    def _dose_words(
        self,
        routine_id: str,
        without: tuple[str, ...],
        add: tuple[str, ...],
        conditions: tuple[Condition, ...],
        changes: tuple[tuple[str, DoseChange], ...],
    ) -> dict[str, str]:
        """Return the words of the slots of doses, and of how long they take in all."""
        ids = tuple(id_ for id_, _ in changes)
        plan = self._planned(routine_id, without, add, conditions, ids)
        bare = HandoutRequest(
            routine_id, without=without, add=add, conditions=conditions, changes=changes
        )
        dosed = self._changed(plan, bare)
        found = {dose_slot(i): line for i, (_, line) in enumerate(dosed, 1)}
        seconds = total_seconds([dose for dose, _ in dosed], plan.routine.transition)
        found[MINUTES] = self._locale.say("minutes", n=whole_minutes(seconds))
        return found

    def _plan(
        self,
        routine_id: str,
        without: tuple[str, ...],
        add: tuple[str, ...],
        conditions: tuple[Condition, ...],
        changed_ids: tuple[str, ...],
    ) -> _Plan:
        """Return a plan for all who change the doses of these stretches, in whatever way."""
        changes = tuple((id_, DoseChange()) for id_ in changed_ids)
        bare = HandoutRequest(
            routine_id, without=without, add=add, conditions=conditions, changes=changes
        )
        record = pick(self._library.routines, routine_id, "routine")
        routine = planned(record, self._library, bare).record.value
        doses = (item_dose(item, self._library.stretches) for item in routine.items)
        return _Plan(routine, [self._said(dose) for dose in doses])

    def _said(self, dose: Dose) -> Dosed:
        return dose, dose_words(dose, self._locale).line

    def _changed(self, plan: _Plan, request: HandoutRequest) -> list[Dosed]:
        found, changes = list(plan.dosed), dict(request.changes)
        for i, item in enumerate(plan.routine.items):
            if item.stretch in changes:
                try:
                    dose = item_dose(changed(item, changes[item.stretch]), self._library.stretches)
                except ValidationError:
                    record = pick(self._library.routines, request.routine, "routine")
                    planned(record, self._library, request)  # says what is wrong
                    raise
                found[i] = self._said(dose)
        return found

    def _footer(self, routine_id: str, day: date | None) -> str:
        routine = pick(self._library.routines, routine_id, "routine").value
        return footer(routine.reviewed, day, self._locale)

    def foot(self, request: HandoutRequest) -> str:
        """Return the words at the foot of the page, which depend on the day."""
        return self._foot(request.routine, request.date or request.built)
