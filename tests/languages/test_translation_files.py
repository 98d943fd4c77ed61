"""Files of translations: read beside definitions, written, checked, and what is wrong in them."""

import json

import pytest
from translated import MARK, write_all, write_library, write_translation

from cardgen.documents.spoken import in_language
from cardgen.errors import ExitCode
from cardgen.library.translation_files import VOCABULARY, languages
from cardgen.model.texts import texts

FILE = "stretches/lean.es.yaml"


def test_a_translation_is_no_definition(project, run):
    write_all(project)
    library = project.library()
    assert library.problems == ()
    assert {"lean.es", "own.es"}.isdisjoint({*library.stretches, *library.routines})
    assert "lean.es" not in run("list").stdout


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("stretches/lean.xx.yaml", "there is no language 'xx'. There is: ar, es, vi, zh"),
        ("stretches/lean.en.yaml", "definitions are in `en`: it is no translation"),
        ("sources/ng2021.es.yaml", "the file name 'ng2021.es.yaml' cannot be an id"),
        ("stretches/Lean.es.yaml", "the file name 'Lean.es.yaml' cannot be an id"),
    ],
)
def test_a_name_that_is_of_none_is_told_of(project, name, told):
    write_library(project)
    project.write(name, "language: es\n")
    (problem,) = project.read().problems
    assert str(problem).startswith(f"{name}: {told}")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "language: es",
            "language: vi",
            "1:11: language: expected `es`, as in the name of the file",
        ),
        ("És Heel down.", "''", "expected"),
        ("És Heel down.", "Call {emergency}", "expected no {emergency} in the translation"),
        (
            "original: Heel down.",
            "original: Wall Lean",
            "expected each text once, found 'Wall Lean' twice",
        ),
        ("original: Heel down.", "originel: Heel down.", "originel: there is no such field"),
    ],
)
def test_what_is_wrong_is_told_with_its_line_wherever_it_is_asked_for(project, run, old, new, told):
    write_all(project)
    project.change(FILE, old, new)
    for command in (("check",), ("handout", "own", "--language", "es")):
        result = run(*command)
        assert result.exit_code == ExitCode.INVALID_DATA
        lines = [one for one in (result.stdout + result.stderr).splitlines() if told in one]
        assert lines, result.output
        assert all(one.startswith(f"error: {FILE}:") for one in lines)
    assert run("handout", "own").exit_code == ExitCode.OK


def test_the_words_of_one_place_can_be_others(project):
    write_all(project)
    pair = "\n- original: Wall Lean\n  translation: Apoyo\n  at: name\n"
    path = project.folder / FILE
    path.write_text(path.read_text().rstrip() + pair)
    record = in_language(project.library(), "es").stretches["lean"]
    assert record.value.name == "Apoyo"
    assert record.origin("name").file == FILE


def test_the_other_english_falls_away(project):
    write_all(project)
    library = project.library()
    uk = [sign.uk for one in library.safety["low-back"].value.lists.values() for sign in one.signs]
    assert any(uk)
    write_translation(project, "safety/low-back")
    made = in_language(project.library(), "es").safety["low-back"].value
    assert not any(sign.uk for one in made.lists.values() for sign in one.signs)


def findings(run, *args):
    told = json.loads(run("check", "--json", *args).stdout)["findings"]
    return [one for one in told if one["code"].startswith("translation-")]


def test_check_asks_for_a_language_only_where_a_folder_has_it(project, run):
    write_library(project)
    assert findings(run) == []
    write_translation(project, "routines/own")
    (found,) = findings(run)
    assert (found["code"], found["file"]) == ("translation-missing", "stretches/lean.yaml")
    assert "not translated into `es`" in found["message"]


def test_check_tells_of_stale_texts_and_lost_numbers(project, run):
    write_all(project)
    project.change("stretches/lean.yaml", "cue: Heel down.", "cue: Heel flat 3 times.")
    codes = {one["code"]: one for one in findings(run)}
    assert codes.keys() == {"translation-missing", "translation-stale"}
    stale = codes["translation-stale"]
    assert stale["file"] == FILE
    assert "does not say 'Heel down.'" in stale["message"]
    line = (project.folder / FILE).read_text().splitlines()[stale["line"] - 1]
    assert "Heel down." in line
    text = (project.folder / FILE).read_text()
    text = text.replace("És Heel down.", "És Heel flat ٣.").replace(
        "Heel down.", "Heel flat 3 times."
    )
    project.write(FILE, text)
    assert findings(run) == []
    project.write(FILE, text.replace("٣", "2"))
    (lost,) = findings(run)
    assert lost["code"] == "translation-number"
    assert "the original says 3" in lost["message"]


def test_a_translation_of_nothing_is_told_of(project, run):
    write_all(project)
    project.write("stretches/gone.es.yaml", "language: es\ntexts: []\n")
    (found,) = findings(run)
    assert "there is no stretch 'gone' that it translates" in found["message"]


def filled(path):
    """Fill what waits for a translation."""
    lines = path.read_text().splitlines()
    for i, line in enumerate(lines):
        if line == "  translation:":
            lines[i] = f"  translation: {MARK}{i}"
    path.write_text("\n".join(lines) + "\n")


def test_a_new_translation_has_every_text_and_keeps_what_is_translated(project, run):
    write_library(project)
    result = run("new", "translation", "lean", "--language", "es")
    assert result.exit_code == ExitCode.OK
    assert result.stdout.startswith(f"{FILE}\n")
    path = project.folder / FILE
    assert path.read_text().startswith(
        "# yaml-language-server: $schema=../.schemas/translation.json"
    )
    assert (project.folder / "stretches/../.schemas/translation.json").is_file()
    assert "# name\n- original: Wall Lean\n  translation:\n" in path.read_text()
    filled(path)
    whole = path.read_text()
    assert run("new", "translation", "lean", "--language", "es").stdout == f"{FILE}\n"
    assert path.read_text() == whole
    project.change("stretches/lean.yaml", "cue: Heel down.", "cue: Heel flat.")
    told = run("new", "translation", "lean", "--language", "es").stdout
    assert "1 text to translate." in told
    assert "1 translation of what the definition no longer says" in told
    assert "# - original: Heel down." in path.read_text()
    assert "# cue\n- original: Heel flat.\n  translation:\n" in path.read_text()


def test_a_new_translation_of_what_ships_begins_with_its_words(project, run):
    told = run("new", "translation", "safety/low-back", "--language", "es")
    assert told.stdout == "safety/low-back.es.yaml\n"
    text = (project.folder / "safety/low-back.es.yaml").read_text()
    assert "{emergency}" in text


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("lean", "--language", "xx"), "there is no language 'xx'. There is: ar, es, vi, zh"),
        (
            ("leam", "--language", "es"),
            "nothing to translate that is called 'leam'. Did you mean `lean`?",
        ),
    ],
)
def test_what_cannot_be_translated_is_told_of(project, run, args, told):
    write_library(project)
    result = run("new", "translation", *args)
    assert result.exit_code == ExitCode.INVALID_DATA
    assert told in result.stderr


def test_list_and_show_speak_the_language(project, run):
    write_all(project)
    assert "own" in run("list", "routines").stdout
    assert "És Own routine" in run("list", "routines", "--language", "es").stdout
    assert "name: És Wall Lean" in run("show", "lean", "--language", "es").stdout
    project.write("cardgen.yaml", "language: es\n")
    assert "name: És Wall Lean" in run("show", "lean").stdout
    refused = run("list", "--language", "xx")
    assert refused.exit_code == ExitCode.USAGE
    assert "'ar', 'en', 'es'" in refused.stderr


@pytest.mark.parametrize("language", languages())
def test_the_library_that_ships_is_whole_in_every_language(library, language):
    made = in_language(library, language)
    assert [str(problem) for problem in made.problems] == []
    for folder in VOCABULARY:
        name = folder.replace("-", "_")
        values = getattr(made, name).values(), getattr(library, name).values()
        said, was = ({one for value in some for one in texts(value)} for some in values)
        assert not [one for one in said & was if one.on_pages and " " in one.words]
