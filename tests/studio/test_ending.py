"""A studio that nobody uses ends by itself, and not before its visits are over."""

import asyncio
import time

import pytest

from cardgen.studio.app import Studio
from cardgen.studio.desk import open_desk
from cardgen.studio.server import Times, run
from cardgen.studio.visit import Content, Visit

QUIET = 0.3
PATIENCE = 60
"""In seconds."""


@pytest.fixture
def lasted(work, library):
    """Run a studio until it ends by itself, and return for how long it did."""

    def serve(times, begin=lambda _: None):
        def make(base, stop):
            studio = Studio(open_desk(work, library), base, times.visit, stop)
            begin(studio)
            return studio

        began = time.monotonic()
        running = run(make, times, lambda _: None, lambda: None)
        asyncio.run(asyncio.wait_for(running, PATIENCE))
        return time.monotonic() - began

    return serve


def test_a_studio_that_nobody_uses_ends_by_itself(lasted):
    assert lasted(Times(QUIET, QUIET)) > QUIET


def test_it_does_not_end_while_a_visit_is_open(lasted):
    opened = []

    def begin(studio):
        studio.visits.open(Visit(Content(moves=("cat-cow",))))
        opened.append(studio)

    assert lasted(Times(visit=3.0, studio=QUIET), begin) > 3.0
    assert len(opened[0].visits) == 0


def test_whoever_types_in_a_form_uses_the_studio(browser):
    for path in ("clinic", "exercises/cat-cow"):
        assert f'data-stay="{browser.guard.base}stay"' in browser.get(path).text
    before = browser.guard.last
    assert browser.raw("POST", "stay").status == 204
    assert browser.guard.last > before
