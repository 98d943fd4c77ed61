"""Makes the dose of a move on a page the clinic's usual one: what is written is shown before."""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from cardgen.errors import CardgenError
from cardgen.model.address import id_of
from cardgen.model.dose import Dose
from cardgen.studio.desk import Desk
from cardgen.studio.exercise_files import (
    ExerciseFile,
    check_exercise,
    find_exercise,
    save_exercise,
)
from cardgen.studio.order import Order
from cardgen.studio.said import RefusedError, Said
from cardgen.studio.screens import VisitScreens
from cardgen.studio.shown import dose_line
from cardgen.studio.views import form_of

NOBODY = "the clinic"
"""Who is said to have settled a dose where no letterhead names anybody."""


@dataclass
class UsualScreen:
    """Asks whether a dose is to be the usual one, and writes it into the file of its move."""

    desk: Desk
    screens: VisitScreens
    settle: Callable[[], None]
    """Is called when a file has changed."""

    async def ask(self, request: Request) -> Response:
        """Show what would be written, or write it."""
        (found, key, _), number = self.screens.asked(request), request.path_params["number"]
        moves = found.visit.content.moves if found else ()
        if found is None or not 0 < number <= len(moves):
            return self.screens.views.gone()
        move, order = moves[number - 1], Order(found.visit.content, self.desk)
        dose, stretch = order.dose(move), self.desk.stretch(move)
        before = find_exercise(self.desk.work.folder, id_of(move))
        wanted = self._with_dose(before, dose)
        checked = await run_in_threadpool(check_exercise, wanted, self.desk, frozenset[str]())
        tongue = self.screens.views.tongue
        problems = [*map(tongue.told, checked.problems)]
        form = await form_of(request) if request.method == "POST" else None
        stale = form is not None and form.one("seen") != f"{before.digest} {dose!r}"
        if form is not None and not stale and not problems:
            try:
                save_exercise(wanted, before, {}, self.desk.library)
            except RefusedError as error:
                problems = [tongue.retell(error.why)]
            except CardgenError as error:
                problems = [*map(tongue.told, error.problems)]
            else:
                self.settle()
                found.visit = found.visit.saying(Said("said-usual", move=move))
                return self.screens.views.to(f"visit/{key}/dose")
        values: dict[str, Any] = {
            "here": self.screens.here(key),
            "number": number,
            "name": tongue.own(tongue.stretch(move).name),
            "now": dose_line(stretch.dose, move, order, tongue),
            "then": dose_line(dose, move, order, tongue),
            "file": before,
            "written": self._written(before, move),
            "seen": f"{before.digest} {dose!r}",
            "stale": stale,
            "problems": problems,
        }
        status = HTTPStatus.CONFLICT if stale or problems else HTTPStatus.OK
        return self.screens.views.show("usual", status, **values)

    def _written(self, file: ExerciseFile, move: str) -> dict[str, object]:
        """Return what is told of the file that is written."""
        told: dict[str, object] = {"file": file.path.name, "folder": str(file.path.parent)}
        tongue = self.screens.views.tongue
        return told if file.is_own else {**told, "name": tongue.own(tongue.stretch(move).name)}

    def _with_dose(self, file: ExerciseFile, dose: Dose) -> ExerciseFile:
        head = self.desk.usual.letterhead
        by = (head.value.person or head.value.name) if head else NOBODY
        said = dose.model_dump(mode="json", exclude_defaults=True)
        reviewed = {"date": self.desk.today, "by": by}
        return file.with_values({"dose": {"sets": dose.sets, **said}, "reviewed": reviewed})
