"""The kind of evidence behind a reference, in words; and print without raised numbers."""

from collections.abc import Sequence
from dataclasses import replace

from cardgen.compose.citations import Cite, Sources
from cardgen.compose.said import said
from cardgen.model.content import Span
from cardgen.model.locale import Locale
from cardgen.model.reference_list import Reference
from cardgen.model.source import PRACTICE, Source


def with_evidence(
    references: Sequence[Reference], sources: Sources, locale: Locale
) -> tuple[Reference, ...]:
    """Return the references, each with the kind of its evidence: "11 studies together".

    It stands first behind a number, and last where the entries are sorted by their authors.
    """
    return tuple(_told(reference, sources[reference.id].value, locale) for reference in references)


def with_practice(
    references: Sequence[Reference], sources: Sources, locale: Locale
) -> tuple[Reference, ...]:
    """Return the references, and of those that are only what a clinic teaches that they are so.

    However short a list is, nobody is to take them for studies.
    """
    return tuple(
        _told(reference, source, locale) if source.type == PRACTICE else reference
        for reference in references
        for source in (sources[reference.id].value,)
    )


def _told(reference: Reference, source: Source, locale: Locale) -> Reference:
    practice = source.type == PRACTICE
    evidence = locale.say(PRACTICE if practice else f"evidence-{source.evidence}")
    if source.studies:
        evidence = locale.count("study", source.studies)
    label = "evidence-first" if reference.label else "evidence-last"
    text = reference.text
    spans = said(locale, label, evidence=evidence, source=text.spans)
    return replace(reference, text=text._replace(spans=spans))


def silent(cite: Cite) -> Cite:
    """Return a way to cite without markers: the sources are listed all the same."""

    def unmarked(ids: Sequence[str]) -> tuple[Span, ...]:
        cite(ids)
        return ()

    return unmarked


def in_language(reference: Reference, language: str) -> Reference:
    """Return a reference that says its language; "" for that of the document."""
    if reference.text.language == language:
        return reference
    return replace(reference, text=reference.text._replace(language=language))


def unnumbered(reference: Reference) -> Reference:
    """Return a reference without italics, and without a number that no marker leads to."""
    spans = tuple(span._replace(italic=False) for span in reference.text.spans)
    return replace(reference, label="", text=reference.text._replace(spans=spans))
