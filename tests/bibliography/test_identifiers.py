"""Identifiers are taken whole, or not at all."""

import pytest

from cardgen.bibliography.identifiers import doi
from cardgen.files import read_library

OLD = "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (OLD, OLD),
        (f"https://doi.org/{OLD.replace('<', '%3C').replace('>', '%3E')}", OLD),
        ("doi:10.1234/abc.", "10.1234/abc"),
        ("10.1234/abc</a>", "10.1234/abc"),
        ("10.1234/abc<br>", "10.1234/abc"),
        ("11.1234/abc", None),
    ],
)
def test_a_doi_is_read_to_its_end_and_no_further(text, found):
    assert doi(text) == found


def test_a_doi_with_angle_brackets_is_a_source_with_an_address(project, run):
    fields = f"title={{A trial}}, author={{Smith, A}}, journal={{J}}, year=1998, doi={{{OLD}}}"
    project.write("one.bib", f"@article{{a, {fields}}}")
    assert run("new", "source", "--from", "one.bib").exit_code == 0
    (record,) = [r for r in read_library(project.folder).sources.values() if r.id == "smith1998"]
    assert record.value.doi == OLD
    assert record.value.address.endswith("15/16%3C1661::AID-SIM968%3E3.0.CO;2-2")
