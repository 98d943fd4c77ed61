"""When a document is made, nothing of its person stays in the process."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).with_name("held.py")


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """What a process still holds that has made documents of a person."""
    command = [sys.executable, PROGRAM, tmp_path_factory.mktemp("made")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_what_is_held_is_found(found):
    assert found["control"] == ["'Canary'"]
    assert found["refused"] == 2


def test_no_object_holds_the_words_of_a_person_whose_document_is_made(found):
    assert found["held"] == []
