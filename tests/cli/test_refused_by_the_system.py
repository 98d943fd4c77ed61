"""What the system refuses or has closed: one line that says so, and no traceback."""

import subprocess
import sys
import tomllib
from functools import partial
from pathlib import Path

import pytest

from cardgen import CardsRequest, DoseChange
from cardgen.errors import CardgenError, ExitCode

ROOT = Path(__file__).parents[2]
FULL = Path("/dev/full")
COMMANDS = ["list", "show cat-cow", "cite", "programme", "--help", "handout -o -"]
CLOSED = ["list >&-", "handout short-run -o a.pdf >&- 2>&-", "batch people.csv -o made 2>&-"]


def ended(folder, line):
    """Run a line of a shell in a folder, in which cardgen is this program."""
    program = f'cardgen() {{ "{sys.executable}" -m cardgen "$@"; }}; {line}'
    return subprocess.run(
        ["sh", "-c", program], cwd=folder, capture_output=True, text=True, check=False
    )


STOPPED_WHILE_LOADING = """
import sys

class Stops:
    def find_spec(name, *_):
        if name == "cardgen.cli":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Stops)
from cardgen.__main__ import main
main()
"""


def test_one_who_stops_it_while_it_loads_sees_that_it_stopped():
    program = [sys.executable, "-c", STOPPED_WHILE_LOADING]
    told = subprocess.run(program, capture_output=True, text=True, check=False)
    assert (told.returncode, told.stderr) == (ExitCode.STOPPED, "\nStopped.\n")


def test_the_program_is_the_one_that_can_be_stopped():
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["scripts"]
    assert scripts["cardgen"] == "cardgen.__main__:main"


@pytest.mark.skipif(not FULL.exists(), reason="no device that is always full")
@pytest.mark.parametrize("command", COMMANDS)
def test_a_full_disk_behind_the_output_is_told_of(example, command):
    told = ended(example.folder, f"cardgen {command} >{FULL}")
    assert told.returncode == ExitCode.CANNOT_WRITE
    assert told.stderr.startswith("error: cannot read or write: No space left on device. Look at")
    assert len(told.stderr.splitlines()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of POSIX")
@pytest.mark.parametrize("line", CLOSED)
def test_a_stream_that_is_closed_is_done_without(example, line):
    example.write("people.csv", "recipient,routine\nAnn,short-run\n")
    told = ended(example.folder, f"cardgen {line}")
    assert (told.returncode, told.stderr) == (ExitCode.OK, "")


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of POSIX")
def test_a_closed_input_is_an_empty_roster(example):
    told = ended(example.folder, "cardgen batch - -o made <&-")
    assert told.returncode == ExitCode.INVALID_DATA
    assert "the roster is empty" in told.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a folder that is in use")
@pytest.mark.parametrize("command", ["handout", "list", "check", "init w"])
def test_a_folder_that_is_gone_is_told_of(tmp_path, command):
    gone = tmp_path / "gone"
    gone.mkdir()
    told = ended(gone, f'rmdir "{gone}"; cardgen {command}')
    assert told.returncode == ExitCode.INVALID_DATA
    assert told.stderr.startswith("error: the folder that you are in cannot be used: No such")
    assert len(told.stderr.splitlines()) == 1


def test_what_the_system_refuses_names_its_file(run, monkeypatch, example):
    def refuse(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "is_file", refuse)
    result = run("cards", "calf-stretch", "--library", str(example.folder))
    assert result.exit_code == ExitCode.CANNOT_WRITE
    assert ": cannot be used: Permission denied. Check that you may use it" in result.stderr


ODD = ["cards --url", "handout --set cat-cow.dose.hold", "show", "cite", "handout --printer"]


@pytest.mark.parametrize("command", ODD)
def test_an_odd_byte_of_a_command_line_is_refused(example, command):
    odd = f"{command}=\udcff" if "--" in command else f"{command} \udcff"
    told = ended(example.folder, f"cardgen {odd}")
    assert told.returncode in (ExitCode.USAGE, ExitCode.INVALID_DATA)
    assert "Traceback" not in told.stderr
    assert "rror: " in told.stderr


@pytest.mark.parametrize(
    "make", [partial(CardsRequest, url="\ud800"), partial(DoseChange, reps="\ud800")]
)
def test_half_of_a_sign_is_no_value(make):
    with pytest.raises(CardgenError, match=r"half of a sign \(U\+D800\)"):
        make()
