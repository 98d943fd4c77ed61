"""What must never happen, tried in a real browser: another page gets in, or a patient stays."""

import http.server
import signal
import threading
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from chromiums import CHROMIUM, NAME, SECRETS, Running, begin, fill, saved

pytestmark = pytest.mark.xdist_group("chromium")


def settled(page):
    """Return what a page holds that may be loading itself anew."""
    for _ in range(20):
        try:
            return page.content()
        except Exception:  # noqa: BLE001 - playwright has one class for all
            page.wait_for_timeout(200)
    raise AssertionError("the page does not come to rest")


def test_nothing_comes_back_after_new_patient(opened):
    page = opened()
    fill(page)
    saved(page)
    page.click("text=New patient")
    page.wait_for_selector("#new")
    went = []
    for _ in range(4):
        page.evaluate("history.back()")
        page.wait_for_timeout(700)
        went.append(page.url.rpartition("/")[2])
        assert NAME not in settled(page), went
        assert not page.evaluate("(document.getElementById('recipient') || {}).value"), went
    assert "person" in went
    kept = "[localStorage.length, sessionStorage.length, document.cookie]"
    assert page.evaluate(kept) == [0, 0, ""]


def test_a_quiet_visit_warns_and_then_leaves_the_screen(chromium, tmp_path):
    one = Running(tmp_path, "--quiet", "1")
    page = chromium.new_context().new_page()
    page.clock.install()
    page.goto(one.link)
    begin(page, "cat-cow")
    page.clock.fast_forward(31_000)
    page.wait_for_selector("#quiet[open]")
    page.keyboard.press("Enter")  # go on with it
    page.wait_for_selector("#quiet", state="hidden")
    assert page.url.endswith("/choose")
    page.clock.fast_forward(31_000)
    page.wait_for_selector("#quiet[open]")
    page.clock.fast_forward(32_000)
    page.wait_for_selector("#new")
    page.context.close()
    one.end()


HOSTILE = """<!doctype html><title>hostile</title><iframe id=f src="{target}"></iframe>
<img id=i src="{target}static/icon.svg"><script src="{target}static/studio.js"></script>
<form id=p method=post action="{target}new" target=_blank><input name=pack value="core-1"></form>
<script>window.got = []; (async () => {{
 for (const mode of ['cors', 'no-cors']) for (const path of ['', 'new', 'end', 'static/studio.css'])
  for (const method of ['GET', 'POST'])
   try {{ const r = await fetch('{target}' + path, {{mode, method, credentials: 'include',
       body: method == 'POST' ? new URLSearchParams({{pack: 'core-1'}}) : undefined}});
     got.push([r.status, (await r.text()).length]); }} catch (e) {{ got.push([0, 0]); }}
 document.title = 'done'; }})();</script>"""


@pytest.fixture
def hostile():
    """A page of another server of this computer, which tells what cookies it was sent."""
    seen = {"target": "", "cookies": []}

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            seen["cookies"].append(self.headers.get("Cookie") or "")
            body = HOSTILE.format(target=seen["target"]).encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Referrer-Policy", "unsafe-url")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        seen["url"] = f"http://127.0.0.1:{server.server_port}/"
        yield seen
        server.shutdown()


def sent_by(request, page):
    """Whether a page asked for it that stays where it is: its own icon may come late."""
    return not request.is_navigation_request() and request.frame.page == page


@pytest.mark.parametrize("knows", ["the port", "all but the cookie", "a name for this computer"])
def test_a_hostile_page_on_another_port_gets_nothing(run_studio, opened, hostile, knows):
    path = urlsplit(run_studio.base).path if knows != "the port" else "/"
    host = "rebound.test" if knows.startswith("a name") else "127.0.0.1"
    hostile["target"] = f"http://{host}:{run_studio.port}{path}"
    page = opened()
    cookie = page.context.cookies([run_studio.base])[0]["value"]
    before = page.content().count("Begun at")
    answers = []
    page.context.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - playwright sets an attribute of it
    other = page.context.new_page()
    other.goto(hostile["url"])
    other.wait_for_function("document.title === 'done'")
    assert {status for status, _ in other.evaluate("got")} == {0}
    assert other.evaluate("document.getElementById('i').naturalWidth") == 0
    assert other.evaluate("typeof send") == "undefined"
    assert not other.frames[1].query_selector("#new")
    with page.context.expect_page() as caught:
        other.evaluate("document.getElementById('p').submit()")
    caught.value.wait_for_load_state()
    assert "closed" in caught.value.inner_text("h1")
    with other.expect_navigation():
        other.evaluate(f"location = '{hostile['target']}'")
    assert "closed" in other.inner_text("h1")
    assert hostile["cookies"]
    assert not [one for one in hostile["cookies"] if cookie in one], "the cookie leaks"
    statuses = {
        answer.status
        for answer in answers
        if answer.url.startswith(hostile["target"]) and not sent_by(answer.request, page)
    }
    assert statuses
    assert statuses <= {403, 404, 405, 421}
    page.reload()
    assert page.content().count("Begun at") == before


def test_a_studio_that_a_file_opens(chromium, tmp_path):
    """What a file starts is cross-site; so is the way in, and nothing else."""
    one = Running(tmp_path)
    lead = tmp_path / "open.html"
    lead.write_text(f'<meta http-equiv="refresh" content="0;url={one.link}">')
    page = chromium.new_context().new_page()
    page.goto(lead.as_uri())
    page.wait_for_selector("#new")
    page.click("#new")
    page.wait_for_selector("#q")
    page.click("button:text('Close the studio')")
    page.wait_for_selector("text=Nothing of any visit is left")
    assert one.process.wait(20) == 0
    one.end()
    page.context.close()


def test_nothing_of_a_patient_is_on_the_disk(chromium, tmp_path):
    home, profile = tmp_path / "home", tmp_path / "profile"
    home.mkdir()
    one = Running(home)
    context = chromium.browser_type.launch_persistent_context(
        profile, executable_path=CHROMIUM, ignore_default_args=["--disable-back-forward-cache"]
    )
    page = context.new_page()
    page.goto(one.link)
    fill(page)
    page.click("#go-person")
    page.fill("#note", "Quetzal")
    page.click("#go-page")
    page.wait_for_selector("img.sheet")
    with context.expect_page() as caught:
        page.click("#print")
    caught.value.wait_for_load_state()
    page.click("text=New patient")
    page.wait_for_selector("#new")
    context.close()
    assert one.process.poll() is None
    one.end()
    assert [path for path in home.rglob("*") if path.is_file() and not path.suffix] == []
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) > 20
    codes = [word.encode(code) for word in SECRETS for code in ("utf-8", "utf-16-le")]
    assert [path for path in files if any(code in path.read_bytes() for code in codes)] == []


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_nothing_outlives_a_studio_that_is_killed(tmp_path, how):
    one = Running(tmp_path)
    one.process.send_signal(how)
    one.process.communicate(timeout=20)
    alive = [path for path in Path("/proc").glob("[0-9]*/environ") if _is_of(path, tmp_path)]
    assert alive == []


def _is_of(path, home):
    try:
        return f"HOME={home}\0".encode() in path.read_bytes()
    except OSError:
        return False
