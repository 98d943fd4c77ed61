"""What the tests of every stage share."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import click.testing
import pytest

from cardgen.choose.handout import choose_handout
from cardgen.cli import main
from cardgen.load.data import load_locale
from cardgen.load.library import load_library
from cardgen.model.request import HandoutRequest
from cardgen.paths import built_in, roots
from cardgen.render.fonts import glyphs

EXAMPLE = Path(__file__).parent / "example"


@dataclass(frozen=True)
class Project:
    """A working folder with a person's own definitions."""

    folder: Path

    def write(self, name, content):
        """Write text or bytes to a file of the folder, and return its path."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def change(self, name, old, new):
        """Replace a text that stands in a file once."""
        text = (self.folder / name).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        return self.write(name, text.replace(old, new))

    def borrow(self, name):
        """Copy a built-in definition, with the pictures that it names."""
        path = self.write(name, (built_in() / name).read_bytes())
        for picture in (built_in() / "images").iterdir():
            if picture.name in path.read_text(encoding="utf-8"):
                self.write(f"images/{picture.name}", picture.read_bytes())
        return path

    def library(self):
        """Read the definitions of this folder and the built-in ones."""
        return load_library(roots(self.folder), glyphs())


@pytest.fixture
def project(tmp_path, monkeypatch):
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    return Project(tmp_path)


@pytest.fixture
def example(project):
    """A working folder with a stretch, a routine, a source, a picture and a clinic of its own."""
    shutil.copytree(EXAMPLE, project.folder, dirs_exist_ok=True)
    return project


@pytest.fixture
def run():
    """Run `cardgen` with some arguments; the result has exit_code, stdout and stderr.

    An error that cardgen does not report itself fails the test.
    """

    def invoke(*args):
        return click.testing.CliRunner().invoke(main, list(map(str, args)), catch_exceptions=False)

    return invoke


@pytest.fixture(scope="session")
def library():
    """The built-in definitions."""
    return load_library(roots(built_in()), glyphs())


@pytest.fixture(scope="session")
def locale():
    return load_locale("en")


@pytest.fixture(scope="session")
def handout_content(library, locale):
    """Make the words of a handout of the built-in library."""

    def make(routine, **request):
        return choose_handout(library, HandoutRequest(routine=routine, **request), locale)

    return make
