"""When a batch is done, no object of the process holds what it says of people."""

import gc

import people
import pytest
from holders import holders

from cardgen.batch.dry_run import dry_run
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


@pytest.fixture
def programmes(project):
    """A roster of two people who have a programme each."""
    for i in (1, 2):
        text = f"title: {secret(f' P{i}')}\nmoves:\n- stretch: cat-cow\n  note: {secret(' N')}\n"
        project.write(f"p{i}.yaml", text)
    return project.write("r.csv", "recipient,programme\nAnn,p1.yaml\nBob,p2.yaml\n")


@pytest.mark.parametrize("bundle", [{}, {"merge": True}])
def test_nothing_of_a_programme_stays_when_a_batch_is_done(project, programmes, bundle):
    batch = Batch(
        roster=programmes, output=project.folder / "made", folder=project.folder, **bundle
    )
    assert Run(batch, lambda *_: None).work().written == 2
    gc.collect()
    assert holders(secret()[:6]) == []


def test_nothing_of_a_programme_stays_when_a_batch_was_tried(project, programmes):
    batch = Batch(roster=programmes, output=project.folder / "made", folder=project.folder)
    assert [row.problems for row in dry_run(batch).rows] == [(), ()]
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
