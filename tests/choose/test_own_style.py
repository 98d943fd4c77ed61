"""Our own style, put in words once for each source, is what citeproc makes of it."""

import random

import pytest

from cardgen.choose.cite import OWN_STYLE, Citer
from cardgen.choose.own_style import OwnStyle


@pytest.mark.parametrize("seed", range(4))
def test_markers_and_entries_are_those_of_citeproc(library, seed):
    rnd = random.Random(seed)
    printing = [id_ for id_, record in library.sources.items() if record.value.prints]
    order = rnd.sample(printing, 9)
    own, citer = OwnStyle(library.sources, order), Citer(library.sources, order, OWN_STYLE)
    assert own.references() == citer.references()
    for _ in range(20):
        ids = rnd.sample([*library.sources], rnd.randint(0, 4)) + rnd.sample(order, 2)
        assert own(ids) == citer(ids)
