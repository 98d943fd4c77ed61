"""Several processes, and several machines: nothing is lost, and nothing is done twice."""

import os
import signal
import sys
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool

import people
import pytest

from cardgen.batch import workers
from cardgen.batch.renderer import Job, render_rows
from cardgen.batch.scheduler import Scheduler
from cardgen.batch.workers import distribute, processes
from cardgen.documents.handout_request import HandoutRequest
from cardgen.errors import ExitCode
from cardgen.library.rosters import open_roster
from cardgen.model.roster import Row
from cardgen.paths import built_in

ROWS = 96


@pytest.fixture
def work(project):
    """A job, its rows, and what becomes of them in this process."""
    rows = [{**people.row(i), "note": "", "routine": "gym-bag"} for i in range(ROWS)]
    path = project.write("r.csv", people.roster(rows))
    roster = open_roster(path)
    job = Job("a test", built_in(), roster.columns, HandoutRequest())
    return job, list(roster.rows())


def numbered(outcomes):
    found = [(outcome.row.number, b"".join(outcome.parts)) for outcome in outcomes]
    assert len(found) == ROWS
    return dict(found)


@pytest.mark.parametrize("moment", range(20, 80, 12))
def test_a_process_that_is_killed_loses_no_row(work, moment):
    job, rows = work
    expected = numbered(render_rows(job, rows))
    found = []
    with processes(2) as pool:
        for outcome in distribute(job, Scheduler(rows, 2), pool):
            found.append(outcome)
            if len(found) == moment:
                os.kill(pool[moment % 2].pid or pool[0].pid, signal.SIGKILL)
    assert numbered(found) == expected


def half_sent(pipe_of_others):
    """Send a part of a result, as a process does that is killed while it sends."""
    os.write(pipe_of_others, b"\0\0\1\0half")
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_process_that_is_killed_while_it_sends_holds_up_no_other():
    with processes(2) as (one, other):
        assert other.submit(os.getpid).result() != one.submit(os.getpid).result()
        pipe = one.submit(_pipe_here).result()
        with pytest.raises(BrokenProcessPool):
            one.submit(half_sent, pipe).result()
        assert other.submit(os.getpid).result() == other.pid
        assert one.submit(os.getpid).result() == one.pid


def _pipe_here():
    """Return the number of the pipe that this process sends its results through."""
    frame = sys._getframe()
    while "pipe" not in frame.f_locals:
        frame = frame.f_back
    return frame.f_locals["pipe"].fileno()


def test_what_a_process_raises_is_raised_where_it_was_asked_for():
    with processes(1) as (worker,):
        with pytest.raises(ZeroDivisionError):
            worker.submit(divmod, 1, 0).result()
        assert worker.submit(divmod, 7, 2).result() == (3, 1)


def test_processes_that_are_ended_again_and_again_are_a_problem(work):
    job, rows = work

    class Broken(Executor):
        def submit(self, *_):
            future = Future()
            future.set_exception(BrokenProcessPool())
            return future

    with pytest.raises(workers.CannotWriteError, match="the processes that make the pages"):
        list(distribute(job, Scheduler(rows, 2), [Broken(), Broken()]))


def taken(scheduler, order):
    chunks = (scheduler.take(worker, from_others=False) for worker in order)
    return [{row.cells["routine"] for row in chunk} for chunk in chunks]


def test_rows_that_can_share_a_page_wait_for_the_same_worker():
    names = ("a", "b", "c", "d")
    rows = [Row(i, i, {"routine": names[i % 4], "note": str(i)}) for i in range(64)]
    scheduler = Scheduler(rows, 2)
    assert taken(scheduler, [0, 0, 1, 1]) == [{"a", "c"}, {"a", "c"}, {"b", "d"}, {"b", "d"}]
    assert scheduler.take(0, from_others=True) == ()


def test_a_worker_for_whom_none_wait_takes_rows_of_another():
    rows = [Row(i, i, {"routine": "a", "recipient": str(i)}) for i in range(40)]
    scheduler = Scheduler(rows, 2)
    assert scheduler.take(1, from_others=False) == ()
    chunks = [scheduler.take(worker, from_others=True) for worker in (1, 0, 1, 0)]
    assert sorted(row.number for chunk in chunks for row in chunk) == list(range(40))


@pytest.mark.usefixtures("work")
@pytest.mark.filterwarnings("ignore")
def test_a_cluster_that_loses_a_worker_makes_the_same_files(project, run):
    distributed = pytest.importorskip("distributed")
    assert run("batch", "r.csv", "-o", "one", "--quiet").exit_code == ExitCode.OK
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
    ) as cluster:
        address, machines = cluster.scheduler_address, cluster.workers
        victim = machines[0].pid if 0 in machines else next(iter(machines.values())).pid
        completed = workers._completed

        def losing(*args):
            for i, outcome in enumerate(completed(*args)):
                if i == 1:
                    os.kill(victim, signal.SIGKILL)
                yield outcome

        workers._completed = losing
        try:
            result = run("batch", "r.csv", "-o", "many", "--quiet", "--dask", address)
        finally:
            workers._completed = completed
    assert result.exit_code == ExitCode.OK, result.stderr
    one, many = project.folder / "one", project.folder / "many"
    names = sorted(path.name for path in one.glob("*.pdf"))
    assert len(names) == ROWS
    assert sorted(path.name for path in many.glob("*.pdf")) == names
    assert all((one / name).read_bytes() == (many / name).read_bytes() for name in names)


@pytest.mark.filterwarnings("ignore")
def test_an_address_without_a_scheduler_is_a_problem(project, run):
    pytest.importorskip("distributed")
    project.write("r.csv", "recipient\nAnn\n")
    result = run("batch", "r.csv", "--dask", "nowhere")
    assert result.exit_code == ExitCode.INVALID_DATA
    assert "--dask: no scheduler answers at nowhere" in result.stderr
    assert "dask scheduler" in result.stderr
