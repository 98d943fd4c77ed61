"""What a routine says beside its moves: why, what to choose, which steps, when to move on."""

from collections.abc import Iterator

from cardgen.compose.citations import cited
from cardgen.model.content import Panel, Span, Text, text
from cardgen.model.design import Locale
from cardgen.model.library import Record
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


def choose_panel(record: Record[Routine], locale: Locale) -> Panel | None:
    """Return the lines to choose by, if there are any."""
    texts = tuple(
        _labelled(locale.say("when", when=one.when), one.do, record, "choose", i)
        for i, one in enumerate(record.value.choose)
    )
    return Panel(locale.say("choose"), texts) if texts else None


def plan_panel(record: Record[Routine], locale: Locale) -> Panel | None:
    """Return the steps of a plan behind their numbers, if it has any."""
    texts = tuple(
        _labelled(f"{number}.", _stage(stage, locale), record, "plan", number - 1)
        for number, stage in enumerate(record.value.plan, 1)
    )
    return Panel(locale.say("plan"), texts) if texts else None


def _stage(stage: Stage, locale: Locale) -> str:
    if stage.minutes is None:
        return stage.do
    return locale.say("stage", do=stage.do, minutes=locale.say("minutes", n=stage.minutes))


def moving_on_panel(record: Record[Routine], locale: Locale) -> Panel | None:
    """Return when to move on, to go back, and to ask for help, if any of it is said."""
    routine = record.value
    said = [text_ for field in ("move_up", "move_down") for text_ in _lines(record, field)]
    texts = (*said, *_help(record, locale))
    title = "moving-on" if routine.move_up else "moving-back"
    return Panel(locale.say(title), texts) if texts else None


def _lines(record: Record[Routine], field: str) -> Iterator[Text]:
    for i, words in enumerate(getattr(record.value, field) or ()):
        yield text(words, record.origin(field, i))


def _help(record: Record[Routine], locale: Locale) -> Iterator[Text]:
    for i, words in enumerate(record.value.help_if or ()):
        yield _labelled(locale.say("help-if"), words, record, "help_if", i)


def _labelled(label: str, words: str, record: Record[Routine], field: str, index: int) -> Text:
    spans = (Span(f"{label} ", bold=True), Span(words))
    return Text(spans, record.origin(field, index))
