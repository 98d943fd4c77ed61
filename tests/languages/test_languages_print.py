"""What ships prints in every language, for a person and for anyone."""

import pytest

from cardgen.api import render
from cardgen.documents.handout_request import HandoutRequest
from cardgen.library.translation_files import languages


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("asked", [{}, {"recipient": "Ann Lee"}], ids=["anyone", "a person"])
def test_a_handout_prints(library, language, asked):
    made = render(
        HandoutRequest("chair-standing", language=language, country="US", **asked), library
    )
    assert made.content.startswith(b"%PDF")
