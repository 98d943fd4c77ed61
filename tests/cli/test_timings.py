"""Where the time goes is told, and what takes long shows how far it is."""

import io
import sys

import pytest

from cardgen.cli.progress import progress
from cardgen.errors import ExitCode


@pytest.mark.parametrize(
    ("args", "stages"),
    [
        (["handout", "-o", "a.pdf"], {"imports", "definitions", "request", "pages", "writing"}),
        (["list"], {"cache"}),
        (["check", "stretches/cat-cow.yaml"], {"check"}),
    ],
)
def test_each_stage_is_told_with_what_it_took(run, project, args, stages):
    project.borrow("stretches/cat-cow.yaml")
    plain, timed = run(*args), run(*args, "--timings")
    assert (timed.exit_code, timed.stdout) == (ExitCode.OK, plain.stdout)
    lines = [line for line in timed.stderr.splitlines() if line.endswith(" ms")]
    told = {line.split()[0]: float(line.split()[1]) for line in lines}
    assert {"start", "whole", *stages} <= told.keys()
    assert sum(told[name] for name in stages) <= told["whole"]
    assert " ms" not in plain.stderr


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(("stream", "shown"), [(Terminal(), True), (io.StringIO(), False)])
def test_a_bar_is_shown_on_a_terminal_alone(monkeypatch, stream, shown):
    monkeypatch.setattr(sys, "stderr", stream)
    with progress() as told:
        told(0, 4)
        told(3, 4)
        told(4, 4)
    assert ("4/4" in stream.getvalue()) == shown
    assert bool(stream.getvalue()) == shown
