"""What our two checks of a PDF are worth: each broken file is rejected, and by whom is written."""

import page
import pikepdf
import pytest
from faults import CHECKER, FAULTS, READER
from structure_text import Structure, UnreadableError


def rejected_by(path, text):
    """Return the checks that reject a file whose structure should give this text."""
    checks = set()
    if not page.validate_pdf(path, profile="ua1").is_compliant:
        checks.add(CHECKER)
    if misread(path, text):
        checks.add(READER)
    return checks


def misread(path, text):
    with pikepdf.open(path) as pdf:
        try:
            structure = Structure(pdf)
        except UnreadableError:
            return True
        return structure.text() != text or any(structure.problems())


def test_the_file_before_it_is_broken_passes_both(handout, tmp_path):
    path = tmp_path / "unbroken.pdf"
    with pikepdf.open(handout.path) as pdf:
        pdf.save(path)
    assert rejected_by(path, handout.structure.text()) == set()


@pytest.mark.parametrize("name", FAULTS)
def test_a_broken_file_is_rejected(handout, tmp_path, name):
    path = tmp_path / "broken.pdf"
    with pikepdf.open(handout.path) as pdf:
        FAULTS[name].break_it(pdf)
        pdf.save(path)
    assert FAULTS[name].rejected_by
    assert rejected_by(path, handout.structure.text()) == FAULTS[name].rejected_by


def test_there_are_enough_broken_files():
    assert len(FAULTS) >= 15
