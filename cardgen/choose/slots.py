"""The words that differ from person to person, without making the rest of the page."""

from collections.abc import Iterable
from functools import lru_cache

from cardgen.choose.dose import dose_words, total_seconds, whole_minutes
from cardgen.choose.handout import MINUTES, heading
from cardgen.choose.moves import dose_slot, routine_doses
from cardgen.choose.pick import pick
from cardgen.model.content import Words
from cardgen.model.design import Locale
from cardgen.model.library import Library
from cardgen.model.request import HandoutRequest

_KEPT = 4096


class SlotWords:
    """Tells what stands in each slot of a handout, as `choose_handout` writes it."""

    def __init__(self, library: Library, locale: Locale) -> None:
        self._library = library
        self._locale = locale
        self._dosed = lru_cache(_KEPT)(self._doses)
        self._dose = lru_cache(_KEPT)(lambda dose: dose_words(dose, locale).line)

    def of(self, request: HandoutRequest) -> dict[str, str]:
        """Return the words of each slot. Raises InvalidDataError when there is no such routine."""
        found = dict(self._dosed(request.routine))
        if top := heading(request, self._locale):
            found.update(_slots((*top.clinic, *top.recipient)))
        return found

    def _doses(self, routine_id: str) -> dict[str, str]:
        routine = pick(self._library.routines, routine_id, "routine").value
        doses = routine_doses(routine, self._library)
        found = {dose_slot(i): self._dose(dose) for i, dose in enumerate(doses, 1)}
        minutes = whole_minutes(total_seconds(doses, routine.transition))
        found[MINUTES] = self._locale.say("minutes", n=minutes)
        return found


def _slots(texts: Iterable[Words]) -> dict[str, str]:
    return {span.slot: span.text for text in texts for span in text if span.slot}
