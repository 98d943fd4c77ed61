"""A studio that runs, and a real browser that looks at it: Debian's chromium, by playwright."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pypdfium2
import pytest

PATIENCE = 90_000
"""In milliseconds: a machine may have much else to do."""
CHROMIUM = shutil.which("chromium")
NAME = "Zoë Nowák-Ångström"
FIVE = ("figure-four", "cat-cow", "bird-dog", "glute-bridge", "childs-pose")
SECRETS = ("Nowák", "Ångström", "Quetzal")
_OFFLINE = "--host-resolver-rules=MAP rebound.test 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
"""No name leads anywhere, but for one that leads to this computer, as after a rebinding."""


class Running:
    """A studio that runs, in a home of its own."""

    def __init__(self, home, *options):
        self.home = home
        env = {**os.environ, "HOME": str(home), "TMPDIR": str(home), "PYTHONUNBUFFERED": "1"}
        env |= {"SOURCE_DATE_EPOCH": "1795996800", "PYTHONDONTWRITEBYTECODE": "1"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "cardgen", "studio", "--no-browser", *options],
            cwd=home, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip
        self.said = ""
        while not self.said.rpartition("\n")[2].startswith("http") and self.process.poll() is None:
            self.said = f"{self.said}\n{self.process.stdout.readline().strip()}"
        self.link = self.said.rpartition("\n")[2]
        self.port = urlsplit(self.link).port
        self.base = self.state = None

    def end(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        self.said += self.process.communicate(timeout=30)[0]
        return self.said


@pytest.fixture(scope="module")
def chromium():
    """Debian's chromium. Without it, or without playwright, a test is skipped, and says so."""
    playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")
    if CHROMIUM is None:
        pytest.skip("needs chromium")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=CHROMIUM,
            args=[_OFFLINE, "--disable-background-networking"],
            # It drives no pages that are kept whole; people's browsers have them.
            ignore_default_args=["--disable-back-forward-cache"],
        )
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def run_studio(chromium, tmp_path_factory):
    """A studio for all tests, let in once."""
    one = Running(tmp_path_factory.mktemp("home"))
    context = chromium.new_context()
    page = context.new_page()
    page.goto(one.link)
    page.wait_for_selector("#new")
    one.base, one.state = page.url, context.storage_state()
    context.close()
    yield one
    said = one.end()
    assert "Traceback" not in said
    assert not [word for word in SECRETS if word in said]


@pytest.fixture
def opened(run_studio, chromium):
    """Open the start of the studio in a context of its own."""
    contexts = []

    def make(width=1280, **options):
        size = {"width": width, "height": 900}
        context = chromium.new_context(viewport=size, storage_state=run_studio.state, **options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.asked, page.told = [], []
        context.on("request", lambda request: page.asked.append(request.url))
        context.on("console", lambda message: page.told.append(message.text))
        page.goto(run_studio.base)
        return page

    yield make
    for context in contexts:
        context.close()


def begin(page, *moves):
    page.click("#new")
    for move in moves:
        page.click(f"#add-{move}")
        page.wait_for_selector(f"#add-{move}[aria-pressed=true]")
    return page.url.rpartition("/")[0]


def fill(page, name=NAME):
    visit = begin(page, *FIVE)
    page.click("#go-dose")
    page.fill("[id='figure-four.hold']", "45")
    page.click("#go-person")
    page.fill("#recipient", name)
    page.click("#go-page")
    page.wait_for_selector("img.sheet")
    return visit


def saved(page, press=None):
    with page.expect_download() as caught:
        press() if press else page.click("#save")
    return Path(caught.value.path()).read_bytes()


def words(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join(" ".join(p.get_textpage().get_text_range() for p in document).split())


def tab_to(page, id_, key="Tab"):
    for _ in range(150):
        if page.evaluate("document.activeElement?.id") == id_:
            return
        page.keyboard.press(key)
    raise AssertionError(f"the keyboard does not get to {id_}")
