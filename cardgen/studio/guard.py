"""Who may come in: one browser, on this computer, from our own pages.

What each rule is against stands in CONTRIBUTING.md, under "The studio".
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hmac import compare_digest
from http import HTTPStatus
from secrets import token_urlsafe

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cardgen.studio.guard_pages import closed, too_large, welcome

LINK_SECONDS = 120
"""So long the first link holds, and once."""
MOST_BODY, MOST_WITH_PHOTOS = 64 * 1024, 64 * 1024 * 1024
"""In bytes, of a form, and of one with four photos."""
_PHOTOS = "exercises/"
"""Below this path, forms have photos."""
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'self'; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    # With `no-referrer` browsers send `Origin: null` with our own forms, too.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


@dataclass
class Guard:
    """ASGI: hands a request on, or refuses it without telling why."""

    port: int
    app: ASGIApp | None = None
    # Cookies know no ports: a path that nobody knows keeps ours from other servers on 127.0.0.1.
    base: str = field(default_factory=lambda: f"/{token_urlsafe(18)}/")
    last: float = field(default_factory=time.monotonic)
    """When a request was let in."""
    speaks: Callable[[], str] = str
    """Returns the language that was chosen; "" where none was."""
    _link: str = field(default_factory=lambda: token_urlsafe(32))
    _cookie: str = field(default_factory=lambda: token_urlsafe(32))
    _made: float = field(default_factory=time.monotonic)

    @property
    def origin(self) -> str:
        """Return the origin of our own pages."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def link(self) -> str:
        """Return the link that opens the studio, once."""
        return f"{self.origin}/open/{self._link}"

    @property
    def opened(self) -> bool:
        """Tell whether the link was used."""
        return not self._link

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            raise ValueError(f"expected a request by HTTP, found {scope['type']}")
        told = Told([(k.decode("latin-1"), v.decode("latin-1")) for k, v in scope["headers"]])
        if self._opens(scope, told):
            self._link = ""
            cookie = f"studio={self._cookie}; Path={self.base}; HttpOnly; SameSite=Strict"
            page = welcome(told.one("accept-language"), self.base)
            await self._say(send, 200, page, [("Set-Cookie", cookie)])
        elif status := next(self._refusals(scope, told), 0):
            # All other rules come first: it is one of our own pages that sends too much.
            large = status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
            page = self._too_large(scope, told) if large else closed(told.one("accept-language"))
            await self._say(send, status, page)
        elif self.app:
            self.last = time.monotonic()
            await self.app(scope, _bounded(receive, self._most(scope)), _dressed(send))

    def _opens(self, scope: Scope, told: "Told") -> bool:
        fresh = not self.opened and time.monotonic() - self._made < LINK_SECONDS
        is_link = compare_digest(scope["path"].encode(), f"/open/{self._link}".encode())
        is_page = told.one("sec-fetch-dest") in ("", "document")
        return fresh and is_link and is_page and scope["method"] == "GET" and self._is_host(told)

    def _most(self, scope: Scope) -> int:
        has_photos = scope["path"].startswith(f"{self.base}{_PHOTOS}")
        return MOST_WITH_PHOTOS if has_photos else MOST_BODY

    def _too_large(self, scope: Scope, told: "Told") -> str:
        """Return the page for what is over the limit, which leads back to where it was sent."""
        kilobytes = self._most(scope) // 1024
        most = f"{kilobytes // 1024} MB" if kilobytes >= 1024 else f"{kilobytes} KB"  # noqa: PLR2004
        here, _, path = told.one("referer").partition(self.base)
        back = self.base + path if here == self.origin else self.base
        language = self.speaks() or told.one("accept-language")
        return too_large(language, self.base, back, most)

    def _is_host(self, told: "Told") -> bool:
        return told.all("host") == [f"127.0.0.1:{self.port}"]

    def _refusals(self, scope: Scope, told: "Told") -> Iterator[int]:
        """Yield a status for each rule that a request breaks."""
        method, site, origin = scope["method"], told.one("sec-fetch-site"), told.one("origin")
        posted = method == "POST"
        if not self._is_host(told):
            yield 421
        if method not in ("GET", "POST"):
            yield 405
        if not scope["path"].startswith(self.base):
            yield 404
        if not self._knows(told):
            yield 403
        # Another port of 127.0.0.1 is the same site: a cookie that is SameSite=Strict goes there.
        if site not in ("", "same-origin") and (posted or site != "none"):
            yield 403
        if posted and origin != self.origin and (origin or not site):
            yield 403
        length = told.one("content-length")
        if posted and not (length.isdecimal() and int(length) <= self._most(scope)):
            yield HTTPStatus.REQUEST_ENTITY_TOO_LARGE

    def _knows(self, told: "Told") -> bool:
        pairs = [pair.strip().partition("=") for pair in told.one("cookie").split(";")]
        values = [value for name, _, value in pairs if name == "studio"]
        return len(values) == 1 and compare_digest(values[0].encode(), self._cookie.encode())

    async def _say(
        self, send: Send, status: int, page: str, extra: Sequence[tuple[str, str]] = ()
    ) -> None:
        heads = [("Content-Type", "text/html; charset=utf-8"), *extra]
        start = {"type": "http.response.start", "status": status, "headers": _coded(heads)}
        await _dressed(send)(start)
        await send({"type": "http.response.body", "body": page.encode()})


@dataclass(frozen=True)
class Told:
    """The headers of a request."""

    pairs: Sequence[tuple[str, str]]

    def all(self, name: str) -> list[str]:
        """Return each value of a header."""
        return [value for key, value in self.pairs if key == name]

    def one(self, name: str) -> str:
        """Return the values of a header, behind each other; "" where there is none."""
        return ", ".join(self.all(name))


def _bounded(receive: Receive, most: int) -> Receive:
    """Return what receives no more than a form may have, whatever its head says."""
    seen = 0

    async def bounded() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        return message if seen <= most else {"type": "http.disconnect"}

    return bounded


def _dressed(send: Send) -> Send:
    """Return what sends an answer with our headers, where it has not its own."""

    async def dressed(message: Message) -> None:
        if message["type"] == "http.response.start":
            known = {name.lower() for name, _ in message["headers"]}
            ours = [pair for pair in _coded(HEADERS.items()) if pair[0] not in known]
            message = {**message, "headers": [*message["headers"], *ours]}
        await send(message)

    return dressed


def _coded(heads: Iterable[tuple[str, str]]) -> list[tuple[bytes, bytes]]:
    return [(name.lower().encode(), value.encode()) for name, value in heads]
