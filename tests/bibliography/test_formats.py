"""Sources go out to CSL-JSON, BibTeX and RIS and come back the same; others' files are read."""

import json

import pytest
from records import HARD

from cardgen.bibliography.csl import OURS, csl_item
from cardgen.bibliography.fields import source_fields
from cardgen.bibliography.formats import FORMATS, READ
from cardgen.bibliography.nbib import left_out
from cardgen.cli.cite import _FORMATS
from cardgen.errors import ExitCode

ZOTERO_BIB = r"""
@article{page_current_2012,
	title = {Current concepts in muscle \& joint {STRETCHING} for caf{\'e} goers},
	volume = {7}, number = {1}, pages = {109--119}, month = feb, year = {2012},
	journal = {International Manifest of Sports Physical Therapy},
	author = {Page, Phil and {World Health Organization} and van Tulder, M. W.
            and Harris, III, Chris},
	doi = {10.1234/a_b}, url = {https://x.y/a_b?c=%20d}, issn = {2159-2896}, pmid = {22319684},
	abstract = {Not needed.}, keywords = {stretching},
}
@inproceedings{b, title = {A talk}, booktitle = {Proceedings}, author = {Ng, Ann}, year = 2020}
"""
ZOTERO_RIS = """TY  - JOUR
TI  - Current concepts in muscle stretching
AU  - Page, Phil
AU  - World Health Organization
AU  - Harris, Chris, III
T2  - International Manifest of Sports Physical Therapy
J2  - Int J Sports Phys Ther
DA  - 2012/02//
PY  - 2012
VL  - 7
IS  - 1
SP  - 109
EP  - 119
DO  - 10.1234/a_b
SN  - 2159-2896
UR  - https://x.y/a_b
ER  -

TY  - BOOK
TI  - A book
AU  - Ng, Ann
PY  - 2020
SN  - 978-92-4-008178-9
PB  - A publisher
ER  -
"""
ZOTERO_JSON = json.dumps([
    {"id": "http://zotero.org/1", "type": "paper-conference", "title": "A <i>talk</i>",
     "author": [{"family": "Tulder", "given": "M.", "non-dropping-particle": "van"},
                {"literal": "WHO"}],
     "issued": {"date-parts": [["2012", 2]]}, "DOI": "https://doi.org/10.1234/a_b", "volume": 7,
     "ISSN": "2159-2896, 1234-5679", "note": "PMID: 22319684\nPMCID: PMC123", "abstract": "x",
     "container-title": "Proceedings"},
])  # fmt: skip


def test_every_format_can_be_asked_for():
    assert tuple(FORMATS) == _FORMATS


READERS = {form.suffix: form.read for form in READ}
ENDINGS = {
    "csl-json": ".json",
    "bibtex": ".bib",
    "biblatex": ".bib",
    "ris": ".ris",
    "nbib": ".nbib",
}


def plain(source):
    """Return the fields of a source as a file has them, without ours."""
    there = source.model_dump(mode="json", by_alias=True, exclude_none=True, exclude=OURS)
    there["author"] = [{k: v for k, v in name.items() if v} for name in there["author"]]
    return there


@pytest.mark.parametrize("name", FORMATS)
def test_every_source_comes_back_as_it_went_out(library, name):
    shipped = {id_: r.value for id_, r in library.sources.items() if r.value.prints}
    sources = {**shipped, **HARD}
    written = [csl_item(id_, source) for id_, source in sources.items()]
    items = READERS[ENDINGS[name]](FORMATS[name](written))
    assert len(items) == len(sources) >= 40
    for (id_, source), out, back in zip(sources.items(), written, items, strict=True):
        there, (here, told) = plain(source), source_fields(back)
        lost = left_out(out) if name == "nbib" else []
        for field in lost:
            there.pop(field, None)
            here.pop(field, None)
        assert here == there, (name, id_)
        assert not told, (name, id_)
        if name != "nbib":
            assert back["id"] == id_


def made(project, run, name, content, *arguments):
    project.write(name, content)
    result = run("new", "source", "--from", name, *arguments)
    assert (result.exit_code, result.stderr) == (ExitCode.OK, "")
    return result.stdout.split()


def test_a_bibtex_file_of_zotero_becomes_sources(project, run):
    assert made(project, run, "z.bib", ZOTERO_BIB) == [
        "sources/page2012.yaml",
        "sources/ng2020.yaml",
    ]
    source = project.library().sources["page2012"].value
    assert source.title == "Current concepts in muscle & joint STRETCHING for café goers"
    assert [a.family or a.literal for a in source.author] == [
        "Page", "World Health Organization", "van Tulder", "Harris"
    ]  # fmt: skip
    assert (source.author[2].given, source.author[3].suffix) == ("M. W.", "III")
    assert (source.issued, source.page, source.pmid) == ("2012-02", "109-119", "22319684")
    assert (source.doi, source.url) == ("10.1234/a_b", "https://x.y/a_b?c=%20d")
    assert project.library().sources["ng2020"].value.container_title == "Proceedings"


def test_a_ris_file_of_zotero_becomes_sources(project, run):
    assert made(project, run, "z.ris", ZOTERO_RIS) == [
        "sources/page2012.yaml",
        "sources/ng2020.yaml",
    ]
    source = project.library().sources["page2012"].value
    assert (source.issued, source.page, source.issn) == ("2012-02", "109-119", "2159-2896")
    assert [a.literal for a in source.author] == [None, "World Health Organization", None]
    assert source.author[2].suffix == "III"
    assert project.library().sources["ng2020"].value.isbn == "978-92-4-008178-9"


def test_a_csl_json_file_of_zotero_becomes_sources(project, run):
    assert made(project, run, "z.json", ZOTERO_JSON) == ["sources/vantulder2012.yaml"]
    source = project.library().sources["vantulder2012"].value
    assert (source.type, source.title, source.volume) == ("chapter", "A talk", "7")
    assert (source.doi, source.issn) == ("10.1234/a_b", "2159-2896")
    assert (source.pmid, source.pmcid) == ("22319684", "PMC123")


def test_what_only_a_person_can_say_is_left_to_fill_in_and_does_not_print(project, run):
    made(project, run, "z.bib", ZOTERO_BIB)
    text = (project.folder / "sources/page2012.yaml").read_text()
    assert text.startswith("# yaml-language-server: $schema=../.schemas/source.json\ntype: ")
    assert (
        "# Guideline, systematic-review, randomised-trial …: what kind it is.\nevidence: none"
        in text
    )
    assert "checked: from-memory" in text
    assert not project.library().sources["page2012"].value.prints
    assert "abstract" not in text


def test_one_record_is_taken_by_its_doi_and_named(project, run):
    words = ("stretching", "--doi", "https://doi.org/10.1234/A_B")
    assert made(project, run, "z.bib", ZOTERO_BIB, *words) == ["sources/stretching.yaml"]
    assert project.library().sources["stretching"].value.doi == "10.1234/a_b"


def test_records_of_one_author_and_year_get_names_of_their_own(project, run):
    text = "".join(
        f"@book{{k{n}, title={{T{n}}}, author={{Ng, Ann}}, year={{2020}}}}\n" for n in range(3)
    )
    assert made(project, run, "z.bib", text) == [
        "sources/ng2020.yaml", "sources/ng2020b.yaml", "sources/ng2020c.yaml"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "content", "words", "said"),
    [
        (
            "z.docx",
            "PMID- 1",
            [],
            "z.docx: expected a file that ends in .json, .bib, .ris, .nbib, .xml. Export it",
        ),
        ("z.json", "{", [], "z.json: this cannot be read: "),
        ("z.json", "[1]", [], "z.json: this cannot be read: expected a list of records"),
        ("z.json", "3", [], "z.json: this cannot be read: "),
        ("z.json", "[]", [], "z.json: there is no record in it"),
        ("z.json", b"\xff", [], "z.json:1:1: expected text in UTF-8"),
        (
            "z.bib",
            "@book{x, title={",
            [],
            "z.bib (line 1): line 1 cannot be understood",
        ),
        ("z.bib", "hello", [], "z.bib: there is no record in it"),
        ("z.ris", "hello", [], "z.ris: this cannot be read: "),
        ("z.ris", ZOTERO_RIS, ["--doi", "10.1/z"], "z.ris: --doi: no record has the DOI 10.1/z."),
        (
            "z.json",
            '[{"type": "song", "title": "A"}]',
            [],
            "z.json (a: A): type: expected 'article-jou",
        ),
        ("z.json", '[{"type": "book", "author": "Ng"}]', [], "z.json"),
        (
            "z.bib",
            "@book{x, title={A \u202e}, year={2020}}",
            [],
            "z.bib (a2020: A): title: found U+202E",
        ),
    ],
)
def test_a_file_that_cannot_be_used_is_told_and_makes_nothing(
    project, run, name, content, words, said
):
    project.write(name, content)
    result = run("new", "source", "--from", name, *words)
    assert result.exit_code == ExitCode.INVALID_DATA, result.output
    assert f"error: {said}" in result.stderr
    assert [path.name for path in project.folder.iterdir()] == [name]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["stretch", "--from", "z.bib"], "--from and --doi are for sources."),
        (["source", "a", "--doi", "10.1/x"], "--doi needs the file that has the record"),
        (["source", "a", "--from", "z.bib"], "NAME is for one record, and z.bib has 2."),
        (["source"], "Missing argument 'NAME'."),
        (["source", "--from", "nowhere.bib"], "does not exist"),
    ],
)
def test_a_wrong_use_is_a_usage_error(project, run, words, said):
    project.write("z.bib", ZOTERO_BIB)
    result = run("new", *words)
    assert result.exit_code == ExitCode.USAGE
    assert said in result.stderr


@pytest.mark.usefixtures("project")
def test_cite_takes_sources_routines_and_stretches(run, library):
    everything = json.loads(run("cite").stdout)
    assert [i["id"] for i in everything] == [
        i for i, r in library.sources.items() if r.value.prints
    ]
    two = json.loads(run("cite", "gobbo2019", "figure-four").stdout)
    ids = [item["id"] for item in two]
    assert ids[0] == "gobbo2019"
    assert {"papadopoulos2004", "hopayian2010"} <= set(ids) < set(library.sources)
    result = run("cite", "gobo2019")
    assert result.exit_code == ExitCode.INVALID_DATA
    assert "Did you mean `gobbo2019`?" in result.stderr


def test_cite_writes_a_file(project, run):
    result = run("cite", "post-run", "--format", "bibtex", "-o", "a.bib")
    assert result.stdout.startswith("a.bib  ")
    assert "@article{gobbo2019," in (project.folder / "a.bib").read_text()
