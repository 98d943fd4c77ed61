"""One file of many documents made by hand: what they share is there once."""

from io import BytesIO

import pikepdf
import pytest
from hand_made import ABOUT, WORDS, document, one_page, stamped
from structure_text import Structure

from cardgen.pdf.document import prepared
from cardgen.pdf.merge import object_stream, writer
from cardgen.pdf.merge.writer import MergeWriter, ObjectLimitError


def people(count):
    """Return templates, each made anew, with the words of some people and their titles."""
    return [
        (prepared(document(one_page(moves=1 + i % 2))), {**WORDS, "recipient": f"P{i}"}, f"T{i}")
        for i in range(count)
    ]


def merged(documents, **options):
    out = BytesIO()
    made = MergeWriter(out, ABOUT, **options)
    for template, words, title in documents:
        made.add(template, words, title)
    made.close()
    return out.getvalue()


def words_of(content):
    with pikepdf.open(BytesIO(content)) as pdf:
        assert pdf.check_pdf_syntax() == []
        structure = Structure(pdf)
        assert list(structure.problems()) == []
        return structure.words()


def test_it_reads_as_its_documents_one_after_the_other():
    documents = people(6)
    alone = [
        words_of(stamped(template, recipient=words["recipient"]))
        for template, words, _ in documents
    ]
    assert words_of(merged(documents)) == [word for words in alone for word in words]


def test_templates_are_known_by_what_they_hold(monkeypatch):
    documents = people(40)
    assert len({id(template) for template, _, _ in documents}) == 40
    content = merged(documents)
    assert content.count(b"/ObjStm") == 4  # for each kind of document: pages, and all else
    assert merged(people(40)) == content
    once = {template.digest: template for template, _, _ in documents}
    assert merged([(once[t.digest], words, title) for t, words, title in documents]) == content
    monkeypatch.setattr(writer, "_KEPT", 1)
    monkeypatch.setattr(object_stream, "MOST_CLONES", 3)
    assert words_of(merged(documents)) == words_of(content)


def test_what_is_for_a_printer_alone_has_no_tags():
    with pikepdf.open(BytesIO(merged(people(3), tagged=False, two_sided=True))) as pdf:
        assert "/StructTreeRoot" not in pdf.Root
        assert b"pdfuaid:part" not in pdf.Root.Metadata.read_bytes()
        assert len(pdf.pages) == 6


def test_more_than_viewers_read_is_refused(monkeypatch):
    monkeypatch.setattr(writer, "LAST", writer.FIRST + 1_000)
    with pytest.raises(ObjectLimitError) as error:
        merged(people(40))
    assert 1 <= error.value.documents < 40
