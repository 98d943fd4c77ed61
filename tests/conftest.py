"""What the tests of every stage share."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import click.testing
import pytest
import shared_reading
from merged import content_with
from trees import read

from cardgen.cli import main
from cardgen.documents import cards, handout
from cardgen.documents.cards import CardsRequest
from cardgen.documents.countries import country_of
from cardgen.documents.handout_request import HandoutRequest
from cardgen.files import open_library, read_library
from cardgen.library import files
from cardgen.library.data import design_of, load_locale
from cardgen.model.arrangement import Sides
from cardgen.paths import built_in

# What a test changes must be seen: nothing is taken from a run before it.
os.environ["CARDGEN_CACHE"] = "off"
# What cardgen brings is known by its content: it takes a sixth of the time to read it again.
files.read_record = shared_reading.read_record

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

    def read(self):
        """Read what can be used of this folder, and what is wrong with the rest."""
        return open_library(self.folder)

    def library(self):
        """Read the definitions of this folder and the built-in ones."""
        return read_library(self.folder)


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
    return read_library(built_in())


@pytest.fixture(scope="session")
def locale():
    return load_locale("en")


@pytest.fixture(scope="session")
def handout_content(library):
    """Make the words of a handout, of the built-in library if no other is given.

    `sides` tell how its parts are shared out.
    """

    def make(routine, sides=None, library=library, **request):
        asked = HandoutRequest(routine=routine, **request)
        sides = sides or Sides(large_print=asked.arrangement.large_print)
        shared, words, *_ = handout.split(asked, library)
        writer = handout.writer_of(shared, library)
        return content_with(writer.write(sides), words)

    return make


@pytest.fixture(scope="session")
def deck_content(library):
    """Make the words of a deck of cards, of the built-in library if no other is given."""

    def make(*targets, library=library, **request):
        asked = CardsRequest(targets or ("gym-bag",), **request)
        design = design_of(asked, library)
        country = country_of(asked, library, design.paper).country
        return cards.write_deck(asked, library, design, country)

    return make


@pytest.fixture
def faulty(tmp_path):
    """Make a package `cardgen` of a few modules, by their texts, and read it."""

    def make(**modules):
        package = tmp_path / "cardgen"
        for name, text in modules.items():
            path = package / f"{name.replace('__', '/')}.py"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        return read(package)

    return make
