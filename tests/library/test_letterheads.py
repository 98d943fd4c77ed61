"""A clinic's letterhead, as people write it."""

import pytest

from cardgen.files import load_letterhead


@pytest.mark.parametrize(
    "address",
    [
        "|\n  12 Mill Lane\n  Springfield",
        "|\n  12 Mill Lane,\n  Springfield\n",
        "12 Mill Lane, Springfield",
    ],
)
def test_the_lines_of_an_address_stand_behind_each_other_with_a_comma(tmp_path, address):
    path = tmp_path / "clinic.yaml"
    path.write_text(f"name: A\naddress: {address}\n", encoding="utf-8")
    assert load_letterhead(path, tmp_path).value.address == "12 Mill Lane, Springfield"
