"""When a file is made, no object of the process holds the words of a person."""

import gc
import inspect
import re
from io import BytesIO
from pathlib import Path

import pytest
from hand_made import ABOUT, DAY, WORDS, document
from holders import holders

from cardgen.pdf.document import prepared
from cardgen.pdf.merge.writer import MergeWriter
from cardgen.pdf.passages import _without_clusters
from cardgen.typography.style import TooLargeError

PACKAGE = Path(__file__).parents[2] / "cardgen"


def secret(*parts):
    """Return words that nothing but a person's page says; no constant of this module holds them."""
    return "".join(("Zeb", "ra Qu", "ux", *parts))


def use(template):
    """Make files in every way, with words that fit, that are set smaller, and that do not fit."""
    for more in ("", " Żółć", " and all of the others of the gym here"):
        words = {**WORDS, "note": secret(more), "recipient": secret(" I", more)}
        template.stamped(words, DAY, secret(" II"))
    with pytest.raises(TooLargeError):
        template.stamped({**WORDS, "dose": secret() * 9}, DAY)
    writer = MergeWriter(BytesIO(), ABOUT)
    for i in range(3):
        writer.add(template, {**WORDS, "note": secret(str(i))}, secret(" III"))
    writer.close()


def test_a_holder_is_found():
    held = [secret(" held")]
    assert holders(secret()[:5])
    del held


def test_nothing_of_a_person_is_kept():
    template = prepared(document())
    use(template)
    gc.collect()
    assert holders(secret()[:5]) == []
    assert template.fields


def caches():
    """Return the cached functions of the stages of typography and PDF."""
    kind = type(_without_clusters)
    found = [o for o in gc.get_objects() if type(o) is kind]
    return [o for o in found if o.__module__.startswith(("cardgen.pdf", "cardgen.typography"))]


def test_caches_are_bounded():
    found = caches()
    assert len(found) > 8
    unbounded = [o for o in found if o.cache_parameters()["maxsize"] is None]
    # Of those there are five styles and two encodings.
    for function in unbounded:
        assert set(inspect.signature(function).parameters) <= {"face", "page"}, function


def test_nothing_is_known_by_where_it_lies_in_memory():
    code = [path for folder in ("pdf", "typography") for path in (PACKAGE / folder).rglob("*.py")]
    assert len(code) > 20
    assert [p.name for p in code if re.search(r"\bid\(", p.read_text(encoding="utf-8"))] == []
