"""A browser without a window or a script, which asks a studio in the process of the tests."""

import asyncio
import datetime
import re
from html.parser import HTMLParser
from urllib.parse import urlencode, urlsplit

PORT = 4711
TODAY = datetime.date(2026, 11, 30)
QUIET = 15 * 60


class Answer:
    """What came back."""

    def __init__(self, status, heads, body):
        self.status, self.body = status, body
        self.heads = [(k.decode("latin-1"), v.decode("latin-1")) for k, v in heads]

    def head(self, name):
        """Return the value of a header; "" where there is none."""
        return next((value for key, value in self.heads if key == name), "")

    @property
    def text(self):
        return self.body.decode("utf-8")


def asked(app, method, path, heads=(), body=b""):
    """Ask an ASGI application."""
    sent, given = [], [{"type": "http.request", "body": body, "more_body": False}]

    async def receive():
        return given.pop(0) if given else {"type": "http.disconnect"}

    async def send(message):
        sent.append(message)

    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": b"",
        "headers": [(k.lower().encode(), v.encode("latin-1")) for k, v in heads],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", PORT),
    }
    asyncio.run(app(scope, receive, send))
    parts = b"".join(one.get("body", b"") for one in sent[1:])
    return Answer(sent[0]["status"], sent[0]["headers"], parts)


class Browser:
    """Asks a studio as its own browser does, and follows where answers lead."""

    def __init__(self, studio, guard):
        self.studio, self.guard, self.at = studio, guard, ""
        self.cookie = (
            asked(guard, "GET", urlsplit(guard.link).path, [("Host", f"127.0.0.1:{PORT}")])
            .head("set-cookie")
            .partition(";")[0]
        )

    def heads(self, **other):
        """Return the headers of our own pages, some of them otherwise or left out."""
        usual = {
            "Host": f"127.0.0.1:{PORT}",
            "Cookie": self.cookie,
            "Origin": self.guard.origin,
            "Sec-Fetch-Site": "same-origin",
        }
        return {key: value for key, value in {**usual, **other}.items() if value is not None}

    def raw(self, method, path, body=b"", **other):
        """Ask once. A path without a leading / counts from the start of the studio."""
        path = path if path.startswith("/") else self.guard.base + path
        heads = self.heads(**other)
        if method == "POST":
            heads = {"Content-Length": str(len(body)), **heads}
        return asked(self.guard, method, path, heads.items(), body)

    def get(self, path):
        answer = self.raw("GET", path)
        self.at = path
        return answer

    def send(self, path, fields=()):
        """Send a form, and return what comes back at once."""
        return self.raw("POST", path, urlencode(list(dict(fields).items()), doseq=True).encode())

    def post(self, path, fields=()):
        """Send a form, and return the page that it leads to."""
        answer = self.send(path, fields)
        if answer.status == 303:
            return self.get(answer.head("location"))
        self.at = path
        return answer

    def begin(self, pack=""):
        """Begin a visit, and return the path that its screens are below."""
        self.post("new", {"pack": pack})
        return self.at.rpartition("/")[0]

    def pick(self, visit, *moves):
        for move in moves:
            self.post(f"{visit}/choose", {"do": f"toggle {move}"})

    def rev(self, visit):
        """Return the number of the content that a visit's pages show."""
        return re.search(r'name="rev" value="(\d+)"', self.get(f"{visit}/person").text)[1]

    def pdf(self, visit, how="file"):
        return self.post(f"{visit}/exercises.pdf", {"rev": self.rev(visit), "as": how})


class Elements(HTMLParser):
    """The start tags of a page."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def elements(text, *tags):
    """Return the attributes of each element of a page with one of these tags."""
    return [attrs for tag, attrs in Elements(text).found if tag in tags]
