"""Sources that bring out what formats get wrong."""

import json

from cardgen.model.source import Source

OURS = {"evidence": "none", "about": "made up", "checked": "verified"}


def source(**fields):
    return Source.model_validate_json(json.dumps({**OURS, **fields}))


HARD = {
    "signs": source(
        type="article-journal",
        title=r"50 % & more: a_b, $5, #1, ~x, c^2, {d}, e\f, <g> and “core” — 'h'",
        author=[
            {"family": "van den Berg", "given": "Jan W."},
            {"family": "O'Neill", "given": "Ann-Marie", "suffix": "Jr"},
            {"literal": "Smith, Jones and Partners & Co"},
            {"family": "Ångström-Müller", "given": "Łukasz"},
        ],
        issued="2019-07-05",
        volume="12",
        issue="3-4",
        page="1190-1195",
        number="e43",
        DOI="10.1234/a_b(c)",
        URL="https://example.org/~a/b_c?d=%20e&f=#g",
        PMID="12345678",
        PMCID="PMC123",
        ISSN="1234-5679",
        **{"container-title": "Journal of A & B", "container-title-short": "J A B"},
    ),
    "body": source(
        type="report",
        title="A guideline",
        author=[{"literal": "World Health Organization"}],
        issued="2023-12",
        publisher="World Health Organization",
        number="WHO/12",
        ISBN="978-92-4-008178-9",
        URL="https://example.org/g",
        **{"publisher-place": "Geneva"},
    ),
    "book": source(
        type="book",
        title="Anatomy",
        author=[{"family": "Brown", "given": "Ben"}],
        issued="2001",
        publisher="Test Press",
        volume="2",
        ISBN="0-306-40615-2",
        **{"publisher-place": "London"},
    ),
    "chapter": source(
        type="chapter",
        title="The hip",
        author=[{"family": "Lee", "given": "Jo"}],
        issued="2001",
        page="321-328",
        publisher="Test Press",
        **{"container-title": "Handbook of running"},
    ),
    "page": source(
        type="webpage",
        title="Back pain: what helps?",
        author=[{"literal": "Riverside Clinic"}],
        URL="https://example.org/page",
        accessed="2026-11-02",
        **{"container-title": "Riverside"},
    ),
    "practice": source(
        type="clinical-practice",
        title="How we teach the hip hinge",
        author=[{"literal": "Riverside Physiotherapy"}],
        issued="2026-03",
        publisher="Riverside Physiotherapy",
    ),
}
"""What no format may lose, by id."""
