"""On a terminal: a bar that is drawn seldom, with the rate and the time left."""

import os
import re
import subprocess
import sys

import people
import pytest

pty = pytest.importorskip("pty", reason="there are no terminals like this here")
ROWS = 240


def seen_on_a_terminal(command, folder):
    """Return what a command draws on standard error, as bytes."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    with subprocess.Popen(
        command, stderr=theirs, stdout=subprocess.DEVNULL, cwd=folder, env=environment
    ) as process:
        os.close(theirs)
        drawn = []
        # Where nobody writes any more, Linux has an error instead of an end.
        while chunk := _read(ours):
            drawn.append(chunk)
    os.close(ours)
    assert process.returncode == 0
    return b"".join(drawn).decode()


def _read(terminal):
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


def test_on_a_terminal_a_bar_says_how_far_and_how_fast(project):
    project.write("r.csv", people.roster([{**people.row(i), "note": ""} for i in range(ROWS)]))
    command = [sys.executable, "-m", "cardgen", "batch", "r.csv", "-o", "made", "--jobs", "1"]
    drawn = seen_on_a_terminal(command, project.folder).split("\r")
    bars = [bar for bar in drawn if "[" in bar and "a second" in bar]
    assert re.search(rf"\[#+\]  {ROWS}/{ROWS}  \d+ a second", bars[-1])
    assert 2 <= len(bars) < ROWS / 2
