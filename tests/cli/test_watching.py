"""--watch: one line a build, at each change, and on after an error."""

import queue
import signal
import subprocess
import sys
import threading
import time
from contextlib import contextmanager

import pytest

from cardgen.cli import main
from cardgen.errors import ExitCode

SECONDS = 30
STRETCH = "stretches/calf-stretch.yaml"


@contextmanager
def watching(folder, *arguments):
    """Run a command with --watch; what it says comes line by line."""
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "cardgen", *arguments, "--watch"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    lines = queue.Queue()
    reader = threading.Thread(target=lambda: [lines.put(line) for line in process.stdout])
    reader.start()
    try:
        yield process, lambda: lines.get(timeout=SECONDS).rstrip("\n"), lines
    finally:
        process.kill()
        process.wait()
        reader.join()
        process.stdout.close()


def begun(say):
    """Return the first line, once the command watches."""
    first = say()
    assert say() == "Watching for changes; stop with Ctrl-C."
    time.sleep(0.5)  # until the watch is set up
    return first


@pytest.mark.parametrize(
    ("arguments", "output"),
    [
        (["handout", "short-run"], "out/short-run-handout.pdf"),
        (["cards", "calf-stretch", "-o", "own.pdf"], "own.pdf"),
        (["preview", "calf-stretch", "-o", "own.png"], "own.png"),
    ],
)
def test_it_builds_at_each_change_and_goes_on_after_an_error(example, arguments, output):
    with watching(example.folder, *arguments) as (process, say, lines):
        assert begun(say).startswith(f"{output}  ")
        example.change(STRETCH, "name: Calf Stretch", "name: Calf")
        assert say().startswith(f"{output}  ")
        example.change(STRETCH, "hold: 30", "hold: thirty")
        assert say().startswith(f"error: {STRETCH}:14:9: dose.hold: expected a whole number")
        example.change(STRETCH, "hold: thirty", "hold: 25")
        assert say().startswith(f"{output}  ")
        time.sleep(1)
        assert list(lines.queue) == []  # what it wrote itself is no change
        process.send_signal(signal.SIGINT)
        assert process.wait(SECONDS) == 0
    assert list(lines.queue) == []


def test_a_figure_is_drawn_again_and_so_is_a_clinic_elsewhere(example, run):
    run("new", "pose", "hug")
    with watching(example.folder, "figure", "images/poses/hug.yaml", "-o", "hug.svg") as (
        _,
        say,
        _,
    ):
        first = begun(say)
        example.change("images/poses/hug.yaml", "trunk: 184", "trunk: 182")
        assert say().startswith("hug.svg  ")
        assert first.startswith("hug.svg  ")


def test_a_file_that_an_option_names_is_watched_wherever_it_is(example, tmp_path_factory):
    clinic = tmp_path_factory.mktemp("elsewhere") / "clinic.yaml"
    clinic.write_text("name: A\n")
    with watching(example.folder, "handout", "short-run", "--clinic", clinic) as (_, say, _):
        begun(say)
        clinic.write_text("nam: A\n")
        assert "clinic.yaml:1:1: nam" in say()


def test_a_wrong_use_ends_at_once(run):
    assert run("preview", "--watch").exit_code == 2


@pytest.mark.usefixtures("example")
def test_standard_output_is_not_written_again_and_again(run):
    result = run("handout", "short-run", "--watch", "-o", "-")
    assert result.exit_code == ExitCode.USAGE
    assert "name one with -o" in result.stderr
    assert result.stdout == ""


def test_these_commands_can_watch():
    watch = {name for name, command in main.commands.items()
             if any(p.name == "watch" for p in command.params)}  # fmt: skip
    assert watch >= {"handout", "cards", "figure", "preview"}
