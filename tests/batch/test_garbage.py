"""Garbage is looked for seldom while a batch is made, and as before when it is done."""

import gc
import subprocess
import sys

import people

from cardgen.api import render
from cardgen.documents.handout_request import HandoutRequest
from cardgen.files import open_library
from cardgen.garbage import rare_collection
from cardgen.paths import built_in


def test_it_is_as_before_afterwards():
    before, frozen = gc.get_threshold(), gc.get_freeze_count()
    with rare_collection():
        assert gc.get_threshold()[0] > before[0]
        assert gc.get_freeze_count() > frozen
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0


def test_a_batch_leaves_it_as_it_was(project, run):
    before = gc.get_threshold()
    project.write("r.csv", people.roster([people.row(1)]))
    assert run("batch", "r.csv", "-o", "out", "--quiet").exit_code == 0
    assert gc.get_threshold() == before


def test_pages_that_are_laid_out_leave_next_to_none():
    library = open_library(built_in())
    moves = ("cat-cow", "figure-four", "glute-bridge")
    notes = [
        HandoutRequest(note="Slowly. " * i, without=(move,)) for i, move in enumerate(moves, 1)
    ]
    # svglib leaves some for each picture that it reads.
    assert render(HandoutRequest(), library).content
    with rare_collection():
        gc.collect()
        assert all(render(request, library).content for request in notes)
        assert gc.collect() < 50


def test_the_program_does_not_look_for_garbage_when_it_ends():
    code = (
        "import atexit, gc\nfrom cardgen.cli import main\n"
        "atexit.register(lambda: print('frozen', gc.get_freeze_count() > 0))\n"
        "main(['--version'])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("frozen True\n")
