"""A sheet of two sides holds a routine in any language, whatever gives way for that."""

import pytest

from cardgen.documents.handout import fitted, split, writer_of
from cardgen.documents.handout_request import HandoutRequest
from cardgen.documents.spoken import spoken


@pytest.mark.parametrize("conditions", [(), ("leg-pain",)], ids=["anyone", "one person"])
def test_longer_words_take_a_sheet_and_what_moves_change_gives_way_for_anyone_alone(
    library, conditions
):
    request = HandoutRequest(routine="core-1", language="es", country="US", conditions=conditions)
    told = spoken(request, library)
    shared = split(request, told).shared
    made = fitted(shared, writer_of(shared, told))
    assert made.too_tall
    assert len(made.document.pages) == 2
    assert made.content.leaves_out == (not conditions)
