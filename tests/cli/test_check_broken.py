"""`cardgen check` tells of every broken definition: file, line, column, field and remedy."""

import re
import subprocess
import sys

import pytest
from test_broken_inputs import BAD, CASES, CLINIC, PICTURE, ROUTINE, SOURCE, STRETCH, broken

from cardgen.errors import ExitCode

DEFINITIONS = (STRETCH, ROUTINE, SOURCE, CLINIC, "stretches/My Calf.yaml")
POSE = "images/poses/calf.yaml"
SAFETY = "safety/mine.yaml"
LOOP = "title: A\ndescription: A person.\nfrom: {}\n"

# Of the definitions that a handout reads, and of those that it does not.
MORE = [
    ("a pose that extends itself", {POSE: LOOP.format("calf")}, f"{POSE}:3:7: from: ",
     "'calf' extends this pose in turn. Break the circle"),
    ("poses that extend each other", {POSE: LOOP.format("b"),
     "images/poses/b.yaml": LOOP.format("calf")}, "images/poses/b.yaml:3:7: from: ",
     "'calf' extends this pose in turn"),
    ("a pose of an unknown one", {POSE: LOOP.format("stan")}, f"{POSE}:3:7: from: ",
     "there is no pose 'stan'. Did you mean `stand`?"),
    ("a joint that there is not", {POSE: LOOP.format("stand") + "legs: {kne: 20}\n"},
     f"{POSE}:4:8: legs.kne: ", "there is no such field. Did you mean `knee`?"),
    ("a pose with a tab", {POSE: "title: A\n\tfrom: stand\n"}, f"{POSE}:2:1: ",
     "Use blanks in place of the tab"),
    ("a pose of 10 MB", {POSE: "title: " + "x" * 10_000_000}, f"{POSE}: ",
     "the file has more than 256 KB, which is the most for definitions"),
    ("a stretch of 10 MB", {STRETCH: b"\xff" * 10_000_000}, f"{STRETCH}: ",
     "the file has more than 256 KB, which is the most for definitions"),
    ("a letterhead that is a list", {CLINIC: "- name"}, f"{CLINIC}:1:1: ",
     "expected lines of `field: value`, found a list. Start from a copy"),
    ("a letterhead in another encoding", {CLINIC: b"name: caf\xe9\n"}, f"{CLINIC}:1:10: ",
     "expected text in UTF-8, found the byte 0xe9. Save the file as UTF-8"),
    ("safety texts of one line", {SAFETY: "intro: Hello.\n"}, f"{SAFETY}:1:1: disclaimer: ",
     "this field is missing. Add a line `disclaimer: …`"),
    ("a file name that is no id", {"stretches/My Calf.yaml": "name: x"}, "stretches/My Calf.yaml: ",
     "the file name 'My Calf.yaml' cannot be an id. Name it with"),
    ("a picture of 25 MB", {PICTURE: b" " * 25_000_000}, f"{STRETCH}:27:9: illustrations[1].file: ",
     "it is larger than 20 MB"),
    ("Windows line ends and a typo", {STRETCH: ("hold:", "hodl:")}, f"{STRETCH}:14:3: dose.hodl: ",
     "Did you mean `hold`?"),
]  # fmt: skip
TOLD = [
    (name, changes, place, said)
    for name, changes, _, code, place, said in CASES
    if code == BAD and place.startswith(DEFINITIONS) and "no clinic file" not in name
] + MORE


def test_there_are_at_least_forty_and_each_is_another():
    assert len({name for name, *_ in TOLD}) == len(TOLD) >= 40


@pytest.mark.parametrize(
    ("changes", "place", "said"), [pytest.param(*case[1:], id=case[0]) for case in TOLD]
)
def test_a_broken_definition_is_told_with_its_place(example, run, changes, place, said):
    broken(example, changes)
    result = run("check")
    assert result.exit_code == ExitCode.INVALID_DATA
    assert result.stderr == ""
    errors = [line for line in result.stdout.splitlines() if line.startswith("error: ")]
    assert any(line.startswith(f"error: {place}") and said in line for line in errors), errors
    assert all(re.match(r"error: [^:]+\.yaml(:\d+:\d+)?: ", line) for line in errors)


def test_a_broken_definition_is_told_without_a_traceback_in_a_process_of_its_own(example):
    broken(example, {STRETCH: "a: " + "[" * 90})
    done = subprocess.run(
        [sys.executable, "-m", "cardgen", "check"],
        cwd=example.folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == ExitCode.INVALID_DATA
    assert "nested deeper than 12 levels" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
