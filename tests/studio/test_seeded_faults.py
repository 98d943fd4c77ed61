"""The faults of `make studio-faults` can still be seeded, and the tests that see them are there."""

from pathlib import Path

import pytest
from studio_faults import FAULTS

from cardgen.paths import PACKAGE

HERE = Path(__file__).parent
TESTS = "".join(path.read_text("utf-8") for path in HERE.glob("test_*.py"))


def test_there_are_faults():
    assert len(FAULTS) > 30


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_has_its_line_and_its_test(fault):
    file, old, _, seen_by = FAULTS[fault]
    assert (PACKAGE / "studio" / file).read_text("utf-8").count(old) == 1
    module, _, name = seen_by.rpartition("::")
    if seen_by.endswith(".py"):
        assert (HERE / seen_by).is_file()
    else:
        assert not module or (HERE / module).is_file()
        assert all(word in TESTS for word in name.split(" and "))
