"""Our own style, put in words by our own code, is what citeproc-js makes of its CSL file."""

import random
import re

import pytest

from cardgen.compose.citations import NumberedReferences
from cardgen.compose.csl_style import CslReferences
from cardgen.compose.own_style import compact_entry
from cardgen.model.style import CitationStyle
from cardgen.paths import DATA

OWN_STYLE = DATA / "styles" / "cardgen.csl"
OWN = CitationStyle(str(OWN_STYLE), OWN_STYLE.read_bytes())


def bare(text):
    """Return a text without quotation marks, which citeproc-js turns to those of the language."""
    return re.sub(r"[\"'\u2018\u2019\u201c\u201d]", "", text).replace("et al.", "et al")


def shown(references):
    return [(r.id, r.label, bare(r.text.plain)) for r in references]


@pytest.mark.parametrize("seed", range(4))
def test_markers_and_entries_are_those_of_citeproc(library, seed):
    rnd = random.Random(seed)
    printing = [id_ for id_, record in library.sources.items() if record.value.prints]
    order = rnd.sample(printing, 9)
    unprinted = [id_ for id_ in library.sources if id_ not in printing]
    clusters = [
        tuple(rnd.sample(unprinted, rnd.randint(0, 2)) + rnd.sample(order, rnd.randint(1, 4)))
        for _ in range(20)
    ]
    cited = [tuple(id_ for id_ in cluster if id_ in order) for cluster in clusters]
    own, csl = (
        NumberedReferences(library.sources),
        CslReferences(library.sources, order, cited, OWN),
    )
    own(order)
    assert shown(own.references()) == shown(csl.references())
    links = [[span.link for r in all_.references() for span in r.text.spans if span.link]
             for all_ in (own, csl)]  # fmt: skip
    assert links[0] == links[1]
    for cluster in clusters:
        assert [(s.text, s.link) for s in own(cluster)] == [(s.text, s.link) for s in csl(cluster)]


def test_a_source_has_the_number_of_its_first_use(library):
    one, two, three = [id_ for id_, r in library.sources.items() if r.value.prints][:3]
    own = NumberedReferences(library.sources)
    said = ["".join(span.text for span in own(ids)) for ids in ([two], [one, two], [three, one])]
    assert said == ["1", "1,2", "2,3"]
    assert [reference.id for reference in own.references()] == [two, one, three]


def test_a_compact_entry_is_still_a_citation(library):
    said = compact_entry(library.sources["gobbo2019"])
    journal = "J Funct Morphol Kinesiol 2019;4(3):43"
    assert said.text.plain == f"Gobbo S, et al. {journal}. doi:10.3390/jfmk4030043"
    assert [span.link for span in said.text.spans if span.link] == [
        "https://doi.org/10.3390/jfmk4030043"
    ]


def test_a_site_with_the_name_of_who_made_it_stands_for_them(library):
    said = {
        id_: compact_entry(library.sources[id_]).text.plain
        for id_ in ("nuffield-ces", "northern-trust")
    }
    assert said["nuffield-ces"] == "nuffieldhealth.com. What is Cauda Equina Syndrome?"
    trust = "Northern Health and Social Care Trust"
    assert said["northern-trust"] == f"{trust}. Low Back Pain (LBP). northerntrust.hscni.net"


def test_every_compact_entry_has_an_author_a_year_and_where_it_is_found(library):
    printing = [record for record in library.sources.values() if record.value.prints]
    assert len(printing) > 9
    for record in printing:
        source, entry = record.value, compact_entry(record).text
        said, links = entry.plain, [span.link for span in entry.spans if span.link]
        first = source.author[0]
        who = first.literal or first.family
        site = said.partition(".")[0]
        assert said.startswith(who) or re.sub(r"\W", "", who.lower()) == site
        assert (source.issued or "")[:4] in said
        # A page of the web is told by its site, which leads to the page itself.
        assert links == ([source.address] if source.address else [])
        assert not source.doi or source.doi in said
        if source.type == "article-journal":
            assert (source.container_title_short or source.container_title) in said
            assert (source.volume or "") in said
