"""What is printed on a terminal whose code page lacks a sign: no traceback, and nothing lost."""

import os
import subprocess
import sys

import pytest

from cardgen.errors import ExitCode


def ran(folder, encoding, *arguments):
    """Run the program as a process of its own, as a pipe of that code page."""
    return subprocess.run(
        [sys.executable, "-m", "cardgen", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("encoding", ["cp437", "cp932", "ascii"])
def test_a_list_prints_on_any_code_page(example, encoding):
    ended = ran(example.folder, encoding, "list")
    assert ended.returncode == ExitCode.OK, ended.stderr
    assert len(ended.stdout.splitlines()) > 20


def test_a_file_whose_name_the_code_page_lacks_is_told_of(example):
    ended = ran(example.folder, "cp1252", "handout", "short-run", "-o", "Łydki.pdf")
    assert ended.returncode == ExitCode.OK, ended.stderr
    assert (example.folder / "Łydki.pdf").exists()
    assert b"\\u0141ydki.pdf" in ended.stdout


def test_sources_for_another_program_are_in_utf_8(example):
    ended = ran(example.folder, "cp1251", "cite", "--format", "ris")
    assert ended.returncode == ExitCode.OK, ended.stderr
    assert ended.stdout.decode("utf-8")
    assert b"\\u" not in ended.stdout
