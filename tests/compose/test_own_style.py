"""Our own style, put in words once for each source, is what citeproc makes of it."""

import random

import pytest

from cardgen.compose.citations import NumberedReferences
from cardgen.compose.csl_style import OWN_STYLE, CslReferences
from cardgen.model.style import CitationStyle

OWN = CitationStyle(str(OWN_STYLE), OWN_STYLE.read_bytes())


@pytest.mark.parametrize("seed", range(4))
def test_markers_and_entries_are_those_of_citeproc(library, seed):
    rnd = random.Random(seed)
    printing = [id_ for id_, record in library.sources.items() if record.value.prints]
    order = rnd.sample(printing, 9)
    own, csl = NumberedReferences(library.sources), CslReferences(library.sources, order, OWN)
    own(order)
    assert own.references() == csl.references()
    unprinted = [id_ for id_ in library.sources if id_ not in printing]
    for _ in range(20):
        ids = rnd.sample(unprinted, rnd.randint(0, 2)) + rnd.sample(order, rnd.randint(0, 4))
        assert own(ids) == csl(ids)


def test_a_source_has_the_number_of_its_first_use(library):
    one, two, three = [id_ for id_, r in library.sources.items() if r.value.prints][:3]
    own = NumberedReferences(library.sources)
    said = ["".join(span.text for span in own(ids)) for ids in ([two], [one, two], [three, one])]
    assert said == ["1", "1,2", "2,3"]
    assert [reference.id for reference in own.references()] == [two, one, three]
