"""What a screen reader is told, beyond the order of reading: tables, links, lists, logos."""

import re
from collections import Counter
from dataclasses import replace
from itertools import takewhile

import pytest
from pikepdf import Array, Dictionary, parse_content_stream
from samples import handout_of

from cardgen.compose.notes import moves_to_leave_out
from cardgen.documents.handout_request import HandoutRequest
from cardgen.layout.components.moves import name_role


def elements(node):
    """Yield each structure element below a node."""
    if isinstance(node, Array):
        for kid in node:
            yield from elements(kid)
    elif isinstance(node, Dictionary) and "/S" in node:
        yield node
        if "/K" in node:
            yield from elements(node.K)


def tree(pdf):
    found = list(elements(pdf.Root.StructTreeRoot.K))
    assert len(found) > 20
    return found


def kinds(pdf):
    return Counter(str(element.S) for element in tree(pdf))


def annotations(pdf):
    return [note for page in pdf.pages for note in page.get("/Annots", [])]


def test_a_log_is_a_table_in_which_each_row_has_as_many_cells(build):
    pdf = build("arranged back").pdf
    (table,) = [element for element in tree(pdf) if element.S == "/Table"]
    rows = [list(elements(row.K))[: len(row.K)] for row in table.K]
    assert len({len(row) for row in rows}) == 1
    assert [str(cell.A.Scope) for cell in rows[0][1:]] == ["/Column"] * 9
    assert all(row[0].A.Scope == "/Row" and row[1].S == "/TD" for row in rows[1:])
    assert "each of 2 weeks" in str(table.A.Summary)


def test_a_caption_is_one_link_however_many_lines_it_has(build):
    pdf = build("arranged back").pdf
    captions = [
        [kid for kid in element.K if isinstance(kid, Dictionary)]
        for element in tree(pdf)
        if element.S == "/Link" and re.match(r"\d\. ", str(element.K[1].Obj.Contents))
    ]
    assert len(captions) == 7
    assert any(len(found) > 1 for found in captions)


def test_a_link_to_a_source_says_that_it_is_one(build):
    named = [
        str(n.Contents) for n in annotations(build("handout post-run letter").pdf) if "/Dest" in n
    ]
    assert named
    assert all(re.fullmatch(r"Source \d+", name) for name in named)


def test_the_number_of_a_move_is_heard_with_the_word_move(build, library, locale):
    heard = [
        str(operands[1].ActualText)
        for page in build("handout post-run letter").pdf.pages
        for operands, operator in parse_content_stream(page)
        if str(operator) == "BDC" and "/ActualText" in operands[1]
    ]
    numbered = moves_to_leave_out(
        [library.stretches[item.stretch] for item in library.routines["post-run"].value.items],
        library,
        locale,
        library.routines["post-run"],
    )
    wanted = [span.circled for note in numbered for span in note.spans if span.circled]
    assert wanted
    assert heard == wanted


def test_sentences_in_two_columns_are_one_list(build):
    pdf = build("arranged back").pdf
    lists = [element for element in tree(pdf) if element.S == "/L"]
    assert not [found for found in lists if isinstance(found.K, Dictionary)]


def test_a_document_has_one_title_and_its_headings_stand_below_it(build):
    found = kinds(build("arranged large").pdf)
    assert (found["/H1"], found["/H2"] > 12) == (1, True)


def test_the_name_of_a_move_stands_below_the_heading_of_its_part():
    move = handout_of(HandoutRequest()).content.moves[0]
    assert name_role(move) == "H2"
    assert name_role(replace(move, section="Warm-up")) == "H3"


def test_a_logo_beside_the_name_of_its_clinic_is_not_heard_as_well(build):
    alts = [str(e.get("/Alt", "")) for e in tree(build("clinic png").pdf) if e.S == "/Figure"]
    assert alts
    assert not [alt for alt in alts if "Clinic" in alt]


def test_the_back_of_a_card_is_read_behind_its_front(build):
    pdf = build("cards id-1").pdf
    parts = [
        [str(e.S) for e in elements(part.K) if e.S in ("/H1", "/H2")]
        for part in pdf.Root.StructTreeRoot.K.K
    ]
    assert parts[1:-1] == [["/H1", "/H2"]] * (len(parts) - 2)


def test_the_foot_of_a_page_is_no_part_of_what_is_read(build):
    made = build("archive large")
    assert len(made.pdf.pages) > 5
    assert not re.search(r"Page \d+ of \d+", made.structure.text())


def lists_behind(made, heading):
    """Return the lists that stand behind a heading, before the next one."""
    nodes = [n for n in made.structure.root.walk() if n.role in ("/L", "/H1", "/H2", "/H3")]
    at = next(i for i, node in enumerate(nodes) if node.text.strip().startswith(heading))
    return list(takewhile(lambda node: node.role == "/L", nodes[at + 1 :]))


def test_a_list_that_goes_on_over_the_page_is_one_list(build):
    made = build("archive large")
    (listed,) = lists_behind(made, "Change the move if you have")
    assert len(listed.kids) > 12
    assert all(entry.role == "/LI" for entry in listed.kids)
    (sources,) = lists_behind(made, "Sources")
    assert len(sources.kids) > 15


@pytest.mark.parametrize(
    ("kind", "heading", "entries"),
    [
        ("handout post-run letter", "Ask your doctor first about", 4),
        ("cards id-1", "In this order", 5),
        ("poster", "Stop the move for", 4),
    ],
)
def test_what_runs_on_as_a_sentence_is_a_list(build, kind, heading, entries):
    (listed,) = lists_behind(build(kind), heading)
    assert [entry.role for entry in listed.kids] == ["/LI"] * entries


def test_cautions_and_sources_that_run_on_are_lists_and_the_imprint_is_none(build):
    nodes = list(build("cards id-1").structure.root.walk())
    cited = [node for node in nodes if node.role == "/LI" and "doi:" in node.text]
    assert len(cited) > 10
    assert all(node.text.count("doi:") == 1 for node in cited)
    made = [node for node in nodes if "made with cardgen" in node.text]
    assert not [node for node in made if node.role in ("/L", "/LI")]


def test_a_list_says_whether_its_entries_have_labels(build):
    numberings = set()
    for element in tree(build("archive large").pdf):
        if element.S == "/L":
            entries = list(element.K) if isinstance(element.K, Array) else [element.K]
            labelled = any(kid.S == "/Lbl" for entry in entries for kid in parts_of(entry))
            numberings.add((labelled, str(element.A.ListNumbering)))
    assert numberings == {(True, "/Disc"), (True, "/Decimal"), (False, "/None")}


def parts_of(entry):
    return [kid for kid in elements(entry.K) if kid.S in ("/Lbl", "/LBody")]
