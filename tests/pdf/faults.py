"""Ways to break a PDF, each as a person or a program might: made with pikepdf, in place."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Pdf, String

Breaks = Callable[[Pdf], None]

CHECKER, READER = "page-validation", "our reader"


@dataclass(frozen=True)
class Fault:
    """What is done to a PDF, and which of our two checks reject it for that."""

    break_it: Breaks
    rejected_by: frozenset[str]


FAULTS: dict[str, Fault] = {}


def fault(*rejected_by: str) -> Callable[[Breaks], Breaks]:
    def keep(break_it: Breaks) -> Breaks:
        FAULTS[break_it.__name__.replace("_", " ")] = Fault(break_it, frozenset(rejected_by))
        return break_it

    return keep


def elements(pdf: Pdf, role: str | None = None) -> list[Dictionary]:
    """Return the structure elements with a role, in order."""

    def walk(element: Dictionary) -> Iterator[Dictionary]:
        if role in (None, str(element.S)):
            yield element
        for kid in kids(element):
            if isinstance(kid, Dictionary) and "/S" in kid:
                yield from walk(kid)

    return list(walk(pdf.Root.StructTreeRoot.K))


def kids(element: Dictionary) -> list:
    return list(element.K) if isinstance(element.K, Array) else [element.K]


def change_content(pdf: Pdf, pattern: bytes, new: bytes) -> None:
    """Replace the first place of a pattern in what the first page draws."""
    pdf.pages[0].contents_coalesce()
    content = pdf.pages[0].Contents.read_bytes()
    changed, count = re.subn(pattern, new, content, count=1, flags=re.DOTALL)
    assert count == 1, f"{pattern!r} is not on the page"
    pdf.pages[0].Contents.write(changed)


def change_metadata(pdf: Pdf, pattern: bytes) -> None:
    """Take the first place of a pattern out of the metadata."""
    packet, count = re.subn(pattern, b"", pdf.Root.Metadata.read_bytes(), flags=re.DOTALL)
    assert count == 1, f"{pattern!r} is not in the metadata"
    pdf.Root.Metadata.write(packet)


def font(pdf: Pdf) -> Dictionary:
    return next(iter(pdf.pages[0].Resources.Font.values()))


@fault(CHECKER, READER)
def a_picture_without_words(pdf):
    del elements(pdf, "/Figure")[0]["/Alt"]


@fault(CHECKER)
def no_language(pdf):
    del pdf.Root["/Lang"]


@fault(CHECKER)
def not_marked_as_tagged(pdf):
    del pdf.Root["/MarkInfo"]


@fault(CHECKER)
def the_file_name_shown_for_the_title(pdf):
    del pdf.Root.ViewerPreferences["/DisplayDocTitle"]


@fault(CHECKER)
def no_order_of_tabs(pdf):
    del pdf.pages[0]["/Tabs"]


@fault(CHECKER)
def a_link_without_words(pdf):
    del pdf.pages[0].Annots[0]["/Contents"]


@fault(CHECKER, READER)
def a_link_outside_the_structure(pdf):
    del pdf.pages[0].Annots[0]["/StructParent"]


@fault(CHECKER, READER)
def a_link_tagged_as_a_paragraph(pdf):
    elements(pdf, "/Link")[0].S = Name.P


@fault(CHECKER, READER)
def a_heading_level_skipped(pdf):
    elements(pdf, "/H2")[0].S = Name.H4


@fault(CHECKER, READER)
def no_heading_of_the_first_level(pdf):
    elements(pdf, "/H1")[0].S = Name.H2


@fault(CHECKER)
def no_title_in_the_metadata(pdf):
    change_metadata(pdf, rb"<dc:title>.*?</dc:title>")


@fault(CHECKER)
def no_claim_to_be_accessible(pdf):
    change_metadata(pdf, rb"<pdfuaid:part>1</pdfuaid:part>")


@fault(CHECKER)
def no_metadata(pdf):
    del pdf.Root["/Metadata"]


@fault(CHECKER, READER)
def a_text_that_is_not_tagged(pdf):
    change_content(pdf, rb"/H1 <</MCID \d+>> BDC(.*?)EMC", rb"\1")


@fault(READER)
def a_text_that_the_tree_forgets(pdf):
    elements(pdf, "/H1")[0].K = Array([])


@fault(READER)
def a_text_called_decoration(pdf):
    change_content(pdf, rb"/P <</MCID \d+>> BDC", b"/Artifact BMC")


@fault(READER)
def a_text_that_the_tree_names_twice(pdf):
    first, second, *_ = elements(pdf, "/P")
    first.K = Array([*kids(first), *kids(second)])


@fault(CHECKER, READER)
def no_way_back_to_the_tree(pdf):
    del pdf.Root.StructTreeRoot["/ParentTree"]


@fault(READER)
def a_way_back_in_the_wrong_order(pdf):
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    numbers[1] = Array(list(numbers[1])[::-1])


@fault(READER)
def a_page_without_a_way_back(pdf):
    del pdf.pages[0]["/StructParents"]


@fault(CHECKER, READER)
def no_structure(pdf):
    del pdf.Root["/StructTreeRoot"]


@fault(CHECKER)
def items_without_their_list(pdf):
    elements(pdf, "/L")[0].S = Name.Div


@fault(CHECKER)
def a_list_of_paragraphs(pdf):
    elements(pdf, "/LI")[0].S = Name.P


@fault(CHECKER, READER)
def a_role_that_nobody_knows(pdf):
    elements(pdf, "/H1")[0].S = Name("/Title1")


@fault(CHECKER)
def a_font_that_is_not_embedded(pdf):
    del font(pdf).FontDescriptor["/FontFile2"]


@fault(CHECKER, READER)
def a_font_without_its_characters(pdf):
    del font(pdf)["/ToUnicode"]


@fault(READER)
def a_font_that_says_other_characters(pdf):
    table = font(pdf).ToUnicode
    table.write(table.read_bytes().replace(b"<0061>", b"<0062>"))


@fault(CHECKER, READER)
def parts_read_in_another_order(pdf):
    root = pdf.Root.StructTreeRoot.K
    root.K = Array(list(root.K)[::-1])


@fault(READER)
def two_neighbours_swapped(pdf):
    steps = elements(pdf, "/L")[0]
    first, second, *others = kids(steps)
    steps.K = Array([second, first, *others])


@fault(READER)
def two_pictures_swapped(pdf):
    first, second, *_ = elements(pdf, "/Figure")
    first.Alt, second.Alt = String(str(second.Alt)), String(str(first.Alt))


@fault(READER)
def words_joined_at_the_end_of_a_line(pdf):
    # The last blank before the pen moves to the next line of the same text.
    change_content(pdf, rb" (\)(?: Tj|\] TJ)\s\S+ \S+ Td)", rb"\1")


@fault(READER)
def a_sentence_left_out(pdf):
    change_content(pdf, rb"/LBody (<</MCID \d+>>) BDC.*?EMC", rb"/LBody \1 BDC EMC")
