"""Card sizes and sheets: those that ship, a person's own, and measures on the command line."""

import pytest
import yaml

from cardgen.errors import ExitCode, InvalidDataError
from cardgen.library.data import find_theme
from cardgen.library.sizes import find_paper, find_sheet, find_size
from cardgen.model.design import MM
from cardgen.paths import DATA

SHEET = """
name: Shop's own
page: a4
width: 90 mm
height: 50 mm
columns: 2
rows: 5
left: 12 mm
top: 20 mm
pitch_x: 96 mm
pitch_y: 52 mm
source: measured with a ruler
"""


@pytest.mark.parametrize("kind", ["sizes", "sheets"])
def test_each_that_ships_says_who_vouches_for_it(kind):
    files = sorted((DATA / kind).glob("*.yaml"))
    assert len(files) >= 10
    for file in files:
        told = yaml.safe_load(file.read_text(encoding="utf-8"))
        assert told["status"] in ("standard", "agreed", "single", "computed")
        assert len(told["source"]) > 5


def test_a_sheet_on_whose_measures_sources_disagree_does_not_ship(library):
    ids = {id_ for name, record in library.sheets.items() for id_ in (name, *record.value.also)}
    assert "avery-5371" in ids
    assert "avery-5389" not in ids


@pytest.mark.parametrize(
    ("name", "width", "height"),
    [
        ("id-1", 85.60, 53.98),
        ("business", 88.9, 50.8),
        ("business-eu", 85, 55),
        ("poker", 63.5, 88.9),
        ("tarot", 70, 120),
        ("index-3x5", 127, 76.2),
        ("index-4x6", 152.4, 101.6),
        ("a7", 74, 105),
        ("a6", 105, 148),
        ("A5", 148, 210),
        ("70x100mm", 70, 100),
        ("70 x 100 mm", 70, 100),
        ("2.5x3.5in", 63.5, 88.9),
    ],
)
def test_a_size_is_what_its_name_says(library, name, width, height):
    size = find_size(name, library)
    assert (size.width / MM, size.height / MM) == pytest.approx((width, height))
    assert 3.4 <= size.safe / MM <= 8


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("tarott", "Give measures, such as 70x100mm, or an id. Did you mean `tarot`?"),
        ("70x100", "there is no card size '70x100'"),
        ("5x100mm", "expected sides of 40 to 1000 mm, got '5x100mm'"),
        ("70x100furlongs", "there is no card size"),
        ("", "there is no card size ''"),
        ("../sizes/id-1", "there is no card size"),
    ],
)
def test_a_size_that_does_not_exist_is_refused(library, name, said):
    with pytest.raises(InvalidDataError) as error:
        find_size(name, library)
    assert said in str(error.value)


@pytest.mark.parametrize(
    ("name", "width", "height"),
    [
        ("letter", 215.9, 279.4),
        ("A3", 297, 420),
        ("a2", 420, 594),
        ("legal", 215.9, 355.6),
        ("tabloid", 279.4, 431.8),
        ("220x300mm", 220, 300),
        ("8.5 x 13 in", 215.9, 330.2),
    ],
)
def test_a_paper_is_what_its_name_says(library, name, width, height):
    paper = find_paper(name, library)
    assert (paper.width / MM, paper.height / MM) == pytest.approx((width, height))
    assert paper.source


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a33", "paper: there is no paper 'a33'. Give measures, such as 220x300mm, or an id. Did"),
        ("220x3000mm", "paper: expected sides of 40 to 1000 mm, got '220x3000mm'"),
    ],
)
def test_a_paper_that_does_not_exist_is_refused_by_the_field_of_a_request(library, name, said):
    with pytest.raises(InvalidDataError) as error:
        find_paper(name, library)
    assert str(error.value).startswith(said)


def test_a_paper_and_a_theme_of_a_person_s_own_are_found(project):
    project.write("papers/block.yaml", "name: Block\nwidth: 150 mm\nheight: 220 mm\n")
    project.write(
        "sheets/shop.yaml",
        SHEET.replace("a4", "block").replace("ns: 2", "ns: 1").replace("ws: 5", "ws: 3"),
    )
    project.write("themes/ours.yaml", (DATA / "themes/ink.yaml").read_text())
    library = project.read()
    assert find_paper("block", library).width / MM == pytest.approx(150)
    assert find_sheet("shop", library)[1].name == "Block"
    assert find_theme("ours", "plain", library) == find_theme("ink", "plain", library)


def test_a_broken_size_stops_only_who_asks_for_it(project):
    project.write("sizes/bad.yaml", "name: Bad\n")
    library = project.read()
    assert find_size("poker", library).name == "Playing card"
    with pytest.raises(InvalidDataError, match=r"sizes/bad.yaml:1:1: width: this field is missing"):
        find_size("bad", library)


@pytest.mark.parametrize("name", ["avery-5371", "avery-8471", "AVERY-28371"])
def test_a_sheet_goes_by_the_names_of_its_family(library, name):
    sheet, paper = find_sheet(name, library)
    assert sheet.name.startswith("Avery 5371")
    assert paper.name == "Letter"


def test_a_person_s_own_size_and_sheet_are_used_and_listed(project, run):
    own = "name: Key tag\nwidth: 90 mm\nheight: 45 mm\nsource: the shop\n"
    project.write("sizes/key-tag.yaml", own)
    project.write("sheets/shop.yaml", SHEET)
    assert run("cards", "--size", "key-tag").exit_code == ExitCode.OK
    result = run("cards", "--sheet", "shop", "--country", "UK")
    assert (result.exit_code, result.stderr) == (ExitCode.OK, "")
    assert "A4" in result.stdout
    listed = run("list", "sizes", "sheets").stdout
    assert "[sizes/key-tag.yaml]" in listed
    assert "[sheets/shop.yaml]" in listed


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("pitch_x: 96 mm", "pitch_x: 96", "sheets/shop.yaml:9:10: pitch_x: expected a length"),
        ("pitch_x: 96 mm", "pitch_x: 80 mm", "expected `pitch_x` to be no less than `width`"),
        ("rows: 5", "rows: 6", "rows: the last card reaches 33.00 mm over the edge of A4"),
        ("page: a4", "page: a9", "page: there is no paper 'a9'. There is: a2, a3, a4, a5,"),
        ("rows: 5", "row: 5", "row: there is no such field. Did you mean `rows`?"),
        ("width: 90 mm", "width: -90 mm", "width: expected a length with its unit"),
    ],
)
def test_a_sheet_that_cannot_be_is_refused_with_its_line(project, run, old, new, said):
    project.write("sheets/shop.yaml", SHEET.replace(old, new).lstrip())
    result = run("cards", "--sheet", "shop")
    assert result.exit_code == ExitCode.INVALID_DATA
    assert said in result.stderr
    assert not list(project.folder.rglob("*.pdf"))
