"""Who may come in, asked of every route: a new one cannot be forgotten."""

import time
from urllib.parse import urlsplit

import pytest
from studios import PORT, asked, elements

from cardgen.studio import guard as guards

NOBODY = {
    "another host": ({"Host": f"rebound.test:{PORT}"}, 421),
    "a host without its port": ({"Host": "127.0.0.1"}, 421),
    "the name of this computer": ({"Host": f"localhost:{PORT}"}, 421),
    "no cookie": ({"Cookie": None}, 403),
    "another cookie": ({"Cookie": "studio=x"}, 403),
    "two cookies": ({"Cookie": "{cookie}; studio=x"}, 403),
    "another port": ({"Sec-Fetch-Site": "same-site"}, 403),
    "another site": ({"Sec-Fetch-Site": "cross-site"}, 403),
}
FORMS = {
    "of another port": ({"Origin": "http://127.0.0.1:1"}, 403),
    "of a file": ({"Origin": "null"}, 403),
    "of nobody": ({"Origin": None, "Sec-Fetch-Site": None}, 403),
    "typed": ({"Sec-Fetch-Site": "none"}, 403),
    "without a length": ({"Content-Length": ""}, 413),
    "too long": ({"Content-Length": str(guards.MOST_WITH_PHOTOS + 1)}, 413),
}


@pytest.fixture
def paths(browser):
    """Return each way to ask for each route, of a visit that is open."""
    visit = browser.begin("core-1")
    key = visit.rpartition("/")[2]
    values = {"key": key, "screen": "person", "id": "cat-cow", "name": "studio.css"}
    values |= {"rev:int": "0", "number:int": "1", "path:path": "elsewhere"}
    found = []
    for route in browser.studio.app().routes:
        path = route.path
        for name, value in values.items():
            path = path.replace(f"{{{name}}}", value)
        assert "{" not in path, path
        found += [(method, path) for method in route.methods - {"HEAD"}]
    return found


def test_there_are_routes(paths):
    assert len(paths) > 12
    assert {"GET", "POST"} == {method for method, _ in paths}


@pytest.mark.parametrize("case", NOBODY)
def test_nobody_else_comes_in(browser, paths, case):
    other, status = NOBODY[case]
    other = {name: value and value.format(cookie=browser.cookie) for name, value in other.items()}
    before = len(browser.studio.visits)
    for method, path in paths:
        answer = browser.raw(method, path, **other)
        assert (answer.status, b"closed" in answer.body) == (status, True), path
        assert browser.guard.base.encode() not in answer.body
    assert len(browser.studio.visits) == before


def test_two_hosts_are_refused(browser):
    heads = [("Host", "rebound.test"), *browser.heads().items()]
    assert asked(browser.guard, "GET", browser.guard.base, heads).status == 421


def test_what_the_headers_hold():
    policy = guards.HEADERS["Content-Security-Policy"].split("; ")
    assert {"default-src 'self'", "frame-ancestors 'none'", "form-action 'self'"} <= set(policy)
    assert not [one for one in policy if "unsafe" in one or "*" in one or "http" in one]
    assert guards.HEADERS["Cache-Control"] == "no-store"
    assert guards.HEADERS["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("case", FORMS)
def test_no_form_is_taken_from_elsewhere(browser, paths, case):
    other, status = FORMS[case]
    posts = [path for method, path in paths if method == "POST"]
    assert len(posts) > 4
    assert {browser.raw("POST", path, b"a=b", **other).status for path in posts} == {status}


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "TRACE", "HEAD"])
def test_other_methods_are_refused(browser, paths, method):
    assert {browser.raw(method, path).status for _, path in paths} == {405}


def test_a_wrong_path_is_refused_without_a_word(browser):
    for path in ("/", "/x/", "/visit/x/page", "/open/", browser.guard.base.lower() + "x"):
        assert browser.raw("GET", path).status == 404


def test_what_came_in_by_an_address_that_was_typed_may_look(browser):
    assert browser.raw("GET", "", **{"Sec-Fetch-Site": "none"}).status == 200


def test_more_than_a_form_may_have_is_refused_whatever_its_head_says(browser):
    body = b"a=" + b"x" * (guards.MOST_BODY + 1)
    answer = browser.raw("POST", "new", body, **{"Content-Length": "5"})
    assert answer.status == 400
    assert len(browser.studio.visits) == 0


def test_only_a_form_with_photos_may_be_large(browser, paths):
    large = {"Content-Length": str(guards.MOST_BODY + 1)}
    posts = [path for method, path in paths if method == "POST"]
    taken = {path for path in posts if browser.raw("POST", path, b"a=b", **large).status != 413}
    assert taken == {path for path in posts if "/exercises/" in path}


@pytest.mark.parametrize(
    ("path", "size", "most"),
    [("programme", guards.MOST_BODY, "64 KB"), ("exercises/new", guards.MOST_WITH_PHOTOS, "64 MB")],
)
def test_what_is_too_large_is_told_to_be_and_leads_back(browser, path, size, most):
    visit = browser.begin("core-1")
    large = {"Content-Length": str(size + 1)}
    back = f"{browser.guard.base}{visit}/person".replace("//", "/")
    answer = browser.raw("POST", path, b"", Referer=f"{browser.guard.origin}{back}", **large)
    assert answer.status == 413
    assert f"At most {most} may be sent. Nothing was changed." in answer.text
    assert {"main", "status"} <= {one.get("id") for one in elements(answer.text, "main", "p")}
    assert back in [one["href"] for one in elements(answer.text, "a")]
    assert "studio.css" in answer.text


@pytest.mark.parametrize("referer", ["http://127.0.0.1:1{base}x", '{origin}{base}"><b>', "", None])
def test_what_is_too_large_leads_to_our_own_pages_alone(browser, referer):
    base, origin = browser.guard.base, browser.guard.origin
    heads = {"Referer": referer and referer.format(base=base, origin=origin)}
    large = {"Content-Length": str(guards.MOST_BODY + 1)}
    answer = browser.raw("POST", "programme", b"", **{k: v for k, v in heads.items() if v}, **large)
    assert all(one["href"].startswith(base) for one in elements(answer.text, "a"))
    assert not elements(answer.text, "b")


def test_every_answer_has_the_headers(browser, paths):
    for method, path in paths:
        answer = browser.raw(method, path, b"")
        for name, value in guards.HEADERS.items():
            expected = value if name != "Cache-Control" else ("no-store", "private, max-age=3600")
            assert answer.head(name.lower()) in expected, (path, name)


def test_only_what_is_the_same_for_everyone_may_be_kept(browser, paths):
    kept = [p for m, p in paths if browser.raw(m, p).head("cache-control") != "no-store"]
    assert {path.removeprefix(browser.guard.base).partition("/")[0] for path in kept} == {
        "picture",
        "static",
    }


class TestTheLink:
    def opened(self, guard, **other):
        heads = {"Host": f"127.0.0.1:{PORT}", **other}
        return asked(guard, "GET", urlsplit(guard.link).path, heads.items())

    def test_opens_the_studio_once(self):
        guard = guards.Guard(PORT)
        link = urlsplit(guard.link).path
        first = self.opened(guard)
        assert first.status == 200
        assert first.head("set-cookie").endswith(f"Path={guard.base}; HttpOnly; SameSite=Strict")
        assert guard.opened
        again = asked(guard, "GET", link, [("Host", f"127.0.0.1:{PORT}")])
        assert (again.status, again.head("set-cookie")) == (404, "")

    def test_does_not_open_it_for_others(self):
        guard = guards.Guard(PORT)
        for other in ({"Host": "rebound.test"}, {"Sec-Fetch-Dest": "iframe"}):
            assert self.opened(guard, **other).status != 200
        assert asked(guard, "GET", "/open/x", [("Host", f"127.0.0.1:{PORT}")]).status == 404
        assert not guard.opened

    def test_holds_for_two_minutes(self, monkeypatch):
        guard = guards.Guard(PORT)
        late = time.monotonic() + guards.LINK_SECONDS + 1
        monkeypatch.setattr(guards.time, "monotonic", lambda: late)
        assert self.opened(guard).status == 404

    def test_has_a_path_that_nobody_can_guess(self):
        one, other = guards.Guard(PORT), guards.Guard(PORT)
        assert one.base != other.base
        assert len(one.base) > 20
        assert len(one.link) > 50
