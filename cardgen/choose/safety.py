"""The safety texts for one country, with their sources."""

from cardgen.choose.cite import Cite, Sources
from cardgen.choose.moves import short_sources
from cardgen.model.content import SafetyWords, Signs, Span
from cardgen.model.design import Locale
from cardgen.model.library import Record
from cardgen.model.safety import Country, Safety, SignList

LISTS = ("emergency", "same_day", "runners", "book", "stop", "ask_first")


def safety_words(
    record: Record[Safety], country: Country, sources: Sources, locale: Locale, cite: Cite
) -> SafetyWords:
    """Return all safety texts; `cite` gives the markers that stand behind the signs."""
    safety = record.value
    lists: dict[str, SignList] = {name: getattr(safety, name) for name in LISTS}
    cited = [s for signs in lists.values() for sign in signs.signs for s in sign.sources]
    return SafetyWords(
        title=locale.say("stop-and-help"),
        intro=safety.intro,
        disclaimer=safety.disclaimer,
        sources=short_sources(dict.fromkeys(cited), sources, locale),
        origin=record.origin(),
        **{name: _signs(signs, country, cite) for name, signs in lists.items()},
    )


def _signs(signs: SignList, country: Country, cite: Cite) -> Signs:
    """Return an action and its signs, each with the marker of its own sources."""
    marked = tuple((Span(sign.text), *cite(sign.sources)) for sign in signs.signs)
    return Signs(signs.action[country], marked)
