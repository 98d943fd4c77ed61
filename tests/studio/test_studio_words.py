"""The words of the studio as data: one shape in all languages, and none that nobody says."""

import re
from pathlib import Path

import pytest

from cardgen.documents.programme import Programme
from cardgen.library.data import load_locale
from cardgen.library.files import record_of
from cardgen.paths import DATA, PACKAGE, data_ids
from cardgen.studio.accepted import heard
from cardgen.studio.clinic_screen import FIELDS as CLINIC
from cardgen.studio.clinic_screen import HINTS
from cardgen.studio.desk import PAPER, SIZE
from cardgen.studio.doses import NUMBERS
from cardgen.studio.exercise_words import FIELDS, ROWS
from cardgen.studio.forms import SEARCH
from cardgen.studio.shown import FIELDS as SHOWN
from cardgen.studio.shown import SCREENS
from cardgen.studio.voice import tongues
from cardgen.studio.words import Words, faults, languages, load_words

HERE = PACKAGE / "studio"
NAMED = {
    *(f"screen-{name}" for name in SCREENS),
    *(f"field-{name}" for name in (*SHOWN, *NUMBERS, "side", SIZE, PAPER, "page")),
    *(f"clinic-{name}" for name in CLINIC),
    *(f"hint-{name}" for name in HINTS),
    *(f"move-{name}" for name in (*FIELDS, *ROWS)),
    *(f"caution-{name}" for name in ("warn", "hide", "replace", "change")),
    *(f"{name}-n" for name in ("picture", "caution", "claim")),
    *(f"news-{what}" for what in ("new", "changed", "gone", "order", "words")),
    *(name for name in SEARCH if name != "words"),
}
"""Keys that are put together: of a screen, a field, a thing that is new."""
SAYS = re.compile(
    r"""(?:say|count|Said|labels)[(\[]\s*"([\w.-]+)"|"([\w.-]+)" if |else "([\w.-]+)\""""
)


@pytest.mark.parametrize("language", languages())
def test_a_language_says_all_that_english_says(language):
    words, english = load_words(language), load_words("en")
    assert list(words.labels) == list(english.labels)
    assert list(words.counts) == list(english.counts)
    assert language == "en" or {one for one, said in words.labels.items()
                                if said == english.labels[one]} <= ALIKE  # fmt: skip


ALIKE = {"title", "error", "advice", "numbered", "field-of", "change", "key-alt", "key-enter",
         "key-delete", "hint-accent", "hint-new", "hint-programmes", "field-in-row", "known-line",
         "caution-n", "news-of-plan"}  # fmt: skip
"""What may be the same in another language: values and signs alone, names of keys."""


def test_the_studio_speaks_the_languages_of_the_library():
    assert list(languages()) == data_ids("locales")


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("kind", ["papers", "sizes", "sheets", "themes"])
def test_names_that_no_definition_translates_are_said(language, kind):
    said = {pair.original for pair in load_words(language).texts}
    names = {re.search("^name: (.+)$", path.read_text(), re.MULTILINE)[1].strip("'\"")
             for path in (DATA / kind).glob("*.yaml")}  # fmt: skip
    assert names
    assert language == "en" or names <= said


@pytest.mark.parametrize(
    ("old", "new", "said", "line"),
    [
        ("  go-back: Volver\n", "", "there is no `go-back` in `labels`", "  title:"),
        ("  go-back: Volver\n", "  go-bakc: V\n", "the studio says no such text", "  go-bakc:"),
        ("  found: {", "  fuond: {", "there is no `found` in `counts`", "  weeks:"),
        ("'Subir {name}'", "'Subir'", "found a difference in {name}", "  up:"),
        ("'{n} semana', many:", "'{n} semana', two:", "the form `many` is missing", "  weeks:"),
        ("'{n} semana', many:", "'{n} semana', two:", "the CLDR has no form `two`", "  weeks:"),
        ("**{name}.**", "{name}.", "as many ** as in English", "  change:"),
    ],
)
def test_what_a_language_lacks_is_told_with_its_file_and_line(old, new, said, line):
    text = (DATA / "studio/es.yaml").read_text(encoding="utf-8")
    assert text.count(old) == 1
    text = text.replace(old, new)
    found = list(faults(record_of(Path("es.yaml"), text.encode(), Words)))
    (problem,) = [one for one in found if said in one.message]
    assert problem.file == "es.yaml"
    assert text.split("\n")[problem.line - 1].startswith(line)
    assert problem.remedy


def said_somewhere():
    """Return the keys that templates and code name."""
    files = [*HERE.glob("pages/*.html"), *HERE.glob("*.py")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    found = {key for keys in SAYS.findall(text) for key in keys if key}
    pages = (HERE / "guard_pages.py").read_text(encoding="utf-8")
    found |= set(re.findall(r"\{([a-z-]+)\}", pages))
    found |= set(re.findall(r'"(give-\w+)"', text))
    return found | {key for key in load_words("en").labels if key.startswith("news-of-")}


def test_every_text_is_said_and_every_text_that_is_said_is_there():
    words = load_words("en")
    known = {*words.labels, *words.counts}
    assert known - said_somewhere() - NAMED == set()
    assert known >= NAMED
    named = re.compile(r'(?:say|count|Said)\(\s*"([\w.-]+)"')
    files = [*HERE.glob("pages/*.html"), *HERE.glob("*.py")]
    told = {key for path in files for key in named.findall(path.read_text(encoding="utf-8"))}
    assert {key for key in told if not key.endswith("-")} <= known


def test_no_word_stands_in_a_template():
    """All that is between tags, and in attributes that are read, comes from the words."""
    for path in HERE.glob("pages/*.html"):
        text = re.sub(r"\{#.*?#\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        text = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "", text, flags=re.DOTALL)
        read = re.findall(r'\s(?:alt|title|placeholder|aria-label)="([^"]*)"', text)
        assert [one for one in read if re.search(r"[^\W\d_]", one)] == [], path.name
        shown = re.sub(r"""<[^>]*>|\s[\w-]+="[^"]*\"""", " ", text).replace("cardgen studio", "")
        assert re.findall(r"[^\W\d_]+", shown) == [], path.name


def test_the_script_writes_no_word():
    text = (HERE / "static/studio.js").read_text(encoding="utf-8")
    assert re.findall(r'textContent = (?!text|"")', text) == []
    assert "innerHTML" not in text


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("", ""),
        ("vi", "vi"),
        ("fr-FR, fr;q=0.9", ""),
        ("fr, es-MX;q=0.8, en;q=0.9", "en"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        ("es;q=0, ar;q=0.1", "ar"),
        ("es;q=x, \x00, ;;, zh;q=nan", ""),
    ],
)
def test_a_browser_is_heard(accepted, language):
    assert heard(accepted) == language


def test_a_language_is_called_as_its_locale_says():
    named = {id_: (locale.language, locale.name) for id_ in languages()
             if (locale := load_locale(id_))}  # fmt: skip
    assert dict(tongues()) == named


def test_each_field_of_a_programme_can_be_told_of_as_new():
    fields = Programme.model_fields.keys() - {"moves"}
    assert {f"news-of-{name}" for name in fields} <= load_words("en").labels.keys()
