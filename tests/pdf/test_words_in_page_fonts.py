"""Words in another script are shown with the font of their page where that has their clusters."""

import pytest
from printed_words import text_of

from cardgen.api import render
from cardgen.documents.handout_request import HandoutRequest

ON_THE_PAGE, ELSEWHERE = "đi chậm và thở đều 7", "đi chậm 再见"


@pytest.mark.parametrize(("note", "has_font"), [(ON_THE_PAGE, False), (ELSEWHERE, True)])
def test_words_bring_a_font_where_the_page_lacks_a_cluster(library, note, has_font):
    asked = HandoutRequest(routine="core-1", language="vi", note=note)
    (content,) = render(asked, library).contents
    assert (b"/X0 " in content) == has_font
    assert note in " ".join(text_of(content).split())
