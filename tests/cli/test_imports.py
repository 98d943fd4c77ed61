"""What a command does not use it does not import."""

import os
import subprocess
import sys

import pytest

_RUN = """
import sys
from cardgen.cli import main
try:
    main(sys.argv[1:])
except SystemExit as ended:
    assert not ended.code, ended
print(*sorted(sys.modules), sep="\\n", file=sys.stderr)
"""
_LAYOUT = {"reportlab", "cardgen.layout", "cardgen.pdf", "cardgen.typography"}
_MODELS = {"pydantic", "yaml", "cardgen.library.files", "cardgen.api", "cardgen.catalog"}
_SHAPING = {"cardgen.typography.shaping", "uharfbuzz._harfbuzz", "pyphen", "uniseg", "budoux"}
_PICTURES = {"svglib", "lxml", "reportlab.graphics.renderPDF", "resvg_py", "pillow_heif"}
_OTHERS = {
    *("pikepdf", "pypdfium2", "python_calamine", "watchfiles", "bibtexparser", "rispy"),
    *("py_mini_racer", "citeproc", "scramp", "syllapy", "tinycss2", "stdnum", "numpy", "babel"),
    # English reads no translation.
    *("cardgen.library.translated", "cardgen.library.spoken", "cardgen.model.translation"),
}
LIGHT = _LAYOUT | _MODELS | _SHAPING | _PICTURES | _OTHERS | {"PIL", "fontTools"}
LIGHT |= {"asyncio", "subprocess", "importlib.metadata"}
"""What neither a help text needs, nor what was kept."""
FIRST_TIME = {
    "list": _LAYOUT | _SHAPING | _PICTURES | _OTHERS | {"PIL", "fontTools"},
    "show cat-cow": _LAYOUT | _SHAPING | _PICTURES | _OTHERS | {"PIL", "fontTools"},
    "handout -o a.pdf": _SHAPING | _PICTURES | _OTHERS,
    "cards -o a.pdf": _PICTURES | _OTHERS,
    "booklet -o a.pdf": _SHAPING | _PICTURES | _OTHERS,
    "poster -o a.pdf": _SHAPING | _PICTURES | _OTHERS,
}
AGAIN = {
    **dict.fromkeys(FIRST_TIME, LIGHT),
    "handout core-1 --page a4 -o b.pdf": LIGHT,
    "cards --help": LIGHT,
    "batch --help": LIGHT,
    "check --help": LIGHT,
}


@pytest.fixture
def imported(tmp_path):
    """Return the modules that a command imports, in a process of its own."""

    def run(command, **environment):
        kept = os.environ | {"CARDGEN_CACHE": str(tmp_path / "kept")} | environment
        done = subprocess.run(
            [sys.executable, "-c", _RUN, *command.split()],
            cwd=tmp_path, env=kept, capture_output=True, text=True, check=True,
        )  # fmt: skip
        return set(done.stderr.splitlines())

    return run


@pytest.mark.parametrize("command", ["--help", "--version"])
def test_a_help_text_of_all_is_light(imported, command):
    found = imported(command, CARDGEN_CACHE="off")
    assert "click" in found
    assert found & LIGHT == set()


@pytest.mark.parametrize("command", FIRST_TIME)
def test_the_first_time_it_imports_what_it_makes(imported, command):
    found = imported(command)
    assert "pydantic" in found
    assert found & FIRST_TIME[command] == set()


@pytest.mark.parametrize("command", AGAIN)
def test_what_was_kept_is_taken_without_what_made_it(imported, command):
    imported(command)
    found = imported(command)
    assert "cardgen.store" in found
    assert found & AGAIN[command] == set()
