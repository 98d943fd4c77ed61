"""The labels that ship with cardgen can be printed."""

import pytest

from cardgen.library.glyphs import unprintable
from cardgen.library.yaml_tree import parse
from cardgen.paths import DATA, data_ids
from cardgen.typography.printable import refusal

KINDS = ("locales", "countries", "papers", "sizes")


@pytest.mark.parametrize("kind", KINDS)
def test_the_typeface_has_every_sign_of_the_labels(kind):
    ids = data_ids(kind)
    assert ids
    for id_ in ids:
        tree = parse(f"{id_}.yaml", (DATA / kind / f"{id_}.yaml").read_bytes())
        assert list(map(str, unprintable(tree, refusal))) == []


def test_a_label_that_cannot_be_printed_would_be_found():
    tree = parse("en.yaml", "labels: {why: Warum \U0001f3c3}".encode())
    assert [problem.field for problem in unprintable(tree, refusal)] == ["labels.why"]
