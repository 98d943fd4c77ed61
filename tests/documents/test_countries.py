"""Whose emergency numbers print: as a document, a clinic, a folder or a paper says it."""

import json
from functools import partial

import pytest
from printed_words import text_of

from cardgen.documents import KINDS
from cardgen.documents.countries import ANYWHERE, country_of
from cardgen.documents.handout_request import HandoutRequest
from cardgen.documents.settled import with_settings
from cardgen.errors import ExitCode
from cardgen.library.settings import find_settings
from cardgen.library.sizes import find_paper
from cardgen.model.letterhead import Letterhead
from cardgen.model.settings import SettingsSources

NEUTRAL = "your emergency number (112 in Europe)"
UNKNOWN = "no country is known, so the page says"


def found(library, paper="a4", clinic=None, **asked):
    letterhead = Letterhead(name="Clinic", country=clinic) if clinic else None
    return country_of(HandoutRequest(**asked), library, find_paper(paper, library), letterhead)


def test_the_nearest_that_says_a_country_is_heard(library):
    countries = library.countries
    assert found(library, "letter", "AU", country="UK", home="NZ").country == countries["UK"]
    assert found(library, "letter", "AU", home="NZ").country == countries["AU"]
    assert found(library, "letter", home="NZ").country == countries["NZ"]
    assert found(library, "letter").country == countries["US"]


@pytest.mark.parametrize("paper", ["a2", "a3", "a4", "a5", "210x297mm"])
def test_paper_of_many_countries_has_no_number_of_one_and_says_so(library, paper):
    country, (warning,) = found(library, paper)
    assert country == library.countries[ANYWHERE]
    assert country.emergency == NEUTRAL
    assert (warning.field, UNKNOWN in warning.message) == ("country", True)
    assert "cardgen.yaml" in warning.remedy


@pytest.mark.parametrize("paper", ["letter", "legal", "tabloid"])
def test_paper_of_the_united_states_has_their_number(library, paper):
    assert found(library, paper) == (library.countries["US"], ())


def test_each_country_says_where_its_numbers_were_seen(library):
    assert {"ES", "MX", "FR", "DE", "VN", "CN"} < set(library.countries)
    numbers = {id_: country.emergency for id_, country in library.countries.items()}
    assert [numbers[id_] for id_ in ("ES", "MX", "FR", "DE", "VN", "CN")] == [
        "112", "911", "15 or 112", "112", "115", "120"
    ]  # fmt: skip
    assert all(country.source for country in library.countries.values())


def test_a_request_that_knows_its_home_keeps_it(library, tmp_path):
    settled = partial(with_settings, settings=find_settings(SettingsSources((tmp_path,))))
    assert settled(HandoutRequest(), library=library) == HandoutRequest()
    (tmp_path / "cardgen.yaml").write_text("country: uk\n")
    settled = partial(with_settings, settings=find_settings(SettingsSources((tmp_path,))))
    assert settled(HandoutRequest(), library=library).home == "UK"
    assert settled(HandoutRequest(home="IE"), library=library).home == "IE"


COMMANDS = [
    ("handout", "gym-bag", "--paper", "a4"),
    ("cards", "cat-cow", "--paper", "a4"),
    ("cards", "cat-cow", "--sheet", "avery-c32015"),
    ("booklet", "gym-bag", "--paper", "a4"),
    ("poster", "gym-bag"),
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_that_prints_asks_for_a_country(project, run, command):
    made = project.folder / "made.pdf"
    unasked = run(*command, "-o", made)
    assert unasked.exit_code == ExitCode.OK
    assert f"--country: {UNKNOWN}" in unasked.stderr
    assert NEUTRAL in text_of(made)
    assert "911" not in text_of(made)
    asked = run(*command, "--country", "nz", "-o", made, "--force")
    assert UNKNOWN not in asked.stderr
    assert "Call 111 or go to the hospital" in text_of(made)
    project.write("cardgen.yaml", "country: IE\n")
    settled = run(*command, "-o", made, "--force")
    assert UNKNOWN not in settled.stderr
    assert "Call 112 or 999 or go to the hospital" in text_of(made)


def test_a_preview_is_of_the_country_that_is_asked_for(project, run):
    pictures = []
    for options in ((), ("--country", "uk")):
        assert run("preview", "cat-cow", "-o", "p.png", "--force", *options).exit_code == 0
        pictures.append((project.folder / "p.png").read_bytes())
    assert pictures[0] != pictures[1]


def test_a_letterhead_outranks_the_folder_and_an_option_the_letterhead(project, run):
    project.write("clinic.yaml", "name: Bay Physio\ncountry: AU\n")
    project.write("cardgen.yaml", "country: UK\n")
    made = project.folder / "made.pdf"
    for options, number in (((), "Call 000"), (("--country", "de"), "Call 112")):
        command = ("handout", "gym-bag", "--clinic", "clinic.yaml", *options)
        assert run(*command, "-o", made, "--force").exit_code == ExitCode.OK
        assert number in text_of(made)
        assert "Bay Physio" in text_of(made)


def test_a_letterhead_without_a_country_has_that_of_the_folder(project, run):
    project.write("clinic.yaml", "name: Bay Physio\n")
    project.write("cardgen.yaml", "country: UK\n")
    made = project.folder / "made.pdf"
    assert run("handout", "gym-bag", "--clinic", "clinic.yaml", "-o", made).exit_code == 0
    assert "Call 999 or go to A&E now" in text_of(made)


@pytest.mark.parametrize("command", [("cards", "cat-cow"), ("batch", "r.csv")], ids=" ".join)
def test_a_country_that_there_is_not_is_told_of_with_its_line(project, run, command):
    project.write("cardgen.yaml", "columns: {}\ncountry: UX\n")
    project.write("r.csv", "recipient\nMia\n")
    result = run(*command)
    assert result.exit_code == ExitCode.INVALID_DATA
    assert "cardgen.yaml:2:10: country: there is no country 'UX'. There is: AU" in result.stderr


def rows_of(project, run, *options):
    result = run("batch", "r.csv", "--json", *options)
    assert result.exit_code == ExitCode.OK
    pages = sorted((project.folder / "out").glob("*.pdf"))
    return json.loads(result.stdout), [text_of(path) for path in pages]


def test_a_batch_goes_by_the_row_then_the_option_then_the_folder(project, run):
    project.write("r.csv", "recipient,kind,country,paper\nMia,,NZ,a4\nJo,,,a4\n,cards,,a4\n")
    told, pages = rows_of(project, run)
    assert ["Call 111" in page for page in pages] == [True, False, False]
    assert [NEUTRAL in page for page in pages] == [False, True, True]
    assert UNKNOWN in str(told["warnings"])
    project.write("cardgen.yaml", "country: DE\n")
    told, pages = rows_of(project, run)
    assert told["warnings"] == []
    assert ["Call 112 or go" in page for page in pages] == [False, True, True]
    _, pages = rows_of(project, run, "--country", "ie")
    assert ["Call 112 or 999" in page for page in pages] == [False, True, True]


def test_what_an_earlier_run_made_for_another_country_is_made_anew(project, run):
    project.write("r.csv", "recipient,paper\nMia,a4\nJo,a4\n")
    project.write("cardgen.yaml", "country: DE\n")
    assert rows_of(project, run)[0]["kept"] == 0
    assert rows_of(project, run)[0]["kept"] == 2
    project.write("cardgen.yaml", "country: UK\n")
    told, pages = rows_of(project, run)
    assert told["kept"] == 0
    assert all("Call 999 or go to A&E" in page for page in pages)


def test_every_kind_of_document_that_says_whom_to_call_has_a_country():
    asked = {name for name, kind in KINDS.items() if "country" in kind.request.model_fields}
    assert asked == set(KINDS) - {"calibration"}
