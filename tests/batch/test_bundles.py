"""One PDF for the print room, and an archive: the same pages, tagged as ever."""

import re
import sys
import zipfile
import zlib
from dataclasses import replace
from io import BytesIO
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent / "pdf"))

import page
import people
import pikepdf
import pypdfium2
import pytest
from structure_text import Structure
from verapdf import broken_rules, missing

from cardgen.api import prepare
from cardgen.documents.cards import CardsRequest
from cardgen.documents.doses import read_doses
from cardgen.documents.handout_request import HandoutRequest
from cardgen.errors import ExitCode
from cardgen.files import open_library
from cardgen.paths import built_in
from cardgen.pdf.merge import object_stream, writer
from cardgen.pdf.merge.writer import MergeWriter, ObjectLimitError

WHY_NOT = missing()


@pytest.fixture(scope="module")
def printed():
    """Documents of several kinds: stamped, laid out anew, of two pages."""
    library = open_library(built_in())
    held = [
        HandoutRequest("gym-bag", recipient=f"Zoë %d {i} 0 R (", changes=changes)
        for i, changes in enumerate(
            [read_doses([f"figure-four.dose.hold={n}"]) for n in (20, 30, 45)]
        )
    ]
    found = [prepare(request, library) for request in held]
    found.append(prepare(HandoutRequest("post-run", note="Go slowly."), library))
    found.append(prepare(CardsRequest(("cat-cow", "glute-bridge")), library))
    return [*found, prepare(held[1], library)]


def template(document):
    (found,) = document.templates
    return found


def bound(printed, *, two_sided=False, tagged=True):
    out = BytesIO()
    about = replace(template(printed[0]).about, title="All of them")
    made = MergeWriter(out, about, two_sided, tagged)
    for i, one in enumerate(printed):
        made.add(template(one), one.words, f"{i:04d}-name")
    made.close()
    return out.getvalue()


def words(content):
    with pikepdf.open(BytesIO(content)) as pdf:
        structure = Structure(pdf)
        assert list(structure.problems()) == []
        return structure.words()


def test_it_reads_as_its_documents_one_after_the_other(printed):
    assert words(bound(printed)) == [w for one in printed for w in words(one.rendered().content)]


@pytest.mark.parametrize("two_sided", [False, True])
def test_it_keeps_to_pdf_ua(printed, tmp_path, two_sided):
    path = tmp_path / "book.pdf"
    path.write_bytes(bound(printed, two_sided=two_sided))
    result = page.validate_pdf(path, profile="ua1")
    assert [failure.rule_id for failure in result.failures] == []
    if not WHY_NOT:
        assert broken_rules({"ua1": [path]}) == {("ua1", path): []}


def test_each_person_starts_on_a_new_sheet_where_asked(printed):
    sides = [len(template(one).objects.pages) for one in printed]
    assert sorted(set(sides)) == [1, 2]
    with pikepdf.open(BytesIO(bound(printed, two_sided=True))) as pdf:
        blank = ["/Contents" not in sheet for sheet in pdf.pages]
        assert pdf.Root.ViewerPreferences.Duplex == "/DuplexFlipLongEdge"
    expected = [side for count in sides for side in [False] * count + [True] * (count % 2)]
    assert blank == expected
    with pikepdf.open(BytesIO(bound(printed))) as pdf:
        assert len(pdf.pages) == sum(sides)


def test_bookmarks_lead_to_the_first_page_of_each(printed):
    with pikepdf.open(BytesIO(bound(printed))) as pdf:
        with pdf.open_outline() as outline:
            found = [(entry.title, entry.destination[0].objgen) for entry in outline.root]
        firsts, at = [], 0
        for one in printed:
            firsts.append(pdf.pages[at].objgen)
            at += len(template(one).objects.pages)
    assert found == [(f"{i:04d}-name", first) for i, first in enumerate(firsts)]


def pictures(content):
    with pypdfium2.PdfDocument(content) as pdf:
        return [sheet.render(scale=0.5).to_pil().tobytes() for sheet in pdf]


def test_what_is_for_a_printer_alone_looks_the_same_and_claims_no_tags(printed):
    tagged, bare = bound(printed), bound(printed, tagged=False)
    assert pictures(bare) == pictures(tagged)
    with pikepdf.open(BytesIO(bare)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert "/StructTreeRoot" not in pdf.Root
        assert "/MarkInfo" not in pdf.Root
        assert b"pdfuaid:part" not in pdf.Root.Metadata.read_bytes()
        assert not any("/StructParents" in sheet or "/Annots" in sheet for sheet in pdf.pages)
        with pdf.open_outline() as outline:
            assert len(outline.root) == len(printed)


@pytest.mark.parametrize(("tagged", "most"), [(True, 1_500), (False, 1_000)])
def test_a_page_more_takes_no_more_than_one_and_a_half_kilobytes(printed, tagged, most):
    many = [printed[i % 3] for i in range(300)]
    once = bound(many[:3], tagged=tagged)
    assert (len(bound(many, tagged=tagged)) - len(once)) / (len(many) - 3) < most


def test_what_documents_share_is_there_once(printed):
    many = bound([printed[0], printed[1], printed[2]] * 40)
    assert len(many) / 120 < len(printed[0].rendered().content) / 5
    # Copies lie in packs, compressed together, since they are much alike.
    assert many.count(b"/ObjStm") < 120 / 5
    with pikepdf.open(BytesIO(many)) as pdf:
        assert pdf.check_pdf_syntax() == []
        fonts = {font.objgen for sheet in pdf.pages for font in sheet.Resources.Font.values()}
        assert len(pdf.pages) == 120
    assert len(fonts) < 8


def table(content):
    """Return the rows of a file's table of objects by number, as a strict reader has them."""
    start = content.rindex(b"/Type/XRef")
    head = content[start : content.index(b"stream\n", start)]
    first = content.index(b"stream\n", start) + len(b"stream\n")
    rows = zlib.decompress(content[first : first + int(head.split(b"/Length ")[1].split(b">")[0])])
    above, found = bytes(7), []
    for at in range(0, len(rows), 8):
        row = rows[at + 1 : at + 8]
        if rows[at] == 2:
            row = bytes((a + b) & 0xFF for a, b in zip(row, above, strict=True))
        found.append((row[0], int.from_bytes(row[1:5]), int.from_bytes(row[5:])))
        above = row
    index = list(map(int, head.split(b"/Index[")[1].split(b"]")[0].split()))
    numbers = [n for at in (0, 2) for n in range(index[at], index[at] + index[at + 1])]
    return dict(zip(numbers, found, strict=True))


def check_table(content):
    """Check that the table leads to each object; return how many packs there are."""
    heads = {}
    with pikepdf.open(BytesIO(content)) as pdf:
        for number, (kind, where, index) in table(content).items():
            if kind == 1:
                assert content[where:].startswith(b"%d 0 obj\n" % number)
            elif kind == 2:
                if where not in heads:
                    packed = pdf.get_object(where, 0)
                    heads[where] = packed.read_bytes()[: int(packed.First)].split()[::2]
                assert int(heads[where][index]) == number
    return len(heads)


def test_the_table_leads_to_each_object(printed):
    # Places in a pack pass 256 at any object of a copy.
    assert check_table(bound([*printed[:1] * 150, *printed, *printed[:2] * 150])) > 3


def test_more_packs_than_are_kept_open_lose_nothing(printed, monkeypatch):
    monkeypatch.setattr(writer, "_KEPT", 2)
    monkeypatch.setattr(object_stream, "MOST_CLONES", 3)
    content = bound(printed * 4)
    assert check_table(content) > 8
    assert words(content) == [word for one in printed * 4 for word in words(one.rendered().content)]
    numbers = re.findall(rb"\n(\d+) 0 obj\n", content)
    assert len(numbers) == len(set(numbers))


def test_numbers_grow_longer_without_a_gap_in_the_table(printed):
    one = printed[0]
    copies = 100_000 // len(template(one).objects.plain) + 3
    content = bound([one] * copies)
    with pikepdf.open(BytesIO(content)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert len(pdf.pages) == copies
        assert pdf.pages[-1].objgen[0] > 100_000
        assert list(Structure(pdf).problems()) == []


def test_more_than_viewers_read_is_refused(printed, monkeypatch):
    room = 5 * len(template(printed[0]).objects.plain)
    monkeypatch.setattr(writer, "LAST", writer.FIRST + room)
    with pytest.raises(ObjectLimitError) as error:
        bound([printed[0]] * 20)
    assert 1 <= error.value.documents < 5


def titles(pdf):
    with pdf.open_outline() as outline:
        return [entry.title for entry in outline.root]


def test_a_roster_becomes_one_pdf(project, run):
    rows = [{**people.row(i), "routine": "gym-bag"} for i in range(6)]
    rows[3] = {**rows[3], "date": "soon"}
    project.write("r.csv", people.roster(rows))
    assert run("batch", "r.csv", "--merge").exit_code == ExitCode.INVALID_DATA
    assert not (project.folder / "out").exists()
    result = run("batch", "r.csv", "--merge", "--keep-going")
    assert result.exit_code == ExitCode.SOME_REJECTED, result.stderr
    assert "out/r.pdf" in result.stdout
    there = {path.name for path in (project.folder / "out").iterdir()}
    assert there == {"r.pdf", "rejected.csv", ".cardgen-batch"}
    path = project.folder / "out" / "r.pdf"
    with pikepdf.open(path) as pdf:
        assert len(titles(pdf)) == 5
        assert "/StructTreeRoot" in pdf.Root
    result = run("batch", "r.csv", "--merge", "--keep-going", "--print-only")
    assert result.exit_code == ExitCode.SOME_REJECTED, result.stderr
    with pikepdf.open(path) as pdf:
        assert len(titles(pdf)) == 5
        assert "/StructTreeRoot" not in pdf.Root


def test_a_roster_becomes_one_archive_of_the_same_files(project, run):
    project.write("r.csv", people.roster([people.row(i) for i in range(5)]))
    assert run("batch", "r.csv", "-o", "single").exit_code == ExitCode.OK
    for _ in range(2):
        assert run("batch", "r.csv", "-o", "packed", "--zip").exit_code == ExitCode.OK
    assert not list((project.folder / "packed").glob("*.pdf"))
    single = {path.name: path.read_bytes() for path in (project.folder / "single").glob("*.pdf")}
    with zipfile.ZipFile(project.folder / "packed" / "r.zip") as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == single


@pytest.mark.parametrize(
    "options",
    [
        ("--merge", "--zip"),
        ("--merge", "--pdfa"),
        ("--duplex",),
        ("--print-only",),
        ("--jobs", "0"),
    ],
)
def test_what_does_not_go_together_is_refused(project, run, options):
    project.write("r.csv", "recipient\nAnn\n")
    assert run("batch", "r.csv", *options).exit_code == ExitCode.USAGE
