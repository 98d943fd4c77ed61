"""The whole library in languages that are made up: all has its room, and nothing is in English.

To add a language, a locale and translations are enough.
"""

import re

import pytest
from pseudo import LONGER, TO_LEFT, library_of, locale_of

from cardgen.api import render
from cardgen.documents import KINDS
from cardgen.documents.handout_request import HandoutRequest
from cardgen.errors import InvalidDataError
from cardgen.files import open_library
from cardgen.layout.mirrored import mirrored
from cardgen.library import data
from cardgen.memo import forget
from cardgen.model.arrangement import Arrangement
from cardgen.model.document import Document
from cardgen.model.page import Placed
from cardgen.paths import built_in
from cardgen.typography import fallback

LARGE = {"arrangement": Arrangement(large_print=True)}
# Texts that are longer by 40 % want larger paper where a page has no second one.
KINDS_OF = {
    "handout": ("handout", {}),
    "deck": ("cards", {"size": "a6"}),
    "booklet": ("booklet", {"paper": "a3"}),
    "large print": ("handout", LARGE),
    "poster": ("poster", {"paper": "a2"}),
    "phone": ("phone", {}),
}
ROUTINES = sorted(p.stem for p in (built_in() / "routines").glob("*.yaml") if "." not in p.stem)
ENGLISH = {
    LONGER: re.compile(r"[a-z]*[aeiouy][a-z]*", re.IGNORECASE),
    TO_LEFT: re.compile("[A-Za-z]+"),
}
OURS = {"cardgen"}
"""What is not of any language."""
ADDRESS = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+\S*")


@pytest.fixture(scope="module")
def english():
    return open_library(built_in())


@pytest.fixture(scope="module")
def libraries(english):
    return {pseudo: library_of(english, pseudo) for pseudo in (LONGER, TO_LEFT)}


@pytest.fixture(params=(LONGER, TO_LEFT))
def pseudo(request, monkeypatch):
    """Everything is said in a language that is made up, in the place of English."""
    locale = locale_of(request.param)
    data._design.cache_clear()
    monkeypatch.setattr(data, "load_locale", lambda _: locale)
    yield request.param
    data._design.cache_clear()


def documents(kind, routine, library):
    """Return what is laid out of a routine."""
    name, asked = KINDS_OF[kind]
    kind_ = KINDS[name]
    target = {"targets": (routine,)} if name in ("cards", "booklet") else {"routine": routine}
    request = kind_.request(**target, country="US", **asked)
    return kind_.lay_out(kind_.split(request, library).shared, library).documents


def lines(block, x=0.0):
    """Yield the lines of a block that are of the page's own language, and where they start."""
    for kid in () if block.language else block.kids:
        if isinstance(kid, Placed):
            yield from lines(kid.block, x + kid.x)
        elif hasattr(kid, "runs") and kid.runs[0].text:
            yield "".join(run.text for run in kid.runs), x + kid.bounds[0], x + kid.bounds[2]


def printed(document):
    """Return the words of a document that are of its own language."""
    if not isinstance(document, Document):
        shown = re.sub(r"<(style|script|svg)\b.*?</\1>", " ", document.body, flags=re.DOTALL)
        return re.sub(
            r'<li[^>]* lang="en".*?</li>|<[^>]*>|&\w+;|\0[^\0]*\0', " ", shown, flags=re.DOTALL
        )
    found = []
    for page in document.pages:
        for _, placed in page.placed:
            for said, left, right in lines(placed.block):
                found.append(said)
                assert (
                    placed.turn or -0.1 <= placed.x + left <= placed.x + right <= page.width + 0.1
                ), said
    return "\n".join(found)


@pytest.mark.parametrize("routine", ROUTINES)
def test_nothing_is_cut_and_nothing_is_in_english(routine, pseudo, libraries):
    kinds = list(KINDS_OF)
    if pseudo == TO_LEFT:  # its letters are shaped, which takes longer: two kinds of each routine
        kinds = kinds[ROUTINES.index(routine) % 3 :: 3]
    for kind in kinds:
        for document in documents(kind, routine, libraries[pseudo]):
            turned = (
                mirrored(document)
                if pseudo == TO_LEFT and isinstance(document, Document)
                else document
            )
            assert document.about.to_left == (pseudo == TO_LEFT)
            left = set(ENGLISH[pseudo].findall(ADDRESS.sub(" ", printed(turned))))
            assert left <= OURS, f"{kind}: {sorted(left)[:20]}"


def test_a_word_of_english_is_found(pseudo, english):
    (page,) = documents("phone", "gym-bag", english)
    assert len(set(ENGLISH[pseudo].findall(printed(page))) - OURS) > 100


def test_chinese_without_its_typeface_is_refused_once(monkeypatch, english):
    found = fallback.find_spec
    monkeypatch.setattr(fallback, "find_spec", lambda name: None if "cjk" in name else found(name))
    caches = (fallback._folder, fallback._path, fallback._has_font)
    for cache in caches:
        cache.cache_clear()
    forget()
    with pytest.raises(InvalidDataError) as refused:
        render(HandoutRequest(language="zh"), english)
    monkeypatch.undo()
    for cache in caches:
        cache.cache_clear()
    (problem,) = refused.value.problems
    assert problem.field == "language"
    assert "manimgx-fonts-cjk" in problem.remedy or "[cjk]" in problem.remedy
