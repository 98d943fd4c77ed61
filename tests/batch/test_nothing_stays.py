"""When a batch is done, no object of the process holds what it says of people."""

import gc

import people
import pytest
from holders import holders

from cardgen.batch.renderer import Job, render_rows
from cardgen.batch.request import Batch
from cardgen.batch.run import Run
from cardgen.documents.handout_request import HandoutRequest
from cardgen.library.rosters import open_roster
from cardgen.paths import built_in


def secret(*parts):
    """Return words that only a roster says; no constant of this module holds them."""
    return "".join(("Okap", "i Jum", "ble", *parts))


@pytest.fixture
def roster(project):
    """A roster of people who differ in all that is stamped, one of whom is refused."""
    rows = [
        {**people.row(i), "recipient": secret(f" I{i}"), "note": secret(f" II{i}")}
        | {"next": secret(f" III{i}")}
        for i in range(4)
    ]
    rows.append({**rows[0], "recipient": secret() * 15})
    return project.write("r.csv", people.roster(rows))


@pytest.mark.parametrize("bundle", [{}, {"merge": True}, {"zip": True}])
def test_nothing_of_a_person_stays_when_a_batch_is_done(project, roster, bundle):
    batch = Batch(
        roster=roster,
        output=project.folder / "made",
        folder=project.folder,
        keep_going=True,
        **bundle,
    )
    summary = Run(batch, lambda *_: None).work()
    assert (summary.written, summary.rejected) == (4, 1)
    gc.collect()
    assert holders(secret()[:6]) == []


def test_a_worker_keeps_its_renderer_and_no_free_text(roster):
    opened = open_roster(roster)
    job = Job("a test", built_in(), opened.columns, HandoutRequest())
    assert all(o.parts for o in render_rows(job, list(opened.rows())[:4]))
    del opened
    gc.collect()
    assert holders(secret(" I")) == []


def test_a_holder_is_found():
    for held in ([secret(" held")], {"name": secret(" held")}, [({}, (secret(" held"),))]):
        assert holders(secret()[:6]), held
