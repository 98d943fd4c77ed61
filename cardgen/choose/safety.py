"""The safety texts for one country, with their sources."""

from collections.abc import Mapping, Sequence

from cardgen.choose.cite import Cite, Sources
from cardgen.choose.moves import short_sources
from cardgen.model.content import SafetyWords, Signs, Span
from cardgen.model.country import Country
from cardgen.model.design import Locale
from cardgen.model.library import Record
from cardgen.model.safety import BEFORE, DANGER, Safety, SignList


def sign_words(
    record: Record[Safety], names: Sequence[str], country: Country, cite: Cite
) -> dict[str, Signs]:
    """Return the lists of these names; `cite` gives the marker that stands behind each sign."""
    return {name: _signs(getattr(record.value, name), country, cite) for name in names}


def safety_words(
    record: Record[Safety], lists: Mapping[str, Signs], sources: Sources, locale: Locale
) -> SafetyWords:
    """Return all safety texts, with the lists of `BEFORE` and `DANGER` as they were made."""
    safety = record.value
    cited = [
        source
        for name in (*BEFORE, *DANGER)
        for sign in getattr(safety, name).signs
        for source in sign.sources
    ]
    return SafetyWords(
        title=locale.say("stop-and-help"),
        intro=safety.intro,
        disclaimer=safety.disclaimer,
        sources=short_sources(dict.fromkeys(cited), sources, locale),
        origin=record.origin(),
        **lists,
    )


def _signs(signs: SignList, country: Country, cite: Cite) -> Signs:
    marked = tuple((Span(sign.text), *cite(sign.sources)) for sign in signs.signs)
    return Signs(country.fill(signs.action), marked)
