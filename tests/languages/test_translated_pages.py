"""A page in a language: every kind of document, whole, refused, or mixed and marked."""

import re

import pytest
from pikepdf import Dictionary, Pdf
from printed_words import text_of
from translated import write_all, write_library, write_translation

from cardgen.api import render
from cardgen.documents import KINDS
from cardgen.documents.handout_request import HandoutRequest
from cardgen.documents.programme import Programme
from cardgen.documents.programme_of import programme_of
from cardgen.errors import ExitCode, InvalidDataError

NAMED = {"cards": "targets", "booklet": "targets"}
"""The field that names a routine, where it is not `routine`."""
PAGES = ("cards", "booklet", "handout", "poster", "phone")


def request(kind, **values):
    name = NAMED.get(kind, "routine")
    asked = ("own",) if name == "targets" else "own"
    return KINDS[kind].request(**{name: asked, "country": "US", "language": "es", **values})


def words(kind, library, **values):
    made = render(request(kind, **values), library)
    content = made.content
    return (content.decode() if kind == "phone" else text_of(content)), made.warnings


@pytest.mark.parametrize("kind", PAGES)
def test_every_kind_of_document_is_in_the_language(project, kind):
    write_all(project)
    said, warnings = words(kind, project.library())
    assert "És Wall Lean" in said
    assert not re.search(r"(?<!És )Wall Lean", said)
    assert "911" in said
    assert "Traducción aún no revisada por un profesional de salud" in said.replace("\xad", "")
    assert warnings == ()


@pytest.mark.parametrize("kind", PAGES)
def test_a_text_without_a_translation_stops_the_page_and_says_which(project, kind):
    write_all(project)
    write_translation(project, "stretches/lean", without=["Heel down."])
    with pytest.raises(InvalidDataError) as caught:
        render(request(kind), project.library())
    (problem,) = caught.value.problems
    assert (problem.file, problem.field) == ("stretches/lean.yaml", "cue")
    assert (
        problem.line == (project.folder / problem.file).read_text().split("cue:")[0].count("\n") + 1
    )
    assert problem.message == "texts of the stretch 'lean' are not translated into `es`: cue"
    assert "cardgen new translation lean --language es" in problem.remedy
    assert "--allow-mixed" in problem.remedy


def test_allowed_to_mix_it_prints_the_original_marked_and_says_so(project):
    write_all(project)
    write_translation(project, "stretches/lean", without=["Wall Lean", "Heel down."])
    said, (warning,) = words("handout", project.library(), allow_mixed=True)
    assert "[en] Wall Lean" in said
    assert warning.message.endswith("not translated into `es`: name, cue")
    assert warning.remedy == "They stand as they are, marked [en]"


def test_what_stands_in_another_language_says_so_to_a_screen_reader(project):
    write_all(project)
    write_translation(project, "stretches/lean", without=["Wall Lean"])
    path = project.write(
        "a.pdf", render(request("cards", allow_mixed=True), project.library()).content
    )
    with Pdf.open(path) as file:
        assert str(file.Root.Lang) == "es"
        foreign = [
            o for o in file.objects if isinstance(o, Dictionary) and "/S" in o and "/Lang" in o
        ]
    assert {str(one.Lang) for one in foreign} == {"en"}
    assert any(str(one.S) in ("/H1", "/H2", "/H3") for one in foreign)


@pytest.mark.parametrize("kind", PAGES)
def test_a_clinician_who_has_checked_every_part_is_named(project, kind):
    review = {"date": "2026-11-22", "by": "Us", "clinician": "Rosa Gil, PT"}
    write_all(project, reviewed=review)
    write_safety_review(project, review)
    said, _ = words(kind, project.library())
    if kind in ("cards", "booklet"):  # other parts of the pages are of one definition each
        assert "Traducción revisada por Rosa Gil, PT en noviembre de 2026" in said
    else:
        assert "Traducción revisada por Rosa Gil, PT en noviembre de 2026" in said
        assert "aún no revisada" not in said


def write_safety_review(project, review):
    """Let the clinician have checked the safety texts that ship, too."""
    write_translation(project, "safety/low-back", reviewed=review)


def test_one_part_that_nobody_has_checked_is_enough(project):
    write_all(project, reviewed={"date": "2026-11-22", "by": "Us", "clinician": "Rosa Gil, PT"})
    said, _ = words("handout", project.library())
    assert "aún no revisada" in said
    assert "Rosa Gil" not in said


def test_text_that_has_no_room_is_told_of_where_it_is_translated(project):
    write_all(project)
    text = (project.folder / "stretches/lean.es.yaml").read_text()
    long = text.replace("És Lean in. Hold.", "És " + 300 * "largo ")
    project.write("stretches/lean.es.yaml", long)
    with pytest.raises(Exception, match=r"stretches/lean\.es\.yaml:\d+:\d+: texts\["):
        render(request("cards", size="id-1"), project.library())


def test_the_english_page_is_as_it_is_without_translations(project):
    write_library(project)
    before = render(request("handout", language="en"), project.library()).content
    write_translation(project, "stretches/lean")
    assert render(request("handout", language="en"), project.library()).content == before


def test_a_batch_goes_by_its_column(project, run):
    write_all(project)
    project.write(
        "r.csv",
        "kind,routine,language\nhandout,own,es\nhandout,own,en\n",
    )
    command = ("batch", "r.csv", "-o", "made", "--country", "US", "--quiet")
    assert run(*command).exit_code == ExitCode.OK
    first, second = sorted((project.folder / "made").glob("*.pdf"))
    assert "És Wall Lean" in text_of(first)
    assert "És" not in text_of(second)
    project.change("r.csv", "own,en", "own,xx")
    refused = run(*command)
    assert refused.exit_code == ExitCode.INVALID_DATA
    assert "there is no language 'xx'. There is: ar, en, es, vi, zh" in refused.stderr


def test_verify_tells_of_a_translation_that_has_changed(project, run):
    write_all(project)
    assert run("handout", "own", "--language", "es", "-o", "a.pdf").exit_code == ExitCode.OK
    assert run("verify", "a.pdf").exit_code == ExitCode.OK
    project.change("stretches/lean.es.yaml", "És Heel down.", "És Heel flat.")
    result = run("verify", "a.pdf")
    assert result.exit_code == ExitCode.INVALID_DATA
    assert "stretches/lean.es has changed since: see stretches/lean.es.yaml" in result.stderr


def test_a_programme_of_a_routine_says_it_in_the_language_of_the_page(project):
    write_all(project)
    asked = HandoutRequest("own", country="US")
    made = programme_of(asked, project.library())
    said, warnings = words("handout", project.library(), routine=made)
    assert f"És {made.title}" in said
    assert "És It helps most runners" in said
    assert warnings == ()


@pytest.mark.parametrize(
    ("language", "usual"), [("es", "según lo acordado"), ("ar", "حسب الاتفاق")]
)
def test_what_a_programme_does_not_say_is_said_in_the_language(project, language, usual):
    write_all(project, language)
    own = Programme("Ana's own week", ("lean",))
    said = render(HandoutRequest(own, language=language, country="US"), project.library())
    text = text_of(said.content)
    assert "Ana" in text
    assert usual in text
    assert "put together for you" not in text
