"""What is said of installing holds: extras, the lock file, the container, the tutorial."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement

from cardgen.extras import how_to_install
from cardgen.paths import PACKAGE

ROOT = PACKAGE.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
LOCKED = dict(re.findall(r"(?m)^([\w.-]+)==([^\s;]+)", (ROOT / "requirements.lock").read_text()))
DOCS = (ROOT / "docs" / "install.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("extra", ["csl", "cjk", "dask", "figure"])
def test_a_remedy_names_packages_that_a_registry_has(extra):
    told = how_to_install(extra)
    assert told.startswith("Install it: pip install ")
    for needed in EXTRAS[extra]:
        assert Requirement(needed).name in told
        assert Requirement(needed).name in DOCS
    assert "cardgen" not in told.replace("fonts-cjk", "")


def test_nothing_names_cardgen_as_a_package_of_a_registry():
    texts = [*ROOT.glob("docs/**/*.md"), *ROOT.glob("*.md"), *PACKAGE.glob("**/*.py")]
    assert len(texts) > 50
    named = re.compile(r"pip install (?:-\S+ )*['\"]?cardgen")
    hits = [path.name for path in texts if named.search(path.read_text(encoding="utf-8"))]
    assert hits == []


def test_the_lock_file_has_all_that_is_needed_in_versions_that_are_allowed():
    extras = ("figure", "csl", "cjk", "icu", "studio")
    asked = [*PROJECT["dependencies"], *(one for extra in extras for one in EXTRAS[extra])]
    assert len(asked) > 30
    for requirement in map(Requirement, asked):
        assert requirement.specifier.contains(LOCKED[requirement.name.lower()]), requirement
    assert "--universal --generate-hashes" in (ROOT / "Makefile").read_text()


def test_the_container_copies_what_is_there():
    steps = (ROOT / "Dockerfile").read_text().splitlines()
    copied = [
        line.split()[1] for line in steps if line.startswith("COPY ") and "--from" not in line
    ]
    assert copied == ["requirements.lock", "."]
    assert all((ROOT / name).exists() for name in copied)
    assert "--require-hashes -r requirements.lock" in DOCS


def test_what_make_demo_sets_up_is_enough_for_the_tutorial():
    made = (ROOT / "Makefile").read_text().partition(".venv/ready: ")[2]
    assert "--editable '.[figure]'" in made.partition("\n\n")[0]
    tutorial = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
    assert "cardgen figure" in tutorial
    assert "--csl" not in tutorial
