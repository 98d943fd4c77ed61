"""The safety texts for one country, with their sources."""

from collections.abc import Iterable
from dataclasses import replace

from cardgen.compose.citations import cited
from cardgen.compose.moves import short_sources
from cardgen.memo import kept
from cardgen.model.content import Joints, SafetyWords, Signs, Span, Text, joined, text
from cardgen.model.country import Country
from cardgen.model.library import Library, Record
from cardgen.model.locale import Locale
from cardgen.model.safety import Safety, SignList
from cardgen.model.vocabulary import DANGER, Level


@kept(32)
def safety_words(
    record: Record[Safety], library: Library, country: Country, locale: Locale
) -> SafetyWords:
    """Return all safety texts, by urgency, with the words of a country.

    A sign with sources ends in a span that cites them; a line of several signs, in those of all.
    """
    safety = record.value
    by_urgency = safety.by_urgency(library.levels)
    before: list[Signs] = []
    danger: list[Signs] = []
    for id_, level, signs in by_urgency:
        made = _signs(record, id_, signs, country, locale, level)
        (danger if level.part == DANGER else before).append(made)
    claims = (claim.sources for claim in safety.good_news)
    told = (sign.sources for _, _, signs in by_urgency for sign in signs.signs)
    return SafetyWords(
        title=locale.say("stop-and-help"),
        good_news=tuple(
            Text((Span(claim.text), *cited(claim.sources)), record.origin("good_news", i, "text"))
            for i, claim in enumerate(safety.good_news)
        ),
        intro=text(safety.intro, record.origin("intro")),
        before=tuple(before),
        danger=tuple(danger),
        disclaimer=text(safety.disclaimer, record.origin("disclaimer")),
        sources=short_sources(
            dict.fromkeys(source for ids in (*claims, *told) for source in ids),
            library.sources,
            locale,
        ),
        origin=record.origin(),
    )


@kept(32)
def in_short(safety: SafetyWords) -> SafetyWords:
    """Return safety texts whose signs of one kind share a line: none is dropped."""
    before, danger = (
        tuple(replace(level, signs=level.short, short=()) for level in levels)
        for levels in (safety.before, safety.danger)
    )
    return replace(safety, before=before, danger=danger)


@kept(32)
def lead_once(safety: SafetyWords, locale: Locale) -> SafetyWords:
    """Return safety texts whose signs all go on from the same words, said once before them.

    So it is where all stands on one side. Where only the first boxes go on from the words, they
    say so; where the words differ, or boxes between them have none, each level keeps its own.
    """
    leads = [level.lead for level in safety.danger if level.lead]
    first = [level.lead for level in safety.danger[: len(leads)] if level.lead]
    if len(first) != len(leads) or len({lead.plain for lead in leads}) != 1:
        return safety
    lead = leads[0]
    if len(leads) < len(safety.danger):
        said = locale.say("lead-of-first", count=len(leads), lead=lead.plain)
        lead = text(said, lead.origin)
    danger = tuple(replace(level, lead=None) for level in safety.danger)
    return replace(safety, intro=joined((safety.intro, lead)), danger=danger)


def without_moves(safety: SafetyWords) -> SafetyWords:
    """Return what holds for people who do no move: the danger signs.

    That moving is safe, how much pain a move may bring and whom to ask first would speak against
    what they do in its place.
    """
    return replace(safety, good_news=(), before=())


def _joints(locale: Locale, *, sentences: bool) -> Joints:
    signs, action = locale.rows["signs"], locale.rows["action"].between
    if sentences:
        between = f"{signs.end}{locale.rows['sentences'].between}"
        return Joints(action, between, signs.end, lower=False)
    return Joints(action, signs.between, signs.end, locale.lower_in_sentence)


def _signs(
    record: Record[Safety],
    level: str,
    signs: SignList,
    country: Country,
    locale: Locale,
    urgency: Level,
) -> Signs:
    english = country.english
    by_id = {sign.id: sign for sign in signs.signs}

    def line(words: str, sources: Iterable[str], *path: str | int) -> Text:
        return Text((Span(words), *cited(tuple(dict.fromkeys(sources)))), record.origin(*path))

    full = tuple(
        line(sign.words(english), sign.sources, level, "signs", i, sign.field(english))
        for i, sign in enumerate(signs.signs)
    )
    short = tuple(
        line(
            one.words(english),
            (source for id_ in one.signs for source in by_id[id_].sources),
            *(level, "short", i, one.field(english)),
        )
        for i, one in enumerate(signs.short)
    )
    return Signs(
        text(country.fill(signs.action), record.origin(level, "action")),
        full,
        _joints(locale, sentences=urgency.sentences),
        text(signs.lead, record.origin(level, "lead")) if signs.lead else None,
        short or full,
        urgency.each_move,
    )
