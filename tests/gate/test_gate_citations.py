"""Citations: every claim leads to its sources, by numbers that run in the order of reading."""

import re

import pikepdf
import pytest
from definitions import write_routine, write_source, write_stretch
from printout import bare, pages_text, text_of

AUTHORS = ("Adler", "Brandt", "Cruz", "Dumont", "Ebner", "Fakhri")
CLAIMS = [
    ("It makes the leg longer.", ["cruz"]),
    ("It eases the back.", ["adler", "ebner"]),
    ("It takes ten minutes.", ["brandt", "cruz"]),
    ("It may not be enough.", ["fakhri", "adler"]),
]
"""In the order of the page; Fakhri's study has not been seen."""
CAUTIONS = [
    {"who": "Sore heel", "advice": "Lean in less.", "sources": ["dumont"]},
    {"who": "Weak ankle", "advice": "Hold a chair.", "sources": ["dumont", "ebner"]},
]
FIRST_READ = ["Dumont", "Ebner", "Cruz", "Adler", "Brandt"]
"""Authors in the order in which their studies are first cited."""


@pytest.fixture
def cited(project):
    """A routine with claims and cautions that rest on one source or two."""
    for author in AUTHORS:
        checked = "from-memory" if author == "Fakhri" else "verified"
        doi = f"10.1234/{author.lower()}"
        write_source(project, author.lower(), author=author, DOI=doi, checked=checked)
    write_stretch(project, "lean", name="Wall Lean", cautions=CAUTIONS, sources=["adler"])
    write_routine(project, "own", ["lean"], CLAIMS)
    return project.folder / "made.pdf"


def numbers_of(text):
    """Return the number of each of our own references, by author."""
    return {author: int(n) for n, author in re.findall(r"(\d+)\. (?:One trial\. )?(\w+) K\b", text)}


@pytest.mark.parametrize(
    "args", [(), ("--pages", "2"), ("--layout", "list"), ("--page", "a4")], ids=" ".join
)
def test_numbers_run_in_the_order_of_reading_and_lead_to_the_right_source(cited, run, args):
    assert run("handout", "own", *args, "-o", cited).exit_code == 0
    text = text_of(cited)
    numbers = numbers_of(text)
    assert sorted(numbers, key=numbers.get) == FIRST_READ
    assert "Fakhri" not in text
    tells = len(pages_text(cited)) > 1  # one side is not for them, as there is one move
    for said, sources in CLAIMS:
        check_markers(text, said, [numbers[a.title()] for a in sources if a != "fakhri"])
    for caution in CAUTIONS:
        marked = [numbers[author.title()] for author in caution["sources"]]
        # What people with a condition do stands behind their name, its sources and the move.
        behind = bare(text).split(bare(caution["who"]), 1)[1]
        advice = bare(caution["advice"].removesuffix("."))
        move = rf"move1{advice}" if tells else r"(,|whydothis)"
        assert re.match(rf"{'[^0-9]'.join(map(str, sorted(marked)))}{move}", behind)


def check_markers(text, said, numbers):
    """Check that a text ends in these numbers and no other."""
    after = bare(text).split(bare(said), 1)[1]
    found = re.match(r"\d+(?:[,\u2013\u202f]\d+)*", after)
    assert found, said
    assert list(map(int, re.findall(r"\d+", found[0]))) == sorted(numbers), said


@pytest.mark.parametrize("args", [(), ("--pages", "2")], ids=" ".join)
def test_the_list_of_sources_has_no_gap_and_each_is_linked_to(cited, run, args):
    assert run("handout", "own", *args, "-o", cited).exit_code == 0
    text = text_of(cited)
    listed = text.split("Sources", 1)[1]
    with pikepdf.open(cited) as pdf:
        notes = [note for page in pdf.pages for note in page.get("/Annots", [])]
        # By the number that a link is called by, the places that it leads to.
        led = {}
        for note in notes:
            if "/Dest" in note:
                place = tuple(float(value) for value in note.Dest[2:4])
                led.setdefault(str(note.Contents), set()).add(place)
    count = len(led)
    assert count > len(FIRST_READ)  # the danger signs have theirs, too
    assert set(led) == {f"Source {n}" for n in range(1, count + 1)}
    assert all(len(places) == 1 for places in led.values())
    # A link leads to the line where its source begins; on one side two may begin in one.
    lines = {place for places in led.values() for place in places}
    assert len(lines) == count if args else count / 2 < len(lines) <= count
    at = [listed.index(f" {n}. ") for n in range(1, count + 1)]
    assert at == sorted(at)
    assert f" {count + 1}. " not in listed


def test_a_card_names_the_sources_of_its_move_in_short(cited, run):
    assert run("cards", "own", "-o", cited).exit_code == 0
    text = text_of(cited)
    for author in ("Adler", "Dumont", "Ebner"):
        assert bare(f"doi:10.1234/{author}") in bare(text)
    assert "Brandt" not in text  # none of the move's
    assert "Fakhri" not in text
