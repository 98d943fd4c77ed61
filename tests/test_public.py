"""The public interface: typed, light to import, complete in its page of the docs."""

import importlib.util
import re
import subprocess
import sys

import pytest

import cardgen
from cardgen.paths import PACKAGE

DOCS = PACKAGE.parent / "docs"
PAGE = (DOCS / "python.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", cardgen.__all__)
def test_every_public_name_is_there_and_has_a_docstring(name):
    assert getattr(cardgen, name).__doc__


def test_every_public_name_is_in_the_docs_and_no_other():
    rows = re.findall(r"(?m)^\| (`.+?) \|", PAGE)
    told = {name for row in rows for name in re.findall(r"`(\w+)", row)}
    assert told == set(cardgen.__all__) - {"__version__"}


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="module 'cardgen' has no attribute 'build_posters'"):
        cardgen.build_posters  # noqa: B018


def test_importing_loads_nothing_heavy():
    code = "import cardgen, sys; print(*sorted(m for m in sys.modules if m.startswith('cardgen')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["cardgen", "cardgen.put_off", "cardgen.version"]
    code = (
        "import sys\nfrom cardgen import *\n"
        "assert not {'numpy', 'shapely', 'watchfiles', 'pypdfium2', 'click'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_it_says_that_it_is_typed():
    assert (PACKAGE / "py.typed").is_file()


def test_the_example_of_the_docs_runs(project):
    (code,) = re.findall(r"(?ms)^```python\n(.*?)^```", PAGE)
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=project.folder, capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("('Get on your hands and knees.")
    assert {path.name for path in project.folder.iterdir()} == {"page.pdf", "cards.pdf", "kim.pdf"}


def test_the_program_of_the_docs_runs(example, capsys):
    path = DOCS / "examples" / "every_handout.py"
    spec = importlib.util.spec_from_file_location("every_handout", path)
    program = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(program)
    assert program.main(example.folder, example.folder / "made") == 0
    assert "Short run → short-run.pdf · 1 page, A4" in capsys.readouterr().out
    made = {path.name for path in (example.folder / "made").iterdir()}
    assert made == {*(f"{id_}.pdf" for id_ in example.library().routines), "standing-cards.pdf"}
