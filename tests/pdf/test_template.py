"""A document with holes: the words of merge fields are stamped into it."""

import datetime
from io import BytesIO

import hand_made
import page
import pikepdf
import pytest
from hand_made import DAY, WORDS, document, one_page, stamped, with_fields
from hypothesis import given
from hypothesis import strategies as st
from structure_text import Structure
from verapdf import broken_rules, missing

from cardgen.model.page import Block, Page, Placed
from cardgen.model.standards import FileForm, Standards
from cardgen.pdf.cluster_codes import ClusterCodes
from cardgen.pdf.colour import PROCESS
from cardgen.pdf.document import NAMES, prepared
from cardgen.pdf.holes import Hole, _within, letters_of
from cardgen.typography.fallback import LackingGlyphError
from cardgen.typography.reserved import set_words
from cardgen.typography.style import TooLargeError

WHY_NOT = missing()


@pytest.fixture(scope="module")
def template():
    return prepared(document())


def opened(content):
    return pikepdf.open(BytesIO(content))


def read(content):
    with opened(content) as pdf:
        structure = Structure(pdf)
        assert list(structure.problems()) == []
        return structure.text()


def streams(content):
    with opened(content) as pdf:
        return [stream.read_bytes() for stream in pdf.pages[0].Contents]


def test_words_stand_where_their_fields_do(template):
    text = read(stamped(template))
    assert "For Ann Lee on May 3\nGo slowly.\n30 seconds\n" in text
    assert template.fields == ("recipient", "day", "note", "dose")


def test_only_the_holes_differ_between_two_people(template):
    one, two = streams(stamped(template)), streams(stamped(template, recipient="Jon Lee"))
    differing = [(a, b) for a, b in zip(one, two, strict=True) if a != b]
    assert len(differing) == 2
    for a, b in differing:
        assert a.startswith(b"BT\n")
        assert a.endswith(b"ET\n")
        assert a.replace(b"Ann Lee", b"Jon Lee") == b


def test_marked_content_is_opened_and_closed_around_holes(template):
    parts = streams(stamped(template))
    holes = [i for i, part in enumerate(parts) if part.count(b"BT\n") == 1 and b"BDC" not in part]
    assert len(holes) == 4
    *tagged, aside = [parts[i - 1].rstrip().splitlines()[-2:] for i in holes]
    assert [last[-3:] for _, last in tagged] == [b"BDC"] * 3
    assert aside[-1].endswith(b" rg")
    assert [parts[i + 1].splitlines()[0] for i in holes] == [b"EMC"] * 3 + [b"Q"]


def test_a_document_without_fields_has_no_holes():
    block = hand_made.items()
    sheet = Page(300, 400, (("", Placed(20, 20, block)),))
    made = prepared(document(sheet))
    assert made.fields == made.holes == ()
    assert "Lie down." in read(made.stamped({}, DAY))


def test_the_same_words_give_the_same_bytes(template):
    again = prepared(document())
    assert again == template
    assert hash(again) == hash(template)
    assert stamped(again) == stamped(template)
    assert prepared(document(one_page("#aa0000"))) != template


def identifier(content):
    with opened(content) as pdf:
        first, second = pdf.trailer.ID
        assert bytes(first) == bytes(second)
        return bytes(first)


def test_the_id_is_a_digest_of_all_that_a_file_holds(template):
    found = [
        template.stamped(WORDS, DAY),
        template.stamped(WORDS, DAY, "For Ann"),
        template.stamped(WORDS, datetime.date(2026, 11, 23)),
        *[template.stamped({**WORDS, name: "other"}, DAY) for name in template.fields],
        prepared(document(one_page(moves=3))).stamped(WORDS, DAY),
        prepared(document(), FileForm(Standards(archival=True))).stamped(WORDS, DAY),
    ]
    assert len({identifier(content) for content in found}) == len(found)
    assert template.stamped(WORDS, DAY, "A page") == found[0]


def test_the_digest_of_a_file_is_that_of_head_and_tail(template):
    import hashlib  # noqa: PLC0415 - for this alone

    tail = template.tail(WORDS, DAY)
    assert template.head + tail == stamped(template)
    assert template.sha256(tail) == hashlib.sha256(stamped(template)).hexdigest()


def test_title_and_date_are_stamped(template):
    content = template.stamped(WORDS, datetime.date(2027, 1, 2), "Für <Zoë> & (Bo) 100 %")
    with opened(content) as pdf:
        assert pdf.docinfo.Title == "Für <Zoë> & (Bo) 100 %"
        assert str(pdf.docinfo.CreationDate) == "D:20270102000000+00'00'"
        assert str(pdf.docinfo.Subject) == "What is tested"
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == "Für <Zoë> & (Bo) 100 %"
            assert metadata["xmp:CreateDate"] == "2027-01-02T00:00:00+00:00"


def test_letters_beyond_names_print_and_change_nothing_of_the_page(template):
    assert not NAMES.intersection("≥€łمش")
    for note in ("≥ €", "Łukasz", "محمد", "नमस्ते", "Nguyễn"):
        content = stamped(template, note=note)
        assert content.startswith(template.head)
        # Glyphs stand in the order in which they are seen.
        seen = note[::-1] if note == "محمد" else note
        assert seen in read(content)
        with opened(content) as pdf:
            assert not pdf.check_pdf_syntax()


def test_a_sign_that_no_typeface_has_is_an_error(template):
    with pytest.raises(LackingGlyphError, match="'🏃'"):
        stamped(template, note="Run 🏃")


def test_a_field_without_words_is_an_error(template):
    with pytest.raises(KeyError, match="day"):
        template.stamped({"recipient": "Ann"}, DAY)


def test_words_that_have_no_room_are_refused(template):
    with pytest.raises(TooLargeError):
        stamped(template, dose="30 seconds, " * 9)


def test_long_words_shrink_to_the_floor_and_take_the_lines_that_are_kept(template):
    once, *_ = (part for part in streams(stamped(template)) if b"Go slowly" in part)
    long = "Go slowly and breathe, and rest as often as you like to. " * 2
    shrunk, *_ = (part for part in streams(stamped(template, note=long.strip())) if b"Go" in part)
    assert once == b"BT\n(Go slowly. ) Tj\nET\n"
    assert 7 <= float(shrunk.split(b"/B0 ")[1].split()[0]) < 10
    assert shrunk.count(b" Td\n") == 2
    assert long.strip() in read(stamped(template, note=long.strip())).replace("\n", " ")


def files(folder):
    """Return a file of each kind: for reading, for keeping, and one whose headings start low."""
    made = {
        "plain": prepared(document()),
        "archive": prepared(document(), FileForm(Standards(archival=True))),
        "backs": prepared(document(one_page(heading="H2", moves=1))),
    }
    for name, template in made.items():
        (folder / f"{name}.pdf").write_bytes(stamped(template))
    return [folder / f"{name}.pdf" for name in made]


def test_a_file_keeps_to_pdf_ua(tmp_path):
    for path in files(tmp_path):
        result = page.validate_pdf(path, profile="ua1")
        assert [failure.rule_id for failure in result.failures] == []


@pytest.mark.skipif(bool(WHY_NOT), reason=WHY_NOT or "it is here")
def test_a_file_keeps_to_its_standards_by_the_reference_checker(tmp_path):
    paths = files(tmp_path)
    found = broken_rules({"ua1": paths, "2a": paths[1:2]})
    assert len(found) == 4
    assert {file: rules for file, rules in found.items() if rules} == {}


BOXES = [
    with_fields("[note]"),
    with_fields("For ", "[recipient]", ", ", "[note]", "."),
    hand_made.flush_end(with_fields("[note]", width=90)),
    with_fields("(", "[note]", ")", width=60, lines=3),
]
PLAIN = st.text(st.sampled_from("abW(1\\ ž≥"), min_size=0, max_size=30)


@given(st.sampled_from(BOXES), PLAIN, PLAIN)
def test_what_is_ready_shows_words_as_typography_sets_them(block, one, two):
    (box,) = block.kids
    words = {"note": one, "recipient": two}
    letters = NAMES | {"≥"}
    try:
        lines = set_words(box, words)
    except TooLargeError:
        with pytest.raises(TooLargeError):
            Hole(box, PROCESS).operators(words, letters, ClusterCodes("X0"))
        return
    hole = Hole(box, PROCESS)
    known = letters_of(box, letters)
    expected = hole._written([_within(line, known) for line in lines], ClusterCodes("X0"))
    assert hole.operators(words, letters, ClusterCodes("X0")) == expected
    assert len(lines) <= box.lines


def test_plain_words_on_one_line_take_the_short_way(template):
    for words in (WORDS, {**WORDS, "recipient": "Zoë Š"}):
        said = [tuple(words[name] for name in hole.box.fields) for hole in template.holes]
        ready = [
            hole.on_one_line(one, NAMES) for hole, one in zip(template.holes, said, strict=True)
        ]
        assert all(ready)
        assert ready == [
            hole.operators(words, NAMES, ClusterCodes("X0")) for hole in template.holes
        ]


def roles(content):
    with opened(content) as pdf:
        return [node.role for node in Structure(pdf).root.walk() if node.role.startswith("/H")]


@pytest.mark.parametrize(
    ("heading", "expected"), [("H1", ["/H1", "/H2"]), ("H2", ["/H1", "/H1"]), ("H3", ["/H1"] * 2)]
)
def test_the_first_heading_is_one_of_the_first_level(heading, expected):
    content = stamped(prepared(document(one_page(heading=heading, moves=1))))
    assert roles(content) == expected


def test_headings_below_the_first_keep_their_distance():
    headings = [
        hand_made.paragraph(hand_made.text(role), hand_made.STYLE, 100, role)
        for role in ("H2", "H3", "H2")
    ]
    aside = Block(100, 12, (Placed(0, 0, hand_made.items()),), "Artifact")
    sheet = Page(300, 400, (("", Placed(0, 0, hand_made.stacked(aside, *headings))),))
    assert roles(prepared(document(sheet)).stamped({}, DAY)) == ["/H1", "/H2", "/H1"]
