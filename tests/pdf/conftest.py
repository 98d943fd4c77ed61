import sys
from pathlib import Path

# The samples and what holds of a page are shared with the tests of layout.
sys.path.append(str(Path(__file__).parent.parent / "layout"))

import made
import pytest


@pytest.fixture(scope="session")
def build(tmp_path_factory):
    """Make a PDF of a kind, once."""
    return made.Builder(tmp_path_factory.mktemp("made")).build


@pytest.fixture(scope="session")
def spoken(tmp_path_factory):
    """A handout and a deck in each language but English: the places of their files."""
    return made.spoken(tmp_path_factory.mktemp("spoken"))


@pytest.fixture(scope="session")
def handout(build):
    """The handout that cardgen makes when nothing is asked for."""
    return build("handout post-run letter")


@pytest.fixture(scope="session", params=made.KINDS)
def each(request, build):
    """A PDF of every kind, one after the other."""
    return build(request.param)
