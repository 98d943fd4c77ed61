"""Pages in every language: what readers find in them, and what screen readers are told of it."""

import shutil
import subprocess
import unicodedata

import pikepdf
import pypdfium2
import pytest
from made import LIBRARY

from cardgen.documents.handout_request import HandoutRequest
from cardgen.documents.spoken import spoken as in_language
from cardgen.library.data import load_locale
from cardgen.paths import data_ids

LANGUAGES = [id_ for id_ in data_ids("locales") if id_ != "en"]


def bare(text):
    """Return a text without blanks, without what is never seen, and without marks on letters."""
    kinds = ("Z", "C", "M")
    letters = unicodedata.normalize("NFKD", text)
    return "".join(c for c in letters if unicodedata.category(c)[0] not in kinds)


def by_poppler(path):
    command = ("pdftotext", str(path), "-")
    return subprocess.run(command, check=True, capture_output=True).stdout.decode()


def by_pdfium(path):
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


READERS = {"poppler": by_poppler, "pdfium": by_pdfium}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reader_finds_the_names_and_the_steps(spoken, language, reader):
    if reader == "poppler" and shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not here")
    library = in_language(HandoutRequest(language=language), LIBRARY)
    found = bare(READERS[reader](spoken[f"handout-{language}"]))
    for item in library.routines["post-run"].value.items:
        stretch = library.stretches[item.stretch].value
        assert bare(stretch.name) in found or bare(stretch.short_name or "-") in found
        assert bare(stretch.steps[-1]) in found or bare(stretch.short_steps[-1]) in found


def elements(node):
    """Yield a structure element and all below it."""
    if isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
    below = node.get("/K", []) if isinstance(node, pikepdf.Dictionary) else []
    for kid in below if isinstance(below, pikepdf.Array) else [below]:
        if isinstance(kid, pikepdf.Dictionary):
            yield from elements(kid)


@pytest.mark.parametrize("kind", ["handout", "cards"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_document_says_its_language_and_that_of_its_sources(spoken, language, kind):
    with pikepdf.open(spoken[f"{kind}-{language}"]) as pdf:
        root, locale = pdf.Root, load_locale(language)
        assert str(root.Lang) == locale.language
        direction = root.ViewerPreferences.get("/Direction")
        assert (str(direction) == "/R2L") == locale.is_right_to_left
        tree = root.StructTreeRoot.K
        told = [e for e in elements(tree) if "/Lang" in e]
        assert told
        assert {str(e.Lang) for e in told} == {"en"}
