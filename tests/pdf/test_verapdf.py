"""Every kind of PDF, by veraPDF, the reference checker."""

import pikepdf
import pytest
from faults import FAULTS
from made import ARCHIVES, KINDS, PRESSED, SECONDS
from verapdf import broken_rules, missing

WHY_NOT = missing()


@pytest.mark.skipif(bool(WHY_NOT), reason=WHY_NOT or "it is here")
def test_every_kind_keeps_to_its_standards_and_a_broken_one_does_not(build, spoken, tmp_path):
    broken = tmp_path / "broken.pdf"
    with pikepdf.open(build(KINDS[0]).path) as pdf:
        FAULTS["a picture without words"].break_it(pdf)
        pdf.save(broken)
    accessible = [build(kind).path for kind in (*KINDS, *PRESSED)] + list(spoken.values())
    archival = [build(kind).path for kind in ARCHIVES]
    second = [build(kind).path for kind in SECONDS]
    profiles = {"ua1": [broken, *accessible], "2a": [accessible[0], *archival]}
    found = broken_rules({**profiles, "ua2": [accessible[0], *second], "wt1a": second})
    assert found.pop(("ua1", broken)) == ["7.3-1"]
    assert found.pop(("2a", accessible[0])) != []
    assert found.pop(("ua2", accessible[0])) != []
    assert len(found) == len(KINDS) + len(PRESSED) + len(spoken) + len(ARCHIVES) + 2 * len(SECONDS)
    assert {file: rules for file, rules in found.items() if rules} == {}
