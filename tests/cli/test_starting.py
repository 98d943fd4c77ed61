"""`cardgen init` and `cardgen new`: whole examples, and nothing of a person's is overwritten."""

import datetime

import pytest

from cardgen.cli.new import new
from cardgen.errors import ExitCode
from cardgen.kinds import KINDS, LISTED
from cardgen.library.files import read_record
from cardgen.paths import DATA, data_ids, stock_file
from cardgen.scaffold import EXAMPLES, new_files
from cardgen.typography.printable import refusal

HOSTILE = ["Side Bend", "../x", "a--b", "", "-a", '<b>&"Ω', "x" * 61, "a.yaml", "a/b", "A"]


def own_name(kind):
    """Return a name that a file of this kind can have, and that no built-in one has."""
    return "my-own" if KINDS[kind].naming.fits("my-own") else KINDS[kind].naming.example


def everything(folder):
    return {
        p: p.read_bytes() for p in folder.rglob("*") if p.is_file() and ".schemas" not in p.parts
    }


def test_every_kind_has_an_example_and_no_example_is_without_a_kind():
    assert len(KINDS) >= 6
    assert {path.stem for path in EXAMPLES.glob("*.yaml")} == KINDS.keys()
    assert tuple(new.params[0].type.choices) == (*KINDS, "roster")


# A translation is made of a definition: see tests/languages.
MADE_UP = [kind for kind in KINDS if kind != "translation"]


@pytest.mark.parametrize("kind", KINDS)
def test_an_example_is_valid_as_it_is_written(kind):
    record = read_record(EXAMPLES / f"{kind}.yaml", KINDS[kind].model, refusal)
    assert record.value
    assert (EXAMPLES / f"{kind}.yaml").read_text().count("# ") >= 3


@pytest.mark.parametrize("kind", MADE_UP)
def test_a_new_file_is_valid_dated_and_names_its_schema(project, run, monkeypatch, kind):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")
    result = run("new", kind, own_name(kind))
    assert (result.exit_code, result.stderr) == (ExitCode.OK, "")
    made = [project.folder / line for line in result.stdout.splitlines()]
    assert made[0] == project.folder / KINDS[kind].place.format(id=own_name(kind))
    text = made[0].read_text()
    first = text.splitlines()[0]
    schema = (made[0].parent / first.partition("$schema=")[2]).resolve()
    assert schema.read_bytes() == (DATA / "schemas" / f"{kind}.json").read_bytes()
    assert "single-knee-to-chest" not in text
    assert "easy-evening" not in text
    assert ("reviewed:" not in text) or ("2030-03-17" in text)
    read_record(made[0], KINDS[kind].model, refusal)
    project.library()


def test_a_new_stretch_comes_with_its_picture_and_prints(project, run):
    assert run("new", "stretch", "side-bend").stdout.splitlines() == [
        "stretches/side-bend.yaml", "images/side-bend.svg"
    ]  # fmt: skip
    stretch = project.library().stretches["side-bend"].value
    assert stretch.name == "Side Bend"
    assert stretch.illustrations[0].file == "side-bend.svg"
    assert run("cards", "side-bend").exit_code == ExitCode.OK


def test_the_picture_of_the_example_is_drawn_from_the_example_pose(project, run):
    run("new", "pose", "hug")
    result = run("figure", "images/poses/hug.yaml", "-o", "hug.svg")
    assert (result.exit_code, result.stderr) == (ExitCode.OK, "")
    assert (project.folder / "hug.svg").read_bytes().startswith(b"<svg")
    assert b"Single Knee to Chest" in (EXAMPLES / "picture.svg").read_bytes()


@pytest.mark.parametrize(
    ("kind", "name"), [("stretch", "cat-cow"), ("routine", "post-run"), ("safety", "low-back")]
)
def test_the_name_of_a_built_in_one_gives_a_copy_that_takes_its_place(project, run, kind, name):
    before = project.library()
    result = run("new", kind, name)
    assert result.stdout.splitlines()[-1] == (
        f"It is a copy of the built-in {name}, and takes its place here."
    )
    after = project.library()
    where = {"stretch": "stretches", "routine": "routines", "safety": "safety"}[kind]
    assert getattr(after, where)[name].root == project.folder
    assert getattr(after, where)[name].value == getattr(before, where)[name].value
    assert run("handout").exit_code == ExitCode.OK


@pytest.mark.parametrize("kind", ["condition", "level", "size", "paper", "theme", "country"])
def test_a_copy_of_a_file_of_cardgen_s_data_takes_its_place_too(project, run, kind):
    folder = KINDS[kind].folder
    name = data_ids(folder)[0]
    assert "It is a copy of the built-in" in run("new", kind, name).stdout
    listed = run("list", folder).stdout
    assert f"[{folder}/{name}.yaml, in place of the built-in one]" in listed
    project.library()


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS.values() if kind.folder in LISTED], ids=lambda kind: kind.name
)
def test_every_kind_is_listed(run, kind):
    run("new", kind.name, own_name(kind.name))
    ids = [line.split()[0] for line in run("list", kind.folder).stdout.splitlines()[1:] if line]
    assert own_name(kind.name) in ids
    if kind.folder != "stretches":  # these stand by posture
        assert ids == sorted(ids)
    assert len(ids) > 1
    assert run("show", own_name(kind.name)).stdout.startswith(f"# {kind.folder}/")


def test_what_cannot_be_used_is_listed_with_what_is_wrong(run, project):
    project.write("routines/bad.yaml", "title: a: b")
    rows = [line for line in run("list", "routines").stdout.splitlines() if " bad " in line]
    assert "cannot be used: routines/bad.yaml:1:9: this is not valid YAML" in rows[0]
    assert "routines/bad.yaml:1:9: this is not valid YAML" in run("show", "bad").stderr


@pytest.mark.usefixtures("project")
def test_list_says_which_definitions_hide_a_built_in_one(run):
    run("new", "stretch", "cat-cow")
    run("new", "stretch", "side-bend")
    lines = {line.split()[0]: line for line in run("list").stdout.splitlines() if line}
    assert lines["cat-cow"].endswith("[stretches/cat-cow.yaml, in place of the built-in one]")
    assert lines["side-bend"].endswith("  [stretches/side-bend.yaml]")
    assert "yaml" not in lines["figure-four"]


@pytest.mark.parametrize("kind", MADE_UP)
def test_a_file_that_is_there_is_never_touched(project, run, kind):
    run("new", kind, own_name(kind))
    path = project.folder / KINDS[kind].place.format(id=own_name(kind))
    path.write_text("my own words")
    before = everything(project.folder)
    result = run("new", kind, own_name(kind))
    assert result.exit_code == ExitCode.INVALID_DATA
    assert f"{path.relative_to(project.folder)}: there is such a file already" in result.stderr
    assert everything(project.folder) == before


def test_a_picture_that_is_there_stops_the_stretch_too(project, run):
    project.write("images/side-bend.svg", "my picture")
    assert run("new", "stretch", "side-bend").exit_code == ExitCode.INVALID_DATA
    assert not (project.folder / "stretches").exists()


@pytest.mark.parametrize("name", HOSTILE, ids=repr)
def test_a_name_that_cannot_be_an_id_makes_nothing(project, run, name):
    result = run("new", "stretch", "--", name)
    assert result.exit_code == ExitCode.INVALID_DATA
    assert "NAME: expected an id: small letters, digits and single hyphens, found" in result.stderr
    assert list(project.folder.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "told"),
    [("Café Crème", "Such as: cafe-creme"), ("a" * 61, "found more than 60 of them")],
)
def test_an_id_that_would_do_is_offered(run, name, told):
    assert told in run("new", "stretch", name).stderr


def test_a_working_folder_works_at_once(project, run, monkeypatch):
    assert run("init", "mine").exit_code == ExitCode.OK
    monkeypatch.chdir(project.folder / "mine")
    for command in (
        ["handout"],
        ["handout", "my-routine", "--clinic", "clinic.yaml"],
        ["cards", "my-stretch"],
        ["figure", "images/poses/my-stretch.yaml"],
    ):
        result = run(*command)
        assert (result.exit_code, result.stderr) == (ExitCode.OK, ""), command


def test_init_names_every_command_of_its_readme_truly(project, run, monkeypatch):
    run("init", "mine")
    monkeypatch.chdir(project.folder / "mine")
    text = (project.folder / "mine/README.md").read_text()
    commands = [line.strip().split("  ")[0].split()[1:] for line in text.splitlines()
                if line.startswith("    cardgen ")]  # fmt: skip
    assert len(commands) >= 5
    for command in commands:
        assert run(*command).exit_code == ExitCode.OK, command


def test_a_second_init_touches_nothing(project, run):
    run("init")
    project.write("stretches/my-stretch.yaml", "mine")
    before = everything(project.folder)
    result = run("init")
    assert result.exit_code == ExitCode.INVALID_DATA
    assert "stretches/my-stretch.yaml: there is such a file already" in result.stderr
    assert everything(project.folder) == before


def test_a_folder_that_cannot_be_made_is_told(project, run):
    project.write("file", "not a folder")
    result = run("init", "file/mine")
    assert result.exit_code == ExitCode.CANNOT_WRITE
    assert result.stderr.startswith("error: file/mine/")


def test_no_example_takes_the_place_of_a_built_in_one():
    for kind in MADE_UP:
        for file in new_files(kind, own_name(kind), datetime.date(2026, 1, 1)):
            assert stock_file(file.place) is None


def test_a_new_roster_prints_a_page_for_everyone_in_it(project, run):
    assert run("new", "roster", "patients").stdout == "patients.csv\n"
    assert run("batch", "patients.csv", "--quiet").exit_code == ExitCode.OK
    rows = (EXAMPLES / "roster.csv").read_text().splitlines()
    assert len(list((project.folder / "out").glob("*.pdf"))) == len(rows) - 1 >= 3
    assert run("new", "roster", "patients").exit_code == ExitCode.INVALID_DATA
