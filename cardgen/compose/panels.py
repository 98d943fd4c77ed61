"""What a routine says beside its moves: why, what to choose, which steps, when to move on."""

from collections.abc import Iterator

from cardgen.compose.citations import cited
from cardgen.compose.said import said
from cardgen.model.content import Panel, Span, Text, text
from cardgen.model.library import Record
from cardgen.model.locale import Locale
from cardgen.model.routine import Routine, Stage


def why_panel(record: Record[Routine], locale: Locale, *, first: bool = False) -> Panel | None:
    """Return why to do it, with the marks of its sources, if anything is claimed.

    Where only the `first` claim has room, what no study has tested still stands behind it.
    """
    texts = [
        Text((Span(claim.text), *cited(claim.sources)), record.origin("claims", i))
        for i, claim in enumerate(record.value.claims[: 1 if first else None])
    ]
    if record.value.limits:
        texts.append(text(record.value.limits, record.origin("limits")))
    return Panel(locale.say("why"), tuple(texts)) if texts else None


def plan_panel(record: Record[Routine], locale: Locale) -> Panel | None:
    """Return the steps of a plan, if it has any."""
    texts = tuple(_step(i, stage, record, locale) for i, stage in enumerate(record.value.plan))
    return Panel(locale.say("plan"), texts, numbered=True) if texts else None


def _step(index: int, stage: Stage, record: Record[Routine], locale: Locale) -> Text:
    do = stage.do
    if stage.minutes is not None:
        do = locale.say("stage", do=do, minutes=locale.count("minute", stage.minutes))
    return text(do, record.origin("plan", index))


def moving_on_panel(record: Record[Routine], locale: Locale) -> Panel | None:
    """Return when to move on, to go back, and to ask for help, if any of it is said."""
    routine = record.value
    told = [text_ for field in ("move_up", "move_down") for text_ in _lines(record, field)]
    texts = (*told, *_help(record, locale))
    title = "moving-on" if routine.move_up else "moving-back"
    return Panel(locale.say(title), texts) if texts else None


def _lines(record: Record[Routine], field: str) -> Iterator[Text]:
    for i, words in enumerate(getattr(record.value, field) or ()):
        yield text(words, record.origin(field, i))


def _help(record: Record[Routine], locale: Locale) -> Iterator[Text]:
    for i, words in enumerate(record.value.help_if or ()):
        yield Text(said(locale, "help-if", words=words), record.origin("help_if", i))
