"""The screens of one visit: what the browser asks of them, and what they answer."""

import asyncio
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from cardgen.errors import CardgenError
from cardgen.studio import shown
from cardgen.studio.desk import Desk
from cardgen.studio.forms import NO_FORM, TAKES, Form
from cardgen.studio.order import NOWHERE, Order
from cardgen.studio.page import Page, PageMaker
from cardgen.studio.problems import told
from cardgen.studio.products import (
    OTHERS,
    NotMadeError,
    Product,
    make_product,
    page_product,
)
from cardgen.studio.shown import SCREENS, SHOWN
from cardgen.studio.views import Views, cleared, form_of
from cardgen.studio.visit import NOTHING, Visit
from cardgen.studio.visits import Open, Visits

LEAVE = "leave"
"""Where a form leads that is left for the start."""
_HAS_ALL = ("page", "file", "phone")
"""What says all that was typed."""
_USUAL = re.compile(r"usual/[1-9][0-9]?")
"""Where it is asked whether the dose of a move is to be the usual one, by its number."""
_AT_ONCE = 2
"""So many pages are made at a time: more would only wait for each other."""


@dataclass
class VisitScreens:
    """Answers what is asked of visits."""

    desk: Desk
    visits: Visits
    views: Views
    _maker: PageMaker = field(default_factory=PageMaker)
    _turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(_AT_ONCE))

    async def screen(self, request: Request) -> Response:
        """Show a screen, or take its form and lead to the next."""
        found, key, name = self.asked(request)
        if found is None or name not in SCREENS:
            return self.views.gone()
        if request.method == "GET":
            return await self.show(name, key, found.visit, found)
        form = await self.views.form_of(request)
        before = found.visit
        taken = TAKES[name](before.saying(None), form, self.desk)
        if form.one("rev") not in ("", str(before.rev)) and taken.content != before.content:
            # Another tab changed the visit meanwhile: what was typed here is shown, not taken.
            return await self.show(name, key, replace(taken, rev=before.rev), None)
        found.visit = taken
        go, wrong = form.one("go"), map(shown.place, Order(taken.content, self.desk).errors)
        if go == LEAVE:  # what was typed is kept, right or wrong
            return self.views.to("")
        leaves = (go in SCREENS or bool(_USUAL.fullmatch(go))) and name not in wrong
        return self.views.to(f"visit/{key}/{go if leaves else name}")

    async def side(self, request: Request) -> Response:
        """Return the picture of a side of the page that was shown."""
        (found, _, _), asked = self.asked(request), request.path_params
        made = found.made if found else None
        sides = made[1].sides if made and made[0] == asked["rev"] else ()
        if not 0 < asked["number"] <= len(sides):
            return self.views.gone()
        return Response(sides[asked["number"] - 1].picture, media_type="image/png")

    async def pdf(self, request: Request) -> Response:
        """Return the page that was shown, unless another tab has changed it meanwhile."""
        (found, key, _), form = self.asked(request), await form_of(request)
        if found is None:
            return self.views.gone()
        visit, order = found.visit, Order(found.visit.content, self.desk)
        if form.one("rev") != str(visit.rev) or order.request is None:
            return self.changed(key)
        kind = form.one("as")
        try:
            made = await self._product(kind, found, order, form)
        except NotMadeError as error:
            return await self.show("page", key, visit, found, form, error.errors)
        except CardgenError:  # there is no page: the screen says why
            return await self.show("page", key, visit, found)
        if found.visit.rev == visit.rev and kind in _HAS_ALL:
            found.visit = replace(found.visit, kept=True)
        heads = {"Content-Disposition": made.disposition}
        return Response(made.content, media_type=made.media_type, headers=heads)

    def changed(self, key: str) -> Response:
        """Say that a page is not the one that was shown."""
        return self.views.show("changed", HTTPStatus.CONFLICT, here=self.here(key))

    async def _product(self, kind: str, found: Open, order: Order, form: Form) -> Product:
        """Return what is asked for of a page. Raises CardgenError, NotMadeError."""
        if kind in OTHERS:
            async with self._turns:
                return await run_in_threadpool(make_product, kind, order, form)
        page = await self._made(found, order)
        return page_product(page.rendered.content, inline=kind != "file")

    async def sure(self, request: Request) -> Response:
        """Ask before a visit is emptied."""
        found, key, _ = self.asked(request)
        return self.views.show("sure", here=self.here(key)) if found else self.views.gone()

    async def end(self, request: Request) -> Response:
        """Empty a visit; one whose page was not kept as it is, only if that is sure."""
        (found, key, _), form = self.asked(request), await form_of(request)
        if found and found.visit.content.moves and not (found.visit.kept or form.one("sure")):
            return self.views.to(f"visit/{key}/sure")
        self.visits.end(key)
        return cleared(self.views.to(""))

    async def stay(self, request: Request) -> Response:
        """Take note that somebody is there."""
        found, _, _ = self.asked(request)
        return Response(status_code=HTTPStatus.NO_CONTENT if found else HTTPStatus.GONE)

    def asked(self, request: Request) -> tuple[Open | None, str, str]:
        """Return the visit, its key and the name of the screen that are asked for."""
        key = request.path_params["key"]
        return self.visits.find(key), key, request.path_params.get("screen", "")

    def here(self, key: str) -> str:
        """Return the path that the screens of a visit are below."""
        return f"{self.views.base}visit/{key}/"

    async def show(
        self,
        name: str,
        key: str,
        visit: Visit,
        found: Open | None,
        form: Form = NO_FORM,
        wrong: Mapping[str, str] = NOTHING,
    ) -> Response:
        """Return a screen of a visit; where it is none that was `found`, it is not taken yet.

        `wrong` is what else is wrong with `form`, which belongs to no visit.
        """
        order, tongue = Order(visit.content, self.desk), self.views.tongue
        made = await self._page(found, order) if name == "page" and found else {}
        mine = {f: said for f, said in order.errors.items() if name in ("page", shown.place(f))}
        values: dict[str, Any] = {
            "here": self.here(key),
            "visit": visit,
            "order": order,
            "stale": found is None,
            "errors": {**mine, **wrong},
            "form": form,
            "nowhere": NOWHERE,
            "screens": SCREENS,
            "label": lambda name: shown.label(name, tongue),
            "place": shown.place,
            "made": None,
            "problems": (),
            **made,
            **SHOWN[name](visit, order, tongue),
        }
        return self.views.show(name, HTTPStatus.OK if found else HTTPStatus.CONFLICT, **values)

    async def _page(self, found: Open, order: Order) -> dict[str, Any]:
        """Return the page of a visit, or what is wrong with it."""
        if order.request is None:
            return {}
        try:
            return {"made": await self._made(found, order)}
        except CardgenError as error:
            return {"problems": [told(problem) for problem in error.problems]}

    async def _made(self, found: Open, order: Order) -> Page:
        """Return the page of an order, which is that of the visit as it is now."""
        rev = found.visit.rev
        if found.made and found.made[0] == rev:
            return found.made[1]
        async with self._turns:
            page = await run_in_threadpool(self._maker.make, order.asked, self.desk.library)
        if found.visit.rev == rev:
            found.made = rev, page
        return page
