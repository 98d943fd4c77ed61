"""Other styles: what citeproc-js makes of them, what is told of, and what is refused by name."""

import json
from pathlib import Path

import pytest

from cardgen.bibliography.citeproc import StyleFailed, styled
from cardgen.compose.csl_style import CslReferences
from cardgen.errors import InvalidDataError
from cardgen.files import load_style
from cardgen.model.library import Record
from cardgen.model.source import Source
from cardgen.model.style import CitationStyle
from cardgen.typography.printable import refusal

NAMES = '<names variable="author"><name initialize-with="" name-as-sort-order="all" \
sort-separator=" "/></names>'
NUMBER = '<citation><layout><text variable="citation-number"/></layout></citation>'
BY_AUTHOR = """<citation disambiguate-add-year-suffix="true"><layout prefix="(" suffix=")"
delimiter="; "><names variable="author"><name form="short"/></names><date variable="issued"
prefix=" "><date-part name="year"/></date></layout></citation>"""
LIST = f'<bibliography><layout suffix=".">{NAMES}<text variable="title" prefix=" "/>%s</layout>\
</bibliography>'
OURS = {"evidence": "none", "about": "made up", "checked": "verified"}


def style(body, class_="in-text", head="", locale=""):
    text = f"""<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="{class_}" version="1.0"{head}>
<info><title>Made up</title><id>http://example.org/made-up</id>
<updated>2026-01-01T00:00:00+00:00</updated></info>{locale}{body}</style>"""
    return CitationStyle("own.csl", text.encode())


def source(id_, family="Zimmer", **fields):
    data = {"type": "article-journal", "title": id_.capitalize(), "issued": "2018", **OURS,
            "author": [{"family": family, "given": "John Paul"}], **fields}  # fmt: skip
    return Record(id_, Source.model_validate_json(json.dumps(data)), f"{id_}.yaml", Path(), {})


def made(style_, *records, clusters=(), **options):
    known = {record.id: record for record in records}
    return CslReferences(known, list(known), clusters, style_, **options)


def entries(references):
    return [f"{r.label}|{r.text.plain}" for r in references.references()]


def said(references, *ids):
    return "".join(span.text for span in references(ids))


def test_two_papers_by_one_author_in_one_year_are_told_apart_in_list_and_markers():
    listed = LIST % '<date variable="issued" prefix=" "><date-part name="year"/></date>'
    found = made(style(BY_AUTHOR + listed), source("first"), source("second"))
    assert entries(found) == ["|Zimmer JP First 2018a.", "|Zimmer JP Second 2018b."]
    assert [said(found, "first"), said(found, "second")] == [" (Zimmer 2018a)", " (Zimmer 2018b)"]


def test_markers_that_nobody_can_tell_apart_are_told_of():
    cites = BY_AUTHOR.replace(' disambiguate-add-year-suffix="true"', "")
    found = made(style(cites + LIST % ""), source("first"), source("second"), source("a", "Lee"))
    (notice,) = found.notices()
    assert "the sources first and second have the same marker" in str(notice)


def test_sources_cited_together_stand_in_one_marker_and_each_leads_to_its_own():
    records = source("first"), source("second", "Brown"), source("third", "Lee")
    found = made(style(BY_AUTHOR + LIST % ""), *records, clusters=[("first", "third")])
    assert said(found, "first", "third") == " (Zimmer 2018; Lee 2018)"
    linked = [(s.text, s.link) for s in found(["first", "third"]) if s.link]
    assert linked == [("Zimmer 2018", "#first"), ("Lee 2018", "#third")]
    assert said(found, "third", "second") == " (Lee 2018) (Brown 2018)", "together nowhere"


def test_the_list_is_sorted_by_the_alphabet_of_the_language():
    sort = '<bibliography><sort><key variable="author"/></sort>'
    listed = LIST.replace("<bibliography>", sort) % ""
    found = made(style(NUMBER + listed), source("b", "Brown"), source("a", "Álvarez"))
    assert entries(found) == ["1.|Álvarez JP A.", "2.|Brown JP B."]
    assert [said(found, "a"), said(found, "b")] == ["1", "2"]


@pytest.mark.parametrize("second", ["", ' second-field-align="flush"'])
@pytest.mark.parametrize("around", ["", ' prefix="[" suffix="]"', ' suffix="."'])
def test_number_and_text_stand_apart(second, around):
    number = f'<text variable="citation-number"{around}/>'
    listed = (LIST % "").replace('<layout suffix=".">', f'<layout suffix=".">{number}')
    listed = listed.replace("<bibliography>", f"<bibliography{second}>")
    (entry,) = entries(made(style(NUMBER + listed), source("first")))
    label, text = entry.split("|")
    assert label in {"1", "[1]", "1."}
    assert text == "Zimmer JP First."


def test_a_list_without_numbers_gets_them_where_the_markers_are_numbers():
    assert entries(made(style(NUMBER + LIST % ""), source("first"))) == ["1.|Zimmer JP First."]


def test_affixes_such_as_angle_brackets_print_and_the_address_within_is_linked():
    listed = LIST % '<text variable="URL" prefix=" &lt;" suffix="&gt;"/>'
    found = made(style(NUMBER + listed), source("first", URL="https://x.y/a?b=1&c=2"))
    (reference,) = found.references()
    assert reference.text.plain == "Zimmer JP First <https://x.y/a?b=1&c=2>."
    assert [s.text for s in reference.text.spans if s.link] == ["https://x.y/a?b=1&c=2"]


def test_what_a_title_says_is_text_and_no_markup():
    record = source("first", title="Under <5 km & more")
    assert entries(made(style(NUMBER + LIST % ""), record)) == ["1.|Zimmer JP Under <5 km & more."]


def test_a_note_style_cites_by_number_and_says_so():
    note = '<citation><layout suffix="."><choose><if position="ibid"><text term="ibid"/></if><else>\
<text variable="title"/></else></choose></layout></citation>'
    found = made(style(note + LIST % "", "note"), source("first"), source("second"))
    found(["first"])
    assert said(found, "first", "second") == "1,2"
    assert entries(found) == ["1.|Zimmer JP First.", "2.|Zimmer JP Second."]
    (notice,) = found.notices()
    assert "own.csl: csl: this style cites in footnotes" in str(notice)


LEAVES_OUT = '<bibliography><layout><choose><if type="personal_communication" match="none">\
<text variable="title"/></if></choose></layout></bibliography>'


@pytest.mark.parametrize(
    ("cites", "marker", "last"), [(NUMBER, "", "2"), (BY_AUTHOR, " (Green 2018)", " (Zimmer 2018)")]
)
def test_a_source_that_the_style_leaves_out_is_told_of(cites, marker, last):
    letter = source("letter", "Green", type="personal_communication")
    found = made(style(cites + LEAVES_OUT), source("one", "Brown"), letter, source("two"))
    assert [r.id for r in found.references()] == ["one", "two"]
    assert (said(found, "letter"), said(found, "two")) == (marker, last)
    assert not any(span.link for span in found(["letter"]))
    (notice,) = found.notices()
    assert "leaves the source letter (personal_communication) out of its list" in str(notice)


def test_terms_are_in_the_language_of_the_style_or_else_of_the_page():
    listed = LIST % '<text term="accessed" prefix=" "/>'
    one = source("first")
    french = style(NUMBER + listed, head=' default-locale="fr-FR"')
    assert entries(made(french, one)) == ["1.|Zimmer JP First consulté le."]
    assert "accedido" in entries(made(style(NUMBER + listed), one, language="es-ES"))[0]


def test_text_of_a_style_is_refused_by_the_character_that_the_typeface_lacks():
    listed = LIST % '<text value="&#x1F3C3;"/>'
    with pytest.raises(InvalidDataError, match=r"own\.csl: csl: .*first.*U\+1F3C3 RUNNER"):
        entries(made(style(NUMBER + listed), source("first"), refusal=refusal))
    narrow = LIST % '<text value="&#x202f;&#x2011;"/>'
    (entry,) = entries(made(style(NUMBER + narrow), source("first"), refusal=refusal))
    assert refusal(entry) is None


DEPENDENT = b"""<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"
default-locale="fr-FR"><info><title>d</title><id>d</id>
<link href="http://www.zotero.org/styles/parent" rel="independent-parent"/>
<updated>2026-01-01T00:00:00+00:00</updated></info></style>"""


def test_a_dependent_style_takes_its_parent_from_beside_it_in_its_own_language(project):
    project.write("d.csl", DEPENDENT)
    with pytest.raises(InvalidDataError) as error:
        made(load_style(Path("d.csl")), source("first"))
    assert "d.csl: csl: this is a dependent style, which only names its parent: " in str(
        error.value
    )
    assert "Save the parent beside it as parent.csl" in str(error.value)
    project.write("parent.csl", style(NUMBER + LIST % '<text term="accessed"/>').content)
    assert "consulté" in entries(made(load_style(Path("d.csl")), source("first")))[0]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"hello", "this is not a CSL style: Start tag expected"),
        (b"<svg/>", "this is not a CSL style: its outermost element is <svg>, not <style>"),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "this is not a CSL style: it has a document"),
        (style(NUMBER).content, "this style has no list of references"),
        (
            style(NUMBER + LIST % "").content.replace(b'version="1.0">', b'version="1.1mlz1">'),
            "'1.1mlz1' of CSL",
        ),
        (style(NUMBER + LIST % '<text wariable="URL"/>').content, "schema says of line 4: "),
        (style(NUMBER + LIST % '<text macro="gone"/>').content, "that it does not have: gone"),
        (style(f'<macro name="a"><text macro="a"/></macro>{NUMBER}{LIST % ""}').content,
         "a macro of this style uses itself: a → a"),
    ],
)  # fmt: skip
def test_a_style_that_cannot_be_used_is_refused_by_its_reason(content, reason):
    with pytest.raises(InvalidDataError) as error:
        made(CitationStyle("own.csl", content), source("first"))
    assert str(error.value).startswith("own.csl: csl: ")
    assert reason in str(error.value)


def test_a_style_without_a_marker_for_a_source_is_refused_by_the_source():
    nothing = '<citation><layout><text variable="PMID"/></layout></citation>'
    with pytest.raises(InvalidDataError, match="no marker for the source first"):
        made(style(nothing + LIST % ""), source("first"))(["first"])


def test_what_citeproc_itself_cannot_follow_is_said_in_its_words():
    with pytest.raises(StyleFailed, match=r"^(?!.*\n).{3,160}$"):
        styled("<style/>", "[]", ())


def test_without_the_extra_the_error_says_how_to_install_it(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "py_mini_racer", None)
    with pytest.raises(InvalidDataError, match=r"pip install .*mini-racer"):
        made(style(NUMBER + LIST % "<text value='x'/>"), source("first"))
