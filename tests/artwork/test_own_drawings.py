"""cardgen's own drawings are known to print exactly: nothing is looked at when it starts."""

import subprocess
import sys

import pytest
from artwork_files import load

from cardgen.artwork.operators import vectors
from cardgen.artwork.svg_file import read_svg
from cardgen.artwork.terse import operations, terse
from cardgen.figure.bake import drawings_to_know
from cardgen.library.compiled import FOLDER, file_of, read_compiled
from cardgen.library.data import load_theme
from cardgen.library.drawings import compiled, is_exact
from cardgen.library.tones import baked_palette
from cardgen.model.drawing import recoloured
from cardgen.paths import data_ids

FILES = drawings_to_know()


def test_every_drawing_is_known_and_no_other():
    assert len(FILES) > 30
    assert {*FOLDER.iterdir()} == {file_of(file.read_bytes()) for file in FILES}, "make figures"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_its_vectors_show_what_its_file_does(file):
    assert is_exact(file.read_bytes())


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_it_is_compiled_as_it_is(file):
    content = file.read_bytes()
    assert read_compiled(content) == compiled(content), "make figures"


@pytest.mark.parametrize("name", data_ids("themes"))
def test_a_compiled_drawing_in_a_theme_draws_what_its_file_in_that_theme_does(name):
    theme = load_theme(name)
    for file in FILES[:5]:
        text = recoloured(file.read_text(), baked_palette(), theme.drawing)
        art = read_compiled(file.read_bytes()).artwork(theme, "")
        drawn = vectors(read_svg(text.encode()).root)
        # Two roles of one colour are set twice: once more it is left out.
        assert terse(art.content) == drawn.operators
        assert (art.width, art.height) == (drawn.width, drawn.height)


def test_what_says_nothing_is_left_out():
    lines = ["0 g", "q", "q", "0.5 g", "2 w", "n 0 0 m 5 0 l 5 5 l 0 0 l h", "f", "Q", "Q"]
    again = ["0.5 g", "n 1 1 m 2 2 l h", "S", "q", "1 0 0 1 3 -0.25 cm", "n 9 9 m h", "f", "Q"]
    assert terse([*lines, *again]) == (
        *(".5 g", "0 0 m 5 0 l 5 5 l h", "f"),
        *("1 1 m 2 2 l h", "S"),
        *("q", "1 0 0 1 3 -.25 cm", "9 9 m h", "f", "Q"),
    )
    straight = ["0 0 m 1 1 l 3 3 l 2 2 l 2 5 l 2 9 l", "S"]
    assert terse(straight) == ("0 0 m 3 3 l 2 2 l 2 9 l", "S")
    assert terse(["0 0 5 5 re W n"]) == ("0 0 5 5 re W n",)
    assert [name for name, _ in operations(["[1 2] 0 d", "q"])] == ["d", "q"]


def test_a_drawing_that_was_changed_by_hand_is_looked_at_again(tmp_path):
    text = FILES[0].read_text()
    assert load(tmp_path, "a.svg", text).unit
    changed = load(tmp_path, "b.svg", text.replace("<path ", '<path opacity=".5" ', 1))
    assert not changed.is_vector
    moved = load(tmp_path, "c.svg", text.replace(" M", " M1 ", 1).replace("<g ", "<g ", 1))
    assert moved.unit


def test_a_page_of_them_needs_no_resvg(tmp_path):
    code = (
        "import sys; from cardgen.cli import main\n"
        "main(['handout', '-o', sys.argv[1]], standalone_mode=False)\n"
        "assert not {'resvg_py', 'pillow_heif', 'svglib'} & set(sys.modules), sys.modules"
    )
    run = [sys.executable, "-c", code, tmp_path / "a.pdf"]
    assert subprocess.run(run, capture_output=True, check=False).returncode == 0
