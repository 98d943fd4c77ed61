"""Several processes, and several machines: nothing is lost, and nothing is done twice."""

import os
import signal
from concurrent.futures.process import BrokenProcessPool

import people
import pytest

from cardgen.batch import hands
from cardgen.batch.desk import Job, made
from cardgen.batch.hands import processes, shared_out
from cardgen.errors import ExitCode
from cardgen.load.roster import read_roster
from cardgen.model.request import HandoutRequest
from cardgen.paths import built_in

ROWS = 96


@pytest.fixture
def work(project):
    """A job, its rows, and what becomes of them in this process."""
    rows = [{**people.row(i), "note": "", "routine": "gym-bag"} for i in range(ROWS)]
    path = project.write("r.csv", people.roster(rows))
    columns, _ = read_roster(path)
    job = Job("a test", built_in(), columns, HandoutRequest())
    return job, list(read_roster(path)[1])


def numbered(outcomes):
    found = [(outcome.row.number, outcome.content) for outcome in outcomes]
    assert len(found) == ROWS
    return dict(found)


def test_a_process_that_is_killed_loses_no_row(work):
    job, rows = work
    expected = numbered(made(job, rows))
    found, killed = [], []
    pools = []

    def pool():
        pools.append(processes(2)())
        return pools[-1]

    for outcome in shared_out(job, rows, pool, 2):
        found.append(outcome)
        if len(found) == 20:
            victim = next(iter(pools[-1]._processes))
            killed.append(victim)
            os.kill(victim, signal.SIGKILL)
    assert killed
    assert numbered(found) == expected


def test_processes_that_are_ended_again_and_again_are_a_problem(work):
    job, rows = work

    class Broken:
        def __enter__(self):
            raise BrokenProcessPool

        def __exit__(self, *_):
            return False

    with pytest.raises(hands.CannotWriteError, match="the processes that make the pages"):
        list(shared_out(job, rows, Broken, 2))


@pytest.mark.usefixtures("work")
@pytest.mark.filterwarnings("ignore")
def test_a_cluster_that_loses_a_worker_makes_the_same_files(project, run):
    distributed = pytest.importorskip("distributed")
    assert run("batch", "r.csv", "-o", "one", "--quiet").exit_code == ExitCode.OK
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
    ) as cluster:
        address, workers = cluster.scheduler_address, cluster.workers
        victim = workers[0].pid if 0 in workers else next(iter(workers.values())).pid
        gathered = hands._gathered

        def losing(*args):
            for i, outcome in enumerate(gathered(*args)):
                if i == 10:
                    os.kill(victim, signal.SIGKILL)
                yield outcome

        hands._gathered = losing
        try:
            result = run("batch", "r.csv", "-o", "many", "--quiet", "--dask", address)
        finally:
            hands._gathered = gathered
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
