"""The default handout as it is read out."""

import os
import subprocess
import sys

import structure_text
from golden import golden


def test_the_default_handout_reads_as_it_should(handout):
    text = handout.structure.text()
    assert text.splitlines() == golden("post-run.txt", text.encode()).decode().splitlines()


def test_anyone_can_read_a_file_out(handout):
    ended = subprocess.run(
        [sys.executable, structure_text.__file__, handout.path],
        check=True,
        capture_output=True,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    assert ended.stdout.decode() == handout.structure.text()
