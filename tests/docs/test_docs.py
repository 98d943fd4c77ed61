"""The docs say what is so: pages can be followed, the reference is complete and up to date."""

import importlib.util
import os
import re
import shlex
import shutil
from pathlib import Path

import pytest
from pages import DOCS, blocks, follow

from cardgen.cli import main
from cardgen.kinds import KINDS
from cardgen.lint.registry import RULES
from cardgen.paths import DATA, built_in
from cardgen.scaffold import EXAMPLES
from cardgen.schema import schema

PAGES = sorted(DOCS.rglob("*.md"))
FOLLOWED = [page for page in PAGES if any(block["kind"] == "sh" for block in blocks(page))]
# What the examples of the commands need, beside what `cardgen init` makes.
POSE = "title: Me\ndescription: A person stands.\nfrom: stand\n"
BIB = "@book{k, title={A}, author={Ng, Ann}, year={2020}, doi={10.1234/abcd}}\n"
CSL = '[{"type": "book", "title": "A", "author": [{"family": "Ng"}], "DOI": "10.1234/abcd"}]'
PROGRAMME = (EXAMPLES / "programme.yaml").read_text()
PEOPLE = (EXAMPLES / "roster.csv").read_text()
NEEDED = {
    "my-pose.yaml": POSE,
    "apa.csl": (DATA / "styles" / "cardgen.csl").read_text(),
    "zotero.bib": BIB,
    "zotero.json": CSL,
    "patients.csv": PEOPLE,
    "team.csv": PEOPLE,
    "this-week.yaml": PROGRAMME,
    "last-week.yaml": PROGRAMME.replace("- bird-dog\n", ""),
}
MAKES = ("init", "new")
"""Commands whose examples start from an empty folder."""
PRINTED = ("verify",)
"""Commands whose examples read what was printed before."""
STAYS = ("studio",)
"""Commands that run until somebody ends them; they have tests of their own."""
FOR_PEOPLE = {"--watch", "--open"}


def reference():
    path = DOCS / "reference.py"
    spec = importlib.util.spec_from_file_location("reference", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def folder(project):
    """A working folder, which is left again however far the page went."""
    yield project
    os.chdir(project.folder)


def test_there_are_pages_to_follow():
    assert len(FOLLOWED) >= 6
    assert len(PAGES) >= 12


@pytest.mark.parametrize("page", FOLLOWED, ids=lambda page: page.stem)
@pytest.mark.usefixtures("folder")
def test_a_page_can_be_followed_line_by_line(page, run):
    assert follow(page, run)


def test_the_tutorial_ends_with_a_card_and_a_handout(folder, run):
    follow(DOCS / "tutorial.md", run)
    made = {path.name for path in (folder.folder / "my-cards/out").iterdir()}
    assert made == {
        "my-routine-handout.pdf", "standing-hip-flexor-preview.png", "standing-hip-flexor-cards.pdf"
    }  # fmt: skip
    assert "standing-hip-flexor" not in {path.stem for path in built_in().glob("stretches/*")}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_links_lead_to_pages_and_pictures_that_are_there(page):
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        if not target.startswith("https://"):
            assert (page.parent / target).is_file(), target


@pytest.mark.parametrize("name", ["commands", "columns", "requests", "files", "checks", "matrix"])
def test_the_reference_is_up_to_date(name):
    made = reference().PAGES[name]()
    assert (DOCS / "reference" / f"{name}.md").read_text() == made, "run: make reference"


def test_every_command_and_option_is_in_the_reference():
    page = (DOCS / "reference/commands.md").read_text()
    sections = dict(re.findall(r"(?ms)^## cardgen (\S+)\n(.*?)(?=^## |\Z)", page))
    assert sections.keys() == main.commands.keys()
    assert len(sections) > 10
    for name, command in main.commands.items():
        options = [option for p in command.params for option in p.opts if option.startswith("--")]
        assert [option for option in options if option not in sections[name]] == [], name


def test_every_field_and_every_rule_is_in_the_reference():
    page = (DOCS / "reference/files.md").read_text()
    sections = dict(re.findall(r"(?ms)^## (\S+)\n(.*?)(?=^## |\Z)", page))
    assert sections.keys() == KINDS.keys()
    for kind in KINDS:
        whole = schema(kind)
        for node in (whole, *whole.get("$defs", {}).values()):
            for field in node.get("properties", {}):
                assert f"| `{field}` |" in sections[kind]
    page = (DOCS / "reference/checks.md").read_text()
    assert [rule.code for rule in RULES if f"| `{rule.code}` |" not in page] == []


def examples():
    for name, command in main.commands.items():
        text = (command.help or "").partition("Examples:")[2]
        for line in text.strip().splitlines():
            # What stands after several blanks, or after > or >>, is not for cardgen.
            yield name, re.split(r"\s{2,}|\s>>?\s", line.strip())[0]


def test_every_command_has_an_example():
    assert {name for name, _ in examples()} == main.commands.keys()


def as_shell(word):
    """Return the files that a shell puts in place of a pattern, or the word itself."""
    return sorted(map(str, Path().glob(word))) if "*" in word else [word]


@pytest.mark.parametrize(
    ("name", "line"), [pytest.param(*e, id=e[1]) for e in examples() if e[0] not in STAYS]
)
def test_every_example_of_a_command_runs(project, run, monkeypatch, name, line):
    _, *words = shlex.split(line)
    if name not in MAKES:
        run("init")
        run("new", "stretch", "side-bend")
        shutil.copytree(built_in() / "images/poses", "images/poses", dirs_exist_ok=True)
    # A printer's profile is a person's own, and is not to be found among theirs.
    monkeypatch.setenv("HOME", str(project.folder / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(project.folder / "home"))
    run("calibrate", "--printer", "office", "--x", "0.8mm")
    for file, content in NEEDED.items():
        if file != f"{words[-1]}.csv":  # which the example itself is to make
            project.write(file, content)
    if name in PRINTED:
        run("handout", "post-run")
        shutil.copytree("out", "patients")
    result = run(*(file for word in words if word not in FOR_PEOPLE for file in as_shell(word)))
    assert result.exit_code == 0, result.output
