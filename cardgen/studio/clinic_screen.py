"""The screen on which a clinic settles its letterhead, its paper and its colours."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from cardgen.documents.handout_request import HandoutRequest
from cardgen.errors import CardgenError
from cardgen.model.request import DEFAULT_ROUTINE
from cardgen.model.settings import FEEDS
from cardgen.studio.choices import choices_of
from cardgen.studio.clinic import HEAD, HOLDS, ClinicFiles, find_files, logos
from cardgen.studio.desk import Desk
from cardgen.studio.page import PageMaker
from cardgen.studio.problems import told
from cardgen.studio.said import Said
from cardgen.studio.screens import LEAVE
from cardgen.studio.views import Views

FIELDS = (*HEAD, *HOLDS)
HINTS = ("programmes", "accent", "credentials", "web")
"""The fields that show an example of what is typed there."""


class ClinicScreen:
    """Shows the files of the clinic with what they look like, and writes them when asked."""

    def __init__(self, desk: Desk, views: Views, settle: Callable[[], None]) -> None:
        """`settle` is called when the files have changed."""
        self.desk = desk
        self._views = views
        self._settle = settle
        self._maker = PageMaker()
        self._look: tuple[int, bytes] = (0, b"")
        """The picture of the page with the letterhead, and its number."""

    async def screen(self, request: Request) -> Response:
        """Show the form, take it as it is typed, or write what it says."""
        try:
            files = find_files(self.desk.work.folder)
            if request.method == "GET":
                return self._show(files, files.values(), await self._draw(files, files.values()))
            form = await self._views.form_of(request)
            typed = {name: form.one(name) for name in FIELDS}
            wanted, leaves = files.with_values(typed), form.one("do") == LEAVE
            if leaves and wanted == files:
                return self._views.to("")
            stale, errors = form.one("seen") != files.digest, await self._draw(wanted, typed)
            if form.one("do") != "save" or stale or errors:
                return self._show(files, typed, errors, stale=stale, leaves=leaves)
            wanted.save()
            self._settle()
        except CardgenError as error:
            words = [told(problem) for problem in error.problems]
            return self._views.show("broken", HTTPStatus.CONFLICT, problems=words)
        return self._views.to("clinic/saved")

    async def saved(self, _: Request) -> Response:
        """Show the form after it was written."""
        files = find_files(self.desk.work.folder)
        said = Said("said-clinic", {"settings": files.settings.name, "head": files.head.name})
        errors = await self._draw(files, files.values())
        return self._show(files, files.values(), errors, said=said)

    async def look(self, request: Request) -> Response:
        """Return the picture of the page with the letterhead."""
        number, picture = self._look
        if number != request.path_params["number"] or not picture:
            return self._views.gone()
        return Response(picture, media_type="image/png")

    def _show(
        self,
        files: ClinicFiles,
        typed: dict[str, str],
        errors: dict[str, str],
        *,
        stale: bool = False,
        leaves: bool = False,
        said: Said | None = None,
    ) -> Response:
        status = HTTPStatus.CONFLICT if stale else HTTPStatus.OK
        values: dict[str, Any] = {"errors": errors, "typed": typed, "stale": stale, "said": said}
        values |= {"leave": "" if leaves else None}
        values |= {
            "files": files,
            "logos": {name: name for name in logos(files)},
            "look": self._look[0],
        }
        values |= {"fields": FIELDS, "hints": HINTS, "choices": choices_of(self._views.tongue)}
        return self._views.show("clinic", status, **values)

    async def _draw(self, wanted: ClinicFiles, typed: dict[str, str]) -> dict[str, str]:
        """Draw a page with the letterhead, and return all that is wrong with it, by field."""
        library = self.desk.library
        if errors := wanted.problems(library):
            return errors
        chosen = {name: typed[name] for name in HOLDS if name in FEEDS and typed.get(name)}
        try:
            request = HandoutRequest(
                routine=next(iter(library.routines), DEFAULT_ROUTINE),
                letterhead=wanted.letterhead(library),
                **chosen,  # type: ignore[arg-type]  # its own check follows
            )
            page = await run_in_threadpool(self._maker.make, request, library)
        except CardgenError as error:
            return {problem.field: told(problem) for problem in error.problems}
        self._look = self._look[0] + 1, page.sides[0].picture
        return {}
