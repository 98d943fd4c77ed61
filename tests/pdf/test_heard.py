"""What a screen reader is told, beyond the order of reading: tables, links, lists, logos."""

import re
from collections import Counter

from pikepdf import Array, Dictionary


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


def test_sentences_in_two_columns_are_one_list(build):
    pdf = build("arranged back").pdf
    lists = [element for element in tree(pdf) if element.S == "/L"]
    assert not [found for found in lists if isinstance(found.K, Dictionary)]


def test_a_document_has_one_title_and_its_headings_stand_below_it(build):
    found = kinds(build("arranged large").pdf)
    assert (found["/H1"], found["/H2"] > 12) == (1, True)


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


def test_what_people_with_a_condition_change_is_one_list_a_page(build):
    nodes = list(build("archive large").structure.root.walk())
    at = next(
        i for i, node in enumerate(nodes) if node.text.strip() == "Change the move if you have"
    )
    listed = next(node for node in nodes[at + 1 :] if node.role in ("/L", "/P"))
    assert listed.role == "/L"
    assert len(listed.kids) > 3
    assert all(kid.role == "/LI" for kid in listed.kids)
