"""Opens programmes, and saves them in the folder that a clinic has named."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from http import HTTPStatus

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from cardgen.documents.programme import Programme
from cardgen.errors import CardgenError
from cardgen.studio.desk import Desk
from cardgen.studio.forms import Form
from cardgen.studio.order import Order
from cardgen.studio.products import make_product
from cardgen.studio.programmes import Shelf, ThereAlreadyError, read_programme
from cardgen.studio.said import RefusedError, Said
from cardgen.studio.screens import VisitScreens
from cardgen.studio.views import Views, form_of
from cardgen.studio.visit import Content, Visit
from cardgen.studio.visits import Open, Visits

NAME = "programme-name"
"""The field of the name that a programme is saved under."""


@dataclass
class ProgrammeScreens:
    """Answers what is asked of programmes."""

    desk: Desk
    visits: Visits
    views: Views
    screens: VisitScreens
    start: Callable[..., Response]
    """Shows the start."""

    async def open(self, request: Request) -> Response:
        """Begin a visit with the programme in a file that the browser sends."""
        form = await form_of(request)
        file = form.files.get("file")
        if file is None or not file.content:
            return self.start(wrong={"file": self.views.tongue.say("start-no-file")})
        return self._opened(lambda: read_programme(file.name, file.content, self.desk.library))

    async def open_kept(self, request: Request) -> Response:
        """Begin a visit with a programme of the clinic's folder."""
        name, shelf = (await form_of(request)).one("name"), self.desk.shelf
        if shelf is None:
            return self.views.gone()
        return self._opened(lambda: shelf.open(name, self.desk.library))

    def _opened(self, read: Callable[[], Programme]) -> Response:
        if self.visits.is_full:
            return self.views.to("")
        try:
            opened = read()
        except CardgenError as error:
            return self.start(HTTPStatus.CONFLICT, problems=error.problems)
        content = Content(opened=opened, conditions=opened.conditions)
        fields = {**self.desk.first_fields(), "author": opened.author or ""}
        content = replace(content, moves=self.desk.moves_of(content), fields=fields)
        key = self.visits.open(Visit(content).saying(Said("said-opened", {"title": opened.title})))
        return self.views.to(f"visit/{key}/dose")

    async def save(self, request: Request) -> Response:
        """Save the programme of a page that was shown; never over another one unasked."""
        (found, key, _), form = self.screens.asked(request), await form_of(request)
        shelf = self.desk.shelf
        if found is None or shelf is None:
            return self.views.gone()
        order = Order(found.visit.content, self.desk)
        if form.one("rev") != str(found.visit.rev) or order.request is None:
            return self.screens.changed(key)
        try:
            return await self._saved(found, key, form, order, shelf)
        except ThereAlreadyError as error:
            values = {"name": form.one(NAME), "folder": shelf.folder, "there": error.digest}
            return self.views.show(
                "replace",
                HTTPStatus.CONFLICT,
                here=self.screens.here(key),
                rev=form.one("rev"),
                **values,
            )
        except RefusedError as error:
            wrong = {NAME: self.views.tongue.retell(error.why)}
            return await self.screens.show("page", key, found.visit, found, form, wrong)
        except CardgenError as error:
            wrong = {NAME: Markup(" ").join(map(self.views.tongue.told, error.problems))}
            return await self.screens.show("page", key, found.visit, found, form, wrong)

    async def _saved(
        self, found: Open, key: str, form: Form, order: Order, shelf: Shelf
    ) -> Response:
        made = await run_in_threadpool(make_product, "programme", order, form)
        path = shelf.save(form.one(NAME), made.content, form.one("there"))
        found.visit = found.visit.saying(
            Said("said-saved", {"file": path.name, "folder": str(path.parent)})
        )
        return self.views.to(f"visit/{key}/page")
