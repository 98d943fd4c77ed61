"""The safety texts for one country, with their sources."""

from cardgen.compose.citations import cited
from cardgen.compose.moves import short_sources
from cardgen.model.content import SafetyWords, Signs, Span, Text, text
from cardgen.model.country import Country
from cardgen.model.design import Locale
from cardgen.model.library import Library, Record
from cardgen.model.safety import Safety, SignList
from cardgen.model.vocabulary import DANGER


def safety_words(
    record: Record[Safety], library: Library, country: Country, locale: Locale
) -> SafetyWords:
    """Return all safety texts, by urgency, with the words of a country.

    A sign with sources ends in a span that cites them.
    """
    safety = record.value
    before: list[Signs] = []
    danger: list[Signs] = []
    for id_, level, signs in safety.by_urgency(library.levels):
        made = _signs(record, id_, signs, country, each_move=level.each_move)
        (danger if level.part == DANGER else before).append(made)
    sources = dict.fromkeys(
        source
        for _, _, signs in safety.by_urgency(library.levels)
        for sign in signs.signs
        for source in sign.sources
    )
    return SafetyWords(
        title=locale.say("stop-and-help"),
        intro=text(safety.intro, record.origin("intro")),
        before=tuple(before),
        danger=tuple(danger),
        disclaimer=text(safety.disclaimer, record.origin("disclaimer")),
        sources=short_sources(sources, library.sources, locale),
        origin=record.origin(),
    )


def _signs(
    record: Record[Safety], level: str, signs: SignList, country: Country, *, each_move: bool
) -> Signs:
    return Signs(
        text(country.fill(signs.action), record.origin(level, "action")),
        tuple(
            Text(
                (Span(sign.text), *cited(sign.sources)),
                record.origin(level, "signs", i, "text"),
            )
            for i, sign in enumerate(signs.signs)
        ),
        each_move,
    )
