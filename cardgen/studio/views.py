"""The screens as HTML, and the few answers that are none."""

import mimetypes
from http import HTTPStatus
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from cardgen.studio.forms import Form
from cardgen.studio.problems import sentence
from cardgen.studio.tongue import Tongue
from cardgen.studio.voice import CHOICE, Voice, tongues

_SAID = ("say", "count", "own", "plain", "lang", "core", "told", "retell")
"""What templates ask of the language by a short name."""
_KEPT = {"Cache-Control": "private, max-age=3600"}
"""For what is the same for everyone."""
_OWN = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".ttf": "font/ttf"}
"""What computers may know otherwise."""


class Views:
    """Makes screens of the templates in pages/."""

    def __init__(self, base: str, quiet: float, voice: Voice) -> None:
        """`base` is the path of the start; a visit is emptied after `quiet` seconds."""
        self.base = base
        self.voice = voice
        self._pages = Environment(
            loader=PackageLoader("cardgen.studio", "pages"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._pages.globals |= {"base": base, "quiet": quiet, "sentence": sentence}
        self._pages.globals |= {"tongues": tongues, "choice": CHOICE}

    @property
    def tongue(self) -> Tongue:
        """Return the language that the screens are in."""
        return self.voice.tongue

    def show(self, screen: str, status: int = HTTPStatus.OK, **values: Any) -> HTMLResponse:  # noqa: ANN401 - of a template
        """Return a screen with the values of its template."""
        tongue = self.tongue
        said = {name: getattr(tongue, name) for name in _SAID}
        template = self._pages.get_template(f"{screen}.html")
        page = template.render(screen=screen, tongue=tongue, **said, **values)
        return HTMLResponse(page, status)

    def to(self, path: str) -> Response:
        """Return what leads to a path: never an answer that reloading would ask for twice."""
        return RedirectResponse(self.base + path, HTTPStatus.SEE_OTHER)

    async def form_of(self, request: Request) -> Form:
        """Return the form that a browser sends, and speak the language that it chooses."""
        form = await form_of(request)
        self.voice.choose(form.one(CHOICE))
        return form

    def gone(self) -> HTMLResponse:
        """Return the screen for what is not there, or no more."""
        return self.show("gone", HTTPStatus.NOT_FOUND)


async def form_of(request: Request) -> Form:
    """Return the form that a browser sends; what is none ends in status 400."""
    try:
        return Form.of(await request.body(), request.headers.get("content-type", ""))
    except (ValueError, ClientDisconnect):
        raise HTTPException(HTTPStatus.BAD_REQUEST) from None


def cleared(answer: Response) -> Response:
    """Return an answer that empties what the browser keeps.

    Browsers keep whole pages to go back to, whatever `no-store` says: with the name on them.
    """
    answer.headers["Clear-Site-Data"] = '"cache"'
    return answer


def file_of(path: Path, *, kept: bool = True) -> Response:
    """Return a file; one that is `kept` by the browser is the same for everyone."""
    kind = _OWN.get(path.suffix) or mimetypes.guess_type(path.name)[0]
    heads = _KEPT if kept else None
    return Response(path.read_bytes(), media_type=kind or "application/octet-stream", headers=heads)
