"""A studio in the process of the tests, and one that runs and that chromium looks at."""

import pytest
from chromiums import chromium, opened, run_studio  # noqa: F401 - fixtures
from studios import PORT, QUIET, TODAY, Browser

from cardgen.model.settings import SettingsSources
from cardgen.studio.app import Studio
from cardgen.studio.desk import Work, open_desk
from cardgen.studio.guard import Guard


@pytest.fixture
def work(project):
    """Where a clinic works: an empty folder."""
    return Work(
        project.folder,
        SettingsSources((project.folder,)),
        project.folder / "printers",
        lambda: {"built": None, "today": TODAY},
    )


@pytest.fixture
def make(work, library):
    """Start a studio, and return the browser that it let in."""

    def started(quiet=QUIET, stop=lambda: None):
        guard = Guard(PORT)
        own = None if (work.folder / "stretches").is_dir() else library
        studio = Studio(open_desk(work, own), guard.base, quiet, stop)
        guard.app, guard.speaks = studio.app(), studio.speaks
        return Browser(studio, guard)

    return started


@pytest.fixture
def browser(make):
    return make()
