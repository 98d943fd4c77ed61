"""cardgen's own drawings are known to print exactly: nothing is looked at when it starts."""

import subprocess
import sys

import pytest
from artwork_files import load

from cardgen.figure.bake import drawings_to_know
from cardgen.library.drawings import EXACT, digest_of_drawing, is_exact

FILES = drawings_to_know()


def test_every_drawing_is_known_and_no_other():
    assert len(FILES) > 30
    known = EXACT.read_text().split()
    assert known == sorted({digest_of_drawing(file.read_bytes()) for file in FILES}), "make figures"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_its_vectors_show_what_its_file_does(file):
    assert is_exact(file.read_bytes())


def test_a_drawing_that_was_changed_by_hand_is_looked_at_again(tmp_path):
    text = FILES[0].read_text()
    assert load(tmp_path, "a.svg", text).unit
    changed = load(tmp_path, "b.svg", text.replace("<path ", '<path opacity=".5" ', 1))
    assert not changed.is_vector
    moved = load(tmp_path, "c.svg", text.replace(" M", " M1 ", 1).replace("<g ", "<g ", 1))
    assert moved.unit


def test_a_page_of_them_needs_no_resvg():
    code = (
        "import sys; from cardgen.cli import main\n"
        "main(['handout', '-o', sys.argv[1]], standalone_mode=False)\n"
        "assert not {'resvg_py', 'pillow_heif'} & set(sys.modules), sys.modules"
    )
    run = [sys.executable, "-c", code, "/dev/null"]
    assert subprocess.run(run, capture_output=True, check=False).returncode in (0, 5)
