"""The studio as a whole: what answers which path."""

import datetime
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from http import HTTPStatus

from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from cardgen.errors import Problem
from cardgen.paths import PACKAGE
from cardgen.studio.clinic_screen import ClinicScreen
from cardgen.studio.desk import Desk, open_desk
from cardgen.studio.exercise_screens import ExerciseScreens
from cardgen.studio.page import load
from cardgen.studio.programme_screens import ProgrammeScreens
from cardgen.studio.screens import VisitScreens
from cardgen.studio.usual_screen import UsualScreen
from cardgen.studio.views import Views, cleared, file_of, form_of
from cardgen.studio.visit import NOTHING, Content, Visit
from cardgen.studio.visits import Visits
from cardgen.studio.voice import Voice
from cardgen.typography.fonts import file as font_file

_STATIC = PACKAGE / "studio" / "static"
_FONTS = {"regular.ttf": font_file("regular"), "bold.ttf": font_file("bold")}
_GET, _POST = ["GET"], ["POST"]


class Studio:
    """What one run of the studio knows."""

    def __init__(self, desk: Desk, base: str, quiet: float, stop: Callable[[], None]) -> None:
        """Serve below the path `base`; `quiet` is in seconds, and `stop` ends the server."""
        self.desk = desk
        self.visits = Visits(quiet)
        self._voice = Voice(desk.library, desk.settings.value.language)
        self._views = Views(base, quiet, self._voice)
        self._stop = stop
        self._screens = VisitScreens(desk, self.visits, self._views)
        self._clinic = ClinicScreen(desk, self._views, self._settle)
        self._exercises = ExerciseScreens(desk, self._views, self._read_anew)
        self._usual = UsualScreen(desk, self._screens, self._read_anew)
        self._programmes = ProgrammeScreens(
            desk, self.visits, self._views, self._screens, self._start
        )

    def speaks(self) -> str:
        """Return the language of the screens."""
        return self._voice.tongue.id

    def app(self) -> Starlette:
        """Return what answers requests that have been let in."""
        visit, screens, programmes = "visit/{key}", self._screens, self._programmes
        routes: list[tuple[str, Callable[[Request], Awaitable[Response]], list[str]]] = [
            ("", self.start, _GET),
            ("new", self.new, _POST),
            ("end", self.end, _POST),
            ("close", self.sure, _GET),
            ("stay", self.stay, _POST),
            ("language", self.language, _POST),
            ("programme", programmes.open, _POST),
            ("programme/kept", programmes.open_kept, _POST),
            ("clinic", self._clinic.screen, [*_GET, *_POST]),
            ("clinic/saved", self._clinic.saved, _GET),
            ("clinic/look/{number:int}.png", self._clinic.look, _GET),
            ("exercises", self._exercises.list, [*_GET, *_POST]),
            ("exercises/{id}", self._exercises.form, [*_GET, *_POST]),
            ("exercises/{id}/saved", self._exercises.saved, _GET),
            ("exercises/{id}/{name}", self._exercises.picture, _GET),
            ("picture/{id}", self.picture, _GET),
            ("static/{name}", self.static, _GET),
            (f"{visit}/exercises.pdf", screens.pdf, _POST),
            (f"{visit}/programme", programmes.save, _POST),
            (f"{visit}/usual/{{number:int}}", self._usual.ask, [*_GET, *_POST]),
            (f"{visit}/end", screens.end, _POST),
            (f"{visit}/sure", screens.sure, _GET),
            (f"{visit}/stay", screens.stay, _POST),
            (f"{visit}/side/{{rev:int}}/{{number:int}}.png", screens.side, _GET),
            (f"{visit}/{{screen}}", screens.screen, [*_GET, *_POST]),
            ("{path:path}", self.lost, [*_GET, *_POST]),
        ]
        base = self._views.base
        return Starlette(
            routes=[Route(base + path, call, methods=how) for path, call, how in routes]
        )

    async def start(self, request: Request) -> Response:
        """Show what a page can begin with, and the visits that are open."""
        self._voice.hear(request.headers.get("accept-language", ""))
        shown = self._start()
        shown.background = BackgroundTask(load)
        return shown

    def _start(
        self,
        status: int = HTTPStatus.OK,
        wrong: Mapping[str, str] = NOTHING,
        problems: Sequence[Problem] = (),
    ) -> Response:
        """Show the start, with what is wrong there, or with a programme that was to be opened."""
        opened = [
            (key, f"{datetime.datetime.fromtimestamp(one.began).astimezone():%H:%M}", one.visit)
            for key, one in self.visits
        ]
        packs = self._views.tongue.library.routines
        shelf = self.desk.shelf
        values = {"packs": packs, "opened": opened, "full": self.visits.is_full}
        values |= {"errors": wrong, "problems": problems, "kept": shelf.names() if shelf else ()}
        return self._views.show("start", status, **values)

    async def new(self, request: Request) -> Response:
        """Begin a visit, with the moves of a pack or with none."""
        form = await form_of(request)
        if self.visits.is_full:
            return self._views.to("")
        pack = form.one("pack") if form.one("pack") in self.desk.library.routines else ""
        content = Content(pack, fields=self.desk.first_fields())
        content = replace(content, moves=self.desk.moves_of(content))
        key = self.visits.open(Visit(content))
        return self._views.to(f"visit/{key}/{'dose' if pack else 'choose'}")

    async def language(self, request: Request) -> Response:
        """Speak another language, and show the same screen again."""
        back = (await self._views.form_of(request)).one("back")
        return self._views.to(back.removeprefix(self._views.base))

    async def stay(self, _: Request) -> Response:
        """Take note that somebody types: the guard has."""
        return Response(status_code=HTTPStatus.NO_CONTENT)

    async def sure(self, _: Request) -> Response:
        """Ask before it all is ended."""
        return self._views.show("close")

    async def end(self, request: Request) -> Response:
        """End it all; where a visit would be lost, only if that is sure."""
        form = await form_of(request)
        if not form.one("sure") and any(one.visit.is_unkept for _, one in self.visits):
            return self._views.to("close")
        self.visits.end_all()
        self._stop()
        return cleared(self._views.show("closed"))

    def _settle(self) -> None:
        """Read the settings anew: pages that are made from now on have them."""
        self._set_up(open_desk(self.desk.work, self.desk.library))

    def _read_anew(self) -> None:
        """Read the library anew: a move of the clinic's own has changed."""
        self._set_up(open_desk(self.desk.work))

    def _set_up(self, desk: Desk) -> None:
        self.desk = desk
        self._voice.library = desk.library
        for one in (self._screens, self._clinic, self._programmes, self._exercises, self._usual):
            one.desk = self.desk
        self.visits.outdate()

    async def picture(self, request: Request) -> Response:
        """Return the last picture of a move: where it ends."""
        record = self.desk.library.stretches.get(request.path_params["id"])
        if not record or not record.value.illustrations:
            return file_of(_STATIC / "none.svg")
        return file_of(record.root / "images" / record.value.illustrations[-1].file)

    async def static(self, request: Request) -> Response:
        """Return a file of the studio's own."""
        known = {path.name: path for path in _STATIC.iterdir()} | _FONTS
        found = known.get(request.path_params["name"])
        return file_of(found) if found else self._views.gone()

    async def lost(self, _: Request) -> Response:
        """Answer what none of our pages asks for."""
        return self._views.gone()
